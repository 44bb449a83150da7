"""Knows other ways to write a listed name: in small letters, as initials without stops, with Mc for Mac, joined."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from chronology_app.core.resources import read_table
from chronology_app.reviewing.name_words import words_named
from chronology_app.reviewing.names import STARTS, WORD, also_words, not_names

_ENDS = r"(?![^\W_])"
_MAC = re.compile(r"(?i:ma?c)[\s-]?([A-Z][^\W\d_]{2,})")
_SHORT = 4
"""Letters up to which a part of a name is often joined to the next one, or parted from it ("Mei Yan", "Ka-ho")."""

_SMALL = 4
"""Letters from which a first name is looked for in small letters."""

_CUT, _FROM_CUT = 4, 7
"""Letters of the beginning of a first name that is called so ("Temi"), and letters it has itself."""

_TAIL, _FROM_TAIL = 5, 10
"""The same of its end ("Damilola")."""


def ways_of(form: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Give (the word it begins with, in small letters, and the pattern) for other ways to write a folded form.

    `known` are words (in small letters) that name nobody here.
    """
    tokens = [token for token in form.split() if token.strip(".").casefold() not in words_named("titles")]
    if any(character.isdigit() for character in form):
        return
    yield from _macs(form)
    for token in tokens:
        yield from _joined(token.split("-"))
    if len(tokens) >= 2:
        yield from _initials(form, known)
        yield from _small(tokens[0])
        yield from _whole(tokens[0], tokens[-1])
    if len(tokens) >= 3:
        for pair in pairwise(tokens):
            yield from _joined(pair) if all(len(word) <= _SHORT for word in pair) else ()


def is_cut(word: str, name: str) -> bool:
    """Return whether a word may be the beginning or the end of a long first name by which somebody is called."""
    if word in words_named("capitals") or word in also_words() or word in not_names():
        return False
    begins = len(word) >= _CUT and len(name) >= _FROM_CUT and name.startswith(word)
    return begins or (len(word) >= _TAIL and len(name) >= _FROM_TAIL and name.endswith(word))


def first_names(form: str) -> frozenset[str]:
    """Return the first name of a form of two words or more, in small letters; nothing of any other form."""
    tokens = [token for token in form.split() if token.strip(".").casefold() not in words_named("titles")]
    return frozenset(WORD.findall(tokens[0].casefold())[:1]) if len(tokens) >= 2 else frozenset()


def _macs(form: str) -> Iterator[tuple[str, str]]:
    """Give a Scottish or Irish surname with every way to write its beginning ("McLeish", "Mac Leish", "M'Leish")."""
    for found in _MAC.finditer(form):
        rest = found[1].casefold()
        for head in ("m", "mc", "mac", f"mc{rest}", f"mac{rest}"):
            yield head, rf"{STARTS}(?i:(?:ma?c[\s-]?|m'){rest}){_ENDS}"


def _joined(parts: tuple[str, ...] | list[str]) -> Iterator[tuple[str, str]]:
    """Give two parts of a name as one word, with a hyphen or with a space."""
    if len(parts) != 2 or not all(part.isalpha() for part in parts):
        return
    one, two = parts
    if any(map(_is_word, parts)):
        yield one.casefold(), rf"{STARTS}(?:(?i:{one}-{two})|{one.capitalize()}{two.casefold()}){_ENDS}"
        return
    for head in (one.casefold(), (one + two).casefold()):
        yield head, rf"{STARTS}(?:{one[0].upper()}(?i:{one[1:]}[\s-]?{two})|(?i:{one}-{two})){_ENDS}"


def _initials(form: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Give the initials of a name of three parts or more without stops; of two they mean too much else."""
    parts = [word for word in WORD.findall(form) if word[0].isupper()]
    ways = {"".join(word[0] for word in parts), parts[0][0] + "".join(_last(form)) if parts else ""}
    for letters in ways:
        small = letters.casefold()
        if len(letters) >= 3 and small not in known and small not in _meaning():
            yield small, rf"{STARTS}{letters}{_ENDS}"


def _last(form: str) -> list[str]:
    return [word[0] for word in WORD.findall(form.split()[-1]) if word[0].isupper()]


def _small(first: str) -> Iterator[tuple[str, str]]:
    """Give a first name in small letters where it is no ordinary word."""
    small = first.casefold()
    if len(small) >= _SMALL and small.isalpha() and not _is_word(small):
        yield small, rf"{STARTS}{small}{_ENDS}"


def _whole(first: str, last: str) -> Iterator[tuple[str, str]]:
    """Give first name and surname, or the other way round, without what stands between them on the list."""
    words = WORD.findall(first), WORD.findall(last)
    if not all(words):
        return
    any_case = "" if _is_word(first) and _is_word(last) else "(?i:"
    for one, two in (words, words[::-1]):
        ways = (r"[\s'-]*".join(part) for part in (one, two))
        spelt = r",?\s+".join(f"(?:{way}|{way.upper()})" for way in ways)
        yield one[0].casefold(), f"{STARTS}{any_case}{spelt}{')' if any_case else ''}{_ENDS}"


def _is_word(part: str) -> bool:
    return part.casefold() in also_words() or part.casefold() in not_names()


@cache
def _meaning() -> frozenset[str]:
    """Return the letters, small, that stand for something else than somebody: abbreviations and the like."""
    told = {
        short.casefold()
        for group in read_table("abbreviations.toml").values()
        if isinstance(group, dict)
        for short in group
    }
    return frozenset(told | words_named("not_initials"))
