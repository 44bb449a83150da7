"""Sees from the words beside a listed name that somebody else of that name is meant: a miss is better than a mix-up."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronology_app.core.person import Person
from chronology_app.reviewing.folding import fold
from chronology_app.reviewing.name_words import words_named

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"([^\W\d_][^\W\d_'-]*)\.?[ \n]$")
_AFTER = re.compile(r"(?P<gap>[ \n]|-)(?P<word>[A-Z][a-z]*(?:['-]?[A-Z]?[a-z]+)+)(?![\w@])")
_NO_SURNAME = re.compile(r"(?:ed|ing)$")
_REACH, _LEAST = 40, 3


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose names a word (in small letters) is part of, and whose surname it is, by designation."""

    words: Mapping[str, frozenset[str]]
    surnames: Mapping[str, frozenset[str]]


def owners_of(people: Iterable[Person]) -> Owners:
    """Return whose names each word of the listed names is part of; a word of a designation is nobody's."""
    words: dict[str, set[str]] = {}
    surnames: dict[str, set[str]] = {}
    for person in people:
        for form in person.names:
            parts = _WORD.findall(fold(form).text.casefold())
            for part in parts:
                words.setdefault(part, set()).add(person.designation)
            if len(parts) > 1:
                surnames.setdefault(parts[-1], set()).add(person.designation)
        for word in _WORD.findall(person.designation.casefold()):
            words.setdefault(word, set())
    return Owners(_frozen(words), _frozen(surnames))


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(whose) for word, whose in found.items()}


def meant(match: re.Match[str], listed: Sequence[str], owners: Owners) -> str:
    """Return who of those on whose list a form stands is meant by its match in a folded text, "" if it is nobody.

    It is nobody of them where a surname that is not theirs stands behind it ("Georgina Cole" where "Georgina" is the
    mother), and where a first name ("Abdi" alone) is also part of the name of somebody whose other name, or a title,
    stands before it.
    """
    if any(character.isdigit() for character in match[0]):
        return listed[0]
    alone = " " not in match[0].strip()
    after = _AFTER.match(match.string, match.end())
    if after and not (alone or after["gap"] == "-"):
        after = None
    before = _BEFORE.search(match.string, max(0, match.start() - _REACH), match.start()) if alone else None
    for whose in listed:
        another = after and _is_surname(after["word"], whose, owners)
        if not another and not (before and _led_by_another(match[0], before[1].casefold(), whose, listed, owners)):
            return whose
    return ""


def _is_surname(words: str, whose: str, owners: Owners) -> bool:
    """Return whether what stands behind a name is the surname of somebody else."""
    parts = _WORD.findall(words.casefold())
    if any(whose in owners.words.get(way, ()) for part in parts for way in (part, part.removesuffix("s"))):
        return False
    plain = any(part in _plain() or (part in owners.words and not owners.words[part]) for part in parts)
    return not plain and len(parts[-1]) >= _LEAST and not _NO_SURNAME.search(parts[-1])


def _led_by_another(form: str, before: str, whose: str, listed: Sequence[str], owners: Owners) -> bool:
    """Return whether the word before a name says that it is somebody else's, in whose names it stands too.

    A title says so unless the form is the surname of `whose`, or stands on the list of each who may be meant.
    """
    shared = owners.words.get(form.casefold(), frozenset()) - {whose}
    if not shared:
        return False
    theirs = owners.words.get(before, frozenset())
    called = whose in owners.surnames.get(form.casefold(), ()) or shared.issubset(listed)
    return (before in words_named("titles") and not called) or (whose not in theirs and not shared.isdisjoint(theirs))


@cache
def _plain() -> frozenset[str]:
    """Return the words, in small letters, that are written with a capital and are no surname by themselves."""
    lists = ("capitals", "not_names", "titles", "no_surnames", "date_words")
    return frozenset().union(*map(words_named, lists))
