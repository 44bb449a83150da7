"""A grid as it was found in a file, before anybody has understood it.

Kept flat on purpose: 50,000 rows of plain values and sparse notes beside them, so that reading stays near the
speed of unzipping; `Sheet.cell` puts the two together for whoever wants one cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Flag, auto

Value = str | int | float | bool | date | datetime | time | timedelta | None
"""A cell's own value; None where the cell is empty. Dates are only dates where the file says so."""


class State(Flag):
    """What a reader must say about a cell or a row that is not plainly there."""

    HIDDEN = auto()
    STRUCK = auto()
    INSERTED = auto()
    DELETED = auto()

    def __reduce_ex__(self, _protocol: object) -> tuple[type["State"], tuple[int]]:
        """Pickle as a number: Python 3.11.0 to 3.11.3 would name `getattr`, which a child process may not send."""
        return State, (self.value,)


PLAIN = State(0)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell or row was found: table or sheet name, physical row from 1, column from 1 (0: the whole row)."""

    table: str
    row: int
    column: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with everything known about it."""

    place: Place
    text: str
    value: Value
    state: State = PLAIN
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged area; rows and columns from 1, inclusive. Its text stands in the top left cell only."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table or worksheet.

    `rows[i]` is physical row `i + 1` and holds its values from column 1; rows may differ in length. `shown` holds
    the text of cells whose number format shows something else than the value ("Mar-22"). `states`, `comments` and
    `shown` are keyed by (row, column) from 1; column 0 in `states` speaks of the whole row. Rows above `first_row`
    belong to another table of the same worksheet; here they are blank and count for nothing.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    shown: Mapping[tuple[int, int], str] = field(default_factory=dict)
    states: Mapping[tuple[int, int], State] = field(default_factory=dict)
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    first_row: int = 1

    def text(self, row: int, column: int) -> str:
        """Return what the cell shows, "" where there is no such cell; rows and columns from 1."""
        shown = self.shown.get((row, column)) if self.shown else None
        return shown if shown is not None else text_of(self.value(row, column))

    def value(self, row: int, column: int) -> Value:
        """Return the cell's own value, None where there is no such cell."""
        values = self.rows[row - 1] if 0 < row <= len(self.rows) else ()
        return values[column - 1] if 0 < column <= len(values) else None

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell with its place, text, value, state and comment."""
        at = (row, column)
        state = self.states.get(at, PLAIN) | self.states.get((row, 0), PLAIN)
        return Cell(Place(self.name, row, column), self.text(*at), self.value(*at), state, self.comments.get(at, ""))

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, self.rows), default=0)

    @property
    def height(self) -> int:
        """How many rows the table has."""
        return len(self.rows) - self.first_row + 1


def text_of(value: Value) -> str:
    """Return a value as a British reader would see it: dates day first, whole numbers without a point."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}" if value.time() == time.min else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
