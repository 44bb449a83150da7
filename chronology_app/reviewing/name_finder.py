"""Suggests who and what is named in the agencies' words, grouped so that a person can say who is who."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from chronology_app.core.chronology import Chronology
from chronology_app.core.person import Person
from chronology_app.reviewing.folding import fold
from chronology_app.reviewing.identifiers import HARD, PLACES, Identifier, Sort, identifiers
from chronology_app.reviewing.name_runs import NAMED_FIELDS, Run, capital_words, runs
from chronology_app.reviewing.names import names_of
from chronology_app.reviewing.nicknames import short_forms
from chronology_app.reviewing.searching import is_slip
from chronology_app.reviewing.spelling import key_of

NAME = "name"
"""The sort of a suggestion that is somebody's name; the others are those of `identifiers.Sort`."""

_BORN = "born "
"""Put before a date of birth that may also be the date of an entry: it is then replaced only after such words."""


@dataclass(frozen=True, slots=True)
class Named:
    """Forms that may all name one person or thing, not listed yet.

    `cues` are the words that led to it and why, one line each; `count` how often the forms stand in the chronology,
    `entry_id` the first entry in which one does; `person_id` who on the list it may belong to ("" where nobody).
    """

    sort: str
    forms: tuple[str, ...]
    cues: tuple[str, ...]
    count: int
    entry_id: str
    person_id: str = ""

    @property
    def text(self) -> str:
        """The fullest of its forms."""
        return max(self.forms, key=len)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One form: why it is taken for a name, how often it was seen, and where first."""

    cue: str
    count: int
    entry_id: str
    sort: str = NAME


def find_named(chronology: Chronology) -> tuple[Named, ...]:
    """Return what may name somebody and is not listed: names first, those seen most often before the others.

    What a person said names nobody is not suggested again.
    Nothing is ever applied by itself: a person gives a suggestion to somebody, makes it somebody new, or leaves it.
    """
    seen = _seen(chronology)
    people = tuple(chronology.people.values())
    names = {form: one for form, one in seen.items() if one.sort == NAME}
    found = [_named(forms, names, people) for forms in _groups(names)]
    found += [
        Named(one.sort, (form,), (one.cue,), one.count, one.entry_id) for form, one in seen.items() if form not in names
    ]
    return tuple(sorted(found, key=lambda one: (one.sort != NAME, -one.count, one.text)))


def _seen(chronology: Chronology) -> dict[str, _Seen]:
    """Return every form that is not listed, in the order of the entries; forms of one key are counted together."""
    listed = names_of(chronology.people.values())
    words = capital_words(chronology)
    none = {key_of(one.words) for one in chronology.not_names.values() if not one.designation}
    seen: dict[str, _Seen] = {}
    spelt: dict[str, str] = {}
    for entry in (*chronology.in_order(), *chronology.aside()):
        for text in dict.fromkeys(entry.text(field) for field in NAMED_FIELDS):
            folded = fold(text)
            taken = [folded.span(*match.span()) for match in listed.matches(folded.text)]
            for form, cue, sort in _forms(text, taken, words):
                if key_of(form) in none:
                    continue
                kept = spelt.setdefault(key_of(form), form)
                before = seen.get(kept)
                seen[kept] = _Seen(cue, 1, entry.id, sort) if before is None else _again(before)
    return seen


def _again(seen: _Seen) -> _Seen:
    return _Seen(seen.cue, seen.count + 1, seen.entry_id, seen.sort)


def _forms(text: str, taken: list[tuple[int, int]], words: Mapping[str, int]) -> Iterator[tuple[str, str, str]]:
    """Give (form, why, sort) of identifiers, then of runs of capitals that stand in none of them and are not listed."""
    for one in identifiers(text, (*HARD, *PLACES, Sort.REFERENCE)):
        if not any(_hides(span, one) for span in taken):
            form = f"{_BORN}{one.text}" if one.sort is Sort.BIRTH else one.text
            yield form, f"“{one.text}” is written like {_LIKE[one.sort]}", one.sort
        taken.append((one.start, one.end))
    for run in runs(text, words):
        if not any(start < run.end and run.start < end for start, end in taken):
            yield run.form, run.cue, NAME


def _hides(taken: tuple[int, int], one: Identifier) -> bool:
    """Return whether something listed leaves nothing of an identifier to suggest: it is all of it, or part of a place.

    An e-mail address with somebody's name in it is suggested all the same.
    """
    start, end = taken
    if one.sort in HARD:
        return start <= one.start and one.end <= end
    return start < one.end and one.start < end


_LIKE = {
    Sort.EMAIL: "an e-mail address",
    Sort.POSTCODE: "a postcode",
    Sort.NHS: "an NHS number, and its check digit is right",
    Sort.PHONE: "a telephone number",
    Sort.BIRTH: "a date of birth",
    Sort.PLATE: "a vehicle's number plate",
    Sort.HANDLE: "a name on a social medium",
    Sort.REFERENCE: "a crime, case, custody or hospital number",
    Sort.ADDRESS: "an address",
    Sort.SCHOOL: "the name of a school or nursery",
    Sort.SURGERY: "the name of a surgery",
    Sort.HOSPITAL: "the name of a hospital or home",
}


def _groups(names: Iterable[str]) -> list[list[str]]:
    """Return forms that may name one person together: a full name with its parts, short forms and misspellings.

    A part that fits several full names stays by itself: who it is only a person can say.
    """
    longest = sorted(names, key=lambda form: (-len(_parts(form)), -len(form), form))
    groups: list[list[str]] = []
    for form in longest:
        fitting = [group for group in groups if _fits(form, group[0])]
        if len(fitting) == 1:
            fitting[0].append(form)
        else:
            groups.append([form])
    return groups


def _fits(form: str, full: str) -> bool:
    """Return whether each part of a form may be a part of a full name, in the same order."""
    whole = iter(_parts(full))
    return all(any(_may_be(part, other) for other in whole) for part in _parts(form))


def _may_be(part: str, other: str) -> bool:
    if part == other or other in short_forms(part) or is_slip(part, other):
        return True
    return len(part) == 1 and other.startswith(part)


def _parts(form: str) -> tuple[str, ...]:
    """Return the parts of a name in small letters, its title left out."""
    return Run.parts_of(form)


def _named(forms: list[str], seen: Mapping[str, _Seen], people: Iterable[Person]) -> Named:
    owners = [p for p in people if any(_fits(form, name) for form in forms for name in p.names if _parts(name))]
    cues = [seen[form].cue for form in forms]
    if len(owners) == 1:
        cues.append(f"may be {owners[0].designation}: a part, a short form or a misspelling of a name on the list")
    first = min(forms, key=list(seen).index)
    count = sum(seen[form].count for form in forms)
    owner = owners[0].id if len(owners) == 1 else ""
    return Named(NAME, tuple(forms), tuple(dict.fromkeys(cues)), count, seen[first].entry_id, owner)
