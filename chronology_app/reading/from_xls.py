"""Every worksheet of an old workbook (.xls, Excel 5.0 to 2003) becomes a Sheet, read by xlrd with all its formats.

The format is [MS-XLS]. Macros, links and pivots are never looked at: xlrd knows nothing of them.
"""

import io
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import xlrd

from chronology_app.core.sheet import Merge, Sheet, Value
from chronology_app.reading import ole2
from chronology_app.reading.cell_notes import Notes, Rows, tidy
from chronology_app.reading.date_format import BUILT_IN
from chronology_app.reading.marks import Look, Marks, Runs, look_of
from chronology_app.reading.protected import OLE2
from chronology_app.reading.serial import moment


def read(content: bytes) -> tuple[Sheet, ...]:
    """Return every worksheet in the order of its tabs, hidden ones marked; trailing blank rows are left out.

    Row 1 of a Sheet is row 1 in Excel. Formulas give the value that was last worked out, errors their name ("#N/A").

    Raises:
        Exception: it is no workbook, an encrypted or a damaged one; xlrd has many ways to say so.
    """
    if content.startswith(OLE2):
        ole2.opened(content)
    unheard = io.StringIO()  # xlrd tells of what it finds odd, and would quote the file
    book = xlrd.open_workbook(file_contents=content, formatting_info=True, ragged_rows=True, logfile=unheard)
    looks = _looks(book)
    return tuple(_sheet(book, sheet, looks) for sheet in book.sheets())


def _looks(book: Any) -> dict[int, Look]:
    """Return what the cell styles of a workbook say, by their number."""
    found: dict[int, Look] = {}
    for number, style in enumerate(book.xf_list):
        code = BUILT_IN.get(style.format_key) or book.format_map[style.format_key].format_str
        look = look_of(code, struck=_is_struck(book, style.font_index))
        if look != Look():
            found[number] = look
    return found


def _is_struck(book: Any, font: int) -> bool:
    return font < len(book.font_list) and bool(book.font_list[font].struck_out)


def _sheet(book: Any, sheet: Any, looks: Mapping[int, Look]) -> Sheet:
    rows: Rows = []
    marks = Marks(
        rows=[row + 1 for row, about in sheet.rowinfo_map.items() if about.hidden],
        columns=[(column + 1, column + 1) for column, about in sheet.colinfo_map.items() if about.hidden],
    )
    for row in range(sheet.nrows):
        rows.append([])
        for column, cell in enumerate(sheet.row(row)):
            look = looks.get(cell.xf_index)
            rows[-1].append(_value(cell, look, from_1904=bool(book.datemode)))
            if look is not None:
                marks.styled[row + 1, column + 1] = str(cell.xf_index)
    for row, column in sheet.rich_text_runlist_map:
        marks.runs[row + 1, column + 1] = _runs(book, sheet, row, column)
    comments = {(row + 1, column + 1): f"comment: {note.text.strip()}" for (row, column), note in _noted(sheet)}
    notes = Notes(rows, comments=comments)
    notes.take(marks, {str(number): look for number, look in looks.items()})
    merges = tuple(Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells)
    notes.cover(merges)
    shown, states = notes.shown, notes.whole_rows()
    return Sheet(sheet.name, tidy(rows), shown, states, notes.comments, merges, hidden=sheet.visibility != 0)


def _value(cell: Any, look: Look | None, *, from_1904: bool) -> Value:
    """Return the value of a cell, "" where it is empty."""
    value: str | float = cell.value
    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return moment(float(value), look.dates, from_1904=from_1904) if look and look.dates else value
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(value, "#ERROR"))
    return value


def _noted(sheet: Any) -> Iterator[tuple[tuple[int, int], Any]]:
    return ((at, note) for at, note in sheet.cell_note_map.items() if note.text.strip())


def _runs(book: Any, sheet: Any, row: int, column: int) -> Runs:
    """Return the runs of a rich text, of which xlrd gives where each starts and in which font."""
    text = str(sheet.cell_value(row, column))
    own = book.xf_list[sheet.cell_xf_index(row, column)].font_index
    edges = [(0, own), *sheet.rich_text_runlist_map[row, column], (len(text), own)]
    pieces = pairwise(edges)
    return tuple((text[start:end], _is_struck(book, font)) for (start, font), (end, _) in pieces)
