"""Every worksheet of a binary workbook (.xlsb) becomes a Sheet, by one pass of our own over its records.

calamine reads the values of this format and nothing else of it; the pass that finds hidden rows, struck-out words,
merges and formats meets every cell anyway. The format is [MS-XLSB]; macros, links and pivots are never looked at.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from struct import pack, unpack, unpack_from

import xlrd

from chronology_app.core.sheet import Merge, Sheet, Value
from chronology_app.reading import limits
from chronology_app.reading.cell_notes import Notes, Rows, tidy
from chronology_app.reading.date_format import BUILT_IN
from chronology_app.reading.marks import At, Look, Marks, Runs, look_of
from chronology_app.reading.package import Package, open_package
from chronology_app.reading.serial import moment
from chronology_app.reading.sheet_boxes import text_boxes
from chronology_app.reading.xlsb_records import records, rich_string_at, string_at
from chronology_app.reading.xlsx_comments import comments_of

_ROW, _STRING, _FONT, _FORMAT, _STYLE, _COLUMN, _RICH, _BOOK, _SHEET, _MERGE = 0, 19, 43, 44, 47, 60, 62, 153, 156, 176
_STYLES, _STYLES_END, _COMMENT, _COMMENT_TEXT = 617, 618, 635, 637
_SHARED = 7
"""The numbers of the records that are read ([MS-XLSB] 2.3.2), beside those of cells in `_VALUES`."""
_STRUCK, _HIDDEN_ROW, _HIDDEN_COLUMN, _FROM_1904 = 0x08, 0x10, 0x01, 0x01


@dataclass(slots=True)
class _Book:
    """What all sheets of a workbook share."""

    package: Package
    from_1904: bool = False
    struck: list[bool] = field(default_factory=list)
    looks: dict[int, Look] = field(default_factory=dict)
    texts: list[tuple[str, Runs]] = field(default_factory=list)


def read(content: bytes) -> tuple[Sheet, ...]:
    """Return every worksheet in the order of its tabs, hidden ones marked; trailing blank rows are left out.

    Row 1 of a Sheet is row 1 in Excel. Formulas give the value that was last worked out, errors their name ("#N/A").

    Raises:
        FileProblem: damaged or too large.
        struct.error, IndexError: a record is shorter than its kind.
    """
    package = open_package(content)
    name = package.main_part()
    book = _Book(package)
    _styles(book, package.related(name, "styles"))
    strings = records(package.related(name, "sharedStrings"))
    book.texts = [rich_string_at(record, 0, book.struck) for kind, record in strings if kind == _STRING]
    parts = {found.id: found.part for found in package.relationships(name) if found.kind == "worksheet"}
    found: list[Sheet] = []
    for kind, record in records(package.part(name)):
        if kind == _BOOK:
            book.from_1904 = bool(record[0] & _FROM_1904)
        elif kind == _SHEET:
            link, end = string_at(record, 8)
            if link in parts:
                found.append(_sheet(book, string_at(record, end)[0], parts[link], hidden=record[0] != 0))
    return tuple(found)


def _styles(book: _Book, part: bytes) -> None:
    """Read what the cell styles say, by the number cells name them with."""
    codes, in_cells = dict(BUILT_IN), False
    number = 0
    for kind, record in records(part):
        if kind == _FONT:
            book.struck.append(bool(record[2] & _STRUCK))
        elif kind == _FORMAT:
            codes[unpack_from("<H", record)[0]] = string_at(record, 2)[0]
        elif kind in (_STYLES, _STYLES_END):
            in_cells = kind == _STYLES
        elif kind == _STYLE and in_cells:
            code, font = unpack_from("<HH", record, 2)
            look = look_of(codes.get(code, ""), struck=font < len(book.struck) and book.struck[font])
            if look != Look():
                book.looks[number] = look
            number += 1


def _sheet(book: _Book, name: str, part: str, *, hidden: bool) -> Sheet:
    reading = _Reading(book)
    for kind, record in records(book.package.part(part)):
        reading.take(kind, record)
    notes = Notes(reading.rows, comments=comments_of(book.package, part, partial(_notes, book.struck)))
    notes.take(reading.marks, {str(number): look for number, look in book.looks.items()})
    for at, text in text_boxes(book.package, part):
        notes.comment(at, text)
    notes.cover(reading.merges)
    shown, states = notes.shown, notes.whole_rows()
    return Sheet(name, tidy(notes.rows), shown, states, notes.comments, tuple(reading.merges), hidden)


class _Reading:
    """One worksheet being read, record by record."""

    def __init__(self, book: _Book) -> None:
        self._book = book
        self._cells = self._row = 0
        self.rows: Rows = []
        self.marks = Marks()
        self.merges: list[Merge] = []

    def take(self, kind: int, record: bytes) -> None:
        """Take over what a record says; most kinds are about looks or calculation, and say nothing."""
        if kind in _VALUES:
            self._cell(kind, record)
        elif kind == _ROW:
            self._row = unpack_from("<I", record)[0] + 1
            if record[11] & _HIDDEN_ROW:
                self.marks.rows.append(self._row)
        elif kind == _COLUMN:
            first, last = unpack_from("<II", record)
            if record[16] & _HIDDEN_COLUMN:
                self.marks.columns.append((first + 1, last + 1))
        elif kind == _MERGE:
            top, bottom, left, right = unpack_from("<IIII", record)
            self.merges.append(Merge(top + 1, left + 1, bottom + 1, right + 1))

    def _cell(self, kind: int, record: bytes) -> None:
        column, style = unpack_from("<II", record)
        at, style = (self._row, column + 1), style & 0xFFFFFF
        value, runs = self._value(kind, record)
        if value == "":
            return
        look = self._book.looks.get(style)
        if look is not None:
            self.marks.styled[at] = str(style)
            if look.dates is not None and value.__class__ in (int, float):
                value = moment(value, look.dates, from_1904=self._book.from_1904)
        if runs:
            self.marks.runs[at] = runs
        self._put(at, value)

    def _value(self, kind: int, record: bytes) -> tuple[Value, Runs]:
        if kind == _SHARED:
            number: int = unpack_from("<I", record, 8)[0]
            return self._book.texts[number]
        if kind == _RICH:
            return rich_string_at(record, 8, self._book.struck)
        return _VALUES[kind](record), ()

    def _put(self, at: At, value: Value) -> None:
        row, column = at
        limits.within(row, limits.ROWS)
        limits.within(column, limits.COLUMNS, limits.TOO_WIDE)
        self.rows.extend([] for _ in range(row - len(self.rows)))
        values = self.rows[row - 1]
        self._cells += max(0, column - len(values))
        limits.within(self._cells, limits.CELLS, limits.TOO_WIDE)
        values.extend([""] * (column - len(values)))
        values[column - 1] = value


def _notes(struck: list[bool], part: bytes) -> Mapping[At, str]:
    """Return the notes of a worksheet by (row, column)."""
    found: dict[At, str] = {}
    at = (0, 0)
    for kind, record in records(part):
        if kind == _COMMENT:
            row, _, column, _ = unpack_from("<IIII", record, 4)
            at = (row + 1, column + 1)
        elif kind == _COMMENT_TEXT:
            found[at] = rich_string_at(record, 0, struck)[0].strip()
    return found


def _short_number(record: bytes) -> Value:
    """Return the number of an RkNumber ([MS-XLSB] 2.5.126): whole or the upper half of a double, perhaps times 100."""
    (packed,) = unpack_from("<I", record, 8)
    whole = unpack("<i", pack("<I", packed))[0] >> 2
    number = whole if packed & 2 else unpack("<d", pack("<II", 0, packed & ~3))[0]
    return number / 100 if packed & 1 else number  # type: ignore[no-any-return]


def _number(record: bytes) -> Value:
    return unpack_from("<d", record, 8)[0]  # type: ignore[no-any-return]


def _truth(record: bytes) -> Value:
    return bool(record[8])


def _error(record: bytes) -> Value:
    return str(xlrd.error_text_from_code.get(record[8], "#ERROR"))


def _text(record: bytes) -> Value:
    return string_at(record, 8)[0]


_VALUES: Mapping[int, Callable[[bytes], Value]] = {
    2: _short_number,
    **dict.fromkeys((3, 11), _error),
    **dict.fromkeys((4, 10), _truth),
    **dict.fromkeys((5, 9), _number),
    **dict.fromkeys((6, 8, _SHARED, _RICH), _text),
}
"""How the value of each kind of cell is read; odd kinds from 9 on are formulas with the value they last had."""
