"""The order of a chronology, and the law that a change and its inverse cancel."""

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as some

from chronology_app.core.change import Change, key_of
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.source import SourceTable
from chronology_app.core.when import Precision, When
from tests.make import HEALTH, POLICE, a_chronology, an_entry, on

days = some.dates(date(2021, 1, 1), date(2023, 1, 1))
ends = some.one_of(some.none(), days)


@some.composite
def whens(draw: some.DrawFn) -> When:
    """Any date an entry can have: undated, open at an end, a range, a day with or without a time."""
    first, last = draw(ends), draw(ends)
    if first and last and last < first:
        first, last = last, first
    at = draw(some.one_of(some.none(), some.times(max_value=time(23, 59)))) if first and first == last else None
    return When("as written", first, last, Precision.DAY, time=at)


@some.composite
def entries(draw: some.DrawFn) -> list[Entry]:
    """Up to a dozen entries of two agencies in no order."""
    drawn = draw(some.lists(some.tuples(whens(), some.integers(0, 3), some.booleans(), some.booleans()), max_size=12))
    return [
        replace(
            an_entry(n, when=when, agency=POLICE if police else HEALTH),
            sequence=seq,
            set_aside="twice" if aside else "",
        )
        for n, (when, seq, police, aside) in enumerate(drawn)
    ]


@given(entries(), some.randoms())
def test_order_is_total_whatever_order_the_files_came_in(found: list[Entry], chance: Random) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert a_chronology(*found).in_order() == a_chronology(*shuffled).in_order()
    assert a_chronology(*found).aside() == a_chronology(*shuffled).aside()


@given(entries())
def test_no_entry_is_lost_and_undated_entries_stand_first(found: list[Entry]) -> None:
    chronology = a_chronology(*found)
    shown = [*chronology.in_order(), *chronology.aside()]
    assert sorted(entry.id for entry in shown) == sorted(entry.id for entry in found)
    known = [entry.when.known for entry in chronology.in_order()]
    assert known == sorted(known)
    firsts = [e.when.earliest or e.when.latest or date.min for e in chronology.in_order()]
    assert firsts == sorted(firsts)


def test_from_one_day_on_the_whole_day_in_the_persons_order_then_longer_spans_then_times() -> None:
    day = date(2022, 3, 12)
    timed = When("9am", day, day, Precision.MINUTE, time=time(9))
    later = When("2pm", day, day, Precision.MINUTE, time=time(14))
    week = When("w/c 12/3", day, day + timedelta(days=6), Precision.WEEK)
    drawn = [
        an_entry(1, when=later),
        an_entry(2, when=week),
        replace(an_entry(3, when=on("12/3", day)), sequence=2),
        replace(an_entry(4, when=on("12/3", day)), sequence=1),
        an_entry(5, when=timed),
    ]
    assert [entry.id[-1] for entry in a_chronology(*drawn).in_order()] == ["4", "3", "2", "5", "1"]


@given(entries(), entries(), some.lists(some.integers(0, 11), max_size=6))
def test_a_change_and_its_inverse_cancel(before: list[Entry], put: list[Entry], drop: list[int]) -> None:
    chronology = a_chronology(*before)
    marks = tuple(Mark(f"mark-{entry.id}", entry.id, Kind.FACT) for entry in put)
    change = Change("Anything", (*put, *marks), tuple((Entry, f"entry-{number}") for number in drop))
    after = chronology.after(change)
    assert after.after(chronology.inverse(change)) == chronology
    assert after.after(chronology.inverse(change)).in_order() == chronology.in_order()


@given(entries())
def test_what_was_worked_out_is_handed_on_only_while_it_is_true(found: list[Entry]) -> None:
    chronology = a_chronology(*found)
    assert chronology.marks_of("entry-0") == ()
    chronology.in_order()
    after = chronology.after(Change("", (Mark("mark-1", "entry-0", Kind.FACT), an_entry(99))))
    fresh = Chronology.of([record for kind in after.records.values() for record in kind.values()])
    assert after.in_order() == fresh.in_order()
    assert after.marks_of("entry-0") == fresh.marks_of("entry-0") != ()


def test_words_found_are_the_agencys_own_in_any_case() -> None:
    chronology = a_chronology(an_entry(1, "Straße CLOSED"))
    entry = chronology.entries["entry-1"]
    assert "strasse closed" in chronology.words_of(entry)
    changed = replace(entry, original=("12/03/2022", "open again", ""))
    assert "open again" in chronology.after(Change("", (changed,))).words_of(changed)


def test_dropping_what_is_not_there_is_no_error() -> None:
    chronology = a_chronology(an_entry(1))
    assert chronology.after(Change("", (), ((Mark, "nobody"),))) == chronology


def test_a_record_is_named_by_type_and_id() -> None:
    assert key_of(HEALTH) == (type(HEALTH), HEALTH.id)


def test_an_unknown_agency_has_a_question_mark_for_its_code() -> None:
    stray = replace(an_entry(1), agency_id="gone")
    assert a_chronology(stray).agency_of(stray).code == "?"


def test_columns_nobody_claimed_are_kept_with_their_headings() -> None:
    source = replace(
        a_chronology(an_entry(1)).sources["source-HV"],
        tables=(SourceTable("Sheet1", 1, ("Date", "Initials", "", "Code"), ("date", "", "", ""), 2, 1),),
    )
    entry = replace(an_entry(1), original=("12/03/2022", "RP", "7", " "))
    assert Chronology.of([source, entry]).kept_of(entry) == (("Initials", "RP"), ("Column 3", "7"))
    assert a_chronology(an_entry(1)).kept_of(an_entry(1)) == ()
    assert Chronology.of([entry]).kept_of(entry) == ()
