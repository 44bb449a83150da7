"""What each edit does beyond being undoable: labels, replacing, refusing to do nothing."""

from dataclasses import replace
from datetime import date

from chronology_app.core import edits
from chronology_app.core.chronology import Chronology
from chronology_app.core.link import LinkKind
from chronology_app.core.mark import Kind
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.when import Precision, When
from tests.make import a_chronology, an_entry, on


def marked(chronology: Chronology, kind: Kind) -> Chronology:
    """The chronology after its first entry is marked."""
    return chronology.after(edits.mark(chronology, ["entry-1"], kind))


def test_marking_again_replaces_the_mark() -> None:
    twice = marked(marked(a_chronology(an_entry(1)), Kind.FACT), Kind.OPINION)
    assert [mark.kind for mark in twice.marks_of("entry-1")] == [Kind.OPINION]


def test_marking_an_entry_leaves_its_passages_marked_and_shows_it_as_mixed() -> None:
    chronology = a_chronology(an_entry(1, "He seemed settled."))
    chronology = chronology.after(edits.mark_passage(chronology, "entry-1", "event", 3, 9, Kind.OPINION))
    assert marked(chronology, Kind.FACT).kind_of("entry-1") is Kind.MIXED


def test_labels_say_how_many() -> None:
    chronology = a_chronology(an_entry(1), an_entry(2))
    assert edits.mark(chronology, ["entry-1"], Kind.FACT).label == "Mark 1 entry as fact"
    assert edits.mark(chronology, ["entry-1", "entry-2"], Kind.FACT).label == "Mark 2 entries as fact"


def test_an_entry_named_twice_or_not_there_counts_once_or_not() -> None:
    change = edits.mark(a_chronology(an_entry(1)), ["entry-1", "entry-1", "entry-9"], Kind.FACT)
    assert len(change.put) == 1


def test_a_passage_without_characters_is_no_change() -> None:
    chronology = a_chronology(an_entry(1, "Seen."))
    assert not edits.mark_passage(chronology, "entry-1", "event", 3, 3, Kind.FACT)
    assert not edits.mark_passage(chronology, "entry-1", "event", 30, 40, Kind.FACT)


def test_a_decided_date_keeps_the_agencys_text_and_needs_nobody() -> None:
    unread = replace(an_entry(1), when=When("31/04/2022", reason="No such day."), needs="No such day.")
    chronology = a_chronology(unread)
    decided = chronology.after(edits.set_date(chronology, "entry-1", on("30/4/22", date(2022, 4, 30))))
    entry = decided.entries["entry-1"]
    assert (entry.when.text, entry.when.earliest, entry.needs) == ("31/04/2022", date(2022, 4, 30), "")
    assert entry.date_decided


def test_deciding_that_a_date_is_not_known_still_needs_somebody() -> None:
    unread = replace(an_entry(1), when=When("?"), needs="No date.")
    chronology = a_chronology(unread)
    assert chronology.after(edits.set_date(chronology, "entry-1", When())).entries["entry-1"].needs == "No date."


def test_moving_stays_within_the_day() -> None:
    chronology = a_chronology(an_entry(1), an_entry(2), an_entry(3, when=on("13/03/2022", date(2022, 3, 13))))
    moved = chronology.after(edits.move(chronology, "entry-1", 1))
    assert [entry.id for entry in moved.in_order()] == ["entry-2", "entry-1", "entry-3"]
    assert not edits.move(moved, "entry-1", 1)
    assert not edits.move(moved, "entry-2", -1)


def test_a_second_decision_about_the_same_entries_replaces_the_first() -> None:
    chronology = a_chronology(an_entry(1), an_entry(2))
    chronology = chronology.after(edits.link(chronology, ["entry-1", "entry-2"], LinkKind.SAME_EVENT))
    chronology = chronology.after(edits.link(chronology, ["entry-2", "entry-1"], LinkKind.DIFFERENT))
    assert [link.kind for link in chronology.links.values()] == [LinkKind.DIFFERENT]


def test_one_entry_cannot_be_tied_to_itself() -> None:
    assert not edits.link(a_chronology(an_entry(1)), ["entry-1", "entry-1"], LinkKind.SAME_EVENT)


def test_a_note_without_words_is_not_added_and_is_removed_when_emptied() -> None:
    chronology = a_chronology(an_entry(1))
    assert not edits.add_note(chronology, "entry-1", NoteKind.NOTE, "  ")
    chronology = chronology.after(edits.add_note(chronology, "entry-1", NoteKind.NOTE, " Ask HV. "))
    (note,) = chronology.notes_of("entry-1")
    assert note.text == "Ask HV."
    assert not chronology.after(edits.change_note(chronology, note.id, " ")).all(Note)


def test_setting_what_is_already_so_is_no_change() -> None:
    chronology = a_chronology(an_entry(1))
    assert not edits.set_review(chronology, chronology.review)
    assert not edits.flag(chronology, ["entry-1"], on=False)
    assert not edits.settle(chronology, ["entry-1"])
    assert not edits.bring_back(chronology, ["entry-1"])


DAYS = (date(2022, 2, 28), date(2022, 3, 2))


def test_a_row_with_two_dates_becomes_an_entry_for_each() -> None:
    when = When("28/2 & 2/3/22", *DAYS, Precision.DAY, dates=DAYS, reason="Which day?", offers=(on("", DAYS[1]),))
    chronology = a_chronology(replace(an_entry(1, when=when), needs="Which day?"))
    change = edits.split(chronology, "entry-1")
    after = chronology.after(change)
    first, second = after.in_order()
    assert change.label == "Make 2 entries of one row"
    assert [(e.when.earliest, e.when.latest, e.when.text, e.needs) for e in (first, second)] == [
        (day, day, "28/2 & 2/3/22", "") for day in DAYS
    ]
    assert (first.id, second.row, second.original) == ("entry-1", first.row, first.original)
    assert (first.comment, second.comment) == ("date 1 of 2 of the same row", "date 2 of 2 of the same row")
    assert after.sources == chronology.sources


def test_an_entry_of_one_date_is_not_split() -> None:
    assert not edits.split(a_chronology(an_entry(1)), "entry-1")


def test_an_entry_takes_the_place_of_another_one_of_its_day_only() -> None:
    later = an_entry(4, when=on("13/03/2022", date(2022, 3, 13)))
    chronology = a_chronology(an_entry(1), an_entry(2), an_entry(3), later)
    moved = chronology.after(edits.move_to(chronology, "entry-3", "entry-1"))
    assert [entry.id for entry in moved.in_order()] == ["entry-3", "entry-1", "entry-2", "entry-4"]
    assert not edits.move_to(chronology, "entry-3", "entry-4")
    assert edits.same_slot(an_entry(1), an_entry(2))
    assert not edits.same_slot(an_entry(1), later)


def test_a_row_with_two_events_becomes_an_entry_for_each() -> None:
    chronology = a_chronology(an_entry(1, "Home visit. Mother rang."))
    after = chronology.after(edits.split(chronology, "entry-1", [12]))
    assert sorted(entry.event for entry in after.entries.values()) == ["Home visit.", "Mother rang."]
