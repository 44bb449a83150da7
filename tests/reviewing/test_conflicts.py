"""Where two accounts of one event are said to differ, and where rounding or other words explain it."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from chronology_app.core import edits
from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Accounts, Conflict
from chronology_app.core.link import LinkKind
from chronology_app.core.person import Person
from chronology_app.core.when import Precision, When
from chronology_app.reviewing.conflicts import conflicts
from tests.make import HEALTH, POLICE, a_chronology, an_entry, on

DAY = date(2022, 6, 14)
TOGETHER = Accounts(("entry-1", "entry-2"), ("The same day.",))


def two(one: dict[str, Any], other: dict[str, Any]) -> Chronology:
    """Two accounts of one day by two agencies, with what each says."""

    def entry(number: int, agency: Agency, said: dict[str, Any]) -> Entry:
        clock = said.get("at")
        made = an_entry(number, said.get("event", "Visit."), replace(on("14/6/22", DAY), time=clock), agency)
        return replace(made, **{name: text for name, text in said.items() if name not in ("at", "event")})

    return a_chronology(entry(1, HEALTH, one), entry(2, POLICE, other))


def found(one: dict[str, Any], other: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    return [(conflict.about, conflict.reasons) for conflict in conflicts(two(one, other), [TOGETHER])]


@pytest.mark.parametrize(
    ("one", "other", "about", "reasons"),
    [
        ({"at": time(14, 0)}, {"at": time(14, 31)}, "time", ("HV: 14:00", "POL: 14:31")),
        ({"event": "Weight 4.2 kg."}, {"event": "Weighed 4400 g"}, "weight", ("HV: 4.2 kg", "POL: 4400 g")),
        ({"event": "HC 38 cm"}, {"action": "OFC was 39.1cm."}, "head circumference", ("HV: 38 cm", "POL: 39.1 cm")),
        ({"event": "Temperature 38.9"}, {"event": "temp. 37.2°C"}, "temperature", ("HV: 38.9", "POL: 37.2 °C")),
        (
            {"event": "On left upper arm"},
            {"event": "Right arm."},
            "left or right",
            ("HV: left upper arm", "POL: Right arm"),
        ),
        ({"seen": "Yes - asleep"}, {"seen": "No"}, "whether the child was seen", ("HV: Yes - asleep", "POL: No")),
        (
            {"people": "Mum, MGM"},
            {"people": "Mother; father"},
            "who was present",
            ("HV: Mum, MGM", "POL: Mother; father"),
        ),
        ({"people": "Mother"}, {"people": "Father"}, "who was present", ("HV: Mother", "POL: Father")),
    ],
)
def test_accounts_that_differ(one: dict[str, Any], other: dict[str, Any], about: str, reasons: tuple[str, ...]) -> None:
    assert found(one, other) == [(about, reasons)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"at": time(14, 0)}, {"at": time(14, 30)}),
        ({"at": time(14, 0)}, {}),
        ({"event": "Weight 3.1 kg"}, {"event": "weight 3120 g"}),
        ({"event": "Birth weight 3120g"}, {"event": "Birth notification: male, 3.12 kg."}),
        ({"event": "Weight 3.1 kg"}, {"event": "Weight on the 25th centile"}),
        ({"event": "Mark on the left ear"}, {"event": "Left ear and right cheek"}),
        ({"event": "Mark on the left ear"}, {"event": "The right leg"}),
        ({"seen": "Yes"}, {"seen": "Y"}),
        ({"seen": "Yes"}, {"seen": "Not born"}),
        ({"people": "Mum & Dad"}, {"people": "Father, mother"}),
        ({"people": "Mother"}, {"people": "None"}),
        ({"people": "Mum, MGM"}, {"people": "Mother"}),
        ({"people": "Baby"}, {"people": "Father, mother & baby"}),
    ],
)
def test_accounts_that_agree_or_say_nothing(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert found(one, other) == []


def test_a_person_is_one_person_under_every_name() -> None:
    chronology = two({"people": "J Bloggs-Vane"}, {"people": "Mother"})
    known = Person("p", "Mother", "", ("J Bloggs-Vane",))
    assert conflicts(chronology.after(edits.set_person(chronology, known)), [TOGETHER]) == ()


def test_different_days_are_told_with_the_agencies_own_words() -> None:
    chronology = a_chronology(
        an_entry(1, when=on("14.6.22", DAY)), an_entry(2, when=on("15 June", date(2022, 6, 15)), agency=POLICE)
    )
    assert conflicts(chronology, [TOGETHER]) == (
        Conflict(("entry-1", "entry-2"), "day", ("HV: 14.6.22", "POL: 15 June")),
    )


@pytest.mark.parametrize(
    "words", ["Called last night.", "Incident on 14/06/2022.", "Notified that police were called."]
)
def test_an_entry_that_explains_the_day_of_the_other_does_not_differ(words: str) -> None:
    told, later = an_entry(1, "Attended.", on("14/6/22", DAY), POLICE), on("15/6/22", date(2022, 6, 15))
    assert conflicts(a_chronology(told, an_entry(2, words, later)), [TOGETHER]) == ()
    assert len(conflicts(a_chronology(told, an_entry(2, "Police were called.", later)), [TOGETHER])) == 1
    earlier = an_entry(2, "Notified that police were called.", on("13/6/22", date(2022, 6, 13)))
    assert len(conflicts(a_chronology(told, earlier), [TOGETHER])) == 1


def test_a_wide_date_that_may_be_the_same_day_is_no_conflict() -> None:
    june = When("June", date(2022, 6, 1), date(2022, 6, 30), Precision.MONTH)
    chronology = a_chronology(an_entry(1, when=on("14.6.22", DAY)), an_entry(2, when=june, agency=POLICE))
    assert conflicts(chronology, [TOGETHER]) == ()


def test_what_a_person_decided_comes_first_and_is_not_noticed_again() -> None:
    chronology = two({"at": time(9, 0)}, {"at": time(18, 0)})
    assert len(conflicts(chronology, [TOGETHER])) == 1
    decided = chronology.after(edits.link(chronology, ["entry-1", "entry-2"], LinkKind.CONFLICT, "Which time?"))
    assert conflicts(decided, [TOGETHER]) == (
        Conflict(("entry-1", "entry-2"), "decided", ("Which time?",), decided=True),
    )


def test_without_accounts_nothing_is_compared() -> None:
    assert conflicts(two({"at": time(9, 0)}, {"at": time(18, 0)}), []) == ()
