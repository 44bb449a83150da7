"""Chronolator's own conventions, so that a board can switch to this app in the middle of a case.

Its unsure dates ("?22 May 2022") are read like anybody's, and rows whose source begins with one of its signs are notes
of the author wherever they stand (resources/rows.toml); what is left is to know its tables and to keep its sequence.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from chronology_app.core.fields import Field
from chronology_app.core.resources import read_table
from chronology_app.core.source import Outcome
from chronology_app.understanding.draft import Draft
from chronology_app.understanding.headings import plain
from chronology_app.understanding.lists import words_of

_FILE = "chronolator.toml"
_NUMBER = re.compile(r"\d+")


@cache
def known_by() -> frozenset[str]:
    """Return the headings that together make a table Chronolator's, as plain words.

    Raises:
        ResourceProblem: resources/chronolator.toml has no such list.
    """
    return frozenset(map(plain, words_of(_FILE, read_table(_FILE), "known_by")))


def is_chronolator(headings: Iterable[str]) -> bool:
    """Return whether a table with these headings was made with Chronolator."""
    return known_by() <= set(map(plain, headings))


def in_sequence(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts with the sequence of their references where the rows of one date stand in another order.

    Where a reference holds no number nothing is known of the order, and the rows keep theirs.
    """
    days: dict[object, list[Draft]] = {}
    for one in drafts:
        if one.outcome is Outcome.ENTRY and one.when.known:
            when = one.when
            days.setdefault((when.earliest, when.latest, when.time, when.end_time), []).append(one)
    places = {row: place for same in days.values() for row, place in _places(same)}
    return tuple(replace(one, sequence=places[one.row]) if one.row in places else one for one in drafts)


def _places(same: Sequence[Draft]) -> list[tuple[int, int]]:
    """Return (row, place from 1) of the entries of one date by their references; nothing where they are in order."""
    found = [_NUMBER.search(one.texts.get(Field.REFERENCE, "")) for one in same]
    numbers = [int(number[0]) for number in found if number]
    if len(numbers) < len(same) or numbers == sorted(numbers):
        return []
    order = sorted(range(len(same)), key=numbers.__getitem__)
    return [(same[at].row, place) for place, at in enumerate(order, 1)]
