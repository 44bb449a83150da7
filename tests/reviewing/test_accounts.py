"""When entries of different agencies are offered as accounts of one event, and when they must not be."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core import edits
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Accounts
from chronology_app.core.link import LinkKind
from chronology_app.core.when import Precision, When
from chronology_app.reviewing.accounts import accounts, same_event
from tests.make import HEALTH, POLICE, a_chronology, an_entry, on

DAY = date(2022, 6, 14)
CALL = "999 call from the flat at Osier Row: male shouting, television smashed, baby in the cot."
HEARD = (
    "Police attended Osier Row after an emergency call. The television had been smashed; baby was asleep in the cot."
)
PAIRS = [
    (CALL, HEARD),
    (
        "Strategy meeting held with the paediatrician; skeletal survey and eye examination agreed.",
        "Strategy discussion: paediatrician asked for a skeletal survey and eye examination.",
    ),
    (
        "Weighed at clinic, 4.36 kg. Oral thrush seen, nystatin advised.",
        "Mother brought baby with oral thrush, nystatin prescribed. Weight 4360 g.",
    ),
]
APART = [
    ("Home visit. Mother and baby seen. Feeding discussed.", "Home visit. Mother said that all was well."),
    ("Telephone call to mother, no reply, message left.", "Telephone call from mother about the appointment."),
    ("Rent arrears letter sent.", "Immunisations given in the left thigh."),
]


def told(number: int, event: str, day: date = DAY, at: time | None = None, police: bool = False) -> Entry:
    when = replace(on(f"{day:%d/%m/%Y}", day), time=at)
    return an_entry(number, event, when, POLICE if police else HEALTH)


def other_days(number: int = 60) -> list[Entry]:
    """Ordinary entries long before, so that ordinary words are not rare."""
    events = ("Home visit. Mother and baby seen.", "Telephone call to mother, no reply.", "Baby weighed, mother well.")
    return [told(1000 + n, events[n % 3], DAY - timedelta(days=100 + 5 * n), police=bool(n % 2)) for n in range(number)]


def ids(found: Iterable[Accounts]) -> list[set[str]]:
    return [set(group.entry_ids) for group in found]


@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize("among", [0, 60])
def test_one_event_told_by_two_agencies_in_their_own_words_is_offered(one: str, other: str, among: int) -> None:
    found = same_event([told(1, one), told(2, other, police=True), *other_days(among)])
    assert ids(found) == [{"entry-1", "entry-2"}]
    assert found[0].reasons[0] == "The same day: 14/06/2022."
    assert not found[0].decided


@pytest.mark.parametrize(("one", "other"), APART)
@pytest.mark.parametrize("among", [0, 60])
def test_two_events_of_one_day_are_not(one: str, other: str, among: int) -> None:
    assert same_event([told(1, one), told(2, other, police=True), *other_days(among)]) == []


def test_the_evidence_is_told_in_words() -> None:
    one, other = PAIRS[2]
    found = same_event([told(1, one, at=time(10, 0)), told(2, other, at=time(10, 20), police=True), *other_days()])
    assert found[0].reasons == (
        "The same day: 14/06/2022.",
        "Times close together: 10:00 and 10:20.",
        "The same measurement: 4.36 kg.",
        "Rare words in common: nystatin, oral, thrush.",
    )


def test_one_that_speaks_of_the_day_of_the_other_says_so() -> None:
    late = told(2, "Told by police that the television at Osier Row was smashed last night.", DAY + timedelta(days=1))
    found = same_event([told(1, CALL, police=True), late, *other_days()])
    assert found[0].reasons[0] == (
        "1 day apart: 14/06/2022 and 15/06/2022. One of them speaks of 14/06/2022 (“last night”)."
    )


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        ("Row at 22.40, lamp thrown.", "10.40pm: lamp thrown in a row.", ["The same time: 22:40."]),
        ("Row, lamp thrown 9.05 kg.", "Row at 9:05, lamp thrown.", []),
    ],
)
def test_a_time_in_the_words_is_evidence(one: str, other: str, reasons: list[str]) -> None:
    found = same_event([told(1, one), told(2, other, police=True), *other_days()])
    assert [reason for reason in found[0].reasons if "time" in reason.lower()] == reasons


def test_what_several_agencies_tell_does_not_become_common() -> None:
    agencies = [replace(told(n, HEARD), agency_id=f"agency-{n}", source_id=f"source-{n}") for n in range(6)]
    assert ids(same_event([*agencies, *other_days()])) == [{entry.id for entry in agencies}]


def test_an_account_with_little_in_common_joins_two_that_have_much() -> None:
    third = replace(told(3, "Television smashed."), agency_id="agency-csc", source_id="source-csc")
    two = [told(1, CALL), told(2, HEARD, police=True)]
    assert ids(same_event([*two, third, *other_days()])) == [{"entry-1", "entry-2", "entry-3"}]


def test_a_copy_is_offered_though_every_word_is_common() -> None:
    text = "Home visit. Mother and baby seen. Telephone call to mother, no reply."
    found = same_event([told(1, text), told(2, text.replace("seen", "well"), police=True), *other_days()])
    assert ids(found) == [{"entry-1", "entry-2"}]
    assert any(reason.startswith("The words are almost the same") for reason in found[0].reasons)


def test_words_used_again_and_again_are_no_copy() -> None:
    text = "Unannounced visit, no answer at the door, card left."
    often = [told(100 + n, text, DAY + timedelta(days=2 * n), police=bool(n % 2)) for n in range(6)]
    assert same_event(often) == []
    assert len(same_event(often[:2])) == 1


def test_the_same_form_with_another_measurement_on_another_day_is_no_copy() -> None:
    one, other = "Seen in the baby clinic, weight {} kg.".format, DAY + timedelta(days=1)
    assert same_event([told(1, one(4.9)), told(2, one(5.3), other, police=True)]) == []
    assert len(same_event([told(1, one(4.9)), told(2, one(4.9), other, police=True)])) == 1


def lines(name: str) -> list[str]:
    text = (Path(__file__).parent / name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("everyday", [0, 50, 400])
def test_most_events_told_twice_are_found_and_hardly_anything_else(seed: int, everyday: int) -> None:
    rng = random.Random(seed)
    entries = []
    for number, line in enumerate(lines("told_twice.txt")):
        day = DAY + timedelta(days=rng.randrange(400))
        late = timedelta(days=rng.choice([0, 0, 0, 1]))
        one, other = line.split(" | ")
        entries += [told(2 * number, one, day), told(2 * number + 1, other, day + late, police=True)]
    pairs = [{f"entry-{n}", f"entry-{n + 1}"} for n in range(0, len(entries), 2)]
    for number in range(everyday):
        text = rng.choice(lines("everyday_entries.txt")).replace("#", f"{rng.randint(30, 90) / 10}")
        entries.append(told(1000 + number, text, DAY + timedelta(days=rng.randrange(400)), police=number % 2 == 0))
    found = ids(same_event(entries))
    right = sum(any(pair <= group for group in found) for pair in pairs)
    assert right >= 0.8 * len(pairs)
    assert len(found) - right <= 1


def test_one_file_never_tells_an_event_twice() -> None:
    assert same_event([told(1, CALL), told(2, CALL)]) == []


def test_two_files_of_one_agency_may() -> None:
    again = replace(told(2, CALL), source_id="source-other")
    assert ids(same_event([told(1, CALL), again])) == [{"entry-1", "entry-2"}]


def test_four_days_apart_is_another_event() -> None:
    assert same_event([told(1, CALL), told(2, HEARD, DAY + timedelta(days=4), police=True)]) == []
    near = same_event([told(1, CALL), told(2, CALL, DAY + timedelta(days=1), police=True)])
    assert near[0].reasons[0] == "1 day apart: 14/06/2022 and 15/06/2022."


@pytest.mark.parametrize(
    "when",
    [
        When("undated"),
        When("June 2022", date(2022, 6, 1), date(2022, 6, 30), Precision.MONTH),
        When("before 15/6/22", None, date(2022, 6, 15), Precision.DAY),
    ],
)
def test_without_a_known_day_nothing_is_grouped(when: When) -> None:
    assert same_event([told(1, CALL), an_entry(2, CALL, when, POLICE)]) == []


def test_entries_of_three_agencies_make_one_group_in_order_of_time() -> None:
    third = replace(told(3, CALL), agency_id="agency-csc", source_id="source-csc")
    entries = [told(1, CALL, at=time(15, 0)), third, told(2, HEARD, at=time(14, 50), police=True)]
    found = same_event(entries)
    assert [group.entry_ids for group in found] == [("entry-3", "entry-2", "entry-1")]


@given(st.randoms(use_true_random=False))
def test_the_order_in_which_entries_are_given_does_not_matter(shuffle: random.Random) -> None:
    entries = [told(1, CALL), told(2, HEARD, police=True), told(3, PAIRS[1][0]), told(4, PAIRS[1][1], police=True)]
    entries += other_days(20)
    expected = same_event(entries)
    shuffle.shuffle(entries)
    assert same_event(entries) == expected
    assert len(expected) == 2


def decided(*kinds: LinkKind) -> Chronology:
    chronology = a_chronology(told(1, CALL), told(2, HEARD, police=True))
    for kind in kinds:
        chronology = chronology.after(edits.link(chronology, ["entry-2", "entry-1"], kind, "Same door number."))
    return chronology


def test_what_a_person_decided_comes_first_and_is_not_offered_again() -> None:
    found = accounts(decided(LinkKind.SAME_EVENT))
    assert found == (Accounts(("entry-1", "entry-2"), ("Same door number.",), decided=True),)


def test_what_a_person_called_different_is_not_offered() -> None:
    assert len(accounts(decided())) == 1
    assert accounts(decided(LinkKind.DIFFERENT)) == ()


def test_to_decide_later_leaves_the_offer() -> None:
    assert [group.decided for group in accounts(decided(LinkKind.LATER))] == [False]
