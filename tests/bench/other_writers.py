"""The same rows written by what other people would take: python-docx cell by cell, and docxtpl from a template."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from docx.table import Table, _Row

from chronology_app.core.age import age_of
from chronology_app.core.chronology import Chronology
from chronology_app.core.resources import resource
from chronology_app.writing.columns import Rows
from chronology_app.writing.manuscript import Manuscript

SHADE = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="DCD9F0"/>'
AGENCY, SMALLER = 2, (1, 3)
"""The column that is shaded, and those in which smaller words stand beneath the first."""


def cell_by_cell(made: Chronology, path: Path) -> None:
    """By python-docx alone: add_row, then the words of each cell in their style, shading, cantSplit."""
    document, table, widths = _begun(made)
    for words in _rows(made):
        _fill(table.add_row(), words, widths)
    document.save(str(path))


def from_template(made: Chronology, path: Path) -> None:
    """By docxtpl: one row of the same look with a loop around it.

    Raises:
        ImportError: docxtpl is not installed (the extra `bench`).
    """
    from docxtpl import DocxTemplate

    document, table, widths = _begun(made)
    table.add_row().cells[0].text = "{%tr for row in rows %}"
    names = [
        (f"{{{{ row[{at}][0] }}}}", f"{{{{ row[{at}][1] }}}}" if at in (1, 3) else "") for at in range(len(widths))
    ]
    _fill(table.add_row(), names, widths)
    table.add_row().cells[0].text = "{%tr endfor %}"
    template = BytesIO()
    document.save(template)
    filled = DocxTemplate(template)
    filled.render({"rows": list(_rows(made))}, autoescape=True)
    filled.save(str(path))


def _begun(made: Chronology) -> tuple[docx.document.Document, Table, tuple[int, ...]]:
    """Return a document in the app's own template with the heading row of the table, and the widths of its columns."""
    document, rows = docx.Document(str(resource("template.docx"))), Rows(Manuscript(made))
    table = document.add_table(rows=1, cols=len(rows.columns))
    for cell, column in zip(table.rows[0].cells, rows.columns, strict=True):
        cell.text = column.title
    return document, table, rows.widths


def _rows(made: Chronology) -> Iterator[list[tuple[str, str]]]:
    """Give the words of each cell and the smaller words beneath them."""
    for entry in made.in_order():
        age, place = age_of(entry.when, made.review.born, made.review.due), f"{entry.source_id}.docx, row {entry.row}"
        words = (entry.id, entry.when.text, entry.agency_id, entry.source, entry.event, entry.action, "–")
        yield list(zip(words, ("", age, "", place, "", "", ""), strict=True))


def _fill(row: _Row, words: list[tuple[str, str]], widths: tuple[int, ...]) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, (text, small), width in zip(row.cells, words, widths, strict=True):
        cell.width = Twips(width)
        cell.paragraphs[0].style = "Entry Text"
        cell.paragraphs[0].add_run(text)
        if small:
            cell.add_paragraph(small, "Entry Small")
    row.cells[AGENCY]._tc.get_or_add_tcPr().append(parse_xml(SHADE))
