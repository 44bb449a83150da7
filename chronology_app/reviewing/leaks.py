"""Looks through finished text for what is left of names and identifiers once designations stand in their place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from chronology_app.core.person import Person
from chronology_app.reviewing.identifiers import HARD, Sort, hidden, identifiers
from chronology_app.reviewing.names import words_of
from chronology_app.reviewing.searching import Place, search_for

PlacesIn = Callable[[str], list[Place]]
"""Tells where in a text names and identifiers are left, in order."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A name that is still there: where it was found and whose it is (the designation, never the name)."""

    where: str
    designation: str


def looking_for(people: Iterable[Person], sorts: Iterable[Sort] = HARD) -> PlacesIn:
    """Return what tells where in a text something is left of people's names, and identifiers of these sorts.

    Of a name every form, surnames or forenames alone, short forms, dotted initials and misspellings; identifiers
    whether they are listed or not. A word that also stands there in small letters is no misspelling, so that much text
    is best looked through at once.
    """
    listed = [person for person in people if person.names]
    search = search_for(listed, frozenset(words_of(" ".join(person.designation for person in listed))))
    wanted = tuple(sorts)

    def places_in(text: str) -> list[Place]:
        others = (Place(one.start, one.end, hidden(one.sort).strip("[]")) for one in identifiers(text, wanted))
        return sorted([*search.places_in(text), *others], key=lambda place: place.start)

    return places_in


def leaks(people: Iterable[Person], texts: Mapping[str, str], sorts: Iterable[Sort] = HARD) -> list[Leak]:
    """Return whose names and what identifiers are still found in `texts` (by where they stand), each once a place."""
    places_in = looking_for(people, sorts)
    found = (Leak(where, place.designation) for where, text in texts.items() for place in places_in(text))
    return list(dict.fromkeys(found))
