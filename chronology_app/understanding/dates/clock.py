"""Times as people write them.

Without am or pm a time is read by the 24-hour clock, unless that would be a night hour written the way one writes an
afternoon ("2.30"): then a person is asked.
"""

from datetime import time

from chronology_app.understanding.dates.pieces import (
    FIRST_YEAR,
    LAST_YEAR,
    NO_TIME,
    AsksPerson,
    Choice,
    Clock,
    Given,
    later,
)

_HALVES = ("am", "pm")

_UNCLEAR_HOURS = range(1, 7)
"""Hours that, written with one digit and without am or pm, are as likely to be afternoon as night."""
_UNCLEAR = "It is not clear whether the time is in the morning or in the afternoon."
_MIDNIGHT = "Midnight may be the start or the end of that day."
_OVER_MIDNIGHT = "The time it ended is before the time it began."
TIME_OR_YEAR = "It is not clear whether a time or a year is written."
_NO_SUCH_TIME = "There is no such time of day."


def clock(given: Given, hour: str, minute: str = "00", second: str | None = None, mark: str | None = None) -> Clock:
    """Return the time that these digits write; `mark` is "am", "pm" or "hours" (which means the 24-hour clock)."""
    if len(minute) != 2:
        raise AsksPerson(_NO_SUCH_TIME)
    half = mark if mark in _HALVES else ""
    at, midnight = _time(int(hour), int(minute), int(second or 0), half)
    if midnight:
        return Clock(at, doubt=_MIDNIGHT, choices=(Choice(at, None, 1, 1),))
    if second and not half and at == time.min:
        return Clock(at, half=NO_TIME)
    if not mark and len(hour) == 1 and at.hour in _UNCLEAR_HOURS:
        return Clock(at, doubt=_UNCLEAR, choices=(Choice(at), Choice(later(at, 12))))
    return Clock(at, half=half)


def dotted(given: Given, hour: str, minute: str, mark: str | None = None) -> Clock:
    """Return "2.30pm" or "14.30"."""
    return clock(given, hour, minute, None, mark)


def _time(hour: int, minute: int, second: int, half: str) -> tuple[time, bool]:
    """Return the time and whether it is 24:00."""
    if hour == 24 and minute == second == 0 and not half:
        return time.min, True
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or second > 59 or (half == "am" and hour > 11) or (half == "pm" and hour < 12):
        raise AsksPerson(_NO_SUCH_TIME)
    return time(hour, minute, second), False


def hour_alone(given: Given, hour: str, half: str) -> Clock:
    """Return "3pm"; more than 12 before am or pm is no hour but perhaps the year of a date."""
    if int(hour) > 12:
        raise AsksPerson(_NO_SUCH_TIME)
    return clock(given, hour, mark=half)


def figures(given: Given, digits: str, mark: str = "hours") -> Clock:
    """Return "1430hrs", "930hrs" or "0230pm"."""
    return clock(given, digits[:-2].zfill(2), digits[-2:], None, mark)


def may_be_year(digits: str) -> bool:
    """Whether bare figures beside a date are no plain time: a year of our age, or too few digits."""
    return len(digits) != 4 or FIRST_YEAR <= int(digits) <= LAST_YEAR


def bare_figures(given: Given, digits: str) -> Clock:
    """Return a bare "1430" beside a date; what may as well be a year is asked."""
    if may_be_year(digits):
        raise AsksPerson(TIME_OR_YEAR)
    return figures(given, digits)


def figures_both(given: Given, first: str, last: str) -> Clock:
    """Return a bare "1400-1500" beside a date."""
    return between_times(given, bare_figures(given, first), bare_figures(given, last))


def named(given: Given, name: str) -> Clock:
    """Return noon; midnight is doubtful."""
    at = time.fromisoformat(name)
    if at == time.min:
        return Clock(at, doubt=_MIDNIGHT, choices=(Choice(at), Choice(at, None, 1, 1)))
    return Clock(at)


def named_with_figure(given: Given, figure: str, name: str) -> Clock:
    """Return "12 noon"."""
    if figure != "12":
        raise AsksPerson(_NO_SUCH_TIME)
    return named(given, name)


def between_times(given: Given, first: Clock, last: Clock) -> Clock:
    """Return a range of times; the half of the day is shared where only the end has it ("2-3pm", "11-1pm")."""
    if first.end or last.end or NO_TIME in (first.half, last.half):
        raise AsksPerson("More than two times are written.")
    if last.half and not first.half:
        first = _sharing(first, last)
    approximate = first.approximate or last.approximate
    if first.doubt or last.doubt:
        return _doubtful(first, last)._replace(approximate=approximate)
    if last.start < first.start:
        choice = Choice(first.start, last.start, 0, 1)
        return Clock(first.start, doubt=_OVER_MIDNIGHT, choices=(choice,), approximate=approximate)
    return Clock(first.start, last.start, approximate, last.half)


def _sharing(first: Clock, last: Clock) -> Clock:
    if first.start.hour > 12 or first.doubt == _MIDNIGHT or (first.start.hour == 0):
        return first
    morning = first.start.replace(hour=first.start.hour % 12)
    start = later(morning, 12) if last.half == "pm" else morning
    if start > last.start and last.half == "pm":
        start = morning
    return Clock(start, half=last.half, approximate=first.approximate)


def _doubtful(first: Clock, last: Clock) -> Clock:
    """Return a range whose times may be morning or afternoon, with every way that runs forwards."""
    starts, ends = _may_be(first), _may_be(last)
    pairs = [Choice(start, end) for start in starts for end in ends if start <= end]
    shortest = sorted(pairs, key=lambda pair: (_minutes(pair.end) - _minutes(pair.start), pair.start))
    return Clock(first.start, doubt=first.doubt or last.doubt, choices=tuple(shortest[:2]))


def _may_be(at: Clock) -> list[time]:
    return [choice.start for choice in at.choices if not choice.start_shift] or [at.start]


def _minutes(at: time | None) -> int:
    return at.hour * 60 + at.minute if at else 0


def bare_range(given: Given, hour: str, minute: str | None, last: Clock) -> Clock:
    """Return "2-3pm", "2.30-3.30pm": the first number shares what stands behind the second."""
    return between_times(given, clock(given, hour, minute or "00"), last)


def figures_range(given: Given, digits: str, last: Clock) -> Clock:
    """Return "1400-1500hrs"."""
    return between_times(given, figures(given, digits), last)
