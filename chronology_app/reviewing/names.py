"""Finds every form of every name on the list of people, however it is spaced, dotted or written large."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from chronology_app.core.person import Person
from chronology_app.core.resources import read_table

TABLE = "designations.toml"
WORD = re.compile(r"[^\W_]+")

_APOSTROPHES = "'’ʼ"
_STARTS, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_LAST_DOT = r"(?:\.(?=\s*[^\s.]))?"
"""A full stop after the last initial belongs to it, unless the text ends there."""
_GAPS = {1: r"[\s_.-]*", 2: r"\.?[\s_-]+", 3: r"\.?[\s_-]+"}
"""What may stand after an initial (J Smith, J.Smith) and after a title (Dr Smith, Dr. Smith), by its letters."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text become `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Names:
    """All forms as one pattern, longest first; the designation by form; words without which a text holds no name."""

    pattern: re.Pattern[str]
    designations: dict[str, str]
    heads: frozenset[str]

    def edits(self, text: str) -> list[Edit]:
        """Return where names stand in a text and the designations to put there, in order."""
        if self.heads.isdisjoint(words_of(text)):
            return []
        return [self._edit(text, match) for match in self.pattern.finditer(text)]

    def _edit(self, text: str, match: re.Match[str]) -> Edit:
        """Return one edit; "James'" becomes "Father's" unless the apostrophe closes a quotation."""
        start, end = match.span()
        new = self.designations[key_of(match[0])]
        after = text[end : end + 1]
        bare = after and after in _APOSTROPHES and match[0][-1] in "sS" and not text[end + 1 : end + 2].isalnum()
        if bare and text[max(0, start - 1) : start] not in ("'", "‘"):
            return Edit(start, end + 1, f"{new}{after}s")
        return Edit(start, end, new)


def words_of(text: str) -> set[str]:
    """Return the words of a text in small letters: most texts hold no name, and this rules them out quickly."""
    return set(WORD.findall(text.casefold()))


def key_of(form: str) -> str:
    """Return what two spellings of one form have in common: its letters and digits in small letters."""
    return "".join(c for c in form.casefold() if c.isalnum())


def names_of(people: Iterable[Person]) -> Names:
    """Return the pattern for every form of the people's names; a form two people share is the first one's."""
    designations: dict[str, str] = {}
    forms: dict[str, str] = {}
    for person in people:
        for form in person.names:
            if key_of(form):
                designations.setdefault(key_of(form), person.designation)
                forms.setdefault(form.strip(), "")
    longest = sorted(forms, key=lambda form: (-len(form), form))
    heads = frozenset(head for form in longest for head in (WORD.findall(form.casefold())[0], key_of(form)))
    return Names(re.compile(f"{_STARTS}(?:{'|'.join(map(_form, longest)) or '(?!)'})"), designations, heads)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for of one person: every form, and the surnames and forenames of those forms alone."""

    names: Names
    parts: re.Pattern[str]
    heads: frozenset[str]

    def finds(self, text: str, words: set[str]) -> bool:
        """Whether a text holds any of it; `words` are its words in small letters (see `words_of`)."""
        if not self.names.heads.isdisjoint(words) and self.names.pattern.search(text):
            return True
        return not self.heads.isdisjoint(words) and self.parts.search(text) is not None


def search_for(person: Person, designations: Iterable[str]) -> Search:
    """Return the search for one person; words (in small letters) of designations are no names.

    A surname or forename has three letters or more and is no title and no common word; it is found where it is written
    as a name ("Smith", "SMITH", "the Smiths"). One that is also a word ("Hope") counts inside a sentence only, for the
    first word of a sentence begins with a capital anyway.
    """
    known = _table("not_names") | set(designations)
    words = (word for form in person.names for word in WORD.findall(form))
    parts = {word for word in words if len(word) >= 3 and word.isalpha() and word.casefold() not in known}
    heads = frozenset(part.casefold() + ending for part in parts for ending in ("", "s", "es"))
    return Search(names_of([person]), re.compile("|".join(map(_alone, sorted(parts))) or r"(?!)"), heads)


def _alone(part: str) -> str:
    written = {re.escape(way) for way in (part, part.capitalize(), part.upper())}
    before = r"(?<=[a-z,] )" if part.casefold() in _table("also_words") else _STARTS
    return f"{before}(?:{'|'.join(sorted(written))})(?:e?s|E?S)?{_ENDS}"


def _form(form: str) -> str:
    """Return the pattern of one form; initials and names that are also words must be written large."""
    if (len(key_of(form)) <= 3 and form.isupper()) or form.casefold() in _table("also_words"):
        return f"(?:{_spelt(form)}|{_spelt(form.upper())})"
    return f"(?i:{_spelt(form)})"


def _spelt(form: str) -> str:
    """Return the words of a form with any space, hyphen or underscore between them, and dots after what is short."""
    parts = [part for part in re.split(r"[\s_.-]+", form) if key_of(part)]
    gaps = [_GAPS.get(len(part), r"[\s_-]+") for part in parts[:-1]] + [""]
    spelt = "".join(_escaped(part) + gap for part, gap in zip(parts, gaps, strict=True))
    return spelt + _ENDS + (_LAST_DOT if len(parts[-1]) == 1 else "")


def _escaped(part: str) -> str:
    return "".join(f"[{_APOSTROPHES}]" if c in _APOSTROPHES else re.escape(c) for c in part)


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(read_table(TABLE).get(name, ()))
