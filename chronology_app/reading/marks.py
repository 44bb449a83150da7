"""What a workbook says of cells beside their values, in whatever format it is written: the nouns its readers share."""

from dataclasses import dataclass, field

from chronology_app.core.sheet import PLAIN, State, Value
from chronology_app.reading.date_format import DateFormat, date_format, shows_nothing
from chronology_app.reading.digit_format import DigitFormat, digit_format

At = tuple[int, int]
"""A cell's row and column, from 1."""
Runs = tuple[tuple[str, bool], ...]
"""The runs of a rich text: (text, struck)."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one cell style makes its cells look: `state` for every cell, what is shown of a date or of a number."""

    state: State = PLAIN
    dates: DateFormat | None = None
    digits: DigitFormat | None = None

    @property
    def is_special(self) -> bool:
        """Whether a cell of this style may say something else than its value does, whatever the value is."""
        return bool(self.state or self.digits) or (self.dates is not None and not self.dates.is_plain)

    def shown(self, value: Value) -> str | None:
        """Return what a cell shows where that says something else than its value does, else None."""
        if self.dates is not None:
            return self.dates.shown(value)
        return self.digits.shown(value) if self.digits is not None else None


def look_of(code: str, *, struck: bool) -> Look:
    """Return how a cell style looks: its format code ("" where it has none), and whether its font strikes out."""
    state = State.STRUCK if struck else PLAIN
    return Look(state | State.HIDDEN if shows_nothing(code) else state, date_format(code), digit_format(code))


@dataclass(slots=True)
class Marks:
    """What was found on one sheet, rows and columns from 1.

    `rows` are hidden, `columns` too (first and last). `styled` holds the name of a cell's style, `errors` the name of
    an error in place of a value, `runs` the texts of which a part or all is struck out.
    """

    rows: list[int] = field(default_factory=list)
    columns: list[tuple[int, int]] = field(default_factory=list)
    styled: dict[At, str] = field(default_factory=dict)
    errors: dict[At, str] = field(default_factory=dict)
    runs: dict[At, Runs] = field(default_factory=dict)
