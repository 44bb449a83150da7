"""Which field a heading means, so that a partnership can teach the app its agencies' headings without a programmer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from rapidfuzz import fuzz, process

from chronology_app.core.fields import Field
from chronology_app.core.resources import read_table, wrong
from chronology_app.understanding.lists import part_of, words_of

LONGEST = 90
"""Characters of the longest text that can be a heading; longer ones are explanations or events."""

_TELLING = 4
"""Letters of the shortest known heading that says something inside a longer one ("who" and "to" do not)."""

_FILE = "headings.toml"
_IGNORED = frozenset({"and", "the"})
_BRACKETS = re.compile(r"\([^)]{2,}\)|\[[^\]]*\]")
_APOSTROPHES = re.compile("['’‘`]")
_PARTS = re.compile(r"[/|\n]")
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Between the words of a heading a system wrote: "CallDateTime"."""
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Match:
    """What a heading means (None: known to be none of the fields), and whether it was found word for word."""

    field: Field | None
    sure: bool


@dataclass(frozen=True)
class Headings:
    """The headings a partnership knows: plain words (see `plain`) → field, None for those that mean none of them.

    `likeness` is how alike (0 to 100) a heading must be to one of them to be offered as a guess.
    """

    known: Mapping[str, Field | None]
    likeness: int

    def match(self, heading: str) -> Match | None:
        """Return what a heading means, None where nothing is like it.

        Word for word first (with and without what stands in brackets), then by the one part of several ("Treatment /
        Event") that is known, then by likeness (rapidfuzz, words in any order), then by the longest known heading whose
        words all occur in it.
        """
        exact = self.exact(heading)
        words = plain(_BRACKETS.sub(" ", heading))
        if exact or not words or words.isdigit() or len(heading) > LONGEST:
            return exact
        part = self._by_parts(heading)
        if part:
            return Match(part.field, False)
        like = process.extractOne(words, self.known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=self.likeness)
        found = like[0] if like else self._within(words)
        return Match(self.known[found], False) if found else None

    def exact(self, heading: str) -> Match | None:
        """Return what a heading means that is known word for word, None for all others; quick."""
        if len(heading) > LONGEST:
            return None
        words = plain(heading)
        if words not in self.known and ("(" in heading or "[" in heading):
            words = plain(_BRACKETS.sub(" ", heading))
        if words in self.known:
            return Match(self.known[words], True)
        parts = self._by_parts(heading)
        return parts if parts and parts.sure else None

    def _by_parts(self, heading: str) -> Match | None:
        """Return what the parts of "Dyddiad / Date" mean where they agree; sure where every one of them is known."""
        parts = [part for part in _PARTS.split(heading) if part.strip()] if _PARTS.search(heading) else []
        known = [self.known.get(plain(part)) for part in parts]
        fields = {field for field in known if field}
        return Match(fields.pop(), None not in known) if len(fields) == 1 else None

    def _within(self, words: str) -> str:
        """Return the known heading with most words that all occur in `words`, "" where there is none."""
        given = set(words.split())
        return next((known for known, parts in self._by_length if given.issuperset(parts)), "")

    @cached_property
    def _by_length(self) -> tuple[tuple[str, frozenset[str]], ...]:
        telling = sorted((k for k in self.known if len(k) >= _TELLING), key=lambda k: (-len(k.split()), -len(k)))
        return tuple((known, frozenset(known.split())) for known in telling)


def plain(text: str) -> str:
    """Return the words of a heading in lower case, singular, without punctuation: "Child's view(s)" → "child view"."""
    apart = _RUN_TOGETHER.sub(" ", text.replace("(s)", ""))
    spaced = _NO_WORD.sub(" ", _APOSTROPHES.sub("", apart.casefold())).split()
    return " ".join(_singular(word) for word in spaced if word not in _IGNORED) or text.strip()


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "sui" else word


@cache
def known_headings() -> Headings:
    """Return the headings of resources/headings.toml.

    Raises:
        ResourceProblem: a list is missing, a field is not one of `core.fields.Field`, or a heading stands in two lists.
    """
    return read_headings(read_table(_FILE))


def read_headings(table: Mapping[str, Any]) -> Headings:
    """Return the headings of a table shaped like resources/headings.toml; see `known_headings` for what it raises."""
    known: dict[str, Field | None] = {}
    for field, heading in _listed(table):
        if known.setdefault(plain(heading), field) is not field:
            raise wrong(_FILE, f'"{heading}"', "this heading stands in two lists")
    likeness = part_of(_FILE, table, "likeness")
    if not isinstance(likeness, int) or not 0 <= likeness <= 100:
        raise wrong(_FILE, "likeness =", "likeness is a whole number from 0 to 100")
    return Headings(known, likeness)


def _listed(table: Mapping[str, Any]) -> Iterator[tuple[Field | None, str]]:
    fields = part_of(_FILE, table, "fields")
    for name in fields:
        if name not in list(Field):
            raise wrong(_FILE, name, "this is not the name of a field")
        yield from ((Field(name), heading) for heading in words_of(_FILE, fields, name))
    yield from ((None, heading) for heading in words_of(_FILE, part_of(_FILE, table, "unclaimed"), "headings"))
