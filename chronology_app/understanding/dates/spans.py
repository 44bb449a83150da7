"""Dates put together: ranges with shared parts, lists, weeks, before and after, "about" and "?"."""

from datetime import date, timedelta
from typing import Any, TypeVar

from chronology_app.core.when import Precision, span_of
from chronology_app.understanding.dates.clock import TIME_OR_YEAR, figures, may_be_year
from chronology_app.understanding.dates.pieces import (
    BACKWARDS,
    NO_YEAR,
    AsksPerson,
    Clock,
    Given,
    Piece,
    Span,
    completed,
    feast_in,
    moved,
    on_weekday,
    timed,
)
from chronology_app.understanding.dates.words import Feast

Part = str | Piece | Span
"""A bare day number, a piece without its year, or a span."""
Q = TypeVar("Q", Piece, Span, Clock)
_ONE_TIME = "The days can be read, but it is not clear which of them the time belongs to."
_FINENESS = tuple(Precision)
_ENDS_IN = {
    Precision.WEEK: Precision.DAY,
    Precision.SEASON: Precision.MONTH,
    Precision.QUARTER: Precision.MONTH,
    Precision.DECADE: Precision.YEAR,
}


def whole(given: Given, part: Part) -> Span:
    """Return a part as known days, with the year and month of the section's title where it lacks them."""
    if isinstance(part, Span):
        return part
    return completed(_piece(part), given.year, given.month)


def same(given: Given, part: Any) -> Any:
    """Return the part as it is: what stood around it says nothing about the date."""
    return part


def about(given: Given, part: str | Q) -> Piece | Q:
    """Return a date or time that is approximate."""
    return (_piece(part) if isinstance(part, str) else part)._replace(approximate=True)


def unsure(given: Given, part: str | Q) -> Piece | Q:
    """Return a date that is uncertain; an uncertain time is only about right."""
    if isinstance(part, Clock):
        return part._replace(approximate=True)
    return (_piece(part) if isinstance(part, str) else part)._replace(uncertain=True)


def weekday_of(given: Given, weekday: int, part: Part) -> Piece | Span:
    """Return a date with its weekday, which must agree."""
    if isinstance(part, Span):
        return on_weekday(part, weekday)
    piece = _piece(part)
    if piece.day is None or piece.weekday is not None:
        raise AsksPerson("A day of the week stands beside something that is not one day.")
    return piece._replace(weekday=weekday)


def weekday_after(given: Given, part: Part, weekday: int) -> Piece | Span:
    """Return a date with the weekday that stands behind it."""
    return weekday_of(given, weekday, part)


def weekdays_of(given: Given, first: int, last: int, span: Span) -> Span:
    """Return "Mon-Fri 14-18 March 2022", whose ends must agree."""
    for end, weekday in ((span.first, first), (span.last, last)):
        if end is None or end.weekday() != weekday:
            raise AsksPerson("The days of the week do not agree with the dates.", span)
    return span


def at_time(given: Given, part: Piece | Span, clock: Clock) -> Piece | Span:
    """Return a date with its time."""
    if isinstance(part, Span):
        return timed(part, clock)
    if part.clock or part.day is None:
        raise AsksPerson("A time is written, but not beside one single day.")
    return part._replace(clock=clock)


def at_figures(given: Given, span: Span, digits: str) -> Span:
    """Return "12/03/22 1430"; figures that may be a year are only offered as a time."""
    found = timed(span, figures(given, digits))
    if may_be_year(digits):
        raise AsksPerson(TIME_OR_YEAR, found)
    return found


def part_of_day(given: Given, part: Piece | Span) -> Piece | Span:
    """Return a day whose morning, afternoon or evening is named: no time is known, so only the day is."""
    on, has_time = (part.one_day, part.time) if isinstance(part, Span) else (part.day, part.clock)
    if on is None or has_time:
        raise AsksPerson("A part of the day is written, but not beside one single day.")
    return part


def time_first(given: Given, clock: Clock, part: Piece | Span) -> Piece | Span:
    """Return a date with the time that stands before it."""
    return at_time(given, part, clock)


def between(given: Given, first: Part, last: Part) -> Span:
    """Return everything from one date to another; the year or month may be written with either."""
    start, end = _pair(given, first, last)
    if start.first is None or start.last is None or end.first is None or end.last is None:
        raise AsksPerson("Two open ends are written.")
    if start.end_time or start.dates or end.dates:
        raise AsksPerson("More than two ends are written.")
    if end.first < start.first or end.last < start.last:
        raise AsksPerson(BACKWARDS, *_forwards(first, start, last, end))
    return _joined(start, end)


def either(given: Given, first: Part, last: Part) -> Span:
    """Return "12 or 13 March 2022": one of them, nobody knows which."""
    return between(given, first, last)._replace(uncertain=True)


def both(given: Given, first: Part, last: Part) -> Span:
    """Return several dates of one cell: single days keep their list and are offered one by one."""
    start, end = _pair(given, first, last)
    listed = (*_singles(start), *_singles(end))
    if listed and _singles(start) and _singles(end):
        days = tuple(dict.fromkeys(span.first for span in listed if span.first))
        joined = _joined(*sorted((start, end), key=lambda span: span.first or date.min))
        if not all(span.time for span in listed):
            doubt = joined.doubt or (_ONE_TIME if any(span.time for span in listed) else "")
            joined = joined._replace(time=None, end_time=None, doubt=doubt)
        return joined._replace(dates=tuple(sorted(days)), offers=listed, last=max(days))
    if start.last and end.first and end.first - start.last == timedelta(days=1) and start.unit is end.unit:
        return between(given, start, end)
    raise AsksPerson("Several dates are written that make neither one list nor one range.", start, end)


