"""What the parts of a written date come to: pieces that still lack their year, and spans of known days.

Nothing is filled in here: a piece becomes a span only with a year (and month) that is written in the same cell or in
the section's title above it.
"""

import calendar
import datetime
from datetime import date, timedelta
from typing import NamedTuple

from chronology_app.core.saying import MONTHS, say_day
from chronology_app.core.when import Precision, span_of
from chronology_app.understanding.dates.words import Feast

PIVOT = 50
"""Two-digit years: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999 (the pivot of RFC 5280, 4.1.2.5.1)."""
FIRST_YEAR, LAST_YEAR = 1900, 2100

BACKWARDS = "The end is before the start."
NO_YEAR = "No year is written."
NO_TIME = "none"
"""The half of the day of "00:00:00": what systems export for a date without a time."""
_MONTHS_OF = {Precision.MONTH: 1, Precision.SEASON: 3, Precision.YEAR: 12, Precision.DECADE: 120}
_PARTS_IN = {Precision.SEASON: Precision.MONTH, Precision.DECADE: Precision.YEAR}
"""A third of a season is about a month, a third of a decade some years."""


class Given(NamedTuple):
    """What the column and the section's title say: the order of numbers, the year and the month."""

    day_first: bool = True
    year: int | None = None
    month: int | None = None


class Span(NamedTuple):
    """Known days, inclusive; None is an open end. `doubt` says why a person is needed although the day is known."""

    first: date | None
    last: date | None
    unit: Precision
    approximate: bool = False
    uncertain: bool = False
    time: datetime.time | None = None
    end_time: datetime.time | None = None
    time_approximate: bool = False
    dates: tuple[date, ...] = ()
    doubt: str = ""
    offers: "tuple[Span, ...]" = ()

    @property
    def one_day(self) -> date | None:
        """The day, where it is a single one."""
        return self.first if self.first == self.last else None


class Choice(NamedTuple):
    """One way to understand a doubtful time: start and end, each so many days after the day written."""

    start: datetime.time
    end: datetime.time | None = None
    start_shift: int = 0
    end_shift: int = 0


class Clock(NamedTuple):
    """A time as written. `half` is "am" or "pm" where written; `doubt` says why it is not plain, with `choices`."""

    start: datetime.time
    end: datetime.time | None = None
    approximate: bool = False
    half: str = ""
    doubt: str = ""
    choices: tuple[Choice, ...] = ()


class Piece(NamedTuple):
    """A date without its year: a day (perhaps without its month), a month, a third of one, a season or a feast."""

    unit: Precision
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    third: int | None = None
    feast: Feast | None = None
    approximate: bool = False
    uncertain: bool = False
    clock: Clock | None = None


class AsksPerson(Exception):
    """The text needs a person: why, in one sentence, and the readings to offer."""

    def __init__(self, reason: str, *offers: Span) -> None:
        super().__init__(reason)
        self.reason, self.offers = reason, offers


def year_of(digits: str) -> int:
    """Return the year that two or four digits name; asks where it lies outside 1900 to 2100."""
    year = int(digits)
    if len(digits) == 2:
        return year + (2000 if year < PIVOT else 1900)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise AsksPerson(f"The year {year} is not plausible.")
    return year


def day_in(year: int, month: int, day: int, weekday: int | None = None) -> Span:
    """Return that day; asks where there is none, or where it was another day of the week."""
    if not 1 <= month <= 12:
        raise AsksPerson(f"There is no month {month}.")
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        name = MONTHS[month - 1]
        reason = f"There is no day {day} in {name} {year}, which has {length} days."
        raise AsksPerson(reason, month_in(year, month)) if day <= 31 else AsksPerson(reason)
    on = date(year, month, day)
    span = Span(on, on, Precision.DAY)
    return span if weekday is None else on_weekday(span, weekday)


def on_weekday(span: Span, weekday: int) -> Span:
    """Return the span if it is a day of that weekday; asks otherwise, offering the day and the nearest such days."""
    on = span.one_day
    if on is None:
        raise AsksPerson("A day of the week stands beside something that is not one day.")
    if on.weekday() == weekday:
        return span
    back = (on.weekday() - weekday) % 7
    near = [on - timedelta(days=back), on + timedelta(days=7 - back)]
    offers = [span._replace(first=day, last=day) for day in [on, *sorted(near, key=lambda day: abs(day - on))]]
    written, was = _WEEKDAYS[weekday], _WEEKDAYS[on.weekday()]
    raise AsksPerson(f"It says {written}, but {say_day(on)} was a {was}.", *offers)


