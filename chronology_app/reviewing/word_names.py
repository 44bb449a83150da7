"""Names that are words too ("Will", "May", "Green"): what stands beside them says whether somebody is meant."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from chronology_app.reviewing.date_names import date_words, unless_date
from chronology_app.reviewing.name_words import words_named
from chronology_app.reviewing.names import STARTS, WORD, also_words, not_names
from chronology_app.reviewing.nicknames import short_forms

_ENDS = r"(?![^\W_])"
_LEAST = 3
_LARGE = ("TO", "WITH", "FROM", "BY", "MUM", "DAD", "FOR", "AND")
_NAME = r"(?:[A-Z][\w']*)"
_INSIDE = r"(?<=[a-z,;] )"
"""A word that begins with a capital here does so for what it is: the first word of a sentence has one anyway."""

_SET_APART = r"(?<=[(&/\"“'])", r"(?=[)&/,!?\"”\0]|$)"
"""A word between brackets, quotation marks or strokes is told for itself: "mum (Rose)", "Rose/Will"."""


def is_word(part: str) -> bool:
    """Return whether a part of a name is a word too, so that it is no name by itself wherever it stands."""
    return part.casefold() in also_words() | not_names()


def patterns_of(forms: Iterable[str], known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Give (the word it begins with, in small letters, and the pattern) for those names in forms that are words too.

    `known` are words (in small letters) that name nobody here. A form with figures in it is a place's or a number.
    """
    for form in forms:
        names = [word for word in WORD.findall(form) if word.casefold() not in words_named("titles")]
        if not names or any(character.isdigit() for character in form):
            continue
        first, last = names[0], names[-1]
        for part in dict.fromkeys((first, last)):
            if is_word(part) and len(part) >= _LEAST and part.casefold() not in known:
                yield from _alone(part)
        yield from _short(first, known)
        if len(names) > 1:
            yield from _misspelt(first, last) if is_word(first) else ()
            yield from _beside(first, last) if is_word(last) else ()


def _short(first: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Give the short forms of a first name that are words too ("Bill")."""
    for name in sorted(short_forms(first) - known):
        if is_word(name) and len(name) >= _LEAST:
            yield from _alone(name.capitalize())


def _alone(part: str) -> Iterator[tuple[str, str]]:
    """Give the patterns of a name without the other part: inside a sentence, and before what people do."""
    small, written = part.casefold(), _written(part)
    before, after = _SET_APART
    apart = (
        f"{before}{written}{after}|{written}(?=\\s?[&/]\\s?[A-Z][a-z])|{_led_large()}{re.escape(part.upper())}{_ENDS}"
    )
    yield small, unless_date(apart) if small in date_words() else rf"{apart}|(?<=[&/]){written}{_ENDS}"
    if small in date_words():
        named = unless_date(rf"{written}(?:['’]?s)?{_ENDS}")
        yield from _headed(small, f"{_INSIDE}{named}(?!{_thing()})")
    elif small in also_words() - not_names():
        yield from _headed(small, f"{_INSIDE}{written}(?:e?s|E?S)?{_ENDS}(?!{_thing()})")
    if small in also_words() | words_named("word_surnames") | date_words():
        told = rf"['’]s{_ENDS}|\s(?:{_any('people_do')}){_ENDS}|(?:,\s|\s\()(?:{_any('relations')})\b(?=[),])"
        yield small, f"{STARTS}{written}(?={told})"


def _misspelt(first: str, last: str) -> Iterator[tuple[str, str]]:
    """Give the pattern of a first name before a word that begins as the surname does ("Rose Greene", "Rose G.")."""
    yield first.casefold(), rf"{STARTS}{_written(first)}(?!{_thing()})(?:\s+|-){last[0].upper()}[a-z']*{_ENDS}"


def _beside(first: str, last: str) -> Iterator[tuple[str, str]]:
    """Give the patterns of a surname after a title or an initial, and before what says that a family is meant."""
    written = f"{_written(last)}{_ENDS}"
    initials = r"(?:[A-Z](?:\.\s?|\s)){0,3}"
    titled = rf"(?i:{_any('titles')})\.?\s+{initials}{written}"
    yield from ((title, titled) for title in sorted(words_named("titles")))
    yield first[0].casefold(), rf"{re.escape(first[0].upper())}(?:\.\s?|\s){initials}{written}"
    yield last.casefold(), rf"{STARTS}{written}(?=(?:[/-]{_NAME})?\s(?:{_any('families')}){_ENDS})"
    yield last.casefold(), rf"{STARTS}{_written(last)},?\s{first[0].upper()}(?:\.|{_ENDS})"


def _headed(small: str, pattern: str) -> Iterator[tuple[str, str]]:
    for ending in ("", "s", "es"):
        yield small + ending, pattern


def _written(part: str) -> str:
    return f"(?:{'|'.join(sorted({re.escape(way) for way in (part, part.capitalize(), part.upper())}))})"


@cache
def _led_large() -> str:
    """Return what stands before a name in capitals, for in a text in capitals nothing else tells it apart."""
    return f"(?:{'|'.join(rf'(?<=[^A-Z]{word} )' for word in _LARGE)})"


@cache
def _thing() -> str:
    return rf"\s(?:{_any('things')}){_ENDS}"


def _any(name: str) -> str:
    return "|".join(sorted(map(re.escape, words_named(name)), key=lambda word: (-len(word), word)))
