"""What a planned file becomes in a review: its source, in which every row is accounted for, and its entries."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from chronology_app.core.entry import Entry
from chronology_app.core.identity import new_id
from chronology_app.core.review import Review
from chronology_app.core.source import OtherRow, Outcome, Source, SourceTable
from chronology_app.core.when import When
from chronology_app.understanding.dates import doubts, with_likely
from chronology_app.understanding.draft import Draft
from chronology_app.work.plan import FilePlan, TablePlan

TABLE_LEFT_OUT = "The table it stands in was left out by the person who imported the file."
_OLDEST_RELATIVE = 100
"""Years before the baby's birth in which nobody of the family is thought to have been born."""

OUTSIDE_SCOPE = "outside the scope period"


def source_of(file: FilePlan, position: int, now: str) -> Source:
    """Return the source of a file that comes in at the moment `now` (ISO 8601, kept as it is)."""
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
        replaces=file.replaces,
    )


def entries_of(file: FilePlan, source: Source, review: Review) -> Iterator[Entry]:
    """Give the entries of a file, table by table and row by row; a table that is left out has none."""
    for table in file.tables:
        for one in table.entries if table.included else ():
            yield _entry(one, source, review, decided=one.row in table.dates)


def needs_of(one: Draft, review: Review, received: date | None, decided: bool = False) -> str:
    """Return why an entry needs a person: its own reason, and why its date is hardly possible in this review.

    An entry may well be older than the baby: what a grandparent lived through as a child is part of the story.
    """
    doubt = "" if decided else doubts(one.when, earliest_birth=_first_birth(review), received=received)
    return " ".join(filter(None, (one.reason, doubt)))


def _first_birth(review: Review) -> date | None:
    return date(review.born.year - _OLDEST_RELATIVE, 1, 1) if review.born else None


def outside_scope(when: When, first: date | None, last: date | None) -> bool:
    """Return whether an entry certainly lies before or after the scope period (inclusive; None is open)."""
    before = first is not None and when.latest is not None and when.latest < first
    return before or (last is not None and when.earliest is not None and when.earliest > last)


def _table(table: TablePlan) -> SourceTable:
    layout = table.layout
    columns = layout.columns if layout else ()
    entries = sum(one.last_row - one.row + 1 for one in table.entries) if table.included else 0
    return SourceTable(
        name=table.sheet.name,
        heading_row=layout.heading_row if layout else 0,
        headings=tuple(column.heading for column in columns),
        fields=tuple(column.field or "" for column in columns),
        rows=table.sheet.height,
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
    period = one.when if outcome is Outcome.NIL_RETURN else When()
    return OtherRow(one.table, one.row, one.last_row, outcome, text, reason, period.earliest, period.latest)


def _entry(one: Draft, source: Source, review: Review, decided: bool) -> Entry:
    outside = outside_scope(one.when, review.scope_from, review.scope_to)
    texts: dict[str, Any] = {str(field): text for field, text in one.texts.items()}
    likely = (
        one.when if decided else with_likely(one.when, earliest_birth=_first_birth(review), received=source.received)
    )
    return Entry(
        id=new_id(),
        agency_id=source.agency_id,
        source_id=source.id,
        table=one.table,
        row=one.row,
        last_row=one.last_row,
        when=likely,
        comment="; ".join(filter(None, (one.comment, OUTSIDE_SCOPE if outside else ""))),
        original=one.original,
        date_decided=decided,
        needs=needs_of(one, review, source.received, decided),
        sequence=one.sequence,
        **texts,
    )
