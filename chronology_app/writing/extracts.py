"""Smaller documents of one review: what one agency sent, and what a rapid review looks at first."""

import re
from collections.abc import Iterator
from dataclasses import replace

from chronology_app.core.agency import Agency
from chronology_app.core.change import Change, Record, key_of
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.fields import TEXT_FIELDS
from chronology_app.core.link import Link, LinkKind
from chronology_app.core.mark import Mark
from chronology_app.core.named_look import NamedLook
from chronology_app.core.note import Note
from chronology_app.core.person import Person
from chronology_app.core.remembered import RememberedLayout
from chronology_app.core.source import Source
from chronology_app.core.stay import Stay
from chronology_app.writing.references import codes

_LETTER = re.compile(r"\w")
_TIED = (LinkKind.SAME_EVENT, LinkKind.CONFLICT)


def rapid_review(chronology: Chronology) -> frozenset[str]:
    """Return the ids of the entries a person flagged or tied to others, and of those with words about practice."""
    tied = {entry_id for link in chronology.links.values() if link.kind in _TIED for entry_id in link.entry_ids}
    entries = chronology.in_order()
    return frozenset(entry.id for entry in entries if entry.flagged or entry.practice or entry.id in tied)


def of_agency(chronology: Chronology, agency_id: str) -> Chronology:
    """Return the review as one agency may see it: its own files and entries with what was written about them.

    The facts of the review stay, and all that names are found by: see `handed_over`. Its entries keep their references:
    an agency that shares its code with another has the code its references begin with.
    """
    kept = {entry.id for entry in chronology.entries.values() if entry.agency_id == agency_id}
    agency = chronology.agencies.get(agency_id)
    code = agency.code if agency else ""
    own = Chronology.of(record for record in _records(chronology) if _belongs(record, agency_id, code, kept))
    if agency is None:
        return own
    return own.after(Change("", (replace(agency, code=codes(chronology)[agency_id]),)))


def handed_over(extract: Chronology) -> Chronology:
    """Return an agency's extract as the agency receives it.

    A person of whom its own words do not speak is one that only others told of, and what was said to be no name are
    the words of all: both are needed until names are replaced and looked for, and leave then.
    """
    words = "\n".join(_words(extract)).casefold()
    strangers = tuple(key_of(person) for person in extract.people.values() if not _speaks_of(words, person))
    return extract.after(Change("", (), (*strangers, *map(key_of, extract.not_names.values()))))


def _words(chronology: Chronology) -> Iterator[str]:
    for entry in chronology.entries.values():
        yield from (entry.when.text, *entry.original, *(entry.text(field) for field in TEXT_FIELDS))
    yield from (words for note in chronology.all(Note).values() for words in (note.text, note.answer))
    yield from (other.text for source in chronology.sources.values() for other in source.others)


def _speaks_of(words: str, person: Person) -> bool:
    return any(_stands(words, form.casefold()) for form in (person.designation, *person.names) if form.strip())


def _stands(words: str, form: str) -> bool:
    """Return whether a form stands there as words of its own; a pattern would take twenty times as long to look."""
    at = words.find(form)
    while at >= 0:
        if not _LETTER.match(words, at + len(form)) and not (at and _LETTER.match(words, at - 1)):
            return True
        at = words.find(form, at + 1)
    return False


def _records(chronology: Chronology) -> Iterator[Record]:
    for records in chronology.records.values():
        yield from records.values()


def _belongs(record: Record, agency_id: str, code: str, kept: set[str]) -> bool:
    if isinstance(record, Agency):
        return record.id == agency_id
    if isinstance(record, Source | Entry):
        return record.agency_id == agency_id
    if isinstance(record, Mark | Note | Stay):
        return record.entry_id in kept
    if isinstance(record, Link):
        return kept.issuperset(record.entry_ids)
    if isinstance(record, RememberedLayout):
        return record.agency_code == code
    return not isinstance(record, NamedLook)
