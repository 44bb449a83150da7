"""A reading in words: what stands beside the agency's own date on screen and on paper.

Every sentence made here is read back as the same date by `understanding.dates.read_when`; a test holds both to it.
Times are shown by the 24-hour clock, and only where one is written.
"""

from datetime import date, datetime, time, timedelta

from chronology_app.core.when import Precision, When, is_whole, span_of

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_QUARTERS = {1: "first", 4: "second", 7: "third", 10: "fourth"}
_THIRDS = ("early", "mid", "late")
_OPEN_BY_MONTH = frozenset({Precision.MONTH, Precision.YEAR})


def say(when: When) -> str:
    """Return the reading in words ("between 12 and 14 March 2022"), "" where nothing is known."""
    if not when.known:
        return ""
    return _reading(when) + (", uncertain" if when.uncertain else "")


def say_day(day: date) -> str:
    """Return a day as "12 March 2022", whatever the machine's language."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of(written: str) -> str:
    """Return the day of a moment (ISO 8601) here, as "12 March 2022"; "" where it is not known."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return ""
    return say_day(moment.astimezone().date() if moment.tzinfo else moment.date())


def _reading(when: When) -> str:
    first, last = when.earliest, when.latest
    if when.dates:
        return _about(when) + _listed([say_day(day) for day in when.dates])
    if last is None:
        return _open("after", when, first, when.time, at_start=True)
    if first is None:
        return _open("before", when, last, when.end_time, at_start=False)
    if first == last:
        return _about(when) + say_day(first) + _times(when)
    return _whole(when, first, last) or _between(when, first, last)


def _about(when: When) -> str:
    return "about " if when.approximate else ""


def _listed(said: list[str]) -> str:
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def _open(side: str, when: When, day: date | None, at: time | None, at_start: bool) -> str:
    """Return "on or before 5 April 2022", "in or after March 2022"."""
    assert day is not None
    unit = when.precision
    whole_unit = unit in _OPEN_BY_MONTH and unit is not None and span_of(day, unit)[0 if at_start else 1] == day
    said = _unit(day, unit) if whole_unit and unit else say_day(day)
    return f"{'in' if whole_unit else 'on'} or {side} {_about(when)}{said}{_time(when, at)}"


def _unit(day: date, unit: Precision) -> str:
    return str(day.year) if unit is Precision.YEAR else f"{MONTHS[day.month - 1]} {day.year}"


def _times(when: When) -> str:
    end = f" to {when.end_time:%H:%M}" if when.time and when.end_time else ""
    return _time(when, when.time) + end


def _time(when: When, at: time | None) -> str:
    return f", {'about ' if when.time_approximate else ''}{at:%H:%M}" if at else ""


def _whole(when: When, first: date, last: date) -> str:
    """Return what one week, month, season, quarter, year or decade is called, "" where it is not exactly one."""
    unit = when.precision
    if unit is None or not is_whole(first, last, unit):
        return _part(when, first, last)
    names = {
        Precision.WEEK: f"week from {say_day(first)}",
        Precision.MONTH: f"{_unit(first, Precision.MONTH)}, day not known",
        Precision.SEASON: f"{_SEASONS.get(first.month, '')} {first.year}",
        Precision.QUARTER: f"{_QUARTERS.get(first.month, '')} quarter of {first.year}",
        Precision.YEAR: f"{first.year}, month not known",
        Precision.DECADE: f"the {first.year}s",
    }
    winter = f"/{last.year % 100:02d}" if unit is Precision.SEASON and last.year > first.year else ""
    return _about(when) + names[unit] + winter if unit in names else ""


def _part(when: When, first: date, last: date) -> str:
    """Return "early March 2022" or "early to mid 2022", "" where it is no part of one month or year."""
    unit = when.precision
    if unit not in _OPEN_BY_MONTH or unit is None or not when.approximate or _unit(first, unit) != _unit(last, unit):
        return ""
    start, end = _third(first, unit), _third(last + timedelta(days=1), unit)
    if start is None or end is None:
        return ""
    thirds = _THIRDS[start : (end - 1) % 3 + 1]
    said = thirds[0] if len(thirds) == 1 else f"{thirds[0]} to {thirds[-1]}"
    return f"{said} {_unit(first, unit)}"


def _third(day: date, unit: Precision) -> int | None:
    """Return which third of a month (from the 1st, 11th, 21st) or year (January, May, September) begins on a day."""
    if unit is Precision.MONTH:
        return {1: 0, 11: 1, 21: 2}.get(day.day)
    return {1: 0, 5: 1, 9: 2}.get(day.month) if day.day == 1 else None


def _between(when: When, first: date, last: date) -> str:
    unit = when.precision
    if unit in _OPEN_BY_MONTH and unit is not None:
        return f"between {_end(when, first, unit, True)} and {_end(when, last, unit, False)}"
    about = _about(when)
    start, end = say_day(first) + _time(when, when.time), say_day(last) + _time(when, when.end_time)
    if not about and not when.time and not when.end_time:
        start = _without_shared(first, last)
    return f"between {about}{start} and {about}{end}"


def _without_shared(first: date, last: date) -> str:
    """Return the first day of a range without the month and year it shares with the last."""
    if first.year != last.year:
        return say_day(first)
    return str(first.day) if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"


def _end(when: When, day: date, unit: Precision, is_start: bool) -> str:
    """Return one end of a range of months or years: "March 2022", "early March 2022" where it ends within one."""
    if span_of(day, unit)[0 if is_start else 1] == day:
        return f"{_about(when)}{_unit(day, unit)}"
    third = _third(day if is_start else day + timedelta(days=1), unit)
    if third is None:
        return f"{_about(when)}{say_day(day)}"
    return f"{_THIRDS[third if is_start else (third - 1) % 3]} {_unit(day, unit)}"
