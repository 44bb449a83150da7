"""True dates whose day and month a spreadsheet may have swapped: the commonest silent corruption of all.

A spreadsheet makes a true date of every text that its own order of day and month allows, and leaves the rest as text.
Opened in American settings, a British column keeps 25/03/2022 as text and turns 03/04/2022 into the 4th of March; a
month-first column opened in Britain does the same the other way round. Nobody sees it: so the column is asked about.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from chronology_app.core.fields import Field
from chronology_app.core.sheet import Sheet, Value
from chronology_app.core.when import When
from chronology_app.understanding.dates import read_when
from chronology_app.understanding.layout import Layout

_AMERICAN = "A spreadsheet with American settings may have swapped the day and month of this date."
_BRITISH = "The column is month first, so the spreadsheet may have swapped the day and month of this date."
SWAPPED_BACK = "day and month swapped back, as decided at the import"
_LEAST_TRUE = 2
"""True dates from which none after the 12th is worth a question; of one alone it says nothing."""


def why_swapped(sheet: Sheet, layout: Layout) -> str:
    """Return why the true dates of a table's date columns may be swapped, "" where nothing speaks for it."""
    found = [_why(_values(sheet, layout, field), layout.day_first) for field in (Field.DATE, Field.END_DATE)]
    return next(filter(None, found), "")


def in_doubt(sheet: Sheet, layout: Layout) -> tuple[date, ...]:
    """Return the true dates of the date columns that would be other days with day and month swapped, in order."""
    both = (value for field in (Field.DATE, Field.END_DATE) for value in _values(sheet, layout, field))
    return tuple(value for value in both if isinstance(value, date) and can_swap(value))


def can_swap(day: date) -> bool:
    """Return whether a day is another one with its day and month swapped."""
    return day.day <= 12 and day.day != day.month


def swap(day: date) -> date:
    """Return a day with its day and month swapped."""
    return date(day.year, day.day, day.month)


def swapped(when: When) -> When | None:
    """Return the reading of a true date with day and month swapped, None where that is no other single day."""
    day = when.earliest
    if day is None or day != when.latest or not can_swap(day):
        return None
    return replace(when, earliest=swap(day), latest=swap(day))


def _values(sheet: Sheet, layout: Layout, field: Field) -> tuple[Value, ...]:
    number = layout.number_of(field)
    below = sheet.rows[max(layout.heading_row, sheet.first_row - 1) :]
    return tuple(row[number - 1] for row in below if 0 < number <= len(row))


def _why(values: Sequence[Value], day_first: bool | None) -> str:
    true = [value for value in values if isinstance(value, (date, datetime))]
    if not any(map(can_swap, true)):
        return ""
    if day_first is False:
        return _BRITISH
    late = all(value.day <= 12 for value in true) and len(true) >= _LEAST_TRUE
    return _AMERICAN if late and _only_after_the_12th(v for v in values if isinstance(v, str)) else ""


def _only_after_the_12th(texts: Iterable[str]) -> bool:
    """Whether some texts are dates in numbers, and all of those can only be read day first."""
    seen = False
    for text in dict.fromkeys(texts):
        day, month = read_when(text), read_when(text, day_first=False)
        if day.known and month.known and day.earliest != month.earliest:
            return False
        seen = seen or (day.known and not month.known)
    return seen
