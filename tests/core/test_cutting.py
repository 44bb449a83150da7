"""Cut words stay words of the agency: nothing of them is lost, marks go with them, and the step can be taken back."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.cutting import cut, pieces
from chronology_app.core.entry import Entry
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.note import Note, NoteKind
from tests.make import a_chronology, an_entry

EVENT = "10:00 Home visit, Kit asleep. 14:30 Mother rang, said Kit had woken."
AT = EVENT.index("14:30")
MARKS = (
    Mark("whole", "entry-1", Kind.FACT),
    Mark("asleep", "entry-1", Kind.FACT, "event", 22, 28),
    Mark("said", "entry-1", Kind.REPORTED, "event", AT + 19, len(EVENT)),
    Mark("across", "entry-1", Kind.OPINION, "event", 6, AT + 5),
    Mark("none", "entry-1", Kind.FACT, "action", 0, 4),
)


def a_review(*marks: Mark) -> Chronology:
    note = Note("note-1", "entry-1", NoteKind.NOTE, "Which visit?")
    return a_chronology(replace(an_entry(1, EVENT), flagged=True)).after(Change("", (*marks, note)))


def parts(chronology: Chronology) -> tuple[Entry, Entry]:
    first = chronology.entries["entry-1"]
    (second,) = (entry for entry in chronology.entries.values() if entry.id != first.id)
    return first, second


def marked(chronology: Chronology, entry: Entry) -> list[str]:
    return [entry.text(m.field)[m.start : m.end] or "all of it" for m in chronology.marks_of(entry.id)]


def test_each_piece_is_an_entry_of_the_same_row() -> None:
    before = a_review()
    change = cut(before, before.entries["entry-1"], [AT])
    after = before.after(change)
    first, second = parts(after)
    assert change.label == "Make 2 entries of one row"
    assert (first.event, second.event) == ("10:00 Home visit, Kit asleep.", "14:30 Mother rang, said Kit had woken.")
    assert (first.comment, second.comment) == ("part 1 of 2 of the same row", "part 2 of 2 of the same row")
    for kept in ("original", "when", "row", "source_id", "action"):
        assert getattr(first, kept) == getattr(second, kept) == getattr(before.entries["entry-1"], kept)
    assert (first.flagged, second.flagged) == (True, False)
    assert [len(after.notes_of(entry.id)) for entry in (first, second)] == [1, 0]
    assert after.after(before.inverse(change)) == before


def test_marks_go_with_their_words() -> None:
    before = a_review(*MARKS)
    change = cut(before, before.entries["entry-1"], [AT])
    after = before.after(change)
    first, second = parts(after)
    assert marked(after, first) == ["all of it", "asleep", "Home visit, Kit asleep.", "None"]
    assert set(marked(after, second)) == {"all of it", "said Kit had woken.", "14:30", "None"}
    assert after.after(before.inverse(change)) == before


def test_nothing_is_cut_where_only_one_piece_is_left() -> None:
    before = a_review()
    for cuts in ([], [0], [len(EVENT)], [99]):
        assert not cut(before, before.entries["entry-1"], cuts)


@given(st.text(max_size=30), st.lists(st.integers(-2, 32), max_size=5))
def test_every_word_is_in_exactly_one_piece(text: str, cuts: list[int]) -> None:
    found = pieces(text, cuts)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
