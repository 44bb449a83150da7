"""The chronology as a workbook to filter and sort: real dates beside the words as written, and never a formula.

Written as SpreadsheetML straight into the file (ECMA-376 part 1, section 18): openpyxl puts every sheet into a
temporary file in the clear first, which no agency's words may be in. Text stands in the cells themselves (`inlineStr`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import OutputProblem
from chronology_app.core.findings import Findings
from chronology_app.core.own_csv import guarded
from chronology_app.core.progress import Report, silent
from chronology_app.writing.look import Look
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.output import replacing
from chronology_app.writing.tidy import HEADINGS, WRAPPED, Value, rows
from chronology_app.writing.wordml import attribute
from chronology_app.writing.xlsx_shell import MAIN, NAMESPACE, START, parts, printed

MOST = 32_767
"""Characters a cell can hold, counted as UTF-16 does (Excel specifications and limits)."""

MOST_ROWS = 1_048_576
"""Rows a sheet can hold, its heading row included."""

_TOO_MANY = (
    "An Excel sheet cannot hold as many entries, so nothing was written. Export to CSV, or export fewer entries at a "
    "time."
)
_WIDE, _NARROW = 60, 16
_TEXT, _DATE, _HEADING, _QUOTED = 0, 1, 2, 3
"""Numbers of the cell formats in `xlsx_shell`."""

_EPOCH, _FIRST = date(1899, 12, 30), date(1900, 3, 1)
"""Serial numbers count from here; before the first of March 1900 Excel counts a day that never was."""

_BREAK = re.compile("\r\n|\r")
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for the code of a character; its underscore is written as such a code itself."""


def write_xlsx(chronology: Chronology, findings: Findings, path: Path, look: Look, *, report: Report = silent) -> None:
    """Write the entries as one sheet with a frozen heading and a filter.

    Words that do not fit into a cell go on in another column beside it.

    Raises:
        OutputProblem: it cannot be written; a file already there is as it was.
        Cancelled: `report` raised it; nothing is left behind.
    """
    manuscript = Manuscript(chronology, findings, look)
    see_that_they_fit(len(manuscript.entries))
    with replacing(path) as temporary, ZipFile(temporary, "w", ZIP_DEFLATED) as packed:
        table = tuple(_told(manuscript, report))
        columns = _continued(table)
        for name, content in parts(manuscript, f"A1:{column_letters(len(columns))}{len(table) + 1}").items():
            packed.writestr(name, content)
        with packed.open(MAIN, "w", force_zip64=True) as sheet:
            for piece in _sheet(table, columns, manuscript.chronology.review.marking, report):
                sheet.write(piece.encode())


def see_that_they_fit(entries: int) -> None:
    """See that a sheet can hold a row for every entry.

    Raises:
        OutputProblem: it cannot.
    """
    if entries >= MOST_ROWS:
        raise OutputProblem(_TOO_MANY)


Row = tuple[Value, ...]
Columns = Sequence[tuple[str, int, int]]
"""Of every column its heading, which value of a row it shows, and which piece of it (from 0)."""


def _told(manuscript: Manuscript, report: Report) -> Iterator[Row]:
    for number, row in enumerate(rows(manuscript)):
        if number % 500 == 0:
            report(number, len(manuscript.entries), "Reading the entries")
        yield tuple(_BREAK.sub("\n", value) if isinstance(value, str) else value for value in row)


def _continued(table: Iterable[Row]) -> Columns:
    """Return the columns: one a heading, and beside it one for each further piece of what no cell can hold."""
    most = [1] * len(HEADINGS)
    for row in table:
        for at, value in enumerate(row):
            if isinstance(value, str) and len(value) * 2 > MOST:
                most[at] = max(most[at], len(pieces(value)))
    return tuple(
        (f"{heading} (continued{f' {piece}' if piece > 1 else ''})" if piece else heading, at, piece)
        for at, heading in enumerate(HEADINGS)
        for piece in range(most[at])
    )


def pieces(text: str) -> tuple[str, ...]:
    """Return text in pieces that cells can hold, parted behind a space where there is one; together they are the text.

    A word is left whole so that a search of the finished file, for a name too, finds it in one cell.
    """
    found, start, units = [], 0, 0
    for at, sign in enumerate(text if len(text) * 2 > MOST else ""):
        wide = 2 if sign > "\uffff" else 1
        if units + wide > MOST:
            end = max(text.rfind(" ", start, at), text.rfind("\n", start, at)) + 1 or at
            found.append(text[start:end])
            start, units = end, sum(2 if one > "\uffff" else 1 for one in text[end:at])
        units += wide
    return (*found, text[start:])


def _sheet(table: Sequence[Row], columns: Columns, marking: str, report: Report) -> Iterator[str]:
    widths = "".join(
        f'<col min="{i}" max="{i}" width="{_WIDE if HEADINGS[at] in WRAPPED else _NARROW}" customWidth="1"/>'
        for i, (_, at, _) in enumerate(columns, 1)
    )
    yield (
        f"{START}<worksheet {NAMESPACE}>"
        '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" '
        'topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{_row(1, [heading for heading, _, _ in columns], _HEADING)}"
    )
    for number, row in enumerate(table):
        if number % 500 == 0:
            report(number, len(table), "Writing the workbook")
        yield _row(number + 2, (_piece(row[at], piece) for _, at, piece in columns), _TEXT)
    last = f"{column_letters(len(columns))}{len(table) + 1}"
    yield f'</sheetData><autoFilter ref="A1:{last}"/>{printed(marking)}</worksheet>'


def _piece(value: Value, number: int) -> Value:
    if number == 0 and not (isinstance(value, str) and len(value) * 2 > MOST):
        return value
    found = pieces(value) if isinstance(value, str) else ()
    return found[number] if number < len(found) else None


def _row(number: int, values: Iterable[Value], style: int) -> str:
    cells = (_cell(f"{column_letters(i)}{number}", value, style) for i, value in enumerate(values, 1))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, value: Value, style: int) -> str:
    """Return a cell; text is always text, whatever it begins with, also after a person has gone into the cell."""
    if value is None or value == "":
        return ""
    if isinstance(value, int):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    if isinstance(value, date) and value >= _FIRST:
        return f'<c r="{place}" s="{_DATE}"><v>{(value - _EPOCH).days}</v></c>'
    shown = value.isoformat() if isinstance(value, date) else value
    quoted = style if guarded(shown) == shown else _QUOTED
    text = attribute(_CODED.sub("_x005F_", shown))
    return f'<c r="{place}" s="{quoted}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def column_letters(number: int) -> str:
    """Return the letters of a column, from 1: A, B … Z, AA."""
    before, last = divmod(number - 1, 26)
    return (column_letters(before) if before else "") + chr(ord("A") + last)
