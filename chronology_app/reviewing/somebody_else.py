"""Sees from the words beside a listed name that somebody else of that name is meant: a miss is better than a mix-up."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronology_app.core.person import Person
from chronology_app.reviewing.folding import fold
from chronology_app.reviewing.name_words import words_named
from chronology_app.reviewing.nicknames import short_forms

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"([^\W\d_][^\W\d_'-]*)(?:\.?[ \n]|(?P<joined>(?<=[a-z])-))$")
_AFTER = re.compile(r"(?P<gap>[ \n]|-)(?P<word>(?:[A-Z][a-z]{0,2}[ '])?[A-Z][a-z]*(?:['-]?[A-Z]?[a-z]+)+)(?![\w@])")
_NO_SURNAME = re.compile(r"(?:ed|ing)$")
_REACH, _LEAST = 40, 3


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose names a word (in small letters) is part of, by designation; `longer` counts names of two words or more."""

    words: Mapping[str, frozenset[str]]
    longer: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Meant:
    """Whose name a form is where it stands, "" where it is nobody's of the list, and the words that say so."""

    whose: str
    start: int
    end: int


def owners_of(people: Iterable[Person]) -> Owners:
    """Return whose names each word of the listed names is part of; a word of a designation is nobody's."""
    words: dict[str, set[str]] = {}
    longer: dict[str, set[str]] = {}
    for person in people:
        for form in person.names:
            parts = _WORD.findall(fold(form).text.casefold())
            for found in (words, longer) if len(parts) > 1 else (words,):
                for part in parts:
                    found.setdefault(part, set()).add(person.designation)
        for word in _WORD.findall(person.designation.casefold()):
            words.setdefault(word, set())
    return Owners(_frozen(words), _frozen(longer))


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(whose) for word, whose in found.items()}


def meant(match: re.Match[str], listed: Sequence[str], owners: Owners) -> Meant:
    """Return who of those on whose list a form stands is meant by its match in a folded text.

    It is nobody of them where a surname that is not theirs stands behind it ("Georgina Cole" where "Georgina" is the
    mother), and where a first name ("Abdi" alone) is also part of the name of somebody whose other name, or a title,
    stands before it.
    """
    start, end = match.span()
    if any(character.isdigit() for character in match[0]):
        return Meant(listed[0], start, end)
    alone = " " not in match[0].strip()
    after = _AFTER.match(match.string, end)
    if after and not (alone or after["gap"] == "-"):
        after = None
    before = _BEFORE.search(match.string, max(0, start - _REACH), start) if alone else None
    for whose in listed:
        if after and _is_surname(match[0], after["word"], whose, owners):
            end = after.end()
        elif before and _led_by_another(match[0], before, whose, owners):
            start = before.start()
        else:
            return Meant(whose, *match.span())
    return Meant("", start, end)


def _is_surname(form: str, words: str, whose: str, owners: Owners) -> bool:
    """Return whether what stands behind a name is the surname of somebody else.

    Of somebody on the list it is none where they are not called by the form: then two names stand side by side.
    """
    parts = [part for part in _WORD.findall(words.casefold()) if len(part) >= _LEAST]
    theirs = [owners.words[way] for part in parts for way in (part, part.removesuffix("s")) if way in owners.words]
    if not parts or any(whose in one for one in theirs) or any(part in _plain() for part in parts):
        return False
    if theirs:
        called = owners.words.get(form.casefold(), frozenset())
        return any(one & called for one in theirs)
    return not _NO_SURNAME.search(parts[-1])


def _led_by_another(form: str, before: re.Match[str], whose: str, owners: Owners) -> bool:
    """Return whether the word before a name says that it is somebody else's.

    So does a first name of somebody who is called by the form too, one of nobody on the list ("Willie Marsh"), and
    half a name with a hyphen ("Ann-Sophie"). A title says so where the form is part of the full name of somebody and
    of no full name of `whose`.
    """
    small, word = form.casefold(), before[1].casefold()
    if word in words_named("titles") and not before["joined"]:
        longer = owners.longer.get(small, frozenset())
        return bool(longer) and whose not in longer
    if word not in owners.words:
        large = before[1][0].isupper() and not before[1].isupper() and word not in _plain()
        return large and bool(before["joined"] or short_forms(word))
    theirs = owners.words[word]
    return whose not in theirs and not (owners.words.get(small, frozenset()) - {whose}).isdisjoint(theirs)


@cache
def _plain() -> frozenset[str]:
    """Return the words, in small letters, that are written with a capital and are no surname by themselves."""
    lists = ("capitals", "not_names", "titles", "no_surnames", "date_words", "things")
    return frozenset(word.casefold() for name in lists for word in words_named(name))
