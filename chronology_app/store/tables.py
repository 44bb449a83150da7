"""The tables of a review file, one for each kind of record (`log_tables` has those of what is kept about them).

A record's row is never changed but for `replaced_in` and never deleted: putting a record again adds a row. So the rows
that a step put (`record_version`) and took away (`replaced_in`) are the step and its inverse, and the log of steps
needs no second copy of twenty thousand entries. Columns hold text and whole numbers only (see `store.rows`).
"""

from typing import ClassVar

from sqlalchemy import Index, MetaData, Table
from sqlmodel import Field, SQLModel

from chronology_app.core.agency import Agency
from chronology_app.core.change import Record
from chronology_app.core.entry import Entry
from chronology_app.core.link import Link
from chronology_app.core.mark import Mark
from chronology_app.core.named_look import NamedLook
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note
from chronology_app.core.person import Person
from chronology_app.core.remembered import RememberedLayout
from chronology_app.core.review import Review
from chronology_app.core.source import Source
from chronology_app.core.stay import Stay


class Row(SQLModel):
    """What every table shares: one list of tables."""

    metadata: ClassVar[MetaData] = MetaData()


class RecordRow(Row):
    """One version of one record.

    `record_version` is the number of the step that put it, so a record's version grows with each put; `replaced_in` the
    step that replaced or dropped it, NULL for what the review holds now. `first_in` and `first_place` are the step
    that first put the record and its place in that step: the order records are listed in.
    """

    id: str = Field(primary_key=True)
    record_version: int = Field(primary_key=True, index=True)
    replaced_in: int | None
    first_in: int
    first_place: int


class ReviewRow(RecordRow, table=True):
    """`core.review.Review`."""

    __tablename__ = "review"
    title: str
    designation: str
    born: str | None
    due: str | None
    scope_from: str | None
    scope_to: str | None
    marking: str
    version: str
    author: str


class AgencyRow(RecordRow, table=True):
    """`core.agency.Agency`."""

    __tablename__ = "agency"
    code: str
    name: str
    colour: int


class SourceRow(RecordRow, table=True):
    """`core.source.Source`; `tables` and `others` are JSON lists of rows."""

    __tablename__ = "source"
    agency_id: str
    name: str
    sha256: str
    size: int
    received: str | None
    imported: str
    tables: str
    others: str
    position: int
    replaces: str


class PersonRow(RecordRow, table=True):
    """`core.person.Person`."""

    __tablename__ = "person"
    designation: str
    role: str
    names: str


class StayRow(RecordRow, table=True):
    """`core.stay.Stay`."""

    __tablename__ = "stay"
    place: str
    carers: str
    area: str
    started_text: str
    started_earliest: str | None
    started_latest: str | None
    started_precision: str | None
    started_approximate: int
    started_uncertain: int
    started_time: str | None
    started_end_time: str | None
    started_time_approximate: int
    started_dates: str
    started_reason: str
    started_offers: str
    ended_text: str
    ended_earliest: str | None
    ended_latest: str | None
    ended_precision: str | None
    ended_approximate: int
    ended_uncertain: int
    ended_time: str | None
    ended_end_time: str | None
    ended_time_approximate: int
    ended_dates: str
    ended_reason: str
    ended_offers: str
    entry_id: str


class EntryRow(RecordRow, table=True):
    """`core.entry.Entry`."""

    __tablename__ = "entry"
    agency_id: str
    source_id: str
    table: str
    row: int
    last_row: int
    when_text: str
    when_earliest: str | None
    when_latest: str | None
    when_precision: str | None
    when_approximate: int
    when_uncertain: int
    when_time: str | None
    when_end_time: str | None
    when_time_approximate: int
    when_dates: str
    when_reason: str
    when_offers: str
    reference: str
    recorded: str
    agency: str
    source: str
    professional: str
    people: str
    event: str
    contact_type: str
    seen: str
    experience: str
    action: str
    shared_with: str
    analysis: str
    practice: str
    location: str
    comment: str
    original: str
    date_decided: int
    needs: str
    sequence: int
    flagged: int
    set_aside: str
    earlier: str


class MarkRow(RecordRow, table=True):
    """`core.mark.Mark`."""

    __tablename__ = "mark"
    entry_id: str
    kind: str
    field: str
    start: int
    end: int
    cue: str
    words: str


class LinkRow(RecordRow, table=True):
    """`core.link.Link`."""

    __tablename__ = "link"
    kind: str
    entry_ids: str
    comment: str


class NoteRow(RecordRow, table=True):
    """`core.note.Note`."""

    __tablename__ = "note"
    entry_id: str
    kind: str
    text: str
    author: str
    written: str
    field: str
    about: str
    answer: str


class RememberedRow(RecordRow, table=True):
    """`core.remembered.RememberedLayout`; `headings`, `fields` and `constants` are JSON lists."""

    __tablename__ = "remembered"
    agency_code: str
    headings: str
    fields: str
    day_first: int | None
    constants: str


class NamedLookRow(RecordRow, table=True):
    """`core.named_look.NamedLook`; lists of names are JSON lists, NULL where the filter does not ask."""

    __tablename__ = "look"
    name: str
    parts: str
    columns: str
    choice: str
    asked_agencies: str | None
    asked_sources: str | None
    asked_kinds: str | None
    asked_text: str
    asked_needing: int
    asked_flagged: int
    asked_aside: int
    agency_id: str
    designations: int
    publication: int


class NotANameRow(RecordRow, table=True):
    """`core.not_a_name.NotAName`."""

    __tablename__ = "not_a_name"
    words: str
    designation: str
    around: str


ROWS: dict[type[Record], type[RecordRow]] = {
    Review: ReviewRow,
    Agency: AgencyRow,
    Source: SourceRow,
    Person: PersonRow,
    Stay: StayRow,
    Entry: EntryRow,
    Mark: MarkRow,
    Link: LinkRow,
    Note: NoteRow,
    RememberedLayout: RememberedRow,
    NamedLook: NamedLookRow,
    NotAName: NotANameRow,
}
"""The table of each kind of record."""


def table_of(row: type[Row]) -> Table:
    """Return the table a row class declares."""
    return Row.metadata.tables[str(row.__tablename__)]


for _kind in ROWS.values():  # what was replaced is a small part: an index of all would slow the import of a large file
    _column = table_of(_kind).c.replaced_in
    Index(f"ix_{_kind.__tablename__}_replaced_in", _column, sqlite_where=_column.is_not(None))
