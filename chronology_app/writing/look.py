"""What a document is to show and how: the choices of the export dialog, kept apart from the review itself."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

ALL_PARTS = (
    *("title", "contents", "reading", "abbreviations", "agencies", "nil_returns", "people", "chronology"),
    *("wording", "practice", "questions", "needing", "left_out"),
)
"""The names of the parts in the order they are usually printed; see `writing.parts.PARTS`."""


@dataclass(frozen=True, slots=True)
class Look:
    """A choice of what is written.

    `parts` are names from `ALL_PARTS` in the order they are to be printed; `columns` names of columns in
    resources/document.toml in the order wanted (empty: as that file has them); `title` stands in for the review's own;
    `agency_id` leaves nothing in it but what one agency sent ("": all); `entry_ids` keeps only these entries (None:
    all); `notes` prints what reviewers wrote beside entries; `anonymise` writes designations for names, `publication`
    ages for dates too, and no place, file or author; `template` is the partnership's own Word template; `written` the
    day the document is dated.
    """

    parts: tuple[str, ...] = ALL_PARTS
    columns: tuple[str, ...] = ()
    title: str = ""
    agency_id: str = ""
    entry_ids: frozenset[str] | None = None
    notes: bool = False
    anonymise: bool = False
    publication: bool = False
    template: Path | None = None
    written: date = field(default_factory=date.today)

    def keeps(self, entry_id: str) -> bool:
        """Return whether an entry is among those to be written."""
        return self.entry_ids is None or entry_id in self.entry_ids


def only(ids: Iterable[str]) -> Look:
    """Return the ordinary look of a document that holds only these entries."""
    return Look(entry_ids=frozenset(ids))
