"""Reads which other days an entry speaks of ("on 03/05/2022", "last night"): events are often written down later."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

FARTHEST = 31
"""Days between an entry and a day it speaks of from which on it is history and not the event itself."""

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(f"{month}[a-z]*" for month in _MONTHS)
_TOLD = re.compile(
    r"(?<![\d/.])(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4}|\d{2})(?![\d/.]\d)"
    rf"|(?<!\d)(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<mm>{_MONTH})\b(?:\s(?P<yy>\d{{4}}))?"
    r"|\b(?P<before>yesterday|last (?:night|evening)|(?:the )?(?:day|night|evening) before"
    r"|(?:the )?previous (?:day|night|evening))\b"
    rf"|(?<!next )(?<!by )(?<!until )\b(?P<week>{'|'.join(_DAYS)})\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    rf"\d[/.]\d|\d(?:st|nd|rd|th)?\s(?:of\s)?(?:{'|'.join(_MONTHS)})"
    r"|yesterday|last night|last evening|(?:day|night|evening) before|previous "
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
"""What a text in small letters holds wherever it may speak of a day: most texts do not, and are soon passed over."""
_NOTHING: Mapping[int, str] = MappingProxyType({})


def days_told(text: str, day: date) -> Mapping[int, str]:
    """Return the days before `day` that a text of that day speaks of, as ordinals, each with the words that say so.

    A day of the week is the last such day before; a day and month without a year the last before. Days further back
    than `FARTHEST`, and days to come, are left out.
    """
    if not _HINT.search(text.lower()):
        return _NOTHING
    found: dict[int, str] = {}
    for match in _TOLD.finditer(text):
        told = _day(match, day)
        if told is not None and 0 < (day - told).days <= FARTHEST:
            found.setdefault(told.toordinal(), match[0])
    return found or _NOTHING


def _day(match: re.Match[str], day: date) -> date | None:
    if match["before"]:
        return day - timedelta(days=1)
    if match["week"]:
        back = (day.weekday() - _DAYS.index(match["week"].lower())) % 7 or 7
        return day - timedelta(days=back)
    if match["dd"]:
        month = _MONTHS.index(match["mm"][:3].lower()) + 1
        year = int(match["yy"]) if match["yy"] else day.year - ((month, int(match["dd"])) > (day.month, day.day))
        return _date(year, month, int(match["dd"]))
    year = int(match["y"])
    return _date(year + 2000 if year < 100 else year, int(match["m"]), int(match["d"]))


@cache
def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
