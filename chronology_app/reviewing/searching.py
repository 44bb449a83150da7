"""Looks for what is left of people's names in a text: parts, short forms, initials and misspellings of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from chronology_app.core.person import Person
from chronology_app.core.resources import read_table
from chronology_app.reviewing.names import WORD, Names, also_words, names_of, not_names
from chronology_app.reviewing.spelling import is_identifier

NICKNAMES = "nicknames.toml"
_STARTS, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_LEAST, _LONG = 5, 8
"""Letters from which a name may be recognised with one letter wrong, and with two."""

_LARGE = re.compile(r"(?<![^\W\d_])[^\W\d_a-zß-ÿ][^\W\d_]{3,}(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a text: all in small letters, and those that stand there with a capital and never without one."""

    words: frozenset[str]
    large: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Vocabulary":
        """Return the words of a text."""
        found = set(WORD.findall(text))
        large = {word.casefold() for word in _LARGE.findall(text)} - {word for word in found if word.islower()}
        return cls(frozenset(word.casefold() for word in found), frozenset(large))


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for of one person: every form, and the surnames and forenames of those forms alone.

    `whole` are the forenames and surnames (in small letters) near which a word is taken for a slip of the pen.
    """

    names: Names
    parts: re.Pattern[str]
    heads: frozenset[str]
    whole: frozenset[str]

    def finds(self, text: str, held: Vocabulary) -> bool:
        """Whether a text holds any of it; `held` are the text's words."""
        if self.names.may_stand_in(text, set(held.words)) and self.names.pattern.search(text):
            return True
        if not self.heads.isdisjoint(held.words) and self.parts.search(text):
            return True
        return any(is_slip(word, name) for name in self.whole for word in held.large)


def search_for(person: Person, designations: Iterable[str]) -> Search:
    """Return the search for one person; words (in small letters) of designations are no names.

    A surname or forename has three letters or more and is no title and no common word; it is found where it is written
    as a name ("Smith", "SMITH", "the Smiths"), and so are the short forms of a forename and dotted initials. One that
    is also a word ("Hope") counts inside a sentence only, for the first word of a sentence begins with a capital
    anyway.
    """
    known = not_names() | set(designations)
    forms = [form for form in person.names if not is_identifier(form)]
    words = [word for form in forms for word in (*WORD.findall(form), *_joined(form))]
    parts = {word for word in words if len(word) >= 3 and word.isalpha() and word.casefold() not in known}
    whole = frozenset(part.casefold() for part in parts) - also_words()
    short = {name.capitalize() for part in parts for name in short_forms(part)} - {"Al", "Ed", "Em", "Mo", "Jo"}
    looked_for = parts | {name for name in short if name.casefold() not in known}
    heads = frozenset(part.casefold() + ending for part in looked_for for ending in ("", "s", "es"))
    initials = dict(_initials(forms))
    pattern = "|".join([*map(_alone, sorted(looked_for)), *initials.values()])
    return Search(names_of([person]), re.compile(pattern or r"(?!)"), heads | initials.keys(), whole)


def is_slip(word: str, name: str) -> bool:
    """Return whether a word (in small letters) is a name with a slip of the pen in it, and not the name itself.

    One letter wrong, left out, doubled or turned round in a name of five letters or more, two in eight or more; of four
    letters only two that changed places. The first letter is right, or changed places with the next.
    """
    if word == name or abs(len(word) - len(name)) > 2 or word[0] != name[0] != word[1:2]:
        return False
    if len(name) < _LEAST:
        return len(word) == len(name) == 4 and sorted(word) == sorted(name)
    most = 1 + (min(len(word), len(name)) >= _LONG)
    return not _plural(word, name) and OSA.distance(word, name, score_cutoff=most) <= most


def _plural(word: str, name: str) -> bool:
    return word in (f"{name}s", f"{name}es")


def short_forms(name: str) -> frozenset[str]:
    """Return what else somebody of this first name may be called, in small letters; the full name for a short one."""
    return _nicknames().get(name.casefold(), frozenset())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, short in read_table(NICKNAMES)["forms"].items():
        found.setdefault(name, set()).update(short)
        for form in short:
            found.setdefault(form, set()).add(name)
    return {name: frozenset(forms) for name, forms in found.items()}


def _joined(form: str) -> Iterator[str]:
    """Give a double-barrelled name as one word: "AshbyPell"."""
    for word in form.split():
        if "-" in word:
            yield word.replace("-", "").replace(".", "")


def _initials(forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give, by first letter, patterns of the dotted initials of names of two words or more ("I. A-P.", "I.A.")."""
    for form in forms:
        first = [word[0] for word in WORD.findall(form) if word[:1].isupper() and word.casefold() not in not_names()]
        if len(first) >= 2 and "".join(first[:2]).casefold() not in _not_initials():
            one, two, *more = map(re.escape, first)
            rest = "".join(rf"(?:[\s-]?{letter}\.?)?" for letter in more)
            yield one.casefold(), rf"{_STARTS}{one}\.\s?{two}\.?{rest}(?<=\.){_ENDS}"


@cache
def _not_initials() -> frozenset[str]:
    return frozenset(read_table("designations.toml").get("not_initials", ()))


def _alone(part: str) -> str:
    written = {re.escape(way) for way in (part, part.capitalize(), part.upper())}
    before = r"(?<=[a-z,] )" if part.casefold() in also_words() else _STARTS
    return f"{before}(?:{'|'.join(sorted(written))})(?:e?s|E?S)?{_ENDS}"
