"""Finds abbreviations a reader from another agency may not know, with how often and where first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from chronology_app.core.resources import read_table, wrong
from chronology_app.core.sheet import Place

_FILE = "abbreviations.toml"
_ORDINARY = "ordinary"
_SHORT = re.compile(
    r"(?<![\w£$&.@/-])[A-Z](?:/[A-Z])+(?![\w/])"
    r"|(?<![\w£$&.@-])[A-Z](?=[a-z0-9]*[A-Z&])[A-Za-z0-9]*(?:&[A-Z][A-Za-z]*)?(?![\w@&])"
)
"""A word with two capitals; "A&E" and "T/C" are one word, as people write them, "HV/GP" are two."""

_LOUD = 3
"""Words in capitals a sentence must hold to be one that is written loudly."""

_LONGEST = 7
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?](?=\s)|[\r\n]")
_GRID_REFERENCE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?")
"""Postcodes and the likes of them, which are no abbreviation."""
_SURNAME = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS)\.? |[a-z,;] [A-Z][a-z]+ )([A-Z]{3,})\b")
"""A surname as the police write it: "stated that Jo WREN was out"."""


@dataclass(frozen=True, slots=True)
class Used:
    """An abbreviation a file uses: how many times, where first, and what it usually means ("" where nobody knows)."""

    short: str
    times: int
    first: Place
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class KnownAbbreviations:
    """What resources/abbreviations.toml says: meanings by abbreviation, and capitals that are none."""

    meanings: Mapping[str, str]
    ordinary: frozenset[str]


@cache
def known_abbreviations() -> KnownAbbreviations:
    """Return the abbreviations of resources/abbreviations.toml.

    Raises:
        ResourceProblem: an abbreviation stands there twice, or has no meaning in words.
    """
    return read_abbreviations(read_table(_FILE))


def read_abbreviations(table: Mapping[str, Any]) -> KnownAbbreviations:
    """Return the abbreviations of a table shaped like the file; see `known_abbreviations` for what it raises."""
    meanings: dict[str, str] = {}
    for section, rows in table.items():
        for short, meaning in rows.items() if section != _ORDINARY else ():
            if short in meanings:
                raise wrong(_FILE, f"{short} =", f'"{short}" stands here twice')
            if not isinstance(meaning, str) or not meaning.strip():
                raise wrong(_FILE, f"{short} =", "an abbreviation needs its meaning in quotation marks")
            meanings[short] = meaning
    words = table.get(_ORDINARY, {}).get("words")
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise wrong(_FILE, f"[{_ORDINARY}]", '"words" is a list of words in quotation marks')
    return KnownAbbreviations(meanings, frozenset(words))


def abbreviations(texts: Iterable[tuple[Place, str]], known: KnownAbbreviations | None = None) -> tuple[Used, ...]:
    """Return the abbreviations in the texts of one file that the file does not explain itself, in order of the letters.

    One is explained where its words stand beside it: "team around the child (TAC)", "TAC (team around the child)",
    "TAC = team around the child", or in the cells of a row (`Place`s of one row) of which one is nothing but "TAC".
    Surnames in capitals are told apart by the forename or title before them.
    """
    known = known or known_abbreviations()
    first: dict[str, Place] = {}
    times: Counter[str] = Counter()
    passed_over: set[str] = set()
    for row in _rows(texts):
        for place, text in row:
            found = _shorts(text, known.ordinary)
            for short in found:
                first.setdefault(short, place)
            times.update(found)
            if found:
                passed_over.update(_explained_by_words(text), _SURNAME.findall(text))
        passed_over.update(_explained_by_row([text.strip() for _, text in row]))
    return tuple(
        Used(short, times[short], first[short], known.meanings.get(short, ""))
        for short in sorted(first)
        if short not in passed_over
    )


def _rows(texts: Iterable[tuple[Place, str]]) -> Iterator[list[tuple[Place, str]]]:
    """Give the texts row by row; those of a row follow one another."""
    return (list(row) for _, row in groupby(texts, key=lambda held: (held[0].table, held[0].row)))


def _shorts(text: str, ordinary: frozenset[str]) -> list[str]:
    """Return the abbreviations of a text, plurals without their ending; a sentence all in capitals has none."""
    found = _SHORT.findall(text)
    if len(found) >= _LOUD:
        found = [
            one for sentence in _SENTENCE.split(text) if not _is_loud(sentence) for one in _SHORT.findall(sentence)
        ]
    shorts = (one[:-1] if one[-1] == "s" and one[-2].isupper() else one for one in found)
    return [short for short in shorts if short not in ordinary and _may_be_short(short)]


def _may_be_short(word: str) -> bool:
    capitals = sum(map(str.isupper, word))
    digits = sum(map(str.isdigit, word))
    return (
        2 <= len(word) <= _LONGEST
        and capitals >= 2
        and digits < capitals
        and capitals + digits >= len(word) - 1
        and not _GRID_REFERENCE.fullmatch(word)
    )


def _is_loud(sentence: str) -> bool:
    words = [word for word in _WORD.findall(sentence) if len(word) > 1]
    return len(words) > 3 and sum(map(str.isupper, words)) > len(words) / 2


def _explained_by_row(cells: list[str]) -> Iterator[str]:
    """Give the abbreviations that are the whole of a cell beside one with their words."""
    for cell in cells:
        if len(cell) <= _LONGEST and _SHORT.fullmatch(cell) and any(_stands_for(cell, other) for other in cells):
            yield cell


_BEFORE = re.compile(r"((?:[\w'’&-]+[ /]+){1,10}?[\w'’&-]+)\s*\(\s*([A-Z][A-Za-z0-9&/]{1,8}?)s?\s*\)")
_AFTER = re.compile(r"\b([A-Z][A-Za-z0-9&/]{1,8})\s*(?:\(|=|:|[-–—]\s)\s*((?:[\w'’&-]+[ /]*){2,10})")


def _explained_by_words(text: str) -> Iterator[str]:
    if "(" not in text and "=" not in text and ":" not in text and " - " not in text and "–" not in text:
        return
    for words, short in _BEFORE.findall(text):
        if _stands_for(short, words):
            yield short
    for short, words in _AFTER.findall(text):
        if _stands_for(short, words):
            yield short


def _stands_for(short: str, words: str) -> bool:
    """Whether the capitals of an abbreviation are the first letters of some words of a text, in order."""
    initials = "".join(word[0] for word in _WORD.findall(words)).casefold()
    wanted = [sign.casefold() for sign in short if sign.isupper()]
    at = -1
    for letter in wanted:
        at = initials.find(letter, at + 1)
        if at < 0:
            return False
    return len(wanted) > 1