def month_in(year: int, month: int, third: int | None = None) -> Span:
    """Return the month, or its first, second or last third (0, 1, 2), which is approximate."""
    if not 1 <= month <= 12:
        raise AsksPerson(f"There is no month {month}.")
    first, last = span_of(date(year, month, 1), Precision.MONTH)
    return part_of(Span(first, last, Precision.MONTH), third)


def part_of(span: Span, third: int | None) -> Span:
    """Return the early, middle or late third (0, 1, 2) of a month, season, year or decade; None is the whole."""
    if third is None:
        return span
    assert span.first is not None
    assert span.last is not None
    if span.unit is Precision.MONTH:
        starts = [span.first.replace(day=day) for day in (1, 11, 21)]
    else:
        length = _MONTHS_OF[span.unit]
        cuts = [length * part // 3 for part in range(3)]
        starts = [_months_after(span.first, 12 * (cut // 12) if length == 120 else cut) for cut in cuts]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), span.last]
    unit = _PARTS_IN.get(span.unit, span.unit)
    return span._replace(first=starts[third], last=ends[third], unit=unit, approximate=True)


def whole_year(year: int, third: int | None = None) -> Span:
    """Return the year, or its first, second or last four months."""
    return part_of(Span(date(year, 1, 1), date(year, 12, 31), Precision.YEAR), third)


def season_in(year: int, month: int, third: int | None = None) -> Span:
    """Return the season that begins in that month; a winter of one year asks which of its two is meant."""
    span = Span(*span_of(date(year, month, 1), Precision.SEASON), Precision.SEASON)
    if month == 12:
        before = Span(*span_of(date(year - 1, 12, 1), Precision.SEASON), Precision.SEASON)
        reason = f"Winter {year} may be the one that began or the one that ended in {year}."
        raise AsksPerson(reason, part_of(span, third), part_of(before, third))
    return part_of(span, third)


def feast_in(year: int, feast: Feast) -> Span:
    """Return the days of a feast in that year."""
    anchor = date(year, *feast.anchor) if feast.anchor else easter(year)
    first, last = anchor + timedelta(days=feast.first), anchor + timedelta(days=feast.last)
    return Span(first, last, Precision.DAY, approximate=feast.approximate)


def easter(year: int) -> date:
    """Return Easter Sunday (Gregorian; the anonymous algorithm in J. Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def completed(piece: Piece, year: int | None, month: int | None) -> Span:
    """Return a piece with the year (and, for a bare day, the month) that is written elsewhere; asks without them."""
    if year is None:
        raise AsksPerson(NO_YEAR if piece.month or piece.feast else "Only a day is written, without month and year.")
    if piece.feast is not None:
        span = feast_in(year, piece.feast)
    elif piece.unit is Precision.SEASON:
        span = season_in(year, piece.month or 0, piece.third)
    elif piece.unit is Precision.MONTH:
        span = month_in(year, piece.month or 0, piece.third)
    else:
        span = _day_completed(piece, year, piece.month or month)
    span = span._replace(approximate=span.approximate or piece.approximate, uncertain=piece.uncertain)
    return timed(span, piece.clock) if piece.clock else span


def _day_completed(piece: Piece, year: int, month: int | None) -> Span:
    if month is None:
        raise AsksPerson("Only a day is written, without its month.")
    return day_in(year, month, piece.day or 0, piece.weekday)


def timed(span: Span, clock: Clock) -> Span:
    """Return the day with its time; a doubtful time leaves the day known and offers what it may mean."""
    on = span.one_day
    if clock.half == NO_TIME:
        return span
    if on is None or span.time or span.doubt:
        raise AsksPerson("A time is written, but not beside one single day.", span)
    if clock.doubt:
        return span._replace(doubt=clock.doubt, offers=tuple(_chosen(span, on, choice) for choice in clock.choices))
    return span._replace(time=clock.start, end_time=clock.end, time_approximate=clock.approximate)


def _chosen(span: Span, on: date, choice: Choice) -> Span:
    first = on + timedelta(days=choice.start_shift)
    return span._replace(
        first=first, last=on + timedelta(days=choice.end_shift), time=choice.start, end_time=choice.end
    )


def moved(span: Span, years: int) -> Span | None:
    """Return a single span so many years on, None where that day does not exist."""
    try:
        ends = [end and end.replace(year=end.year + years) for end in (span.first, span.last)]
    except ValueError:
        return None
    return span._replace(first=ends[0], last=ends[1])


def later(at: datetime.time, hours: int) -> datetime.time:
    """Return a time so many hours later on the same day."""
    return (datetime.datetime.combine(date.min, at) + timedelta(hours=hours)).time()


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
