"""A combined chronology is told from an agency's file without reading either."""

from pathlib import Path

import pytest
from docx import Document

from chronology_app.work.documents import write_document
from chronology_app.work.returned_glance import may_come_back
from chronology_app.work.sample import sample
from chronology_app.writing.look import Look
from tests.make import a_chronology, an_entry

REVIEW = a_chronology(an_entry(1), an_entry(2))


@pytest.mark.parametrize("columns", [(), ("ref", "event"), ("date", "agency", "event", "mark")])
def test_a_combined_chronology_may_come_back_also_when_it_was_saved_again(
    tmp_path: Path, columns: tuple[str, ...]
) -> None:
    path = tmp_path / "Baby K.docx"
    write_document(REVIEW, path, Look(columns=columns))
    assert may_come_back(path)
    document = Document(str(path))
    document.add_paragraph("Read by the panel.")
    document.save(str(path))
    assert may_come_back(path)


def test_no_file_of_an_agency_is_held_up() -> None:
    assert [file.path.name for file in sample().files if may_come_back(file.path)] == []


def test_what_cannot_be_looked_into_is_none(tmp_path: Path) -> None:
    write_document(REVIEW, tmp_path / "whole.docx", Look())
    (tmp_path / "half.docx").write_bytes((tmp_path / "whole.docx").read_bytes()[:3000])
    (tmp_path / "words.docx").write_bytes(b"PK, but no Word document")
    (tmp_path / "empty.docx").write_bytes(b"")
    names = ("half.docx", "words.docx", "empty.docx", "nothing.docx")
    assert not any(may_come_back(tmp_path / name) for name in names)
    assert not may_come_back(tmp_path)
