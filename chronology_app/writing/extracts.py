"""Smaller documents of one review: what one agency sent, and what a rapid review looks at first."""

from collections.abc import Iterator
from dataclasses import replace

from chronology_app.core.agency import Agency
from chronology_app.core.change import Change, Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.link import Link, LinkKind
from chronology_app.core.mark import Mark
from chronology_app.core.note import Note
from chronology_app.core.source import Source
from chronology_app.writing.references import codes

RAPID_PARTS = ("title", "people", "chronology", "practice", "questions", "needing")
"""The parts of a rapid review's extract: scope, people, the entries, key practice and what is still open."""

_TIED = (LinkKind.SAME_EVENT, LinkKind.CONFLICT)


def rapid_review(chronology: Chronology) -> frozenset[str]:
    """Return the ids of the entries a person flagged or tied to others, and of those with words about practice."""
    tied = {entry_id for link in chronology.links.values() if link.kind in _TIED for entry_id in link.entry_ids}
    entries = chronology.in_order()
    return frozenset(entry.id for entry in entries if entry.flagged or entry.practice or entry.id in tied)


def of_agency(chronology: Chronology, agency_id: str) -> Chronology:
    """Return the review as one agency may see it: its own files and entries with what was written about them.

    The facts of the review and the people stay; nothing of another agency does. Its entries keep their references: an
    agency that shares its code with another has the code its references begin with.
    """
    kept = {entry.id for entry in chronology.entries.values() if entry.agency_id == agency_id}
    own = Chronology.of(record for record in _records(chronology) if _belongs(record, agency_id, kept))
    agency = own.agencies.get(agency_id)
    if agency is None:
        return own
    return own.after(Change("", (replace(agency, code=codes(chronology)[agency_id]),)))


def _records(chronology: Chronology) -> Iterator[Record]:
    for records in chronology.records.values():
        yield from records.values()


def _belongs(record: Record, agency_id: str, kept: set[str]) -> bool:
    if isinstance(record, Agency):
        return record.id == agency_id
    if isinstance(record, Source | Entry):
        return record.agency_id == agency_id
    if isinstance(record, Mark | Note):
        return record.entry_id in kept
    return not isinstance(record, Link) or kept.issuperset(record.entry_ids)
