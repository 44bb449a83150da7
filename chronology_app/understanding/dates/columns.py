"""What a whole column or a cell's own value says about a date: the order of its numbers, and true date cells."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from chronology_app.core.saying import say_day
from chronology_app.core.sheet import Value
from chronology_app.core.when import Precision, When
from chronology_app.understanding.dates.grammar import part_of_text
from chronology_app.understanding.dates.numbers import serial_day
from chronology_app.understanding.dates.pieces import FIRST_YEAR, LAST_YEAR, NO_YEAR, Span
from chronology_app.understanding.dates.reading import read_when, when_of
from chronology_app.understanding.dates.words import tidy, words_of

_ENOUGH_ROWS = 5
"""How many different dates must stand in order before their order alone turns a column month first: five rows in any
order stand so by chance once in 120 times; two rows would every other time."""
_COARSE = (Precision.MONTH, Precision.YEAR)
_NUMBER = "The cell holds a number, not a date."


def settle_order(texts: Sequence[str]) -> bool | None:
    """Return whether a column is day first (True) or month first (False), None where nothing settles it.

    `texts` are the column's texts in the order of the rows. A date that reads only one way settles it ("25/03/22", or
    a weekday that agrees only one way); so does a column that runs forwards or backwards in time only one way.
    Evidence for both orders gives day first: the texts that then cannot be read ask a person.
    """
    read = [(read_when(text), read_when(text, day_first=False)) for text in texts if any(map(str.isdigit, text))]
    only_day = any(day.known and not month.known for day, month in read)
    only_month = any(month.known and not day.known for day, month in read)
    if only_day or only_month:
        return only_day
    both = [(day.earliest, month.earliest) for day, month in read if day.earliest and month.earliest]
    by_day, by_month = [day for day, _ in both], [month for _, month in both]
    for runs in (_forwards, _backwards):
        if runs(by_day) != runs(by_month):
            return True if runs(by_day) else False if len(set(by_month)) >= _ENOUGH_ROWS else None
        if runs(by_day):
            return None
    return None


def reads_either_way(text: str) -> bool:
    """Return whether a text is one date day first and another month first ("03/04/2022")."""
    if not any(map(str.isdigit, text)):
        return False
    day, month = read_when(text), read_when(text, day_first=False)
    return day.known and month.known and (day.earliest, day.latest) != (month.earliest, month.latest)


def _forwards(days: Sequence[date]) -> bool:
    return all(a <= b for a, b in pairwise(days))


def _backwards(days: Sequence[date]) -> bool:
    return all(a >= b for a, b in pairwise(days))


def when_of_value(value: Value, shown: str) -> When:
    """Return what a cell says whose file holds more than text; `shown` is what the cell shows, kept as its text.

    A true date is trusted, but not beyond what the cell shows: "Mar-22" is only the month, "2022" only the year. Where
    it shows no year, the spreadsheet may have made one up from the day it was typed: the date is known, with a reason
    to look. A time is known where the value has one or the cell shows one. A number is only offered as a date, and one
    of a year that cannot be meant is none (systems write 31/12/9999 for "no end").
    """
    if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
        return When(shown, reason=f"The year {value.year} is not plausible.")
    if isinstance(value, datetime):
        return _of_true_date(_to_the_second(value), shown)
    if isinstance(value, date):
        return _of_true_date(datetime.combine(value, time.min), shown)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _of_number(value, shown)
    return read_when(shown)


def _to_the_second(value: datetime) -> datetime:
    """Return the value to the second: spreadsheets keep days as fractions, so 14:30 may come as 14:29:59.999."""
    return (value + timedelta(microseconds=500_000)).replace(microsecond=0, tzinfo=None)


def _of_true_date(value: datetime, shown: str) -> When:
    day, seen = value.date(), read_when(shown)
    if seen.precision in _COARSE and seen.earliest and seen.latest and seen.earliest <= day <= seen.latest:
        return seen
    has_time = value.time() != time.min or ":" in shown
    when = When(shown, day, day, Precision.MINUTE if has_time else Precision.DAY)
    if has_time:
        when = replace(when, time=value.time())
    if part_of_text(tidy(shown), "P") is not None and seen.reason == NO_YEAR:
        return replace(when, reason=f"The cell shows no year; the file holds {say_day(day)}.")
    return when


def _of_number(value: float, shown: str) -> When:
    when = read_when(shown)
    if when.precision is Precision.YEAR:
        return when
    found: Span | None = serial_day(float(value))
    return When(shown, reason=_NUMBER, offers=(when_of(shown, found),) if found else ())


def month_or_year(text: str) -> tuple[int | None, int | None] | None:
    """Return the (year, month) that a section's title gives to the rows below it, None where it is no such title.

    "2022" gives (2022, None), "January 2022" and "JAN 22" (2022, 1), "January" (None, 1).
    """
    shape, values = words_of(tidy(text))
    if shape == "m":
        return None, values[0]
    if shape in ("mn", "m-n"):
        text = f"{values[0]}/{read_when(f'1/1/{values[-1]}').latest or date.max:%Y}"
    when = read_when(text)
    if when.earliest is None or when.latest is None or when.approximate or when.uncertain or _digits_of_a_day(when):
        return None
    return when.earliest.year, when.earliest.month if when.precision is Precision.MONTH else None


def _digits_of_a_day(when: When) -> bool:
    """Whether it is anything but one whole month or year."""
    if when.precision not in _COARSE or when.earliest is None or when.latest is None:
        return True
    days = (when.latest - when.earliest).days
    return days > 30 if when.precision is Precision.MONTH else days > 365
