"""Finds every form of every name on the list of people, however it is spaced, dotted or written large."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from chronology_app.core.person import Person
from chronology_app.core.resources import read_table
from chronology_app.reviewing.spelling import is_identifier, key_of, spelt

TABLE = "designations.toml"
WORD = re.compile(r"[^\W_]+")

_APOSTROPHES = "'’ʼ"
_STARTS = r"(?<![^\W_])"
_SIGN = re.compile("[0-9@]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text become `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Names:
    """All forms as one pattern, longest first; the designation by form; words without which a text holds no name.

    `numbers` is whether a form is a number, a date or the like, which may stand where no such word does.
    """

    pattern: re.Pattern[str]
    designations: dict[str, str]
    heads: frozenset[str]
    numbers: bool = False

    def edits(self, text: str) -> list[Edit]:
        """Return where names stand in a text and the designations to put there, in order."""
        if not self.may_stand_in(text, words_of(text)):
            return []
        return [self._edit(text, match) for match in self.pattern.finditer(text)]

    def may_stand_in(self, text: str, words: set[str]) -> bool:
        """Return whether a text with these words (in small letters) may hold a form at all."""
        return not self.heads.isdisjoint(words) or (self.numbers and _SIGN.search(text) is not None)

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
    words = [form for form in longest if not is_identifier(form)]
    heads = frozenset(head for form in words for head in (WORD.findall(form.casefold())[0], key_of(form)))
    pattern = re.compile(f"{_STARTS}(?:{spelt(longest, also_words()) or '(?!)'})")
    return Names(pattern, designations, heads, len(words) < len(longest))


def also_words() -> frozenset[str]:
    """Return the names that are words too ("Will"), in small letters."""
    return _table("also_words")


def not_names() -> frozenset[str]:
    """Return the words, in small letters, that are no name by themselves where they stand inside one."""
    return _table("not_names")


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(read_table(TABLE).get(name, ()))
