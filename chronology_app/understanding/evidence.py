"""What the cells of a column say about it, for when its heading is missing, unclear or shared with another column."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import islice

from chronology_app.core.sheet import Sheet, Value
from chronology_app.understanding.dates import read_time, read_when

_SAMPLE = 60
"""Rows that are looked at: enough to know a column, few enough to cost nothing."""

_CLEARLY = 0.6
_SENTENCE = 20


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found in one column: cells that hold text, how many read as a date or a time, letters on average."""

    cells: int = 0
    dated: int = 0
    letters: float = 0.0
    timed: int = 0

    @property
    def is_dates(self) -> bool:
        """Whether it plainly is a column of dates (three of five cells)."""
        return self.cells > 0 and self.dated / self.cells >= _CLEARLY

    @property
    def is_times(self) -> bool:
        """Whether it plainly is a column of times of day."""
        return self.cells > 0 and self.timed / self.cells >= _CLEARLY

    @property
    def is_prose(self) -> bool:
        """Whether it plainly is a column of sentences."""
        return not self.is_dates and self.letters >= _SENTENCE


def evidence(sheet: Sheet, first_row: int, asked: Collection[int]) -> tuple[Evidence, ...]:
    """Return the evidence for every column, none for those that are not `asked` about (numbers from 1).

    It comes from at most 60 filled rows, beginning with physical row `first_row`.
    """
    rows = list(islice(_filled(sheet, first_row), _SAMPLE))
    columns = range(1, sheet.width + 1)
    return tuple(_of_column(sheet, rows, column) if column in asked else Evidence() for column in columns)


def is_dated(value: Value, text: str) -> bool:
    """Return whether a cell holds a true date, or a text with a digit in it that reads as one in either order."""
    if isinstance(value, date):
        return True
    if not isinstance(value, str) or not any(map(str.isdigit, text)) or len(text) > 60:
        return False
    return read_when(text).known or read_when(text, day_first=False).known


def _is_timed(value: Value, text: str) -> bool:
    if isinstance(value, time):
        return True
    told = read_time(text) if isinstance(value, str) and ":" in text else None
    return told is not None and told[0] is not None


def _filled(sheet: Sheet, first_row: int) -> Iterator[int]:
    for row in range(first_row, len(sheet.rows) + 1):
        if any(value is not None and str(value).strip() for value in sheet.rows[row - 1]):
            yield row


def _of_column(sheet: Sheet, rows: list[int], column: int) -> Evidence:
    texts = [(row, text) for row in rows if (text := sheet.text(row, column).strip())]
    dated = sum(is_dated(sheet.value(row, column), text) for row, text in texts)
    timed = sum(_is_timed(sheet.value(row, column), text) for row, text in texts)
    return Evidence(len(texts), dated, sum(len(text) for _, text in texts) / max(1, len(texts)), timed)
