"""Every sheet of an OpenDocument spreadsheet (.ods) becomes a Sheet, by one pass of our own over its content.

calamine reads this format too, but without its merges, formats, hidden rows and struck-out words, and the values
are the smallest part of the pass that finds those. Element names are those of OpenDocument 1.3 part 3, chapter 9.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from lxml.etree import _Element as Element

from chronology_app.core.errors import FileProblem
from chronology_app.core.sheet import Merge, Sheet, State, Value, text_of
from chronology_app.reading import limits
from chronology_app.reading.cell_notes import UNSOLVED, Notes, tidy
from chronology_app.reading.date_format import DateFormat
from chronology_app.reading.marks import Look, Marks
from chronology_app.reading.ods_changes import changes_of
from chronology_app.reading.ods_looks import Styles
from chronology_app.reading.ods_names import OFFICE, TABLE
from chronology_app.reading.ods_words import Words
from chronology_app.reading.package import DAMAGED, open_package, parse

_LOCKED = (
    "This OpenDocument spreadsheet is protected with a password, so nothing was taken from it. Open it in LibreOffice, "
    'save it as "Excel Workbook (*.xlsx)" without a password and add that one.'
)
_GROUPS = tuple(f"{TABLE}table-{name}" for name in ("header-rows", "row-group", "rows"))
_COLUMN_GROUPS = tuple(f"{TABLE}table-{name}" for name in ("header-columns", "column-group", "columns"))
_ROW, _COLUMN, _CELL = f"{TABLE}table-row", f"{TABLE}table-column", f"{TABLE}table-cell"
_COVERED = f"{TABLE}covered-table-cell"
_ROWS_REPEATED, _COLUMNS_REPEATED, _ROWS_SPANNED, _COLUMNS_SPANNED = (
    f"{TABLE}number-{name}" for name in ("rows-repeated", "columns-repeated", "rows-spanned", "columns-spanned")
)
_DIGITS = 30
_HIDDEN = ("collapse", "filter")
_DURATION = re.compile(r"-?P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
_DAY = timedelta(days=1)


def read(content: bytes) -> tuple[Sheet, ...]:
    """Return every sheet in the order of its tabs, hidden ones marked; trailing blank rows are left out.

    Row 1 of a Sheet is row 1 in the program. Formulas give the value that was last worked out. Rows deleted in
    tracked changes follow their sheet as one of their own.

    Raises:
        FileProblem: damaged, hostile, too large, or protected with a password.
    """
    package = open_package(content)
    if b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise FileProblem(_LOCKED)
    root = parse(package.part("content.xml"))
    body = root.find(f"{OFFICE}body/{OFFICE}spreadsheet")
    if body is None:
        raise FileProblem(DAMAGED)
    others = package.part("styles.xml")
    styles = Styles(*([parse(others)] if others else []), root)
    changes = changes_of(body, styles)
    found: list[Sheet] = []
    for number, table in enumerate(body.iterchildren(f"{TABLE}table")):
        reading = _Reading(table, styles)
        for at, text in changes.comments.get(number, {}).items():
            reading.notes.comment(at, text)
        found += [reading.sheet(), *changes.deleted(number, table.get(f"{TABLE}name", ""))]
    return tuple(found)


@dataclass(slots=True)
class _Columns:
    """The columns of a table: which are hidden, and the style each gives to cells that have none."""

    hidden: list[tuple[int, int]] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)


class _Reading:
    """One table being read, row by row."""

    def __init__(self, table: Element, styles: Styles) -> None:
        self._table, self._styles = table, styles
        self._looks: dict[str, Look] = {}
        self._merges: list[Merge] = []
        self._blank_rows = self._cells = 0
        self._columns = _columns_of(table)
        self._marks = Marks(columns=self._columns.hidden)
        self.notes = Notes([])

    def sheet(self) -> Sheet:
        """Return what the table holds."""
        for row in _inside(self._table, _ROW, _GROUPS):
            self._row(row)
        self.notes.take(self._marks, self._looks)
        self.notes.cover(self._merges)
        shown, states = self.notes.shown, self.notes.whole_rows()
        hidden = self._table.get(f"{TABLE}style-name", "") in self._styles.hidden_tables
        name = self._table.get(f"{TABLE}name", "")
        return Sheet(name, tidy(self.notes.rows), shown, states, self.notes.comments, tuple(self._merges), hidden)

    def _row(self, element: Element) -> None:
        repeated = _count(element, _ROWS_REPEATED)
        cells = list(_cells_of(element))
        if not cells:
            self._blank_rows += repeated
            return
        rows = self.notes.rows
        self._cells += cells[-1][0] * repeated
        limits.within(len(rows) + self._blank_rows + repeated, limits.ROWS)
        limits.within(self._cells, limits.CELLS, limits.TOO_WIDE)
        rows.extend([] for _ in range(self._blank_rows))
        self._blank_rows = 0
        for _ in range(repeated):
            rows.append([])
            if element.get(f"{TABLE}visibility") in _HIDDEN:
                self._marks.rows.append(len(rows))
            for column, cell in cells:
                rows[-1].extend([""] * (column - 1 - len(rows[-1])))
                rows[-1].append(self._cell((len(rows), column), cell, element))

    def _cell(self, at: tuple[int, int], cell: Element, row: Element) -> Value:
        """Return the value of a cell, and keep what has to be said of it."""
        words = Words(self._styles)
        words.walk(cell)
        name = cell.get(f"{TABLE}style-name") or row.get(f"{TABLE}default-cell-style-name") or self._style(at[1])
        look = self._styles.look(name)
        value, is_shown = _value(cell, words.text, look.dates)
        if look != Look():
            self._looks[name], self._marks.styled[at] = look, name
        if words.runs:
            self._marks.runs[at] = words.runs
        if _is_padded(words.text, value):
            self.notes.shown[at] = words.text
        if not is_shown:
            self.notes.states[at] = State.HIDDEN
        if value == "" and cell.get(f"{TABLE}formula"):
            words.comments.append(UNSOLVED)
        for text in words.comments:
            self.notes.comment(at, text)
        down, right = _count(cell, _ROWS_SPANNED), _count(cell, _COLUMNS_SPANNED)
        if down > 1 or right > 1:
            self._merges.append(Merge(*at, at[0] + down - 1, at[1] + right - 1))
        return value

    def _style(self, column: int) -> str:
        return self._columns.styles[column - 1] if column <= len(self._columns.styles) else ""


def _inside(element: Element, wanted: str, groups: tuple[str, ...]) -> Iterator[Element]:
    """Yield the rows or columns of a table in order, those in groups too."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag in groups:
            yield from _inside(child, wanted, groups)


