"""Makes PDFs through LibreOffice and sees that nothing unencrypted is left beside them."""

import subprocess
from pathlib import Path

import pytest

from chronology_app.core.change import Change
from chronology_app.core.errors import Cancelled, OutputProblem
from chronology_app.core.person import Person
from chronology_app.work.documents import write_document
from chronology_app.writing.look import Look
from chronology_app.writing.to_pdf import libreoffice
from tests.make import a_chronology, an_entry

SEEN = a_chronology(an_entry(1, "Seen at home by Joanna Testerly."))
needs_office = pytest.mark.skipif(libreoffice() is None, reason="needs LibreOffice")


def left(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.pages
@needs_office
def test_a_pdf_holds_the_pages_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "Baby K.PDF"
    write_document(SEEN, path, Look())
    assert path.read_bytes().startswith(b"%PDF-")
    assert b"/MarkInfo<</Marked true>>" in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    assert left(tmp_path) == ["Baby K.PDF"]


@pytest.mark.pages
@needs_office
def test_a_name_that_is_left_stops_the_pdf_too(tmp_path: Path) -> None:
    chronology = SEEN.after(Change("", (Person("p", "Mother", "", ("Joan Testerly",)),)))
    with pytest.raises(OutputProblem, match="of Mother"):
        write_document(chronology, tmp_path / "x.pdf", Look(anonymise=True))
    assert left(tmp_path) == []


@pytest.mark.pages
@needs_office
def test_stopping_while_the_pages_are_laid_out_keeps_the_old_pdf(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_text("as it was")

    def stop(done: int, total: int, what: str) -> None:
        if "LibreOffice" in what:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        write_document(SEEN, tmp_path / "x.pdf", Look(), report=stop)
    assert (left(tmp_path), (tmp_path / "x.pdf").read_text()) == (["x.pdf"], "as it was")


def test_a_computer_without_libreoffice_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if libreoffice() is not None:
        pytest.skip("LibreOffice stands where its installer puts it")
    with pytest.raises(OutputProblem, match="LibreOffice, which is not installed"):
        write_document(SEEN, tmp_path / "x.pdf", Look())
    assert left(tmp_path) == []


def test_libreoffice_that_fails_is_told_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "programs").mkdir()
    office = tmp_path / "programs" / "soffice"
    office.write_text("#!/bin/sh\nexit 1\n")
    office.chmod(0o700)
    try:
        subprocess.run([office], check=False)
    except OSError:
        pytest.skip("this system runs no scripts")
    monkeypatch.setenv("PATH", str(office.parent), prepend=":")
    (tmp_path / "out").mkdir()
    with pytest.raises(OutputProblem, match="could not make a PDF"):
        write_document(SEEN, tmp_path / "out" / "x.pdf", Look())
    assert left(tmp_path / "out") == []
