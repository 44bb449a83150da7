"""An import a person has looked over becomes one change, with every row accounted for and the original bytes kept."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from chronology_app.core.agency import Agency
from chronology_app.core.change import Change, Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.core.identity import new_id
from chronology_app.core.review import Review
from chronology_app.core.source import OtherRow, Outcome, Source, SourceTable
from chronology_app.core.when import When
from chronology_app.understanding.dates import doubts
from chronology_app.understanding.draft import Draft
from chronology_app.work.plan import FilePlan, ImportPlan, TablePlan

TABLE_LEFT_OUT = "The table it stands in was left out by the person who imported the file."
_OLDEST_RELATIVE = 100
"""Years before the baby's birth in which nobody of the family is thought to have been born."""

OUTSIDE_SCOPE = "outside the scope period"


def accept(plan: ImportPlan, chronology: Chronology, *, now: str) -> tuple[Change, Mapping[str, bytes]]:
    """Return the change that brings the accepted files in, and the bytes of each by SHA-256.

    `now` is the moment of the import (ISO 8601, kept as it is). Files that are left out or could not be read are no
    part of it; a table that is left out is listed row by row with its source.
    """
    first = max((source.position for source in chronology.sources.values()), default=-1) + 1
    records: list[Record] = [*_new_agencies(plan, chronology)]
    for position, file in enumerate(plan.accepted, first):
        source = _source(file, position, now)
        records.append(source)
        records.extend(_entries(file, source, chronology.review))
    label = f"Import {count(plan.entries(), 'entry', 'entries')} from {count(len(plan.accepted), 'file')}"
    return Change(label, tuple(records)), {file.sha256: file.content for file in plan.accepted}


def needs_of(one: Draft, review: Review, received: date | None, decided: bool = False) -> str:
    """Return why an entry needs a person: its own reason, and why its date is hardly possible in this review.

    An entry may well be older than the baby: what a grandparent lived through as a child is part of the story.
    """
    first_birth = date(review.born.year - _OLDEST_RELATIVE, 1, 1) if review.born else None
    doubt = "" if decided else doubts(one.when, earliest_birth=first_birth, received=received)
    return " ".join(filter(None, (one.reason, doubt)))


def outside_scope(when: When, first: date | None, last: date | None) -> bool:
    """Return whether an entry certainly lies before or after the scope period (inclusive; None is open)."""
    before = first is not None and when.latest is not None and when.latest < first
    return before or (last is not None and when.earliest is not None and when.earliest > last)


def _new_agencies(plan: ImportPlan, chronology: Chronology) -> tuple[Agency, ...]:
    named = {file.agency.id: file.agency for file in plan.accepted}
    return tuple(agency for agency in named.values() if chronology.agencies.get(agency.id) != agency)


def _source(file: FilePlan, position: int, now: str) -> Source:
    return Source(
        id=new_id(),
        agency_id=file.agency.id,
        name=file.name,
        sha256=file.sha256,
        size=len(file.content),
        received=file.received,
        imported=now,
        tables=tuple(map(_table, file.tables)),
        others=tuple(other for table in file.tables for other in _others(table)),
        position=position,
    )


def _table(table: TablePlan) -> SourceTable:
    layout = table.layout
    columns = layout.columns if layout else ()
    entries = sum(one.last_row - one.row + 1 for one in table.entries) if table.included else 0
    return SourceTable(
        name=table.sheet.name,
        heading_row=layout.heading_row if layout else 0,
        headings=tuple(column.heading for column in columns),
        fields=tuple(column.field or "" for column in columns),
        rows=len(table.sheet.rows),
        entries=entries,
        day_first=layout.day_first if layout else None,
    )


def _others(table: TablePlan) -> Iterator[OtherRow]:
    for one in table.drafts:
        if one.outcome is not Outcome.ENTRY:
            yield _other(one, one.outcome, one.reason)
        elif not table.included:
            yield _other(one, Outcome.NOTE, TABLE_LEFT_OUT)


def _other(one: Draft, outcome: Outcome, reason: str) -> OtherRow:
    text = " | ".join(text for text in one.original if text.strip())
    return OtherRow(one.table, one.row, one.last_row, outcome, text, reason)


def _entries(file: FilePlan, source: Source, review: Review) -> Iterator[Entry]:
    for table in file.tables:
        for one in table.entries if table.included else ():
            yield _entry(one, source, review, decided=one.row in table.dates)


def _entry(one: Draft, source: Source, review: Review, decided: bool) -> Entry:
    outside = outside_scope(one.when, review.scope_from, review.scope_to)
    texts: dict[str, Any] = {str(field): text for field, text in one.texts.items()}
    return Entry(
        id=new_id(),
        agency_id=source.agency_id,
        source_id=source.id,
        table=one.table,
        row=one.row,
        last_row=one.last_row,
        when=one.when,
        comment="; ".join(filter(None, (one.comment, OUTSIDE_SCOPE if outside else ""))),
        original=one.original,
        date_decided=decided,
        needs=needs_of(one, review, source.received, decided),
        **texts,
    )
