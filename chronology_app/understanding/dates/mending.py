"""What a text that asks a person may mean: the usual slips undone, one at a time. Offered, never taken."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from rapidfuzz.distance import OSA

from chronology_app.understanding.dates.grammar import NOT_WHOLLY, STRANGE_WORDS, span_of_words
from chronology_app.understanding.dates.notation import of_notation
from chronology_app.understanding.dates.numbers import serial_day
from chronology_app.understanding.dates.pieces import AsksPerson, Given, Span
from chronology_app.understanding.dates.words import vocabulary, words_of

_MOST_OFFERS = 4
_SHORT = 40
_LIKELY_YEARS = range(1990, 2050)
_YEAR = re.compile(r"(?<![0-9])[0-9]{4,5}(?![0-9])")
_SLIPS = (
    (re.compile(r"(?<=[0-9])(?:st|nd|rd|th)(?![a-z])"), ""),
    (re.compile(r"(?<![a-z])[li|!](?=[0-9]?[/.-][0-9lio])|(?<=[0-9])[li|](?![a-z])"), "1"),
    (re.compile(r"(?<![a-z])o(?=[0-9])|(?<=[0-9])o(?![a-z])|(?<=[0-9])o(?=[0-9])"), "0"),
)
_NAME = re.compile(r"[a-z]{5,}")
_NAMED = "mw"
"""The letters of months and weekdays: names long enough to be known with one slip of the keyboard."""
_EDGES = "-.,:;&/()"
_FULL_DATE = re.compile(r".*[0-9].*(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|(?<![0-9])(?:19|20)[0-9]{2}.*[0-9]")
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")


def likely(tidied: str, given: Given, asks: AsksPerson) -> list[Span]:
    """Return the readings to offer for a tidied text that asks, best first, at most four."""
    noted = [span for span in [of_notation(tidied)] if span]
    found: list[Span] = [*noted, *asks.offers]
    if any(letter.isdigit() for letter in tidied):
        turned = _read(tidied, given._replace(day_first=not given.day_first))
        found = [span for span in dict.fromkeys([*noted, *turned, *found, *_mended(tidied, given)]) if not span.doubt]
        if not found and given.day_first and _nearly_a_date(tidied, asks.reason):
            found.extend(_from_dateparser(tidied))
    return found[:_MOST_OFFERS]


def _mended(tidied: str, given: Given) -> Iterator[Span]:
    slipless = _without_slips(tidied)
    for text in (slipless, _NAME.sub(_name_mended, tidied), *_years_mended(tidied)):
        if text != tidied:
            yield from _read(text, given)
    yield from _known_stretches(tidied, given)
    if _SERIAL.fullmatch(tidied):
        span = serial_day(float(tidied))
        if span:
            yield span


def _read(text: str, given: Given) -> list[Span]:
    return _read_words(*words_of(text), given)


def _read_words(shape: str, values: list[Any], given: Given) -> list[Span]:
    try:
        return [span_of_words(shape, values, given)]
    except AsksPerson:
        return []


def _without_slips(tidied: str) -> str:
    for pattern, right in _SLIPS:
        tidied = pattern.sub(right, tidied)
    return tidied


def _name_mended(match: re.Match[str]) -> str:
    """Return the month or weekday that is one slip away from a word nobody knows, else the word as it is."""
    word = match.group()
    if word in vocabulary():
        return word
    near = {vocabulary()[name]: name for name in _names() if OSA.distance(word, name, score_cutoff=1) <= 1}
    return next(iter(near.values())) if len(near) == 1 else word


@cache
def _names() -> tuple[str, ...]:
    return tuple(name for name, (letter, _) in vocabulary().items() if letter in _NAMED and _NAME.fullmatch(name))


def _years_mended(tidied: str) -> Iterator[str]:
    """Yield the text with a year of swapped, doubled or lost digits put right ("2202", "20222", "0022")."""
    match = _YEAR.search(tidied)
    digits = match.group() if match else ""
    if match is None or int(digits) in _LIKELY_YEARS:
        return
    swapped = [digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(len(digits) - 1)]
    shorter = [digits[:at] + digits[at + 1 :] for at in range(len(digits))] if len(digits) == 5 else []
    century = ["20" + digits[2:]] if digits[:2] in ("00", "02", "30") and len(digits) == 4 else []
    for year in dict.fromkeys([*(swapped if len(digits) == 4 else []), *shorter, *century]):
        if int(year) in _LIKELY_YEARS:
            yield tidied[: match.start()] + year + tidied[match.end() :]


def _known_stretches(tidied: str, given: Given) -> Iterator[Span]:
    """Yield what the words between strange ones say, without marks at their edges."""
    shape, values = words_of(tidied)
    for stretch in re.finditer(r"[^!]+", shape):
        start, end = stretch.span()
        while start < end and shape[start] in _EDGES:
            start += 1
        while end > start and shape[end - 1] in _EDGES:
            end -= 1
        if (start, end) != (0, len(shape)):
            yield from _read_words(shape[start:end], values[start:end], given)


def _nearly_a_date(tidied: str, reason: str) -> bool:
    """Whether a text holds a year and other digits with at most one strange word: worth asking dateparser about."""
    if reason not in (NOT_WHOLLY, STRANGE_WORDS) or len(tidied) > _SHORT or not _FULL_DATE.match(tidied):
        return False
    return words_of(tidied)[0].count("!") <= 1


def _from_dateparser(tidied: str) -> list[Span]:
    from chronology_app.understanding.dates.date_offer import offer

    span = offer(tidied)
    return [span] if span else []
