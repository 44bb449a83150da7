"""What can be done about names that are left in a document, and what has been done about each."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.errors import Hit
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.person import Person
from chronology_app.reviewing.said_none import SaidNone, said_none
from chronology_app.reviewing.spelling import key_of


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person has said so far: who is listed, under which forms, and what is no name where it stands.

    `names` and `forms` are pairs with a designation: a name as listed, and by its key.
    """

    people: Mapping[str, Person]
    names: frozenset[tuple[str, str]]
    forms: frozenset[tuple[str, str]]
    none: SaidNone

    def person_of(self, hit: Hit) -> Person | None:
        """Return whose name it is taken for; None where it is a number or a place nobody listed."""
        return self.people.get(hit.designation)

    def is_listed(self, hit: Hit) -> bool:
        """Return whether the words are on the list of the person they name."""
        return (hit.designation, key_of(hit.words)) in self.forms

    def listed_since(self, hit: Hit, before: "Answers") -> str:
        """Return the designation of somebody listed since `before` whose whole name stands there, "" for nobody."""
        there = hit.around.replace("[", "").replace("]", "")
        for designation, name in sorted(self.names - before.names):
            stands = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", there, re.IGNORECASE)
            if stands and hit.words.casefold() in name.casefold():
                return designation
        return ""

    def is_said_none(self, hit: Hit) -> bool:
        """Return whether a person said that the words are no name there."""
        return self.none.about(hit.designation, hit.words, hit.around)


def answers(chronology: Chronology) -> Answers:
    """Return what a person has said so far."""
    people = {person.designation: person for person in chronology.people.values()}
    names = frozenset((person.designation, name) for person in people.values() for name in person.names)
    forms = frozenset((designation, key_of(name)) for designation, name in names)
    return Answers(people, names, forms, said_none(chronology.not_names.values()))


def add_to_names(chronology: Chronology, hits: Iterable[Hit]) -> Change:
    """Return the one step that adds words to the names of those whose they are."""
    given = answers(chronology)
    changed: dict[str, Person] = {}
    for hit in hits:
        person = changed.get(hit.designation) or given.person_of(hit)
        if person and not given.is_listed(hit):
            changed[hit.designation] = replace(person, names=tuple(dict.fromkeys((*person.names, hit.words))))
    put = tuple(record for person in changed.values() for record in edits.set_person(chronology, person).put)
    return Change(f"Add to the names of {count(len(put), 'person', 'people')}", put)


def say_none(chronology: Chronology, hits: Iterable[Hit]) -> Change:
    """Return the step that says of words that they are no name where they stand."""
    found = (NotAName("", hit.words, hit.designation, hit.around) for hit in hits)
    return edits.name_nobody(chronology, found)


def looked_at(chronology: Chronology) -> str:
    """Return "4 places a person looked at and said are no names", "" where there is none."""
    places = sum(one.designation != "" for one in chronology.not_names.values())
    if not places:
        return ""
    return f"{count(places, 'place')} a person looked at and said {'is no name' if places == 1 else 'are no names'}"
