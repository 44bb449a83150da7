"""Finds every form of every name on the list of people, however it is spaced, dotted or written large."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from chronology_app.core.person import Person
from chronology_app.core.resources import read_table
from chronology_app.reviewing.date_names import date_words, unless_date
from chronology_app.reviewing.spelling import is_number, key_of, spelt

TABLE = "designations.toml"
WORD = re.compile(r"[^\W_]+")

_APOSTROPHES = "'’ʼ"
STARTS = r"(?<![^\W_])"
_SIGN = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text become `new`; `whose` is the designation they stand for."""

    start: int
    end: int
    new: str
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Every form, longest first: by the word it begins with, and the numbers and dates apart.

    Most words of a text begin no form, so a text is gone through word by word and matched only where one does.
    """

    by_head: Mapping[str, re.Pattern[str]]
    numbers: re.Pattern[str] | None
    designations: Mapping[str, str]

    def edits(self, text: str) -> list[Edit]:
        """Return where names stand in a text and the designations to put there, in order."""
        found: list[Edit] = []
        for match in self.matches(text):
            if not found or found[-1].end <= match.start():
                found.append(self._edit(text, match))
        return found

    def matches(self, text: str) -> list[re.Match[str]]:
        """Return where forms stand in a text, in order; one may lie over the next where a number is part of a form."""
        begun = not self.by_head.keys().isdisjoint(words_of(text))
        return self.matches_at(text, WORD.finditer(text) if begun else ())

    def matches_at(self, text: str, words: Iterable[re.Match[str]]) -> list[re.Match[str]]:
        """Return the same where the words are known, in order, with which a form may begin."""
        found = _matches(self.by_head, text, words)
        numbers = list(self.numbers.finditer(text)) if self.numbers and _SIGN.search(text) else []
        return sorted([*found, *numbers], key=lambda match: (match.start(), -match.end())) if numbers else found

    def designation(self, match: re.Match[str]) -> str:
        """Return whose form a match is."""
        return self.designations[key_of(match[0])]

    def _edit(self, text: str, match: re.Match[str]) -> Edit:
        """Return one edit; "James'" becomes "Father's" unless the apostrophe closes a quotation."""
        start, end = match.span()
        new = self.designation(match)
        after = text[end : end + 1]
        bare = after and after in _APOSTROPHES and match[0][-1] in "sS" and not text[end + 1 : end + 2].isalnum()
        if bare and text[max(0, start - 1) : start] not in ("'", "‘"):
            return Edit(start, end + 1, f"{new}{after}s", new)
        return Edit(start, end, new, new)


def words_of(text: str) -> set[str]:
    """Return the words of a text in small letters."""
    return set(WORD.findall(text.casefold()))


def names_of(people: Iterable[Person]) -> Names:
    """Return the patterns for every form of the people's names; a form two people share is the first one's."""
    designations: dict[str, str] = {}
    forms: dict[str, str] = {}
    for person in people:
        for form in person.names:
            if key_of(form):
                designations.setdefault(key_of(form), person.designation)
                forms.setdefault(_trimmed(form), "")
    longest = sorted(forms, key=lambda form: (-len(form), form))
    numbers = [form for form in longest if is_number(form)]
    heads: dict[str, dict[str, None]] = {}
    for form in longest:
        for head in () if form in numbers else (WORD.findall(form.casefold())[0], key_of(form)):
            heads.setdefault(head, {})[form] = None
    return Names(
        {head: re.compile("|".join(map(_spelt, begun))) for head, begun in heads.items()},
        re.compile(f"{_begins(numbers)}{STARTS}(?:{spelt(numbers, ())})") if numbers else None,
        designations,
    )


def _spelt(form: str) -> str:
    pattern = spelt((form,), also_words())
    return unless_date(pattern) if form.casefold() in date_words() else pattern


def _begins(numbers: Iterable[str]) -> str:
    """Return what numbers and dates begin with: a figure, a bracket, or "born", "DOB", "date of birth"."""
    return r"(?=[\d(+bBdD])" if any(number[0].isalpha() for number in numbers) else r"(?=[\d(+])"


def _matches(by_head: Mapping[str, re.Pattern[str]], text: str, words: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Return the matches that begin with one of these words, none inside another."""
    found: list[re.Match[str]] = []
    past = 0
    for word in words:
        pattern = by_head.get(word[0].casefold())
        match = pattern.match(text, word.start()) if pattern and word.start() >= past else None
        if match:
            found.append(match)
            past = match.end()
    return found


def _trimmed(form: str) -> str:
    """Return a form without what stands around its first and last letter or digit; "+" and "(" begin a number."""
    return re.sub(r"^[^\w+(]+|[^\w.)]+$", "", form)


def also_words() -> frozenset[str]:
    """Return the names that are words too ("Will"), in small letters."""
    return _table("also_words")


def not_names() -> frozenset[str]:
    """Return the words, in small letters, that are no name by themselves where they stand inside one."""
    return _table("not_names")


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(read_table(TABLE).get(name, ()))
