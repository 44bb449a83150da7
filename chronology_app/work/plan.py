"""An import as it is planned: doubts travel as data, so one plan serves the dialog, the command line and the tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from chronology_app.core.agency import Agency
from chronology_app.core.sheet import Sheet
from chronology_app.core.source import Outcome
from chronology_app.core.when import When
from chronology_app.understanding.draft import Draft
from chronology_app.understanding.layout import Layout


@dataclass(frozen=True, slots=True)
class TablePlan:
    """One table: as found, as understood, and what a person decided about it.

    `found` is the layout before any correction; `remembered` says that a person corrected it in an earlier import.
    `dates` are dates a person set and `taken_in` rows a person took in although they were left out, by row number;
    `included` is False where the person leaves the whole table out. `layout` is None where it is no chronology;
    every row then has a draft that says so.
    """

    sheet: Sheet
    layout: Layout | None
    drafts: tuple[Draft, ...]
    dates: Mapping[int, When] = field(default_factory=dict)
    taken_in: frozenset[int] = frozenset()
    included: bool = True
    found: Layout | None = None
    remembered: bool = False

    def counts(self) -> dict[Outcome, int]:
        """Return how many rows have each outcome; the values sum to the rows of the sheet."""
        found = dict.fromkeys(Outcome, 0)
        for draft in self.drafts:
            found[draft.outcome] += draft.last_row - draft.row + 1
        return found

    @property
    def entries(self) -> tuple[Draft, ...]:
        """The drafts that will become entries."""
        return tuple(draft for draft in self.drafts if draft.outcome is Outcome.ENTRY)

    @property
    def needing(self) -> tuple[Draft, ...]:
        """The entries that need a person, each with its reason."""
        return tuple(draft for draft in self.entries if draft.reason)


@dataclass(frozen=True, slots=True)
class FilePlan:
    """One file. `problem` is the sentence to show where it could not be read ("" where it could).

    `seen_as` names the file in the review with the same bytes, "" where there is none; such a file starts left out.
    `replaces` is the id of the source that a person says this is a later version of, "" for a new file. `locked` says
    that a password would open it.
    """

    name: str
    content: bytes
    sha256: str
    agency: Agency
    tables: tuple[TablePlan, ...] = ()
    received: date | None = None
    problem: str = ""
    seen_as: str = ""
    included: bool = True
    replaces: str = ""
    locked: bool = False

    def counts(self) -> dict[Outcome, int]:
        """Return how many rows of all its tables have each outcome."""
        found = dict.fromkeys(Outcome, 0)
        for table in self.tables:
            for outcome, number in table.counts().items():
                found[outcome] += number
        return found


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Every file that was dropped, in order."""

    files: tuple[FilePlan, ...] = ()

    @property
    def accepted(self) -> tuple[FilePlan, ...]:
        """The files that will come in."""
        return tuple(file for file in self.files if file.included and not file.problem)

    def entries(self) -> int:
        """How many entries will come in."""
        return sum(len(t.entries) for f in self.accepted for t in f.tables if t.included)

    def needing(self) -> int:
        """How many of them will need a person."""
        return sum(len(t.needing) for f in self.accepted for t in f.tables if t.included)
