"""What becomes of the tables of a document on its way through Word, LibreOffice and Google Docs is no proposal."""

import shutil
import subprocess
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element as Element

from chronology_app.reading.from_remarked_docx import read
from chronology_app.work.returned import Returned
from chronology_app.work.returning import read_returned, returned_of
from tests.reading.panel import InWord
from tests.work.returned_review import ACTION, EVENT, LOOK, REF, came_back, the_review

Act = Callable[[InWord], object]


def drop(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def chronology_tables(word: InWord) -> list[Element]:
    """The tables with entries in them, a month each."""
    found = [word.row(reference).getparent() for reference in ("HV-001", "HV-003")]
    return list(dict.fromkeys(table for table in found if table is not None))


def without_looks(word: InWord) -> None:
    """As Google Docs saves: no style of a run, no bookmark, no caption, its own spaces."""
    for tag in ("rStyle", "bookmarkStart", "bookmarkEnd", "tblCaption", "tblDescription"):
        for element in list(word.root.iter(qn(f"w:{tag}"))):
            drop(element)
    for text in word.root.iter(qn("w:t")):
        text.text = (text.text or "").replace("'", "\u2019").replace(" - ", " \u2013 ")


def parted_table(word: InWord) -> None:
    """Split the table beneath its first entry: the lower part has no heading row."""
    [table] = chronology_tables(word)
    lower = deepcopy(table)
    table.addnext(lower)
    table.addnext(etree.SubElement(table, qn("w:p")))
    for row in list(table.iter(qn("w:tr")))[2:]:
        drop(row)
    for row in list(lower.iter(qn("w:tr")))[:2]:
        drop(row)


def turned_table(word: InWord) -> None:
    """Exchange rows and columns."""
    [table] = chronology_tables(word)
    rows = list(table.iter(qn("w:tr")))
    cells = [list(row.iter(qn("w:tc"))) for row in rows]
    for row in rows:
        drop(row)
    for column in zip(*cells, strict=True):
        row = etree.SubElement(table, qn("w:tr"))
        for cell in column:
            row.append(cell)


def parted_row(word: InWord) -> None:
    """Part a row in two, its words and the reference too."""
    word.copy_row("HV-003", {EVENT: "No reply came."})
    word.change(word.cell("HV-003", EVENT), "No reply came.", "")


def joined_rows(word: InWord) -> None:
    """Join two rows to one."""
    upper, lower = word.row("HV-002"), word.row("POL-001")
    for one, other in zip(upper.iter(qn("w:tc")), list(lower.iter(qn("w:tc"))), strict=True):
        for paragraph in list(other.iter(qn("w:p"))):
            one.append(paragraph)
    drop(lower)


def row_above(word: InWord) -> None:
    """Put a row above the heading row."""
    [table] = chronology_tables(word)
    row = etree.Element(qn("w:tr"))
    next(table.iter(qn("w:tr"))).addprevious(row)
    word.say(etree.SubElement(row, qn("w:tc")), "Panel copy")


ACTS: dict[str, Act] = {
    "Google Docs": without_looks,
    "a table parted in two": parted_table,
    "a table turned": turned_table,
    "a row parted in two": parted_row,
    "two rows joined": joined_rows,
    "a column deleted": lambda word: word.order_columns((0, 1, 2, 3, 4, 7)),
}


@pytest.mark.parametrize("name", ACTS)
def test_what_became_of_the_table_is_no_proposal(name: str, tmp_path: Path) -> None:
    found = came_back(the_review(), tmp_path, ACTS[name])
    assert found == Returned("returned.docx", (), (), 4, (), ())


def test_a_row_put_above_the_heading_row_is_told_and_harms_nothing(tmp_path: Path) -> None:
    found = came_back(the_review(), tmp_path, row_above)
    assert found == Returned("returned.docx", (), (), 4, ("Panel copy",), ())


def test_a_change_in_a_turned_table_is_found(tmp_path: Path) -> None:
    def act(word: InWord) -> None:
        word.change(word.cell("HV-001", EVENT), "slept well", "slept badly", "B. Panel")
        word.comment(word.cell("HV-002", ACTION), "", "Why none?")
        turned_table(word)

    found = came_back(the_review(), tmp_path, act)
    assert [(one.entry_id, one.author) for one in found.proposals] == [("entry-1", "B. Panel")]
    assert [(one.entry_id, one.field) for one in found.comments] == [("entry-2", "action")]


def test_a_row_whose_reference_was_lost_is_told_in_its_words(tmp_path: Path) -> None:
    found = came_back(the_review(), tmp_path, lambda word: word.change(word.cell("POL-001", REF), "POL-001", "POL"))
    assert (found.recognised, found.gone) == (3, ("entry-3",))
    assert "Nobody answered the door." in found.added[0]


def test_a_file_that_cannot_be_read_is_left_to_the_import(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK\x03\x04 half of one")
    assert read_returned(path, the_review()) is None


@pytest.mark.pages
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize("form", ["", "anonymise"])
def test_libreoffice_keeps_what_the_panel_wrote_and_adds_nothing(form: str, tmp_path: Path) -> None:
    look = replace(LOOK, **{form: True}) if form else LOOK

    def act(word: InWord) -> None:
        word.comment(word.cell("HV-001", EVENT), "slept well", "Who says so?")
        word.change(word.cell("HV-003", EVENT), "Letter sent", "No letter sent", "B. Panel")
        word.strike_row("POL-001", "B. Panel")

    came_back(the_review(), tmp_path, act, look)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to = ("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved"))
    command = ("soffice", profile, "--headless", *to, str(tmp_path / "returned.docx"))
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    found = returned_of("x", read((tmp_path / "saved" / "returned.docx").read_bytes()), the_review())
    assert found is not None
    comments = [(one.entry_id, one.field, one.about, one.author, one.text) for one in found.comments]
    assert comments == [("entry-1", "event", "slept well", "A. Panel", "Who says so?")]
    proposals = [(one.entry_id, one.before, one.after, one.author) for one in found.proposals]
    assert proposals == [("entry-4", "Letter sent to the family.", "No letter sent to the family.", "B. Panel")]
    assert (found.recognised, found.gone, found.added, found.since) == (3, ("entry-3",), (), ())
