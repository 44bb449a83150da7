"""Marking passages is painting: whatever is marked last on a character is what it shows, and nothing overlaps."""

from hypothesis import given
from hypothesis import strategies as some

from chronology_app.core import edits
from chronology_app.core.chronology import Chronology
from chronology_app.core.mark import Kind, Mark, kind_of
from tests.make import a_chronology, an_entry

TEXT = "Mother said he slept. Home seemed calm."
kinds = some.sampled_from([Kind.FACT, Kind.OPINION, Kind.REPORTED])
strokes = some.tuples(some.integers(-5, 50), some.integers(-5, 50), some.one_of(some.none(), kinds))


def painted(chronology: Chronology) -> list[Kind | None]:
    """What each character of the event shows as."""
    shown: list[Kind | None] = [None] * len(TEXT)
    for mark in chronology.marks_of("entry-1"):
        for at in range(mark.start, mark.end):
            assert shown[at] is None, "two marks on one character"
            shown[at] = mark.kind
    return shown


@given(some.lists(strokes, max_size=8))
def test_marking_and_clearing_passages_paints_characters(drawn: list[tuple[int, int, Kind | None]]) -> None:
    chronology = a_chronology(an_entry(1, TEXT))
    expected: list[Kind | None] = [None] * len(TEXT)
    for start, end, kind in drawn:
        if kind is None:
            change = edits.clear_passage(chronology, "entry-1", "event", start, end)
        else:
            change = edits.mark_passage(chronology, "entry-1", "event", start, end, kind)
        for at in range(max(0, start), min(end, len(TEXT))):
            expected[at] = kind
        assert chronology.after(change).after(chronology.inverse(change)) == chronology
        chronology = chronology.after(change)
    assert painted(chronology) == expected
    assert all(mark.start < mark.end for mark in chronology.marks_of("entry-1"))


def test_a_mark_on_another_field_is_left_alone() -> None:
    chronology = a_chronology(an_entry(1, TEXT))
    chronology = chronology.after(edits.mark_passage(chronology, "entry-1", "action", 0, 4, Kind.FACT))
    cleared = chronology.after(edits.clear_passage(chronology, "entry-1", "event", 0, 40))
    assert cleared.marks_of("entry-1") == chronology.marks_of("entry-1")


def test_cutting_a_passage_in_two_keeps_its_kind_and_cue_on_both_sides() -> None:
    chronology = a_chronology(an_entry(1, TEXT))
    chronology = chronology.after(edits.mark_passage(chronology, "entry-1", "event", 0, 21, Kind.REPORTED, "said"))
    chronology = chronology.after(edits.clear_passage(chronology, "entry-1", "event", 7, 11))
    pieces = sorted((mark.start, mark.end, mark.kind, mark.cue) for mark in chronology.marks_of("entry-1"))
    assert pieces == [(0, 7, Kind.REPORTED, "said"), (11, 21, Kind.REPORTED, "said")]


@given(some.lists(kinds, max_size=5))
def test_an_entry_shows_its_one_kind_or_mixed(drawn: list[Kind]) -> None:
    shown = kind_of(Mark(str(number), "entry-1", kind) for number, kind in enumerate(drawn))
    assert shown == (None if not drawn else drawn[0] if len(set(drawn)) == 1 else Kind.MIXED)
