"""An exported review becomes a review again, whole or not at all, and files sent since are merged into it."""

from contextlib import closing
from pathlib import Path

import pytest

from chronology_app.core.change import RECORD_TYPES
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import Cancelled, FileProblem, ReviewProblem
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.store.store import Store
from chronology_app.work import exported
from chronology_app.work.documents import write_document
from chronology_app.work.exported import create_from_export, read_export
from chronology_app.work.merging import merge
from chronology_app.writing.look import Look
from tests.make import a_chronology, an_entry
from tests.writing.a_full_review import full

PASSPHRASE = "four small grey geese"
NOTES = "Date,Event\n14/03/2022,Baby weighed.\n"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "Baby K.json"
    write_document(full()[0], path, Look())
    return path


def test_an_export_becomes_a_review_with_everything_in_it(export: Path, tmp_path: Path) -> None:
    held = read_export(export)
    assert set(held.records) == set(RECORD_TYPES)
    path = tmp_path / "Baby K.chronology"
    with closing(create_from_export(held, path, PASSPHRASE, "A. Reviewer")) as store:
        assert store.chronology == held
        assert [step.label for step in store.steps()] == ["Take in the exported review"]
    with closing(Store.open(path, PASSPHRASE, "A. Reviewer")) as again:
        assert again.chronology == held
        assert again.chronology.in_order() == held.in_order()
        write_document(again.chronology, tmp_path / "again.json", Look())
    assert (tmp_path / "again.json").read_bytes() == export.read_bytes()


def test_what_cannot_be_kept_leaves_no_review(tmp_path: Path) -> None:
    broken = Chronology.of([Review(), Person("p", "Mother", names=("\ud83d",))])
    with pytest.raises(UnicodeEncodeError):
        create_from_export(broken, tmp_path / "Baby K.chronology", PASSPHRASE, "A. Reviewer")
    assert list(tmp_path.iterdir()) == []


def test_a_review_that_is_there_stays_as_it_is(export: Path, tmp_path: Path) -> None:
    path = tmp_path / "Baby K.chronology"
    Store.create(path, PASSPHRASE, "A. Reviewer").close()
    before = path.read_bytes()
    with pytest.raises(ReviewProblem):
        create_from_export(read_export(export), path, PASSPHRASE, "A. Reviewer")
    assert path.read_bytes() == before


def test_an_export_with_a_mark_for_its_letters_is_read(export: Path) -> None:
    export.write_text(export.read_text("utf-8"), "utf-8-sig")
    assert len(read_export(export).entries) == 2


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\x80 not text", b"{}", b"PK\x03\x04"])
def test_what_is_no_export_is_one_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "Baby K.json"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match="nothing was taken in"):
        read_export(path)


def test_a_file_that_is_not_there_a_folder_and_one_too_large_are_told(
    export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (tmp_path / "missing.json", tmp_path):
        with pytest.raises(FileProblem, match="cannot be read"):
            read_export(path)
    monkeypatch.setattr(exported, "LARGEST", 100)
    with pytest.raises(FileProblem, match="too large"):
        read_export(export)


def test_reading_can_be_stopped(export: Path) -> None:
    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_export(export, report=stop)


def test_files_sent_since_are_merged_into_an_export(export: Path, tmp_path: Path) -> None:
    notes = tmp_path / "Police.csv"
    notes.write_text(NOTES, "utf-8")
    held = read_export(export)
    merged = merge([notes, export], Chronology(), facts={"title": "Baby K, part 2"})
    assert (merged.begun, len(merged.chronology.entries)) == (2, 3)
    assert merged.chronology.review.title == "Baby K, part 2"
    assert all(merged.chronology.entries[entry_id] == entry for entry_id, entry in held.entries.items())
    assert len(merged.files) == 1
    after = Chronology()
    for step in merged.steps:
        after = after.after(step)
    assert after == merged.chronology


def test_an_export_begins_only_a_new_review_and_only_one(export: Path) -> None:
    with pytest.raises(FileProblem, match="only begin a new one"):
        merge([export], a_chronology(an_entry(7)))
    with pytest.raises(FileProblem, match="Two exported reviews"):
        merge([export, export], Chronology())
