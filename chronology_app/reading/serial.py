"""A number under a date format becomes the date, moment, time of day or length of time that a workbook means by it.

Serial numbers are those of ECMA-376 part 1, 18.17.4.1: days since the last day of 1899, or since 1 January 1904.
"""

from datetime import datetime, time, timedelta

from chronology_app.core.sheet import Value
from chronology_app.reading.date_format import DateFormat

_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LEAP = 60
"""Workbooks count a 29 February 1900 that never was; days before it are one too few (part 1, 18.17.4.1)."""


def moment(number: float, dates: DateFormat, *, from_1904: bool = False) -> Value:
    """Return what `number` stands for: a date where it is whole, a time of day below 1, else a date with its time.

    A format that counts hours ("[h]:mm") gives a length of time. A number that no date has stays a number.
    """
    try:
        length = timedelta(milliseconds=round(number * 86_400_000))
        if "elapsed" in dates.parts:
            return length
        if 0 <= number < 1:
            return (datetime.min + length).time() if length < timedelta(days=1) else time.min
        if number < 0:
            return number
        if not from_1904 and number < _LEAP:
            length += timedelta(days=1)
        found = (_EPOCH_1904 if from_1904 else _EPOCH) + length
    except (OverflowError, ValueError):
        return number
    return found if found.time() != time.min else found.date()
