"""Rows are matched on what they say, and what differs is told word by word."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from chronology_app.core.entry import Entry
from chronology_app.core.fields import Field
from chronology_app.reviewing.versions import Compared, Difference, Kind, Pair, compare, differences, differing, follow
from tests.make import an_entry, on

VISIT = "Home visit by the health visitor, Kit asleep in his cot."
WORDS = st.text("ab \n", max_size=30)
DAYS = (date(2022, 3, 12), date(2022, 3, 14), date(2022, 4, 2))


def row(number: int, event: str, day: date = DAYS[0], reference: str = "") -> Entry:
    """Entry `number`, as it stands in a file."""
    return replace(an_entry(number, event, on(f"{day:%d/%m/%Y}", day)), reference=reference)


def told(compared: Compared) -> tuple[list[str], ...]:
    """What a comparison says, by the events of the newer rows."""
    pairs = [[pair.new.event for pair in part] for part in (compared.unchanged, compared.changed)]
    rows = [[entry.event for entry in part] for part in (compared.new, compared.gone)]
    return *pairs, *rows, [pair.new.event for pair in compared.reordered]


def test_a_row_put_in_at_the_top_changes_nothing_else() -> None:
    old = [row(1, "Home visit.", reference="1"), row(2, "Telephone call.", reference="2")]
    new = [
        row(4, "Booking.", reference="1"),
        row(5, "Home visit.", reference="2"),
        row(6, "Telephone call.", reference="3"),
    ]
    assert told(compare(old, new)) == (["Home visit.", "Telephone call."], [], ["Booking."], [], [])


def test_a_row_whose_words_changed_is_known_by_its_date() -> None:
    old = [row(1, VISIT), row(2, "Telephone call.", DAYS[1])]
    new = [row(3, VISIT.replace("asleep", "awake")), row(4, "Telephone call.", DAYS[1])]
    compared = compare(old, new)
    assert [pair.old.id for pair in compared.changed] == ["entry-1"]
    assert differing(compared.changed[0]) == {
        Field.EVENT: (
            Difference(Kind.SAME, "Home visit by the health visitor, Kit ", "Home visit by the health visitor, Kit "),
            Difference(Kind.CHANGED, "asleep ", "awake "),
            Difference(Kind.SAME, "in his cot.", "in his cot."),
        )
    }


def test_a_date_put_right_is_a_change_of_the_same_row_where_its_words_are_telling() -> None:
    assert told(compare([row(1, VISIT)], [row(2, VISIT, DAYS[1])]))[1] == [VISIT]
    everyday = compare([row(1, "Home visit.")], [row(2, "Home visit.", DAYS[1])])
    assert (len(everyday.new), len(everyday.gone)) == (1, 1)
    numbered = compare([row(1, "Home visit.", reference="7")], [row(2, "Home visit.", DAYS[1], reference="7")])
    assert [set(differing(pair)) for pair in numbered.changed] == [{Field.DATE}]


def test_rewritten_words_are_known_by_reference_and_date_together() -> None:
    old, new = row(1, "Seen at home.", reference="7"), row(2, "Home visit: seen with Mother.", reference="7")
    assert compare([old], [new]).changed == (Pair(old, new),)
    assert compare([old], [row(2, "Clinic: weight 4.2 kg, immunised.", DAYS[1], "7")]).changed == ()


def test_rows_that_changed_places_are_told_and_still_counted_once() -> None:
    events = ["Booking.", "Home visit.", "Clinic.", "Telephone call."]
    old = [row(number, event) for number, event in enumerate(events)]
    new = [row(number, event) for number, event in enumerate([events[3], *events[:3]], 10)]
    compared = compare(old, new)
    assert told(compared) == ([events[3], *events[:3]], [], [], [], [events[3]])


def test_rows_that_say_the_same_are_paired_in_their_order() -> None:
    old = [row(1, "Home visit."), row(2, "Home visit.")]
    new = [row(3, "Home visit.")]
    compared = compare(old, new)
    assert [pair.old.id for pair in compared.unchanged] == ["entry-1"]
    assert [entry.id for entry in compared.gone] == ["entry-2"]


def test_other_spaces_are_no_change() -> None:
    assert compare([row(1, "Home visit.\nAsleep.")], [row(2, "Home  visit. Asleep.")]).changed == ()


ROWS = st.lists(st.tuples(st.sampled_from([VISIT, "Call.", "Clinic, 4 kg."]), st.sampled_from(DAYS)), max_size=7)


def rows(made: Sequence[tuple[str, date]], first: int) -> list[Entry]:
    return [row(number, event, day) for number, (event, day) in enumerate(made, first)]


@settings(deadline=None)
@given(ROWS, ROWS)
def test_every_entry_of_both_versions_is_counted_once(
    before: list[tuple[str, date]], after: list[tuple[str, date]]
) -> None:
    old, new = rows(before, 0), rows(after, 100)
    compared = compare(old, new)
    pairs = (*compared.unchanged, *compared.changed)
    assert sorted(entry.row for entry in (*(pair.old for pair in pairs), *compared.gone)) == [e.row for e in old]
    assert sorted(entry.row for entry in (*(pair.new for pair in pairs), *compared.new)) == [e.row for e in new]
    assert set(compared.reordered) <= set(pairs)
    assert all(differing(pair) for pair in compared.changed)
    assert not any(differing(pair) for pair in compared.unchanged)
    kept = [pair.old.row for pair in sorted(pairs, key=lambda pair: pair.new.row) if pair not in compared.reordered]
    assert kept == sorted(kept)


@given(WORDS, WORDS)
def test_the_words_of_a_difference_are_the_words_of_both_texts(old: str, new: str) -> None:
    found = differences(old, new)
    assert "".join(one.old for one in found) == old
    assert "".join(one.new for one in found) == new
    differ = [one for one in found if one.kind is not Kind.SAME and (one.old + one.new).strip()]
    assert (not differ) == (old.split() == new.split())


@given(WORDS, WORDS, st.data())
def test_a_passage_follows_its_words_or_is_lost(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    place = follow(old, start, end, new)
    if place is not None:
        assert new[slice(*place)].split() == old[start:end].split()
    if old[start:end].split():
        assert follow(old, start, end, old) is not None
        assert follow(old, start, end, f"{old} {new}") is not None


def test_a_passage_follows_whole_words_to_the_nearest_place() -> None:
    old = "He was ill. Mother said he was ill."
    assert follow(old, 7, 10, "He was still unwell.") is None
    assert follow(old, 31, 34, "On Monday he was ill. Mother said he was ill.") == (41, 44)
    assert follow(old, 7, 10, "On Monday he was ill. Mother said he was ill.") == (17, 20)
