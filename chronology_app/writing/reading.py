"""When a date's reading has to stand beside the agency's own words of it, and when those say it plainly."""

import re

from chronology_app.core.saying import say
from chronology_app.core.when import Precision, When

_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


def reading_of(when: When) -> str:
    """Return the reading in words, "" where the agency's own text can only be read that way.

    Plain is a day written day, month, year in figures, with its time in figures where it has one, and whatever is
    written as the reading would be ("3rd March 2022").
    """
    if not when.known or _plain(when):
        return ""
    reading = say(when)
    return "" if _ORDINAL.sub(r"\1", when.text).strip().casefold() == reading.casefold() else reading


def _plain(when: When) -> bool:
    day = when.earliest
    if day is None or day != when.latest or when.approximate or when.uncertain or when.dates:
        return False
    if when.precision not in (Precision.DAY, Precision.MINUTE) or when.end_time or when.time_approximate:
        return False
    written = [int(number) for number in _NUMBER.findall(when.text)]
    time = [when.time.hour, when.time.minute] if when.time else []
    return written in ([day.day, day.month, day.year, *time], [day.day, day.month, day.year % 100, *time])
