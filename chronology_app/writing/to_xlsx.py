"""The chronology as a workbook to filter and sort: real dates beside the words as written, and never a formula.

Written as SpreadsheetML straight into the file (ECMA-376 part 1, section 18): openpyxl puts every sheet into a
temporary file in the clear first, which no agency's words may be in. Text stands in the cells themselves (`inlineStr`).
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from chronology_app.core.chronology import Chronology
from chronology_app.core.findings import Findings
from chronology_app.core.progress import Report, silent
from chronology_app.writing.look import Look
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.output import replacing
from chronology_app.writing.tidy import HEADINGS, WRAPPED, Value, rows
from chronology_app.writing.wordml import attribute
from chronology_app.writing.xlsx_shell import MAIN, NAMESPACE, START, parts

_MOST = 32_767
"""Characters a cell can hold (Excel specifications and limits)."""

_CUT = " … [The rest does not fit into a cell. It is in the .docx and .json exports.]"
_WIDE, _NARROW = 60, 16
_TEXT, _DATE, _HEADING = 0, 1, 2
"""Numbers of the cell formats in `xlsx_shell`."""

_EPOCH, _FIRST = date(1899, 12, 30), date(1900, 3, 1)
"""Serial numbers count from here; before the first of March 1900 Excel counts a day that never was."""

_BREAK = re.compile("\r\n|\r")
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for the code of a character; its underscore is written as such a code itself."""


def write_xlsx(chronology: Chronology, findings: Findings, path: Path, look: Look, *, report: Report = silent) -> None:
    """Write the entries as one sheet with a frozen heading and a filter.

    Raises:
        OutputProblem: it cannot be written; a file already there is as it was.
        Cancelled: `report` raised it; nothing is left behind.
    """
    manuscript = Manuscript(chronology, findings, look)
    with replacing(path) as temporary, ZipFile(temporary, "w", ZIP_DEFLATED) as packed:
        for name, content in parts(manuscript).items():
            packed.writestr(name, content)
        with packed.open(MAIN, "w", force_zip64=True) as sheet:
            for piece in _sheet(manuscript, report):
                sheet.write(piece.encode())


def _sheet(manuscript: Manuscript, report: Report) -> Iterator[str]:
    total = len(manuscript.entries)
    widths = "".join(
        f'<col min="{i}" max="{i}" width="{_WIDE if heading in WRAPPED else _NARROW}" customWidth="1"/>'
        for i, heading in enumerate(HEADINGS, 1)
    )
    yield (
        f'{START}<worksheet {NAMESPACE}><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" '
        'topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{_row(1, HEADINGS, _HEADING)}"
    )
    for number, row in enumerate(rows(manuscript)):
        if number % 500 == 0:
            report(number, total, "Writing the workbook")
        yield _row(number + 2, row, _TEXT)
    yield f'</sheetData><autoFilter ref="A1:{column_letters(len(HEADINGS))}{total + 1}"/></worksheet>'


def _row(number: int, values: Iterable[Value], style: int) -> str:
    cells = (_cell(f"{column_letters(i)}{number}", value, style) for i, value in enumerate(values, 1))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, value: Value, style: int) -> str:
    """Return a cell; text is always text, whatever it begins with."""
    if value is None or value == "":
        return ""
    if isinstance(value, int):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    if isinstance(value, date) and value >= _FIRST:
        return f'<c r="{place}" s="{_DATE}"><v>{(value - _EPOCH).days}</v></c>'
    shown = _fitting(value.isoformat() if isinstance(value, date) else value)
    text = attribute(_CODED.sub("_x005F_", _BREAK.sub("\n", shown)))
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _fitting(text: str) -> str:
    return text if len(text) <= _MOST else text[: _MOST - len(_CUT)] + _CUT


def column_letters(number: int) -> str:
    """Return the letters of a column, from 1: A, B … Z, AA."""
    before, last = divmod(number - 1, 26)
    return (column_letters(before) if before else "") + chr(ord("A") + last)
