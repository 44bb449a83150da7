"""Looks for what is left of people's names in a text: parts, short forms, initials and misspellings of them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import OSA

from chronology_app.core.person import Person
from chronology_app.reviewing.folding import fold
from chronology_app.reviewing.name_words import words_named
from chronology_app.reviewing.names import STARTS, WORD, Names, also_words, names_of, not_names
from chronology_app.reviewing.nicknames import short_forms
from chronology_app.reviewing.other_ways import first_names, is_cut, ways_of
from chronology_app.reviewing.spelling import is_identifier
from chronology_app.reviewing.word_names import is_word, patterns_of

_ENDS = r"(?![^\W_])"
_LEAST, _LONG = 5, 8
"""Letters from which a name may be recognised with one letter wrong, and with two."""

_LONG_WORD = 6
"""Letters from which this is so of a name that is a word too."""

_LARGE = re.compile(r"(?<![^\W\d_])[^\W\d_a-zß-ÿ][^\W\d_]{3,}(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class Place:
    """Characters `start` to `end` of a text are left of the name of `designation`, or identify by what it says."""

    start: int
    end: int
    designation: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that is left of a person's name: the designation, and what to look for where a word begins it."""

    designation: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for of everybody: traces by the word they begin with, listed forms, names to misspell.

    `whole` are forenames and surnames (in small letters) near which a word is taken for a slip of the pen, `firsts`
    the forenames that may be cut short, by designation; `slips` keeps whose a word was found to be, for the same words
    come again and again.
    """

    traces: Mapping[str, tuple[Trace, ...]]
    listed: Names
    whole: Mapping[str, frozenset[str]]
    firsts: Mapping[str, frozenset[str]]
    slips: dict[str, frozenset[str]] = field(default_factory=dict)

    def places_in(self, text: str) -> list[Place]:
        """Return where something is left of somebody in a text, in order; places of one person do not overlap."""
        folded = fold(text)
        places = self._places_in(folded.text)
        return [Place(*folded.span(one.start, one.end), one.designation) for one in places] if folded.cuts else places

    def _places_in(self, text: str) -> list[Place]:
        words = set(WORD.findall(text))
        small = frozenset(filter(str.islower, words))
        slips = {word: owners for word in words if (owners := self._slips_in(word, small))}
        heads = self.traces.keys() | self.listed.by_head.keys()
        begun = slips.keys() | {word for word in words if word.casefold() in heads}
        begins = [word for word in WORD.finditer(text) if word[0] in begun] if begun else []
        listed = self.listed.matches_at(text, begins)
        found = [self._place(match) for match in listed]
        for word in begins:
            found += (Place(*word.span(), owner) for owner in slips.get(word[0], ()))
            found += self._traced(text, word)
        return _longest(found)

    def _place(self, match: re.Match[str]) -> Place:
        """Return the place of a listed form, with the words beside it where they say that somebody else is meant."""
        meant = self.listed.meant(match)
        return Place(meant.start, meant.end, meant.whose or self.listed.designation(match))

    def _slips_in(self, word: str, small: frozenset[str]) -> frozenset[str]:
        """Return whose name a word may be a slip of the pen of: one that stands nowhere in small letters."""
        large = (part.casefold() for part in _LARGE.findall(word))
        return frozenset(owner for part in large if part not in small for owner in self._slip_of(part))

    def _slip_of(self, word: str) -> frozenset[str]:
        """Return whose name a word may be a slip of the pen of."""
        kept = self.slips.get(word)
        if kept is None:
            owners = {owner for owner, names in self.whole.items() if any(is_slip(word, name) for name in names)}
            owners |= {owner for owner, names in self.firsts.items() if any(is_cut(word, name) for name in names)}
            kept = self.slips[word] = frozenset(owners)
        return kept

    def _traced(self, text: str, word: re.Match[str]) -> Iterator[Place]:
        for trace in self.traces.get(word[0].casefold(), ()):
            found = trace.pattern.match(text, word.start())
            if found:
                yield Place(*found.span(), trace.designation)


def _longest(found: Iterable[Place]) -> list[Place]:
    """Return places in order, of those of one person that overlap the longest that begins first."""
    kept: list[Place] = []
    past: dict[str, int] = {}
    for place in sorted(found, key=lambda one: (one.start, -one.end, one.designation)):
        if place.start >= past.get(place.designation, 0):
            kept.append(place)
            past[place.designation] = place.end
    return kept


def search_for(people: Iterable[Person], known: frozenset[str]) -> Search:
    """Return the search for people; `known` are words (in small letters), as of designations, that are no names.

    A surname or forename has three letters or more and is no title and no common word; it is found where it is written
    as a name ("Smith", "SMITH", "the Smiths"), and so are the short forms of a forename and dotted initials. Of one
    that is also a word ("Hope") what stands beside it decides: see `word_names`.
    """
    traces: dict[str, list[Trace]] = {}
    everybody = tuple(people)
    whole: dict[str, frozenset[str]] = {}
    firsts: dict[str, frozenset[str]] = {}
    for person in everybody:
        parts = _parts(person, known | not_names())
        whole[person.designation] = whole.get(person.designation, frozenset()) | parts.keys() - _short_words()
        forms = _forms(person)
        firsts[person.designation] = frozenset().union(*map(first_names, forms))
        others = [way for form in forms for way in ways_of(form, known)]
        for head, pattern in dict.fromkeys((*_by_head(parts.values(), person), *patterns_of(forms, known), *others)):
            traces.setdefault(head, []).append(Trace(person.designation, re.compile(pattern)))
    return Search({head: tuple(found) for head, found in traces.items()}, names_of(everybody), whole, firsts)


@cache
def _short_words() -> frozenset[str]:
    """Return the names that are words too and so short that another word is soon taken for a slip in one."""
    return frozenset(word for word in also_words() if len(word) < _LONG_WORD)


def _parts(person: Person, known: frozenset[str]) -> dict[str, str]:
    """Return the forenames and surnames of a person as listed, by what they are in small letters."""
    words = (word for form in _forms(person) for word in (*WORD.findall(form), *_joined(form)))
    return {
        word.casefold(): word for word in words if len(word) >= 3 and word.isalpha() and word.casefold() not in known
    }


def _forms(person: Person) -> list[str]:
    return [fold(form).text for form in person.names if not is_identifier(form)]


def _by_head(parts: Iterable[str], person: Person) -> Iterator[tuple[str, str]]:
    """Give patterns of the parts of a name, their short forms, and initials, by the word each begins with."""
    listed = tuple(parts)
    plain = (part for part in listed if not is_word(part))
    short = {name.capitalize() for part in listed for name in short_forms(part) if len(name) >= 3}
    for part in (*plain, *sorted(short)):
        for ending in ("", "s", "es"):
            yield part.casefold() + ending, _alone(part)
    yield from _initials(_forms(person))


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


def _joined(form: str) -> Iterator[str]:
    """Give a double-barrelled name as one word: "AshbyPell"."""
    for word in form.split():
        if "-" in word:
            yield word.replace("-", "").replace(".", "")


def _initials(forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give, by first letter, patterns of the dotted initials of names of two words or more ("I. A-P.", "I.A.")."""
    for form in forms:
        first = [word[0] for word in WORD.findall(form) if word[:1].isupper() and word.casefold() not in not_names()]
        if len(first) >= 2 and "".join(first[:2]).casefold() not in words_named("not_initials"):
            one, two, *more = map(re.escape, first)
            rest = "".join(rf"(?:[\s-]?{letter}\.?)?" for letter in more)
            yield one.casefold(), rf"{STARTS}{one}\.\s?{two}\.?{rest}(?<=\.){_ENDS}"


def _alone(part: str) -> str:
    written = {re.escape(way) for way in (part, part.capitalize(), part.upper())}
    before = r"(?<=[a-z,] )" if part.casefold() in also_words() else STARTS
    return f"{before}(?:{'|'.join(sorted(written))})(?:e?s|E?S)?{_ENDS}"
