"""What stands beside a date: its time and end in other columns, the row above, and the bounds of the review."""

from dataclasses import replace
from datetime import time, timedelta

from chronology_app.core.when import Precision, When
from chronology_app.understanding.dates.grammar import RELATIVE, part_of_text, put_together
from chronology_app.understanding.dates.pieces import NO_TIME, AsksPerson, Clock, Given, Span, timed
from chronology_app.understanding.dates.reading import when_of
from chronology_app.understanding.dates.words import tidy, words_of

_DASHES = "-–— "
_TIME_UNREAD = "The time cannot be read."
_NOT_ONE_DAY = "A time is written, but not for one single day."
_TWO_TIMES = "The date and the time column give different times."
_END_UNREAD = "The end date cannot be read."
_END_FIRST = "The end is before the start."


def read_time(text: str) -> tuple[time | None, time | None, bool] | None:
    """Return (start, end, whether approximate) of a text that is only a time, None where it is anything else.

    The start is None for a text that says there is no time, or is blank. A doubtful time ("2.30", "midnight") is None
    altogether: nobody knows which half or end of the day is meant.
    """
    clock = _clock(text)
    if clock is None or clock.doubt:
        return None
    return (None, None, False) if clock.half == NO_TIME else (clock.start, clock.end, clock.approximate)


def _clock(text: str) -> Clock | None:
    """Return the time of a time column's cell; one that says there is none has the half of the day NO_TIME."""
    tidied = tidy(text).strip(_DASHES)
    left, values = _left(tidied)
    if left in ("", "Z", "V", "?", "A", "H", "g"):
        return Clock(time.min, half=NO_TIME)
    if left in ("n.n", "i.n", "y", "k"):
        dotted = tidied if "." in tidied else f"{tidied}hrs"
        found = part_of_text(dotted.replace(".", ":"), "T")
        return found if isinstance(found, Clock) else None
    return values[0] if left == "T" else None


def _left(tidied: str) -> tuple[str, list[Clock]]:
    shape, values = words_of(tidied)
    if shape in ("n.n", "i.n", "y", "k"):
        return shape, values
    try:
        return put_together(shape, values, Given())
    except AsksPerson:
        return "!", []


def join(when: When, time_text: str, end: When | None, end_time_text: str) -> When:
    """Return a date with what its time, end date and end time columns add; blank ones add nothing.

    What cannot be read or does not fit leaves the date as it was and says so in `reason`, so that the entry keeps its
    place and a person looks. The words of all the columns are kept in `text`.
    """
    text = _joined_text(when, time_text, end, end_time_text)
    if not when.known:
        return replace(when, text=text)
    joined = _with_end(when, end) if end is not None and end.text.strip() else when
    joined = _with_times(joined, time_text, end_time_text)
    return replace(joined, text=text, offers=tuple(replace(offer, text=text) for offer in joined.offers))


def _joined_text(when: When, time_text: str, end: When | None, end_time_text: str) -> str:
    start = " ".join(part.strip() for part in (when.text, time_text) if part.strip())
    finish = " ".join(part.strip() for part in (end.text if end else "", end_time_text) if part.strip())
    return f"{start} to {finish}" if start and finish else start or finish


def _with_end(when: When, end: When) -> When:
    if _left(tidy(end.text))[0] in ("N", "O"):
        return replace(when, latest=None)
    if end.latest is None:
        is_blank = _left(tidy(end.text).strip(_DASHES))[0] in ("", "Z")
        return when if is_blank else replace(when, reason=when.reason or end.reason or _END_UNREAD)
    if when.earliest and end.latest < when.earliest:
        return replace(when, reason=when.reason or _END_FIRST)
    unit = Precision.DAY if when.precision is not end.precision else when.precision
    return replace(
        when,
        latest=end.latest,
        precision=Precision.MINUTE if when.time else unit,
        approximate=when.approximate or end.approximate,
        uncertain=when.uncertain or end.uncertain,
        end_time=end.end_time or end.time or when.end_time,
        reason=when.reason or end.reason,
    )


def _with_times(when: When, time_text: str, end_time_text: str) -> When:
    start, end = _clock(time_text), _clock(end_time_text)
    if start is None or end is None:
        return _with_doubt(when, start or _clock(""), _TIME_UNREAD)
    if start.doubt or end.doubt:
        return _with_doubt(when, start, start.doubt or end.doubt)
    when = _started(when, start)
    if end.half == NO_TIME:
        return when
    if when.earliest == when.latest and when.time and end.start < when.time:
        return replace(when, reason=when.reason or _END_FIRST)
    return replace(when, end_time=end.start, time_approximate=when.time_approximate or end.approximate)


def _with_doubt(when: When, start: Clock | None, reason: str) -> When:
    """Return the date with the reason to look; a doubtful time of one day is offered in its possible readings."""
    offers = when.offers
    if start is not None and start.doubt and when.earliest is not None and when.earliest == when.latest:
        span = timed(Span(when.earliest, when.latest, Precision.DAY, when.approximate, when.uncertain), start)
        offers = tuple(when_of(when.text, offer) for offer in span.offers)
    return replace(when, reason=when.reason or reason, offers=offers)


def _started(when: When, clock: Clock) -> When:
    if clock.half == NO_TIME:
        return when
    if when.precision not in (Precision.DAY, Precision.MINUTE) or when.dates or when.earliest is None:
        return replace(when, reason=when.reason or _NOT_ONE_DAY)
    if when.time is not None and when.time != clock.start:
        return replace(when, reason=when.reason or _TWO_TIMES)
    return replace(
        when,
        precision=Precision.MINUTE,
        time=clock.start,
        end_time=clock.end or when.end_time,
        time_approximate=when.time_approximate or clock.approximate,
    )


def relative(text: str, above: When) -> When | None:
    """Return what "same day" or "next day" asks, with the reading that the row above offers; None for other texts.

    The reading is never taken by itself: the row above may not be the row the writer meant.
    """
    shape, values = words_of(tidy(text))
    at = shape.find("R")
    if at < 0 or "!" in shape:
        return None
    asked = When(text, reason=RELATIVE)
    if above.earliest is None or above.earliest != above.latest:
        return asked
    day = above.earliest + timedelta(days=int(values[at]))
    beside = [(letter, value) for letter, value in zip(shape, values, strict=True) if letter not in "R,"]
    span = Span(day, day, Precision.DAY, above.approximate, above.uncertain)
    if not beside:
        return replace(asked, offers=(when_of(text, span),))
    try:
        left, parts = put_together("".join(letter for letter, _ in beside), [value for _, value in beside], Given())
        offered = timed(span, parts[0]) if left == "T" else None
    except AsksPerson:
        offered = None
    return replace(asked, offers=(when_of(text, offered),)) if offered else asked
