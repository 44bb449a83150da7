"""Every edit can be taken back: applied and then undone, the chronology is what it was."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from chronology_app.core import edits
from chronology_app.core.agency import Agency
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.link import Link, LinkKind
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.named_look import Choice, NamedLook
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.core.when import Precision, When
from tests.make import HEALTH, a_chronology, an_entry, on

EVENT = "Leanne said that Kit had slept. He seemed settled."
RECORDS = (
    Mark("mark-1", "entry-1", Kind.FACT),
    Mark("mark-2", "entry-1", Kind.REPORTED, "event", 0, 30),
    Mark("mark-3", "entry-1", Kind.OPINION, "event", 0, 0, words="He was unsettled."),
    Link("link-1", LinkKind.SAME_EVENT, ("entry-1", "entry-2")),
    Note("note-1", "entry-1", NoteKind.NOTE, "Who else was there?"),
    Person("person-1", "MGM", "Maternal grandmother", ("Denise",)),
    Note("note-2", "entry-2", NoteKind.QUESTION, "Who was at home?"),
    NamedLook("look-1", "For the panel", ("title", "chronology"), ("ref", "date", "event")),
    NotAName("none-1", "Grace", "MGM", "said grace before"),
)
DAYS = (date(2022, 2, 28), date(2022, 3, 2))
SEVERAL = When("28/2 & 2/3/22", *DAYS, Precision.DAY, dates=DAYS)
Edit = Callable[[Chronology], Change]
EDITS: dict[str, Edit] = {
    "mark": lambda c: edits.mark(c, ["entry-1", "entry-2"], Kind.OPINION),
    "mark_passage": lambda c: edits.mark_passage(c, "entry-1", "event", 12, 20, Kind.OPINION),
    "clear_passage": lambda c: edits.clear_passage(c, "entry-1", "event", 10, 20),
    "clear_lost_mark": lambda c: edits.clear_lost_mark(c, "mark-3"),
    "clear_marks": lambda c: edits.clear_marks(c, ["entry-1"]),
    "set_date": lambda c: edits.set_date(c, "entry-3", on("12/4/22", date(2022, 4, 12))),
    "settle": lambda c: edits.settle(c, ["entry-3"]),
    "flag": lambda c: edits.flag(c, ["entry-1", "entry-2"], on=True),
    "set_aside": lambda c: edits.set_aside(c, ["entry-1"], "sent twice"),
    "bring_back": lambda c: edits.bring_back(c, ["entry-4"]),
    "move": lambda c: edits.move(c, "entry-1", 1),
    "move_to": lambda c: edits.move_to(c, "entry-1", "entry-2"),
    "split": lambda c: edits.split(c, "entry-5"),
    "link": lambda c: edits.link(c, ["entry-2", "entry-1"], LinkKind.CONFLICT, "different times"),
    "unlink": lambda c: edits.unlink(c, "link-1"),
    "add_note": lambda c: edits.add_note(c, "entry-2", NoteKind.QUESTION, "Where was Kit?"),
    "change_note": lambda c: edits.change_note(c, "note-1", "Who else was at home?"),
    "keep_look": lambda c: edits.keep_look(
        c, NamedLook("", "for the PANEL", ("chronology",), ("event",), Choice.RAPID)
    ),
    "remove_look": lambda c: edits.remove_look(c, "look-1"),
    "name_nobody": lambda c: edits.name_nobody(
        c, [NotAName("", "Grace", "MGM", "with grace and"), NotAName("", "Hope")]
    ),
    "may_be_names": lambda c: edits.may_be_names(c, ["none-1", "none-2"]),
    "answer": lambda c: edits.answer(c, "note-2", "Nobody but Leanne."),
    "set_review": lambda c: edits.set_review(c, replace(c.review, title="Baby K, second draft")),
    "set_agency": lambda c: edits.set_agency(c, Agency(HEALTH.id, "HV", "0-19 service", 3)),
    "set_person": lambda c: edits.set_person(c, Person("person-2", "MA")),
    "remove_person": lambda c: edits.remove_person(c, "person-1"),
}


def a_full_chronology() -> Chronology:
    """Two entries of one day with marks, a link and a note, one that needs a date and one that was set aside."""
    entries = [
        an_entry(1, EVENT),
        an_entry(2),
        replace(an_entry(3), needs="The date cannot be read."),
        replace(an_entry(4), set_aside="sent twice"),
        an_entry(5, when=SEVERAL),
    ]
    return a_chronology(*entries, review=Review(title="Baby K")).after(Change("", RECORDS))


def rows_of(chronology: Chronology) -> set[tuple[str, int]]:
    """The rows that entries stand for."""
    return {(entry.source_id, entry.row) for entry in chronology.entries.values()}


def test_no_edit_is_missing_here() -> None:
    public = {
        name
        for name, function in inspect.getmembers(edits, inspect.isfunction)
        if function.__module__ == edits.__name__ and not name.startswith("_")
        if inspect.signature(function).return_annotation is Change
    }
    assert set(EDITS) == public


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_changes_something_and_can_be_taken_back(edit: Edit) -> None:
    before = a_full_chronology()
    change = edit(before)
    after = before.after(change)
    back = before.inverse(change)
    assert after != before
    assert after.after(back) == before
    assert after.after(back).in_order() == before.in_order()
    assert after.after(back).aside() == before.aside()


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_was_taken_back_can_be_done_again(edit: Edit) -> None:
    before = a_full_chronology()
    change = edit(before)
    after = before.after(change)
    again = after.inverse(before.inverse(change))
    assert before.after(again) == after
    assert again.label == change.label


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_the_agencys_words_stay_as_they_were_sent(edit: Edit) -> None:
    before = a_full_chronology()
    after = before.after(edit(before))
    assert after.entries.keys() >= before.entries.keys()
    assert rows_of(after) == rows_of(before)
    for entry in before.entries.values():
        kept = after.entries[entry.id]
        assert (kept.original, kept.when.text, kept.event) == (entry.original, entry.when.text, entry.event)
