"""Weeks and nights: spans of days that are written by one day of them, or by the day on either side."""

from datetime import timedelta

from chronology_app.core.saying import say_day
from chronology_app.core.when import Precision
from chronology_app.understanding.dates.pieces import AsksPerson, Given, Span
from chronology_app.understanding.dates.spans import Part, whole


def week_from(given: Given, part: Part) -> Span:
    """Return the seven days that begin on a day ("w/c")."""
    return _week(given, part, 0)


def week_to(given: Given, part: Part) -> Span:
    """Return the seven days that end on a day ("w/e")."""
    return _week(given, part, -6)


def week_of(given: Given, part: Part) -> Span:
    """Return the week, Monday to Sunday, that holds a day; a Sunday may begin or end one, so that is asked."""
    span = whole(given, part)
    if span.one_day and span.one_day.weekday() == 6:
        reason = "A week of a Sunday may begin or end on it."
        raise AsksPerson(reason, _week(given, span, 0), _week(given, span, -6))
    return _week(given, span, -span.one_day.weekday() if span.one_day else 0)


def _week(given: Given, part: Part, shift: int) -> Span:
    span = whole(given, part)
    if span.one_day is None or span.time or span.doubt:
        raise AsksPerson("A week is meant, but it is not written by one of its days.", span)
    first = span.one_day + timedelta(days=shift)
    return span._replace(first=first, last=first + timedelta(days=6), unit=Precision.WEEK)


def night(given: Given, part: Part) -> Span:
    """Return "13 July 2022, night": the day that is written, or the night between the two days that are."""
    span = whole(given, part)
    return span if span.one_day and not span.time else overnight(given, span)


def overnight(given: Given, part: Part) -> Span:
    """Return a night written by its two days; a night of one day asks whether it began or ended then."""
    span = whole(given, part)
    if span.first and span.last and span.last - span.first == timedelta(days=1):
        return span
    on = span.one_day
    if on is None or span.time:
        raise AsksPerson("A night is meant, but not one between two days.", span)
    day = timedelta(days=1)
    nights = (span._replace(last=on + day), span._replace(first=on - day))
    raise AsksPerson(f"The night may have begun or ended on {say_day(on)}.", *nights, span)