def _columns_of(table: Element) -> _Columns:
    found, at = _Columns(), 1
    for column in _inside(table, _COLUMN, _COLUMN_GROUPS):
        number = min(_count(column, _COLUMNS_REPEATED), max(0, limits.COLUMNS + 1 - at))
        found.styles += [column.get(f"{TABLE}default-cell-style-name", "")] * number
        if column.get(f"{TABLE}visibility") in _HIDDEN and number:
            found.hidden.append((at, at + number - 1))
        at += number
    return found


def _cells_of(row: Element) -> Iterator[tuple[int, Element]]:
    """Yield the cells of a row that hold anything or are merged, each with its column from 1."""
    column = 1
    for cell in row.iterchildren(_CELL, _COVERED):
        repeated = _count(cell, _COLUMNS_REPEATED)
        if len(cell) or cell.get(f"{OFFICE}value-type") or cell.get(f"{TABLE}formula"):
            limits.within(column + repeated - 1, limits.COLUMNS, limits.TOO_WIDE)
            yield from ((column + i, cell) for i in range(repeated))
        column += repeated


def _count(element: Element, name: str) -> int:
    value = element.get(name)
    return max(1, int(value)) if value and value.isascii() and value.isdigit() else 1


def _value(cell: Element, text: str, dates: DateFormat | None) -> tuple[Value, bool]:
    """Return the value of a cell, "" where it is empty, and whether the cell shows anything of it."""
    kind = cell.get(f"{OFFICE}value-type", "")
    written = cell.get(f"{OFFICE}{_WRITTEN.get(kind, 'value')}", "")
    if kind in ("", "string"):
        return (text, True) if text or not written else (written, False)
    if not written:
        return text, True
    try:
        value = _READ.get(kind, float)(written)
    except (ValueError, OverflowError):
        return text or written, True
    if isinstance(value, timedelta) and value < _DAY and not (dates and "elapsed" in dates.parts):
        value = (datetime.min + value).time()
    return value, bool(text.strip())


def _is_padded(text: str, value: Value) -> bool:
    """Whether a cell shows its number with zeros before it: "0930", "00012"."""
    if not text.startswith("0") or not isinstance(value, float) or text == text_of(value):
        return False
    digits = "".join(filter(str.isdecimal, text))
    return digits.isascii() and len(digits) <= _DIGITS and float(digits) == value


def _date(written: str) -> Value:
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def _length(written: str) -> Value:
    found = _DURATION.fullmatch(written)
    if found is None or written.startswith("-"):
        raise ValueError
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(days, hours=hours, minutes=minutes, seconds=seconds)


_WRITTEN = {"date": "date-value", "time": "time-value", "boolean": "boolean-value", "string": "string-value"}
_READ: dict[str, Callable[[str], Value]] = {
    "date": _date,
    "time": _length,
    "boolean": lambda written: written == "true",
}
