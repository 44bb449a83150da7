"""Runs of words with capitals that may be somebody's name, and what about them says so."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chronology_app.core.chronology import Chronology
from chronology_app.core.fields import TEXT_FIELDS, Field
from chronology_app.reviewing.name_words import words_named
from chronology_app.reviewing.names import WORD, not_names, words_of
from chronology_app.reviewing.nicknames import short_forms

NAMED_FIELDS = tuple(f for f in TEXT_FIELDS if f not in (Field.AGENCY, Field.REFERENCE, Field.RECORDED))
"""Fields in whose words names are looked for."""

_CAPITAL = r"[A-Z][a-z]*(?:['’-]?[A-Z]?[a-z]+)+"
_INITIAL = r"[A-Z](?=\.?\s?[A-Z]['’a-z])"
_BETWEEN = r"(?:\s|(?<=\b[A-Z])\.?\s?|(?<=\b[DM][rs])\.\s|(?<=\bMrs)\.\s)"
"""Between the words of a name: a space, after an initial or a short title a full stop."""

_RUN = re.compile(
    rf"(?<![\w'’-])(?:{_CAPITAL}|{_INITIAL})(?:{_BETWEEN}(?:{_CAPITAL}|{_INITIAL})){{0,4}}(?:['’]s)?(?![\w-])"
)
_INSIDE = re.compile(r"[a-z0-9,;:)] $|[a-z]\n$")
_MOST = 3
"""Words of a name, its title aside."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` of a text may be a name; `cue` says what led to it."""

    start: int
    end: int
    form: str
    cue: str

    @staticmethod
    def parts_of(form: str) -> tuple[str, ...]:
        """Return the parts of a form in small letters, its title and initials' dots left out."""
        words = (word.strip(".'’").casefold() for word in re.split(r"\s+|(?<=[A-Z]\.)", form))
        return tuple(word for word in words if word and word not in words_named("titles"))


def capital_words(chronology: Chronology) -> Mapping[str, int]:
    """Return how often each word of a chronology is written in small letters; a word that never is may be a name.

    The words of agencies' names and of designations are counted as if they were.
    """
    counts: Counter[str] = Counter()
    for entry in chronology.entries.values():
        for field in NAMED_FIELDS:
            counts.update(word for word in WORD.findall(entry.text(field)) if word.islower())
    for told in (*(a.name for a in chronology.agencies.values()), *(p.designation for p in chronology.people.values())):
        counts.update(words_of(told))
    return counts


def runs(text: str, small: Mapping[str, int]) -> Iterator[Run]:
    """Give the runs of capitals in a text that may be names; `small` is as `capital_words` returns it."""
    for match in _RUN.finditer(text):
        owned = match[0].endswith(("'s", "’s"))
        words = [*re.finditer(r"\S+", match[0][:-2] if owned else match[0])]
        while words and _is_plain(words[0][0], small):
            words.pop(0)
        while words and (_is_plain(words[-1][0], small) or _is_title(words[-1][0])):
            words.pop()
        if words and not any(_is_plain(word[0], small) for word in words):
            run = _run(text, match.start() + words[0].start(), match.start() + words[-1].end(), owned)
            if run:
                yield run


def _run(text: str, start: int, end: int, owned: bool) -> Run | None:
    form = " ".join(text[start:end].split())
    words = form.split()
    inside = _INSIDE.search(text[max(0, start - 2) : start]) is not None
    if _is_title(words[0]):
        return Run(start, end, form, f"“{form}”: a title stands before it") if len(words) - 1 <= _MOST else None
    if len(words) > _MOST or all(len(word.strip(".")) == 1 for word in words):
        return None
    if len(words) > 1:
        return Run(start, end, form, f"“{form}”: words with capitals that are never written small")
    if short_forms(form):
        return Run(start, end, form, f"“{form}” is on the list of first names")
    if owned:
        return Run(start, end, form, f"“{form}’s”: something belongs to it")
    return Run(start, end, form, f"“{form}”: a capital inside a sentence") if inside else None


def _is_plain(word: str, small: Mapping[str, int]) -> bool:
    """Return whether a word is no name; a title is none either, but says that one follows."""
    bare = word.strip(".").casefold()
    return not _is_title(word) and (bare in small or bare in words_named("capitals") or bare in not_names())


def _is_title(word: str) -> bool:
    return word.strip(".").casefold() in words_named("titles")
