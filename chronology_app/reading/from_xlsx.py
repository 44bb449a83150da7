"""Every worksheet of a workbook becomes a Sheet: values by calamine, and what calamine drops by a pass of our own.

calamine is ten times faster than any reader in Python, but it forgets number formats, hidden rows, strikethrough,
comments and error values, and it aborts the whole process where a sheet is too wide to hold: read in a child only.
"""

import io
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import cast

from lxml import etree
from python_calamine import CalamineWorkbook

from chronology_app.core.sheet import Merge, Sheet
from chronology_app.reading.cell_notes import UNSOLVED, Notes, Rows, tidy
from chronology_app.reading.marks import Look, Marks, Runs
from chronology_app.reading.package import Package, open_package, parse
from chronology_app.reading.sheet_boxes import text_boxes
from chronology_app.reading.xlsx_comments import comments_of
from chronology_app.reading.xlsx_looks import S, looks_of, struck_strings
from chronology_app.reading.xlsx_marks import check_extent, has_marks, marks_of, unsolved

_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HIDDEN = ("hidden", "veryHidden")
_CARRIAGE_RETURN = b"_x000D_"
"""How a workbook writes the first half of a Windows line break that was pasted into a cell (ECMA-376 22.4.2.4)."""


@dataclass(frozen=True, slots=True)
class _Book:
    """What all sheets of a workbook share."""

    package: Package
    values: CalamineWorkbook
    looks: Mapping[str, Look]
    strings: Mapping[str, Runs]
    strings_part: bytes


def read(content: bytes) -> tuple[Sheet, ...]:
    """Return every worksheet in the order of its tabs, hidden ones marked; trailing blank rows are left out.

    Row 1 of a Sheet is row 1 in Excel. Formulas give the value that was last worked out, errors their name ("#N/A").

    Raises:
        FileProblem: damaged, hostile or too large.
    """
    package = open_package(content)
    name = package.main_part()
    strings = package.related(name, "sharedStrings")
    values = CalamineWorkbook.from_filelike(io.BytesIO(content))
    looks = looks_of(package.related(name, "styles"))
    book = _Book(package, values, looks, struck_strings(strings), strings)
    parts = {found.id: found.part for found in package.relationships(name) if found.kind == "worksheet"}
    elements = parse(package.part(name)).iter(f"{S}sheet")
    found = [(element, parts.get(element.get(_RELATIONSHIP, ""))) for element in elements]
    return tuple(_sheet(book, element, part) for element, part in found if part is not None)


def _sheet(book: _Book, element: etree._Element, part: str) -> Sheet:
    xml = book.package.part(part)
    check_extent(xml)
    with ThreadPoolExecutor(1) as other:  # calamine lets other threads run while it parses
        marked = other.submit(has_marks, xml, book.looks, book.strings)
        found = book.values.get_sheet_by_name(element.get("name", ""))
    texts = book.strings_part or xml
    rows = cast(Rows, found.to_python(skip_empty_area=False))
    marks = marks_of(xml, book.looks, book.strings) if marked.result() else Marks()
    notes = Notes(rows, comments=comments_of(book.package, part))
    notes.take(marks, book.looks)
    for at, text in text_boxes(book.package, part):
        notes.comment(at, text)
    for at in unsolved(xml) if any("" in row for row in rows) else ():
        notes.comment(at, UNSOLVED)
    merges = tuple(Merge(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in found.merged_cell_ranges or ())
    notes.cover(merges)
    return Sheet(
        found.name,
        tidy(rows, returns=b"_" in texts and _CARRIAGE_RETURN in texts),
        notes.shown,
        notes.whole_rows(),
        notes.comments,
        merges,
        hidden=element.get("state") in _HIDDEN,
    )
