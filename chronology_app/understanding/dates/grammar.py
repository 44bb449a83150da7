"""How the rows of the grammar are applied: once for each shape of text, then again and again to the words in it."""

import re
from functools import lru_cache
from typing import Any, NamedTuple, cast

from chronology_app.understanding.dates.forms import FORMS, Form, Read
from chronology_app.understanding.dates.pieces import AsksPerson, Given, Span
from chronology_app.understanding.dates.spans import whole
from chronology_app.understanding.dates.words import words_of

_MOST_STEPS = 60
_MOST_WORDS = 40
NOT_WHOLLY = "The words are known, but not how they make one date together."
STRANGE_WORDS = "Some of the words are not part of a date."
RELATIVE = "It counts from another row, most likely the one above."
_LEFT_OVER = {
    "": "No date is written.",
    "T": "Only a time is written, no date.",
    "w": "Only a day of the week is written.",
    "N": "The file says that it goes on, not when it began.",
    "O": "The file says that it goes on, not when it began.",
    "?": "Only a question mark is written.",
    "??": "Only a question mark is written.",
    "-": "Only a dash is written.",
    "A": "Only a part of the day is written.",
}


class Step(NamedTuple):
    """Read the parts at `taken` and put the result in place of parts `start` to `end`."""

    start: int
    end: int
    read: Read
    taken: tuple[int, ...]


def first_fit(shape: str) -> tuple[Form, re.Match[str]] | None:
    """Return the first row of the grammar that fits a shape, and where; None where none does."""
    for form in FORMS:
        match = form.pattern.search(shape)
        if match is not None:
            return form, match
    return None


@lru_cache(maxsize=8192)
def steps_for(shape: str) -> tuple[tuple[Step, ...], str]:
    """Return the steps by which a shape is put together, and the shape that is left."""
    steps: list[Step] = []
    while len(steps) < _MOST_STEPS and (fit := first_fit(shape)):
        form, match = fit
        taken = tuple(match.start(group) for group in range(1, form.pattern.groups + 1))
        steps.append(Step(match.start(), match.end(), form.read, taken))
        shape = shape[: match.start()] + form.makes + shape[match.end() :]
    return tuple(steps), shape


def put_together(shape: str, values: list[Any], given: Given) -> tuple[str, list[Any]]:
    """Return the shape that is left of some words and what stands behind its letters.

    Raises:
        AsksPerson: a part of it is impossible or contradictory, or some words are not part of a date.
    """
    if "!" in shape or len(shape) > _MOST_WORDS:
        raise AsksPerson(STRANGE_WORDS)
    steps, left = steps_for(shape)
    for start, end, read, taken in steps:
        values[start:end] = [read(given, *[values[at] if at >= 0 else None for at in taken])]
    return left, values


def span_of_words(shape: str, values: list[Any], given: Given) -> Span:
    """Return the days that some words write.

    Raises:
        AsksPerson: they are not wholly understood, impossible, contradictory or lack their year.
    """
    left, values = put_together(shape, values, given)
    if left == "D":
        return cast(Span, values[0])
    if left in ("P", "i", "n", "o"):
        return whole(given, values[0])
    if "R" in left:
        raise AsksPerson(RELATIVE)
    if left == "Z":
        raise AsksPerson(str(values[0]))
    raise AsksPerson(_LEFT_OVER.get(left, NOT_WHOLLY))


def part_of_text(tidied: str, letter: str) -> Any:
    """Return what a tidied text writes where it comes to one part of that letter ("T" a time), else None."""
    try:
        left, values = put_together(*words_of(tidied), Given())
    except AsksPerson:
        return None
    return values[0] if left == letter else None
