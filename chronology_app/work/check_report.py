"""What an agency lead is told of a file before it is sent: what was understood, and all that needs a person."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from chronology_app.core.agency import Agency
from chronology_app.core.fields import DATE_FIELDS, TITLES, Field
from chronology_app.core.findings import Gap
from chronology_app.core.review import Review
from chronology_app.core.sheet import Place
from chronology_app.core.source import Outcome
from chronology_app.core.when import When
from chronology_app.reviewing.abbreviations import Used, abbreviations
from chronology_app.reviewing.gaps import silences
from chronology_app.understanding.draft import Draft
from chronology_app.work.accounting import counts_in_words
from chronology_app.work.entering import needs_of, outside_scope
from chronology_app.work.plan import FilePlan, ImportPlan, TablePlan

_TOLD = frozenset({Outcome.NIL_RETURN, Outcome.NOTE, Outcome.FOOTER, Outcome.HIDDEN, Outcome.STRUCK, Outcome.DELETED})
"""Rows left out that the sender is told about one by one."""

_UNSEEN = frozenset({Outcome.HEADING, Outcome.HIDDEN, Outcome.STRUCK, Outcome.DELETED})
"""Rows whose words no reader of the chronology meets."""

_BARE = DATE_FIELDS | {Field.REFERENCE, Field.RECORDED}
"""Columns that hold no words."""


@dataclass(frozen=True, slots=True)
class ColumnFound:
    """A column: its heading as written, the title of the field it was understood as ("": none), and whether surely."""

    heading: str
    field: str
    sure: bool


@dataclass(frozen=True, slots=True)
class TableFound:
    """A table as understood; without columns it is no chronology. `day_first` None: nothing settles the order.

    `either` is then a date that reads either way, "" where there is none and so no doubt.
    """

    name: str
    heading_row: int
    columns: tuple[ColumnFound, ...]
    day_first: bool | None
    either: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is told about: where it stands (physical rows), its date as written, why, and its words.

    `offers` are the readings its date may have.
    """

    table: str
    row: int
    last_row: int
    written: str
    reason: str
    words: str
    offers: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file. `problem` is the sentence where it could not be read; everything else is empty then.

    `counts` accounts for every row in words; `told` is how many rows are entries or nil returns. `gaps` is None where
    it could not be looked for: neither a date nor a scope period. `unexplained` abbreviations are listed to be written
    out, `usual` ones to be looked over.
    """

    name: str
    agency: Agency
    problem: str = ""
    tables: tuple[TableFound, ...] = ()
    counts: str = ""
    told: int = 0
    asks: tuple[Row, ...] = ()
    outside: tuple[Row, ...] = ()
    left_out: tuple[Row, ...] = ()
    gaps: tuple[Gap, ...] | None = ()
    unexplained: tuple[Used, ...] = ()
    usual: tuple[Used, ...] = ()

    @property
    def needing(self) -> int:
        """How many rows need a person: those that ask, and those outside the scope period."""
        return len({(row.table, row.row) for row in (*self.asks, *self.outside)})


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything told about some files, and the facts it was checked against."""

    files: tuple[FileReport, ...]
    review: Review = field(default_factory=Review)

    @property
    def needs_a_person(self) -> bool:
        """Whether a file could not be read or a row needs a person."""
        return any(file.problem or file.needing for file in self.files)


def check_report(plan: ImportPlan, review: Review) -> CheckReport:
    """Return what to tell about the files of a plan; of `review` the birth and the scope period are looked at."""
    return CheckReport(tuple(_file(file, review) for file in plan.files), review)


def _file(file: FilePlan, review: Review) -> FileReport:
    if file.problem:
        return FileReport(file.name, file.agency, file.problem)
    entries = [one for table in file.tables for one in table.entries]
    asks = tuple(_row(one, reason) for one in entries if (reason := needs_of(one, review, None)))
    outside = tuple(_row(one, "") for one in entries if outside_scope(one.when, review.scope_from, review.scope_to))
    needing = len({(row.table, row.row) for row in (*asks, *outside)})
    ran_on = sum(one.last_row - one.row for one in entries)
    used = abbreviations(_texts(file))
    return FileReport(
        name=file.name,
        agency=file.agency,
        tables=tuple(map(_table, file.tables)),
        counts=counts_in_words(file.counts(), needing=needing, ran_on=ran_on),
        told=len(entries) + file.counts()[Outcome.NIL_RETURN],
        asks=asks,
        outside=outside,
        left_out=tuple(_row(one, one.reason) for one in _drafts(file) if one.outcome in _TOLD and one.reason),
        gaps=_gaps(file, entries, review),
        unexplained=tuple(one for one in used if not one.meaning),
        usual=tuple(one for one in used if one.meaning),
    )


def _table(table: TablePlan) -> TableFound:
    layout = table.layout
    columns = tuple(
        ColumnFound(column.heading, TITLES[column.field] if column.field else "", column.sure)
        for column in (layout.columns if layout else ())
    )
    if layout is None:
        return TableFound(table.sheet.name, 0, columns, None)
    return TableFound(table.sheet.name, layout.heading_row, columns, layout.day_first, layout.either)


def has_dates(table: TableFound) -> bool:
    """Whether a column of a table was understood as the date."""
    return any(column.field == TITLES[Field.DATE] for column in table.columns)


def _row(one: Draft, reason: str) -> Row:
    words = one.texts.get(Field.EVENT) or " | ".join(text for text in one.original if text.strip())
    return Row(one.table, one.row, one.last_row, one.when.text, reason, words, one.when.offers)


def _gaps(file: FilePlan, entries: list[Draft], review: Review) -> tuple[Gap, ...] | None:
    """Return the days nothing is said of; a nil return without a period speaks of all where there is no entry."""
    scope = review.scope_from, review.scope_to
    nils = [one.when for one in _drafts(file) if one.outcome is Outcome.NIL_RETURN]
    whens = [one.when for one in entries]
    if not any(when.known for when in whens) and None in scope:
        return None
    return silences(whens, [nil for nil in nils if nil.known or not entries], scope)


def _drafts(file: FilePlan) -> Iterator[Draft]:
    return (one for table in file.tables for one in table.drafts)


def _texts(file: FilePlan) -> Iterator[tuple[Place, str]]:
    """Give the texts a reader meets, by place; references and dates hold no words."""
    for table in file.tables:
        bare = {column.number for column in (table.layout.columns if table.layout else ()) if column.field in _BARE}
        for one in table.drafts:
            for number, text in enumerate(one.original if one.outcome not in _UNSEEN else (), 1):
                if text and number not in bare:
                    yield Place(one.table, one.row, number), text
