"""When a date's reading has to stand beside the agency's own words of it, and when those say it plainly."""

import re

from chronology_app.core.saying import MONTHS, say
from chronology_app.core.when import Precision, When

_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_MONTHS = {month[:3].casefold(): month.casefold() for month in MONTHS} | {"sept": "september"}
_NUMBER = re.compile(r"\d+")


def reading_of(when: When) -> str:
    """Return the reading in words, "" where the agency's own text can only be read that way.

    Plain is a day written day, month, year in figures, with its time in figures where it has one, and whatever is
    written as the reading would be ("3rd Mar 2022").
    """
    if not when.known or _plain(when):
        return ""
    reading = say(when)
    return "" if _spelt_out(when.text) == reading.casefold() else reading


def _spelt_out(text: str) -> str:
    """Return a date in words without ordinal endings and with its month in full."""
    words = _ORDINAL.sub(r"\1", text).casefold().split()
    return " ".join(_MONTHS.get(word.rstrip("."), word) for word in words)


def _plain(when: When) -> bool:
    day = when.earliest
    if day is None or day != when.latest or when.approximate or when.uncertain or when.dates:
        return False
    if when.precision not in (Precision.DAY, Precision.MINUTE) or when.end_time or when.time_approximate:
        return False
    written = [int(number) for number in _NUMBER.findall(when.text)]
    at = when.time
    times = ([at.hour, at.minute], [at.hour * 100 + at.minute]) if at else ([],)
    return any(written == [day.day, day.month, year, *time] for year in (day.year, day.year % 100) for time in times)
