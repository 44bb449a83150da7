"""Every change is one step that is on disk when it is done, can be taken back, and stays in the log."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.entry import Entry
from chronology_app.core.errors import ReviewProblem
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.note import Note, NoteKind
from chronology_app.store.store import Store
from tests.make import an_entry

PASSPHRASE = "three crows on a gate"


def reopened(store: Store, path: Path) -> Store:
    store.close()
    return Store.open(path, PASSPHRASE, "A. Other")


def labels(store: Store) -> list[tuple[str, bool]]:
    return [(step.label, step.undone) for step in store.steps()]


def mark(store: Store, number: int, kind: Kind = Kind.FACT) -> Change:
    return store.apply(edits.mark(store.chronology, [f"entry-{number}"], kind))


def test_what_was_applied_is_there_after_reopening(store: Store, path: Path) -> None:
    mark(store, 1)
    kept = store.chronology
    again = reopened(store, path)
    assert again.chronology == kept
    again.close()


def test_records_come_back_in_the_order_they_were_first_put(store: Store, path: Path) -> None:
    store.apply(Change("Import more", tuple(an_entry(number) for number in (9, 8, 7))))
    store.apply(Change("Change the first", (replace(an_entry(1), comment="seen"),)))
    again = reopened(store, path)
    assert list(again.chronology.entries) == [f"entry-{number}" for number in (1, 2, 3, 9, 8, 7)]
    again.close()


def test_apply_returns_what_takes_it_back(store: Store) -> None:
    before = store.chronology
    inverse = mark(store, 1)
    assert store.chronology.after(inverse) == before


def test_an_empty_change_does_nothing(store: Store) -> None:
    before = store.log()
    assert not store.apply(Change("Nothing"))
    assert store.log() == before


def test_undo_and_redo_survive_a_restart(store: Store, path: Path) -> None:
    imported = store.chronology
    mark(store, 1)
    marked = store.chronology
    mark(store, 2, Kind.OPINION)
    undone = store.undo()
    assert undone is not None
    assert (undone.label, undone.undone, undone.who) == ("Mark 1 entry as opinion", True, "S. Reed")
    again = reopened(store, path)
    assert labels(again) == [
        ("Import 3 entries", False),
        ("Mark 1 entry as fact", False),
        ("Mark 1 entry as opinion", True),
    ]
    again.undo()
    assert again.chronology == imported
    again.redo()
    assert again.chronology == marked
    again.redo()
    assert [kept.kind for kept in again.chronology.marks_of("entry-2")] == [Kind.OPINION]
    assert again.redo() is None
    again.close()


def test_undoing_everything_leaves_an_empty_review_and_an_end(store: Store) -> None:
    store.undo()
    assert store.chronology.records == {}
    assert store.undo() is None


def test_a_new_step_ends_what_could_be_redone_but_not_its_line_in_the_log(store: Store, path: Path) -> None:
    mark(store, 1)
    store.undo()
    mark(store, 2)
    assert labels(store) == [("Import 3 entries", False), ("Mark 1 entry as fact", False)]
    assert store.redo() is None
    again = reopened(store, path)
    assert [line.number for line in again.log()] == [1, 2, 3, 4]
    assert again.steps() == store.steps()
    again.close()


def test_the_log_says_who_when_and_what_in_words(store: Store) -> None:
    before = datetime.now(UTC)
    mark(store, 1)
    store.undo()
    store.redo()
    store.apply(edits.clear_marks(store.chronology, ["entry-1"]))
    assert [line.words for line in store.log()] == [
        "Import 3 entries: 2 agencies added, 3 entries added",
        "Mark 1 entry as fact: 1 mark added",
        "Undid step 2 (Mark 1 entry as fact): 1 mark removed",
        "Did step 2 again (Mark 1 entry as fact): 1 mark added",
        "Clear the marks of 1 entry: 1 mark removed",
    ]
    assert {line.who for line in store.log()} == {"S. Reed"}
    assert before <= store.log()[1].at <= datetime.now(UTC)


def test_every_version_of_a_record_stays_in_the_file(store: Store) -> None:
    for kind in (Kind.FACT, Kind.OPINION, Kind.REPORTED):
        mark(store, 1, kind)
    store.apply(edits.clear_marks(store.chronology, ["entry-1"]))
    with store._vault.begin() as connection:
        kept = connection.exec_driver_sql("SELECT kind, record_version, replaced_in FROM mark ORDER BY 2").all()
    assert [tuple(row) for row in kept] == [("fact", 2, 3), ("opinion", 3, 4), ("reported", 4, 5)]


def test_dropping_and_putting_in_one_step_and_dropping_what_is_not_there(store: Store, path: Path) -> None:
    before = store.chronology
    first = an_entry(1, "Another visit.")
    store.apply(Change("Again", (first,), ((Entry, first.id), (Mark, "no such mark"))))
    after = store.chronology
    assert list(after.entries) == ["entry-2", "entry-3", "entry-1"]
    again = reopened(store, path)
    assert list(again.chronology.entries) == list(after.entries)
    again.undo()
    assert again.chronology == before
    again.close()


def test_a_review_may_be_opened_in_one_thread_and_used_in_others(store: Store, path: Path) -> None:
    store.close()
    with ThreadPoolExecutor(4) as threads:
        again = threads.submit(Store.open, path, PASSPHRASE, "A. Other").result()
        notes = [Change("Add", (Note(f"note-{number}", "entry-1", NoteKind.NOTE, "Ask."),)) for number in range(20)]
        list(threads.map(again.apply, notes))
    assert len(again.chronology.notes_of("entry-1")) == 20
    assert [line.number for line in again.log()] == list(range(1, 22))
    again.undo()
    assert len(again.chronology.notes_of("entry-1")) == 19
    again.close()


def test_an_original_comes_back_byte_for_byte_and_stays_when_its_import_is_undone(store: Store, path: Path) -> None:
    content = bytes(range(256)) * 500
    name = sha256(content).hexdigest()
    store.apply(Change("Import", (an_entry(9),)), {name: content})
    store.apply(Change("Import it again", (an_entry(10),)), {name: content})
    store.undo()
    store.undo()
    again = reopened(store, path)
    assert again.file(name) == content
    with pytest.raises(ReviewProblem, match="does not hold that file"):
        again.file("0" * 64)
    again.close()


def test_an_original_under_another_files_hash_is_refused(store: Store) -> None:
    before = store.log()
    with pytest.raises(ValueError, match="SHA-256"):
        store.apply(Change("Import", (an_entry(9),)), {"0" * 64: b"other"})
    assert store.log() == before