def listed_after_comma(given: Given, first: str, last: Span) -> Span:
    """Return "12, 13 and 14 March 2022"; a number before a single date may be anything, so that is asked."""
    found = both(given, first, last)
    if last.dates:
        return found
    raise AsksPerson("It is not clear what the first number means.", last, found)


def before(given: Given, part: Part) -> Span:
    """Return everything before a date: the latest is the day before it, or the day itself where a time is written."""
    span = whole(given, part)
    return _until(span, span.first if span.time or span.first is None else span.first - timedelta(days=1))


def until(given: Given, part: Part) -> Span:
    """Return everything up to a date, itself included."""
    span = whole(given, part)
    return _until(span, span.last)


def _until(span: Span, last: date | None) -> Span:
    _closed(span)
    return span._replace(first=None, last=last, unit=_open_unit(span), time=None, end_time=span.time)


def after(given: Given, part: Part) -> Span:
    """Return everything after a date: the earliest is the day after it, or the day itself where a time is written."""
    span = whole(given, part)
    first = span.last if span.time or span.last is None else span.last + timedelta(days=1)
    return since(given, span)._replace(first=first, unit=_open_unit(span))


def since(given: Given, part: Part) -> Span:
    """Return everything from a date on, itself included."""
    span = whole(given, part)
    _closed(span)
    return span._replace(last=None, unit=_open_unit(span))


def _open_unit(span: Span) -> Precision:
    """Return how finely an open end is known: a whole month or year stays one, all else comes down to its day."""
    if span.unit in (Precision.MONTH, Precision.YEAR) and span.first and not _is_part(span):
        return span.unit
    return Precision.DAY


def _is_part(span: Span) -> bool:
    """Whether a month or year is only an early, middle or late part of itself."""
    return span.first is not None and (span.first, span.last) != span_of(span.first, span.unit)


def _closed(span: Span) -> None:
    many = span.first is None or span.last is None or span.dates or span.end_time or span.doubt
    if many or not (span.one_day or span.approximate or not _is_part(span)):
        raise AsksPerson("It is not clear which of the dates or times is meant.", span)


def agreeing(given: Given, feast: Feast, span: Span) -> Span:
    """Return a date with its feast's name ("Christmas Day, 25 December 2021"), which must agree."""
    if span.first is None:
        raise AsksPerson(NO_YEAR)
    same = feast_in(span.first.year, feast)
    if (same.first, same.last) != (span.first, span.last):
        raise AsksPerson("The name of the day does not agree with the date.", span, same)
    return span


def agreeing_after(given: Given, span: Span, feast: Feast) -> Span:
    """Return "25 December 2021 (Christmas Day)"."""
    return agreeing(given, feast, span)


def _piece(part: str | Piece) -> Piece:
    return Piece(Precision.DAY, day=int(part)) if isinstance(part, str) else part


def _pair(given: Given, first: Part, last: Part) -> tuple[Span, Span]:
    """Return both ends as spans; what one lacks it takes from the other, else from the section's title."""
    if isinstance(last, Span):
        return _shared(first, last.first), last
    if isinstance(first, Span):
        if _FINENESS.index(first.unit) > _FINENESS.index(_piece(last).unit):
            raise AsksPerson(NO_YEAR)
        return first, _shared(last, first.last)
    end = whole(given, last)
    return _shared(first, end.first), end


def _shared(part: Part, other: date | None) -> Span:
    if isinstance(part, Span):
        return part
    piece = _piece(part)
    if other is None or piece.feast:
        raise AsksPerson(NO_YEAR)
    return completed(piece, other.year, other.month)


def _forwards(first: Part, start: Span, last: Part, end: Span) -> list[Span]:
    """Return what a range that runs backwards may mean: another year for the end that shared its year, or swapped."""
    if isinstance(first, Span) and isinstance(last, Span):
        return [_joined(end, start)]
    lacks_year = _piece(first).month if not isinstance(first, Span) else None
    if lacks_year:
        earlier = moved(start, -1)
        return [_joined(earlier, end)] if earlier else []
    later = moved(end, 1) if isinstance(first, Span) else None
    return [_joined(start, later)] if later else []


def _joined(start: Span, end: Span) -> Span:
    return Span(
        start.first, end.last, _range_unit(start.unit, end.unit),
        start.approximate or end.approximate, start.uncertain or end.uncertain,
        start.time, end.end_time or end.time, start.time_approximate or end.time_approximate,
        doubt=start.doubt or end.doubt,
    )  # fmt: skip


def _range_unit(start: Precision, end: Precision) -> Precision:
    """Return the precision of a range's ends: the finer one, in days, months or years."""
    unit = min(start, end, key=_FINENESS.index)
    return _ENDS_IN.get(unit, unit)


def _singles(span: Span) -> tuple[Span, ...]:
    """Return the single days of a span, none where it is a range."""
    if span.dates:
        return span.offers
    return (span,) if span.one_day else ()
