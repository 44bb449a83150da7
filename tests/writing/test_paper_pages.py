"""Lays a query sheet and a blank chronology out with LibreOffice and reads the pages an agency gets."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chronology_app.core.change import Change
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.review import Review
from chronology_app.work.agency_template import write_template
from chronology_app.work.query_sheets import write_query_sheets
from tests.make import a_chronology, an_entry
from tests.writing.test_document_pages import of, pages

pytestmark = [
    pytest.mark.pages,
    pytest.mark.skipif(
        not shutil.which("soffice") or not shutil.which("pdftotext"), reason="needs LibreOffice, poppler"
    ),
]
ASKED = 30
REVIEW = Review(designation="Baby K", marking="Official-Sensitive: Panel", scope_from=date(2022, 1, 1))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A query sheet of thirty questions and a blank chronology, each as a PDF."""
    made = tmp_path_factory.mktemp("pages")
    entries = [replace(an_entry(number), event=f"Contact {number} recorded.") for number in range(ASKED)]
    questions = (Note(f"n{i}", f"entry-{i}", NoteKind.QUESTION, f"What of number {i}?") for i in range(ASKED))
    chronology = a_chronology(*entries, review=REVIEW).after(Change("", tuple(questions)))
    (sheet,) = write_query_sheets(chronology, made, written=date(2022, 9, 5))
    write_template(made / "blank.docx", REVIEW, written=date(2022, 9, 5))
    profile = f"-env:UserInstallation={(made / 'profile').as_uri()}"
    convert = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(made))
    of(*convert, str(sheet), str(made / "blank.docx"))
    return made


@pytest.mark.parametrize("name", ["Questions for HV Baby K", "blank"])
def test_every_page_is_marked_and_numbered(folder: Path, name: str) -> None:
    found = pages(folder / f"{name}.pdf")
    assert len(found) > 1
    for number, page in enumerate(found, 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert lines[0] == lines[-1] == "OFFICIAL-SENSITIVE: PANEL"
        assert f"Page {number} of {len(found)}" in page


def test_every_question_stands_whole_on_a_page_under_its_headings(folder: Path) -> None:
    found = pages(folder / "Questions for HV Baby K.pdf")
    for number in range(ASKED):
        page = next(page for page in found if re.search(rf"\bnumber {number}\?", page))
        assert f"Contact {number} recorded." in page
        assert "Your answer" in page


def test_the_form_says_what_belongs_where_before_its_rows(folder: Path) -> None:
    text = "".join(pages(folder / "blank.pdf"))
    assert text.index("How to fill it in") < text.index("14/03/2022") < text.rindex("What happened")
    assert "from 1 January 2022" in text
