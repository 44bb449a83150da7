"""Dates that can be read but are hardly possible in this review: why, and what may have been meant."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chronology_app.core.saying import say_day
from chronology_app.core.when import When

_SLIPS = (-1, 1, -10, 10, 100)
"""By how many years a year is usually mistyped: the old year in January, one digit, the century."""


def doubts(when: When, *, earliest_birth: date | None = None, received: date | None = None) -> str:
    """Return why a date is not plausible in this review, "" where it is.

    `earliest_birth` is the first birth of anyone in the review, `received` the day the file came.
    """
    if earliest_birth and when.latest and when.latest < earliest_birth:
        return f"It is before {say_day(earliest_birth)}, when nobody in this review was born."
    if received and when.earliest and when.earliest > received:
        return f"It is after {say_day(received)}, when the file was received."
    return ""


def with_likely(when: When, *, earliest_birth: date | None = None, received: date | None = None) -> When:
    """Return a date that is not plausible with `offers` of what may have been meant, and of itself; others as they are.

    Offered are two at most: years that are plausible by a usual slip, and day and month swapped where that is enough.
    """
    if not doubts(when, earliest_birth=earliest_birth, received=received):
        return when
    likely = [one for one in _meant(when) if not doubts(one, earliest_birth=earliest_birth, received=received)]
    return replace(when, offers=tuple(dict.fromkeys((*likely[:2], *when.offers, replace(when, offers=())))))


def _meant(when: When) -> Iterator[When]:
    plain = replace(when, reason="", offers=())
    for years in _SLIPS:
        moved = _moved(plain, years)
        if moved:
            yield moved
    day = when.earliest
    if day and day == when.latest and day.day <= 12 and day.day != day.month:
        other = date(day.year, day.day, day.month)
        yield replace(plain, earliest=other, latest=other)


def _moved(when: When, years: int) -> When | None:
    """Return a date so many years on, None where there is no such day."""
    try:
        earliest, latest = (day and day.replace(year=day.year + years) for day in (when.earliest, when.latest))
        days = tuple(day.replace(year=day.year + years) for day in when.dates)
    except ValueError:
        return None
    return replace(when, earliest=earliest, latest=latest, dates=days)
