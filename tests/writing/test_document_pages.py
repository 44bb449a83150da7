"""Lays a document out with LibreOffice and reads the pages: what a reader gets, not what the XML says."""

import re
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from chronology_app.core.findings import Findings
from chronology_app.core.review import Review
from chronology_app.core.when import When
from chronology_app.writing.to_docx import write_docx
from tests.make import a_chronology, an_entry, on
from tests.writing.docx_parts import DATED

pytestmark = [
    pytest.mark.pages,
    pytest.mark.skipif(
        not shutil.which("soffice") or not shutil.which("pdftotext"), reason="needs LibreOffice, poppler"
    ),
]
ENTRIES = 130
MARKING = "OFFICIAL-SENSITIVE: REVIEW PANEL ONLY"


def of(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=180).stdout


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """130 dated entries in four months, one of them very long, and one that needs a date."""
    folder = tmp_path_factory.mktemp("pages")
    days = [date(2022, 3, 1) + timedelta(days=i * 37 % 120) for i in range(ENTRIES)]
    entries = [an_entry(i, f"Contact {i} recorded.", on(f"{day:%d/%m/%Y}", day)) for i, day in enumerate(days)]
    entries[7] = an_entry(7, "A long account of the visit. " * 400 + "The end of the long account.")
    undated = an_entry(ENTRIES, "Undated contact.", When("not known"))
    review = Review(title="Review: Baby K", born=date(2022, 1, 20), marking=MARKING.title())
    write_docx(a_chronology(*entries, undated, review=review), Findings(), folder / "x.docx", DATED)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    of("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "x.docx"))
    return folder / "x.pdf"


def pages(pdf: Path) -> list[str]:
    return of("pdftotext", "-layout", str(pdf), "-").split("\f")[:-1]


def test_every_page_has_the_marking_twice_and_its_number(pdf: Path) -> None:
    found = pages(pdf)
    assert len(found) > 8
    for number, page in enumerate(found, 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert (lines[0], lines[-1]) == (MARKING, MARKING)
        assert f"Page {number} of {len(found)}" in page


def test_every_entry_is_on_a_page(pdf: Path) -> None:
    text = "".join(pages(pdf))
    references = set(re.findall(r"HV-\d{3}", text))
    assert references >= {f"HV-{i:03d}" for i in range(1, ENTRIES + 2)}
    assert "Undated contact." in text


def test_the_long_entry_runs_on_to_its_last_word(pdf: Path) -> None:
    assert "The end of the long account." in re.sub(r"\s+", " ", of("pdftotext", str(pdf), "-"))


def test_the_headings_of_the_table_stand_on_every_page_of_it(pdf: Path) -> None:
    for page in pages(pdf):
        if re.search(r"^ *HV-\d{3} ", page, re.MULTILINE) and "What is needed" not in page:
            assert "Action or outcome" in page


HEADING = re.compile(r"(Ref|Agency|Code|Letter|Designation|Abbreviation) {3,}\w|(January|March|April|May|June) 2022$")


def test_no_heading_stands_alone_at_the_foot_of_a_page(pdf: Path) -> None:
    """Neither that of a part or month nor that of a table: what it is about begins on the same page."""
    for page in pages(pdf):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert not HEADING.match(lines[-3])


def test_the_contents_give_the_pages_on_which_the_months_begin(pdf: Path) -> None:
    _, contents, *_ = found = pages(pdf)
    listed = re.findall(r"(\w+ 2022) · \d+ entries\.+ ?(\d+)", contents)
    assert len(listed) == 4
    for month, number in listed:
        assert re.search(rf"^ *{month}$", found[int(number) - 1], re.MULTILINE)


def test_pages_are_a4_landscape_and_titled(pdf: Path) -> None:
    told = of("pdfinfo", str(pdf))
    assert re.search(r"Page size: +84[12]\.\d+ x 595\.\d+", told)
    assert re.search(r"Title: +Review: Baby K", told)
