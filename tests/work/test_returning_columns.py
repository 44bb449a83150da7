"""Dates, marks and notes that come back from Word: what the panel changed, and what the review did since."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chronology_app.core.change import Change
from chronology_app.core.edits import mark, set_date
from chronology_app.core.mark import Kind
from chronology_app.core.note import Note, NoteKind
from chronology_app.work.returned import take
from chronology_app.writing.look import Look
from tests.make import on
from tests.reading.panel import InWord, text_of
from tests.work.returned_review import (
    DATE,
    FORMS,
    MARK,
    NOTES,
    came_back,
    proposed,
    the_review,
)


def test_what_changed_in_the_review_since_is_not_the_panels(tmp_path: Path) -> None:
    review = the_review()
    now = review.after(mark(review, ["entry-3", "entry-2"], Kind.FACT))
    now = now.after(set_date(now, "entry-1", on("", date(2022, 3, 9))))
    now = now.after(Change("", (Note("note-2", "entry-4", NoteKind.NOTE, "Ask the clinic."),)))
    found = came_back(review, tmp_path, now=now)
    assert found.proposals == ()
    assert set(found.since) == {"entry-1", "entry-2", "entry-3"}


def test_what_was_tracked_is_proposed_whatever_the_review_changed_since(tmp_path: Path) -> None:
    review = the_review()
    now = review.after(mark(review, ["entry-3", "entry-1"], Kind.FACT))
    now = now.after(set_date(now, "entry-3", on("", date(2022, 3, 15))))

    def act(word: InWord) -> None:
        word.change(word.cell("POL-001", MARK), "–", "O", "B. Panel")
        word.change(word.cell("POL-001", DATE), "14/03/2022", "13/03/2022", "B. Panel")

    found = came_back(review, tmp_path, act, now=now)
    assert proposed(found) == [
        ("entry-3", "date", "14/03/2022", "13/03/2022", "B. Panel"),
        ("entry-3", "mark", "", "O", "B. Panel"),
    ]
    assert found.since == ("entry-1",)


def test_a_date_that_can_be_read_is_set_and_any_other_is_proposed(tmp_path: Path) -> None:
    review = the_review()

    def act(word: InWord) -> None:
        word.change(word.cell("HV-001", DATE), "March 2022", "9 March 2022", "B. Panel")
        word.change(word.cell("POL-001", DATE), "14/03/2022", "the day after", "B. Panel")

    found = came_back(review, tmp_path, act)
    assert proposed(found) == [
        ("entry-1", "date", "March 2022", "9 March 2022", "B. Panel"),
        ("entry-3", "date", "14/03/2022", "the day after", "B. Panel"),
    ]
    after = review.after(take(found, {one.id for one in found.proposals}, review))
    when = after.entries["entry-1"].when
    assert (when.text, when.earliest, when.latest) == ("March 2022", date(2022, 3, 9), date(2022, 3, 9))
    assert after.entries["entry-3"].when == review.entries["entry-3"].when
    assert [(n.kind, n.text) for n in after.notes_of("entry-3")] == [(NoteKind.PROPOSAL, "the day after")]


def test_a_mark_somebody_typed_is_made(tmp_path: Path) -> None:
    review = the_review()

    def act(word: InWord) -> None:
        word.change(word.cell("HV-001", MARK), "–", "o")
        word.change(word.cell("HV-002", MARK), "R", "F")
        word.change(word.cell("POL-001", MARK), "–", "M", "B. Panel")

    found = came_back(review, tmp_path, act)
    assert [(e, b, a) for e, _, b, a, _ in proposed(found)] == [
        ("entry-1", "", "O"),
        ("entry-2", "R", "F"),
        ("entry-3", "", "M"),
    ]
    after = review.after(take(found, {one.id for one in found.proposals}, review))
    assert after.kind_of("entry-1") is Kind.OPINION
    assert after.kind_of("entry-3") is None
    assert [note.text for note in after.notes_of("entry-3")] == ["Mark: M"]


def test_notes_are_changed_and_written(tmp_path: Path) -> None:
    review = the_review()

    def act(word: InWord) -> None:
        word.change(word.cell("HV-002", NOTES), "Which letter", "Which of the letters")
        cell = word.cell("HV-001", NOTES)
        word.say(cell, "Compare with the clinic.")

    found = came_back(review, tmp_path, act)
    assert [(e, b, a) for e, _, b, a, _ in proposed(found)] == [
        ("entry-1", "", "Compare with the clinic."),
        ("entry-2", "Which letter was it?", "Which of the letters was it?"),
    ]
    after = review.after(take(found, {one.id for one in found.proposals}, review))
    assert [(n.id, n.text) for n in after.notes_of("entry-2")] == [("note-1", "Which of the letters was it?")]
    assert [n.text for n in after.notes_of("entry-1")] == ["Compare with the clinic."]


@pytest.mark.parametrize("author", ["", "B. Panel"])
@pytest.mark.parametrize("look", FORMS[::2], ids=["names", "designations"])
def test_of_several_notes_only_the_one_that_was_changed_is_told(author: str, look: Look, tmp_path: Path) -> None:
    review = the_review()
    said = ("Leanne asked for it.", "Compare with the clinic.", "Leanne was not asked.")
    notes = (Note(f"note-{n}", "entry-2", NoteKind.NOTE, text, "A. Chair") for n, text in enumerate(said, 2))
    review = review.after(Change("", tuple(notes)))
    found = came_back(
        review, tmp_path, lambda word: word.change(word.cell("HV-002", NOTES), "clinic", "hospital", author), look
    )
    before, after = "Compare with the clinic.", "Compare with the hospital."
    assert proposed(found) == [("entry-2", "notes", before, after, author)]


def test_ages_and_readings_that_the_review_works_out_anew_are_nobodys(tmp_path: Path) -> None:
    review = the_review()
    facts = review.review
    now = review.after(Change("", (replace(facts, born=date(2022, 2, 2), due=date(2022, 4, 1)),)))
    found = came_back(review, tmp_path, now=now)
    assert (found.proposals, len(found.since)) == ((), 4)


def test_a_reading_somebody_wrote_anew_is_a_date(tmp_path: Path) -> None:
    def act(word: InWord) -> None:
        word.change(word.cell("HV-001", DATE), "March 2022, day not known", "9 March 2022")

    found = came_back(the_review(), tmp_path, act)
    assert [(one.field, one.after) for one in found.proposals] == [("date", "9 March 2022")]


@pytest.mark.parametrize(("author", "left"), [("", 1), ("B. Panel", 0)])
def test_a_note_taken_out_is_removed_only_where_that_was_tracked(author: str, left: int, tmp_path: Path) -> None:
    def act(word: InWord) -> None:
        cell = word.cell("HV-002", NOTES)
        word.change(cell, text_of(cell), "", author)

    review = the_review()
    found = came_back(review, tmp_path, act)
    assert proposed(found) == [("entry-2", "notes", "Which letter was it?", "", author)] * (1 - left)
    after = review.after(take(found, {one.id for one in found.proposals}, review))
    assert len(after.notes_of("entry-2")) == left
