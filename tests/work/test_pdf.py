"""Makes PDFs through LibreOffice and sees that nothing unencrypted is left beside them."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from chronology_app.core.change import Change
from chronology_app.core.errors import Cancelled, OutputProblem
from chronology_app.core.person import Person
from chronology_app.work.documents import write_document
from chronology_app.writing import to_pdf
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
def test_a_pdf_says_its_title_and_language_and_a_published_one_nothing_of_its_author(tmp_path: Path) -> None:
    review = replace(SEEN.review, author="Ann Author")
    chronology = SEEN.after(Change("", (review, Person("p", "Mother", "", ("Joanna Testerly",)))))
    made = {}
    for name, look in (("plain", Look()), ("published", Look(anonymise=True, publication=True))):
        write_document(chronology, tmp_path / f"{name}.pdf", look)
        made[name] = (tmp_path / f"{name}.pdf").read_bytes()
        assert b"/Lang(en-GB)" in made[name]
        assert b"/DisplayDocTitle true" in made[name]
        assert str(tmp_path).encode() not in made[name]
    assert {name: b"/Author" in content for name, content in made.items()} == {"plain": True, "published": False}


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


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Put a program in the place of LibreOffice, and give the folder to write to."""

    def stand_in(script: str) -> Path:
        program = tmp_path / "programs" / "soffice"
        program.parent.mkdir()
        program.write_text(script)
        program.chmod(0o700)
        monkeypatch.setenv("PATH", str(program.parent), prepend=":")
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "x.pdf").write_text("as it was")
        return tmp_path / "out"

    if sys.platform == "win32":
        pytest.skip("this system runs no scripts")
    return stand_in


def test_what_libreoffice_made_takes_its_place_for_its_owner_alone(office: Callable[[str], Path]) -> None:
    out = office('#!/bin/sh\nfor word; do :; done\necho pages >"${word%.docx}.pdf"\n')
    write_document(SEEN, out / "x.pdf", Look())
    assert ((out / "x.pdf").read_text(), (out / "x.pdf").stat().st_mode & 0o077, left(out)) == ("pages\n", 0, ["x.pdf"])


def test_a_stop_at_any_step_leaves_nothing(office: Callable[[str], Path]) -> None:
    out = office('#!/bin/sh\nsleep 0.5\nfor word; do :; done\necho pages >"${word%.docx}.pdf"\n')
    for step in range(1000):
        reports = iter(range(step))

        def report(done: int, total: int, what: str, reports: Iterator[int] = reports) -> None:
            if next(reports, None) is None:
                raise Cancelled("Stopped.")

        try:
            write_document(SEEN, out / "x.pdf", Look(), report=report)
        except Cancelled:
            assert (left(out), (out / "x.pdf").read_text()) == (["x.pdf"], "as it was")
        else:
            assert step > 2
            return


def test_the_document_is_for_its_owner_alone_while_libreoffice_reads_it(
    office: Callable[[str], Path], tmp_path: Path
) -> None:
    told = tmp_path / "told"
    out = office(f'#!/bin/sh\nfor word; do :; done\nstat -c %a "$word" "${{word%/*}}" >{told}\nenv >>{told}\n')
    with pytest.raises(OutputProblem):
        write_document(SEEN, out / "x.pdf", Look())
    modes, environment = told.read_text().split("\n")[:2], told.read_text()
    assert modes == ["600", "700"]
    assert f"TMPDIR={out / '.chronology-'}" in environment


@pytest.mark.parametrize("script", ["#!/bin/sh\nexit 1\n", "#!/bin/sh\nexit 0\n", "#!/no/such/program\n"])
def test_libreoffice_that_fails_is_told_and_nothing_is_left(office: Callable[[str], Path], script: str) -> None:
    out = office(script)
    with pytest.raises(OutputProblem, match="could not make a PDF"):
        write_document(SEEN, out / "x.pdf", Look())
    assert (left(out), (out / "x.pdf").read_text()) == (["x.pdf"], "as it was")


def test_libreoffice_that_hangs_is_ended_with_all_it_started(
    office: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(to_pdf, "LONGEST", 0.6)
    os.mkfifo(tmp_path / "held")
    held = os.open(tmp_path / "held", os.O_RDONLY | os.O_NONBLOCK)
    out = office(f"#!/bin/sh\nsleep 300 >{tmp_path / 'held'} &\nwait\n")
    with pytest.raises(OutputProblem, match="did not finish"):
        write_document(SEEN, out / "x.pdf", Look())
    assert (left(out), (out / "x.pdf").read_text()) == (["x.pdf"], "as it was")
    os.set_blocking(held, True)
    assert os.read(held, 1) == b""  # nobody holds the other end any more
    os.close(held)
