"""The strict reading of one text: a When that says what is known, or why a person is needed and what may be meant."""

from functools import lru_cache

from chronology_app.core.when import Precision, When
from chronology_app.understanding.dates.grammar import span_of_words
from chronology_app.understanding.dates.mending import likely
from chronology_app.understanding.dates.notation import is_only_notation, of_notation
from chronology_app.understanding.dates.pieces import AsksPerson, Given, Span
from chronology_app.understanding.dates.words import level, tidy, words_of

_LONGEST = 250
_TOO_LONG = "The text is too long to be a date."


def read_when(text: str, *, day_first: bool = True, year: int | None = None, month: int | None = None) -> When:
    """Return what a text says about when something happened; `earliest` and `latest` are inclusive.

    `day_first` is the order of numbers in the column; `year` and `month` are written in the section's title above it.
    Nothing else is ever filled in: the reading depends on these words alone, not on today, place or language. What
    cannot be read, is impossible or contradicts itself has no dates, a `reason` in words and `offers` that a person
    may accept. Only a doubtful time ("12/03/22 2.30") leaves its date known beside the reason.
    """
    return _read(text, day_first, year, month)


@lru_cache(maxsize=65536)
def _read(text: str, day_first: bool, year: int | None, month: int | None) -> When:
    given = Given(day_first, year, month)
    if len(text) > _LONGEST:
        return When(text, reason=_TOO_LONG)
    tidied = tidy(text)
    try:
        span = span_of_words(*words_of(tidied), given)
    except AsksPerson as asks:
        levelled = level(text)
        noted = of_notation(levelled)
        if noted and is_only_notation(levelled, noted):
            return when_of(text, noted)
        offers = [when_of(text, span) for span in likely(tidied, given, asks)]
        return When(text, reason=asks.reason, offers=tuple(offers))
    return when_of(text, span)


def when_of(text: str, span: Span) -> When:
    """Return the When of a span with the words it was read from; its offers keep those words."""
    unit = Precision.MINUTE if span.time and span.unit is Precision.DAY else span.unit
    offers = tuple(when_of(text, offer) for offer in span.offers)
    return When(
        text, span.first, span.last, unit, span.approximate, span.uncertain,
        span.time, span.end_time, span.time_approximate, span.dates, span.doubt, offers,
    )  # fmt: skip
