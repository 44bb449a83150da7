"""One version of one file an agency sent, and what became of every row in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a row. For every file: rows found = the sum over all outcomes."""

    ENTRY = "entry"
    HEADING = "heading"
    BLANK = "blank"
    SECTION = "section"
    FOOTER = "footer"
    NOTE = "note"
    NIL_RETURN = "nil_return"
    HIDDEN = "hidden"
    STRUCK = "struck"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class OtherRow:
    """A row (or a run of blank ones) that did not become an entry: its place, what it is, its text and why.

    `earliest` and `latest` (inclusive) are the days a nil return speaks of, None where open or not said.
    """

    table: str
    row: int
    last_row: int
    outcome: Outcome
    text: str = ""
    reason: str = ""
    earliest: date | None = None
    latest: date | None = None

    @property
    def rows(self) -> int:
        """How many rows it stands for."""
        return self.last_row - self.row + 1


@dataclass(frozen=True, slots=True)
class SourceTable:
    """One table of a source as it was understood.

    `headings` are the texts of its columns in order and align with `Entry.original`; `fields` says what each
    column was understood as ("" where nobody claimed it). `heading_row` is 0 where the table has none.
    """

    name: str
    heading_row: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    rows: int
    entries: int
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as received: its bytes are kept in the review under `sha256` (lower-case hex).

    `replaces` is the id of the version before it, "" for the first; all versions of a file share its `position`.
    """

    id: str
    agency_id: str
    name: str
    sha256: str
    size: int
    received: date | None
    imported: str
    tables: tuple[SourceTable, ...] = ()
    others: tuple[OtherRow, ...] = ()
    position: int = 0
    replaces: str = ""

    def table(self, name: str) -> SourceTable | None:
        """Return the table of that name, or None."""
        return next((table for table in self.tables if table.name == name), None)

    def nil_returns(self) -> tuple[OtherRow, ...]:
        """Return the rows in which the agency says that there was nothing, each with its period."""
        return tuple(other for other in self.others if other.outcome is Outcome.NIL_RETURN)

    def counts(self) -> dict[Outcome, int]:
        """Return how many rows had each outcome, every outcome named; the values sum to the rows found."""
        found = dict.fromkeys(Outcome, 0)
        found[Outcome.ENTRY] = sum(table.entries for table in self.tables)
        for other in self.others:
            found[other.outcome] += other.rows
        return found


def versions(sources: Mapping[str, Source], source_id: str) -> tuple[Source, ...]:
    """Return the versions of a file up to this one, the first version first; () where there is no such source."""
    found: list[Source] = []
    source = sources.get(source_id)
    while source is not None and source not in found:
        found.append(source)
        source = sources.get(source.replaces)
    return tuple(reversed(found))


def current(sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """Return the files that no later version replaces, in the order they came."""
    replaced = {source.replaces for source in sources.values()}
    return tuple(source for source in sources.values() if source.id not in replaced)
