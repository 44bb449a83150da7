"""Dates in EDTF (ISO 8601-2:2019, levels 1 and 2; https://www.loc.gov/standards/datetime/), as this app writes them.

Most of it the grammar reads by itself; here stands what only that notation writes: open ends, sets, decades, "%" and
the numbers of seasons and quarters.
"""

import re
from datetime import date

from chronology_app.core.when import Precision, span_of
from chronology_app.understanding.dates.pieces import AsksPerson, Span, day_in, month_in, whole_year, year_of

_DATE = re.compile(r"(\d{3})(?:x|(\d)(?:-(\d\d)(?:-(\d\d))?)?)([~?%]?)")
_ONLY_HERE = re.compile(r"\.\.|[{%]|[0-9](x|[?~]/)")
"""Signs that only EDTF has: a text without one is read as people write dates, or it asks."""
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}


def of_notation(text: str) -> Span | None:
    """Return the days that a text in lower case writes in EDTF, None where it is none or an impossible date."""
    try:
        if text.startswith("{") and text.endswith("}"):
            return _set(text[1:-1])
        start, slash, end = text.partition("/")
        return _interval(start, end) if slash else _date(text)
    except AsksPerson:
        return None


def is_only_notation(text: str, span: Span) -> bool:
    """Whether nobody would write a text but in EDTF; "2021-24" may be a winter or years, so it is only offered."""
    return span.unit not in (Precision.SEASON, Precision.QUARTER) and _ONLY_HERE.search(text) is not None


def _set(listed: str) -> Span | None:
    """Return several single days ("{2022-02-28,2022-03-02}")."""
    spans = [_date(one.strip()) for one in listed.split(",")]
    singles = [span for span in spans if span and span.one_day]
    days = sorted({span.first for span in singles if span.first})
    if len(days) < 2 or len(singles) < len(spans):
        return None
    about, unsure = any(one.approximate for one in singles), any(one.uncertain for one in singles)
    return Span(days[0], days[-1], Precision.DAY, about, unsure, dates=tuple(days), offers=tuple(singles))


def _interval(start: str, end: str) -> Span | None:
    """Return everything from one date to another; ".." is an open end."""
    first, last = _date(start), _date(end)
    if not ((first or start == "..") and (last or end == "..") and (first or last)):
        return None
    opens, closes = first and first.first, last and last.last
    if opens and closes and closes < opens:
        return None
    spans = [span for span in (first, last) if span]
    unit = min((span.unit for span in spans), key=tuple(Precision).index)
    return Span(opens, closes, unit, any(s.approximate for s in spans), any(s.uncertain for s in spans))


def _date(text: str) -> Span | None:
    """Return one date: a decade, year, season, quarter, month or day with its mark."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    decade, last, month, day, mark = match.groups()
    span = _days(year_of(decade + (last or "0")), last, int(month or 0), int(day or 0))
    return span._replace(approximate=mark in ("~", "%"), uncertain=mark in ("?", "%")) if mark else span


def _days(year: int, last: str | None, month: int, day: int) -> Span:
    if last is None:
        return _unit(date(year, 1, 1), Precision.DECADE)
    if day:
        return day_in(year, month, day)
    if month in _SEASONS:
        return _unit(date(year, _SEASONS[month], 1), Precision.SEASON)
    if month in _QUARTERS:
        return _unit(date(year, _QUARTERS[month], 1), Precision.QUARTER)
    return month_in(year, month) if month else whole_year(year)


def _unit(first: date, unit: Precision) -> Span:
    return Span(*span_of(first, unit), unit)
