"""The round trip through Word: what the panel wrote is found beside its entry, and nothing that nobody wrote is."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import FileProblem
from chronology_app.core.mark import Kind
from chronology_app.core.note import NoteKind
from chronology_app.core.person import Person
from chronology_app.reading.from_remarked_docx import read
from chronology_app.store.store import Store
from chronology_app.work.documents import write_document
from chronology_app.work.returned import Returned, take
from chronology_app.work.returning import ANOTHER_REVIEW, NO_REFERENCES, returned_of
from chronology_app.writing.look import Look
from chronology_app.writing.wording import wording
from tests.make import a_chronology, an_entry
from tests.reading.panel import InWord, text_of
from tests.work.returned_review import (
    AGENCY,
    DATE,
    EVENT,
    FORMS,
    LEANNE,
    LOOK,
    MARK,
    NOTES,
    REF,
    SOURCE,
    came_back,
    proposed,
    the_review,
)

READ_LIKE_THIS = wording().say("reading", "order")[:20]


@pytest.mark.parametrize("look", FORMS, ids=["names", "all columns", "designations", "published"])
def test_a_document_nobody_touched_says_nothing(look: Look, tmp_path: Path) -> None:
    found = came_back(the_review(), tmp_path, look=look)
    assert found == Returned("returned.docx", (), (), 4, (), ())


def test_a_comment_is_found_with_its_entry_its_words_and_its_thread(tmp_path: Path) -> None:
    def act(word: InWord) -> None:
        cell = word.cell("HV-001", EVENT)
        first = word.comment(cell, "slept well", "Who says so?", utc="2026-03-05T13:30:00Z")
        word.comment(cell, "slept well", "The record.", "B. Panel", answers=first, done=True)
        word.comment(word.cell("HV-001", SOURCE), "HV Adams", "Which team?")
        word.comment(word.cell("HV-002", DATE), "12/03/2022", "Sure?")
        word.comment(word.root, READ_LIKE_THIS, "Needed?")

    comments = came_back(the_review(), tmp_path, act).comments
    assert [(c.text, c.entry_id, c.place, c.field, c.about) for c in comments] == [
        ("Needed?", "", "How to read this document", "", READ_LIKE_THIS),
        ("Which team?", "entry-1", "HV-001, Source", "professional", ""),
        ("Who says so?", "entry-1", "HV-001, Event", "event", "slept well"),
        ("The record.", "entry-1", "HV-001, Event", "event", "slept well"),
        ("Sure?", "entry-2", "HV-002, Date as written, and age", "date", "12/03/2022"),
    ]
    assert [(c.author, c.written, c.resolved) for c in comments[2:4]] == [
        ("A. Panel", "2026-03-05T13:30:00Z", False),
        ("B. Panel", "2026-03-05T14:30:00", True),
    ]
    assert comments[3].answers == comments[2].id


def test_a_comment_that_was_taken_is_a_note_and_is_not_taken_twice(tmp_path: Path) -> None:
    review = the_review()

    def act(word: InWord) -> None:
        first = word.comment(word.cell("HV-001", EVENT), "slept well", "Who says so?")
        word.comment(word.cell("HV-001", EVENT), "slept well", "The record.", "B. Panel", answers=first)

    found = came_back(review, tmp_path, act)
    change = take(found, {one.id for one in found.comments}, review)
    after = review.after(change)
    assert change.label == "Take 2 comments from Word"
    assert [(n.text, n.author, n.field, n.about) for n in after.notes_of("entry-1")] == [
        ("Who says so?", "A. Panel", "event", "slept well"),
        ("To A. Panel: The record.", "B. Panel", "event", "slept well"),
    ]
    again = came_back(review, tmp_path, act, now=after)
    assert [one.taken for one in again.comments] == [True, True]
    assert not take(again, {one.id for one in again.comments}, after)
    assert after.after(review.inverse(change)) == review


@pytest.mark.parametrize("author", ["", "B. Panel"])
def test_changed_words_are_proposed_and_the_agencys_stay(author: str, tmp_path: Path) -> None:
    review = the_review()
    found = came_back(
        review, tmp_path, lambda w: w.change(w.cell("HV-001", EVENT), "slept well", "slept badly", author)
    )
    before, after = "Leanne said he had slept well.", "Leanne said he had slept badly."
    assert proposed(found) == [("entry-1", "event", before, after, author)]
    taken = review.after(take(found, {found.proposals[0].id}, review))
    assert taken.entries == review.entries
    [note] = taken.notes_of("entry-1")
    assert (note.kind, note.text, note.about, note.author) == (NoteKind.PROPOSAL, after, before, author)
    again = returned_again(taken, tmp_path)
    assert [one.taken for one in again.proposals] == [True]


def returned_again(chronology: Chronology, folder: Path) -> Returned:
    """The document that came back, dropped once more."""
    found = returned_of("returned.docx", read((folder / "returned.docx").read_bytes()), chronology)
    assert found is not None
    return found


def test_where_designations_stood_for_names_the_agencys_own_words_are_proposed(tmp_path: Path) -> None:
    look = replace(LOOK, anonymise=True)

    def act(word: InWord) -> None:
        word.comment(word.cell("HV-001", EVENT), "Mother said", "To whom?")
        word.change(word.cell("HV-001", EVENT), "slept well", "slept badly")

    found = came_back(the_review(), tmp_path, act, look)
    before, after = "Leanne said he had slept well.", "Leanne said he had slept badly."
    assert proposed(found) == [("entry-1", "event", before, after, "")]
    assert [one.about for one in found.comments] == ["Leanne said"]


def test_a_person_listed_since_is_nobodys_proposal(tmp_path: Path) -> None:
    both = an_entry(1, "Leanne came with Joan Bell.")
    review = Chronology.of([*(r for kept in a_chronology(both).records.values() for r in kept.values()), LEANNE])
    now = review.after(Change("", (Person("person-2", "MGM", "", ("Joan Bell",)),)))
    assert came_back(review, tmp_path, look=replace(LOOK, anonymise=True), now=now).proposals == ()


def test_a_comment_in_another_part_stands_beside_the_entry_its_row_names(tmp_path: Path) -> None:
    def act(word: InWord) -> None:
        row = [row for row in word.root.iter(qn("w:tr")) if "HV-002" in map(text_of, row.iter(qn("w:tc")))][-1]
        word.comment(row, "Which letter", "The one of May.")

    [comment] = came_back(the_review(), tmp_path, act).comments
    assert (comment.entry_id, comment.place, comment.about) == (
        "entry-2",
        "HV-002",
        "Which letter",
    )


def test_what_programs_change_by_themselves_is_nobodys_proposal(tmp_path: Path) -> None:
    entry = an_entry(1, '"I\'m fine" - she said... twice. It was 1/2 past two.')
    review = a_chronology(entry)

    def act(word: InWord) -> None:
        cell = word.cell("HV-001", EVENT)
        word.change(cell, entry.event, "“I’m\u00a0fine” – she  said… tw\u00adice. It was ½ past two. ")

    assert came_back(review, tmp_path, act).proposals == ()


@pytest.mark.parametrize("author", ["", "B. Panel"])
def test_rows_taken_out_are_told(author: str, tmp_path: Path) -> None:
    found = came_back(the_review(), tmp_path, lambda word: word.strike_row("POL-001", author))
    assert (found.recognised, found.gone, found.proposals) == (3, ("entry-3",), ())


def test_rows_typed_in_and_columns_added_are_told(tmp_path: Path) -> None:
    def act(word: InWord) -> None:
        word.copy_row("HV-002", {REF: "", EVENT: "A visit nobody sent."})
        word.add_column("Panel's view", {"HV-001": "Important."})

    found = came_back(the_review(), tmp_path, act)
    assert len(found.added) == 1
    assert "A visit nobody sent." in found.added[0]
    assert proposed(found) == [("entry-1", "notes", "", "Panel's view: Important.", "")]


def test_rows_and_columns_may_be_moved(tmp_path: Path) -> None:
    def act(word: InWord) -> None:
        word.change(word.cell("HV-001", EVENT), "slept well", "slept badly")
        word.move_row("POL-001", before="HV-001")
        word.order_columns((EVENT, MARK, REF, DATE, NOTES, AGENCY, SOURCE))

    found = came_back(the_review(), tmp_path, act)
    assert (found.recognised, found.gone, found.added) == (4, (), ())
    assert [(one.entry_id, one.field) for one in found.proposals] == [("entry-1", "event")]


def test_a_later_version_of_the_file_is_not_the_panels(tmp_path: Path) -> None:
    review = the_review()
    old = review.entries["entry-4"]
    row = replace(old.origin, original=(old.when.text, old.event, old.action))
    later = replace(old, event="Baby was not brought to the clinic.", earlier=(row,))
    assert came_back(review, tmp_path, now=review.after(Change("", (later,)))).proposals == ()


def test_tracked_changes_beside_no_entry_are_shown_and_cannot_be_taken(tmp_path: Path) -> None:
    review = the_review()
    found = came_back(review, tmp_path, lambda word: word.change(word.root, "How to read", "How one reads", "B. Panel"))
    assert [(one.entry_id, one.author) for one in found.proposals] == [("", "B. Panel")]
    assert not take(found, {found.proposals[0].id}, review)


def test_a_document_of_another_review_and_one_without_references_are_told_apart(tmp_path: Path) -> None:
    other = a_chronology(*(an_entry(n, f"Quite another thing happened, number {n}.") for n in range(1, 6)))
    with pytest.raises(FileProblem, match=ANOTHER_REVIEW[:40]):
        came_back(other, tmp_path, now=the_review())
    with pytest.raises(FileProblem, match=NO_REFERENCES[:40]):
        came_back(the_review(), tmp_path, look=replace(LOOK, columns=LOOK.columns[1:]))


def test_an_agencys_own_file_is_no_combined_chronology(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    write_document(the_review(), path, Look(parts=("title", "agencies", "people", "questions")))
    assert returned_of("x.docx", read(path.read_bytes()), the_review()) is None
    assert text_of(InWord(path).root) != ""


def test_what_is_taken_is_one_step_on_disk_and_undone_as_one(tmp_path: Path) -> None:
    review = the_review()

    def act(word: InWord) -> None:
        word.comment(word.cell("HV-001", EVENT), "slept well", "Who says so?")
        word.change(word.cell("HV-001", DATE), "March 2022", "9 March 2022")
        word.change(word.cell("POL-001", MARK), "–", "F")

    found = came_back(review, tmp_path, act)
    with closing(Store.create(tmp_path / "x.chronology", "a long passphrase", "A. Reviewer")) as store:
        store.apply(Change("Begin", tuple(record for kept in review.records.values() for record in kept.values())))
        before = store.chronology
        store.apply(take(found, {one.id for one in (*found.comments, *found.proposals)}, before))
        assert [note.author for note in store.chronology.notes_of("entry-1")] == ["A. Panel"]
        assert store.chronology.kind_of("entry-3") is Kind.FACT
        undone = store.undo()
        assert undone is not None
        assert store.chronology == before
