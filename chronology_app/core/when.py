"""What is known about when something happened: never more than the agency wrote.

`When` keeps the text as written and beside it the app's reading. Interval and qualifier notation is EDTF
(ISO 8601-2:2019, levels 1 and 2; https://www.loc.gov/standards/datetime/).
"""

import datetime
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How finely the date was written (of each end, where it is a range)."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class When:
    """A date as an agency wrote it, with what can be known from it.

    `earliest` and `latest` are inclusive; either is None where it is open or unknown, both are None where
    nothing is known. `time` and `end_time` are only set where written. `dates` holds the single days where
    several were written ("28/2 & 2/3/22"). `reason` says why a person is needed; `offers` are readings a
    person may accept, never applied by themselves.
    """

    text: str = ""
    earliest: date | None = None
    latest: date | None = None
    precision: Precision | None = None
    approximate: bool = False
    uncertain: bool = False
    time: datetime.time | None = None
    end_time: datetime.time | None = None
    time_approximate: bool = False
    dates: tuple[date, ...] = ()
    reason: str = ""
    offers: tuple["When", ...] = ()

    @property
    def known(self) -> bool:
        """Whether at least one end is known, so that the entry has a place in the order."""
        return self.earliest is not None or self.latest is not None

    @property
    def edtf(self) -> str | None:
        """The reading in EDTF, or None where nothing is known."""
        return edtf(self)


_DAY_START, _DAY_END = datetime.time.min, datetime.time.max


def order_key(when: When) -> tuple[date, datetime.time, date, datetime.time]:
    """Return what `when` sorts by: earliest, then latest, each with its time where one is written.

    Undated sorts first. An open start sorts at the only date known; an open end sorts last of its start.
    A time that is not written is never shown: it stands here as the whole day only to make the order total.
    """
    first = when.earliest or when.latest or date.min
    last = when.latest or (date.max if when.earliest else date.min)
    return first, when.time or _DAY_START, last, when.end_time or when.time or _DAY_END


def edtf(when: When) -> str | None:
    """Return the EDTF string of what is known (levels 0 to 2), or None where nothing is."""
    if not when.known:
        return None
    mark = {(True, True): "%", (True, False): "~", (False, True): "?"}.get((when.approximate, when.uncertain), "")
    if when.dates:
        return "{" + ",".join(day.isoformat() + mark for day in when.dates) + "}"
    timed = _timed(when) if not mark else None
    if timed is not None:
        return timed
    whole = _whole(when)
    if whole is not None:
        return whole + mark
    precision = when.precision if _aligned(when) else Precision.DAY
    start = _point(when.earliest, precision) + mark if when.earliest else ".."
    end = _point(when.latest, precision) + mark if when.latest else ".."
    return f"{start}/{end}"


def _timed(when: When) -> str | None:
    """Return one moment, or the interval between two, where their times are written and exact; else None."""
    first, last, start, end = when.earliest, when.latest, when.time, when.end_time
    if first is None or last is None or start is None or when.time_approximate:
        return None
    if end is not None:
        return f"{first}T{start:%H:%M:%S}/{last}T{end:%H:%M:%S}"
    return f"{first}T{start:%H:%M:%S}" if first == last else None


def _aligned(when: When) -> bool:
    """Whether both ends stand where their month or year begins and ends ("early March" does not)."""
    if when.precision not in (Precision.MONTH, Precision.YEAR):
        return False
    starts = when.earliest is None or span_of(when.earliest, when.precision)[0] == when.earliest
    return starts and (when.latest is None or span_of(when.latest, when.precision)[1] == when.latest)


def _whole(when: When) -> str | None:
    """Return the one EDTF date that covers exactly earliest to latest at its precision, or None for a range."""
    first, last = when.earliest, when.latest
    if first is None or last is None or when.precision is None:
        return None
    if first == last and when.precision in (Precision.MINUTE, Precision.DAY):
        return first.isoformat()
    if not is_whole(first, last, when.precision):
        return None
    if when.precision is Precision.SEASON:
        return f"{first.year:04d}-{21 + (first.month - 3) // 3}"
    if when.precision is Precision.QUARTER:
        return f"{first.year:04d}-{33 + (first.month - 1) // 3}"
    if when.precision is Precision.DECADE:
        return f"{first.year // 10:03d}X"
    return _point(first, when.precision) if when.precision is not Precision.WEEK else None


def is_whole(first: date, last: date, precision: Precision) -> bool:
    """Return whether two days are the ends of exactly one week, month, season, quarter, year or decade."""
    begins = {Precision.SEASON: 0, Precision.QUARTER: 1}.get(precision, first.month % 3)
    return first.month % 3 == begins and span_of(first, precision) == (first, last)


def _point(day: date, precision: Precision | None) -> str:
    if precision is Precision.YEAR:
        return f"{day.year:04d}"
    if precision is Precision.MONTH:
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat()


def span_of(day: date, precision: Precision) -> tuple[date, date]:
    """Return the first and last day of the week, month, season, quarter, year or decade that starts with `day`.

    Seasons are the meteorological ones (spring March to May … winter December to February).
    """
    if precision in (Precision.MINUTE, Precision.DAY):
        return day, day
    if precision is Precision.WEEK:
        return day, day + timedelta(days=6)
    if precision is Precision.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if precision is Precision.DECADE:
        return date(day.year // 10 * 10, 1, 1), date(day.year // 10 * 10 + 9, 12, 31)
    months = 1 if precision is Precision.MONTH else 3
    return date(day.year, day.month, 1), _month_end(day.year, day.month + months - 1)


def _month_end(year: int, month: int) -> date:
    after = date(year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=1)
