"""Finds every form of every name on the list of people, however it is spaced, dotted or written large."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronology_app.core.person import Person
from chronology_app.reviewing.date_names import date_words, unless_date
from chronology_app.reviewing.folding import fold
from chronology_app.reviewing.name_words import words_named
from chronology_app.reviewing.somebody_else import Meant, Owners, meant, owners_of
from chronology_app.reviewing.spelling import is_number, key_of, spelt

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
    listed: Mapping[str, Sequence[str]]
    owners: Owners

    def edits(self, text: str) -> list[Edit]:
        """Return where names stand in a text and the designations to put there, in order.

        Where the words beside a name say that somebody else is meant, it stays, for the leak check to find.
        """
        found: list[Edit] = []
        folded = fold(text)
        for match in self.matches(folded.text):
            start, end = folded.span(*match.span())
            if not found or found[-1].end <= start:
                whose = self.meant(match).whose
                found += [_edit(text, start, end, whose)] if whose else []
        return found

    def matches(self, text: str) -> list[re.Match[str]]:
        """Return where forms stand in a folded text, in order.

        One may lie over the next where a number is part of a form.
        """
        begun = not self.by_head.keys().isdisjoint(words_of(text))
        return self.matches_at(text, WORD.finditer(text) if begun else ())

    def matches_at(self, text: str, words: Iterable[re.Match[str]]) -> list[re.Match[str]]:
        """Return the same where the words are known, in order, with which a form may begin."""
        found = _matches(self.by_head, text, words)
        numbers = list(self.numbers.finditer(text)) if self.numbers and _SIGN.search(text) else []
        return sorted([*found, *numbers], key=lambda match: (match.start(), -match.end())) if numbers else found

    def meant(self, match: re.Match[str]) -> Meant:
        """Return whose form a match is."""
        return meant(match, self.listed[key_of(match[0])], self.owners)

    def designation(self, match: re.Match[str]) -> str:
        """Return on whose list the form of a match stands first."""
        return self.listed[key_of(match[0])][0]


def _edit(text: str, start: int, end: int, new: str) -> Edit:
    """Return one edit; "James'" becomes "Father's" unless the apostrophe closes a quotation."""
    after = text[end : end + 1]
    bare = after and after in _APOSTROPHES and text[end - 1] in "sS" and not text[end + 1 : end + 2].isalnum()
    if bare and text[max(0, start - 1) : start] not in ("'", "‘"):
        return Edit(start, end + 1, f"{new}{after}s", new)
    return Edit(start, end, new, new)


def words_of(text: str) -> set[str]:
    """Return the words of a text in small letters."""
    return set(WORD.findall(text.casefold()))


def names_of(people: Iterable[Person]) -> Names:
    """Return the patterns for every form of the people's names.

    A form two people share is the first one's, unless what stands beside it says that it is the other's.
    """
    listed: dict[str, list[str]] = {}
    forms: dict[str, str] = {}
    everybody = tuple(people)
    for person in everybody:
        for form in person.names:
            if key_of(form):
                listed.setdefault(key_of(form), []).append(person.designation)
                forms.setdefault(_trimmed(fold(form).text), "")
    longest = sorted(forms, key=lambda form: (-len(form), form))
    numbers = [form for form in longest if is_number(form)]
    heads: dict[str, dict[str, None]] = {}
    for form in longest:
        for head in () if form in numbers else (WORD.findall(form.casefold())[0], key_of(form)):
            heads.setdefault(head, {})[form] = None
    return Names(
        {head: re.compile("|".join(map(_spelt, begun))) for head, begun in heads.items()},
        re.compile(f"{_begins(numbers)}{STARTS}(?:{spelt(numbers, ())})") if numbers else None,
        listed,
        owners_of(everybody),
    )


def _spelt(form: str) -> str:
    pattern, small = spelt((form,), also_words()), form.casefold()
    if small in also_words():
        pattern += _unless_thing()
    if small in words_named("no_surnames"):
        pattern = f"(?!{_told()}){pattern}"
    return unless_date(pattern) if small in date_words() else pattern


@cache
def _unless_thing() -> str:
    """Return what must not stand behind a name that is a word too: "Rose Ward" is nobody."""
    return rf"(?!\s(?:{'|'.join(sorted(words_named('things')))})(?![^\W_]))"


@cache
def _told() -> str:
    """Return what a sentence begins with whose subject is left out: "Will attend", "May be late"."""
    verbs = "|".join(sorted(words_named("bare_verbs")))
    return rf"(?<![a-z,;] )(?i:will|may)\s(?i:{verbs})(?![^\W_])"


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
    return words_named("also_words")


def not_names() -> frozenset[str]:
    """Return the words, in small letters, that are no name by themselves where they stand inside one."""
    return words_named("not_names")
