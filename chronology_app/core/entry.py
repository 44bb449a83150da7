"""One row of an agency's chronology: the words as sent, and the reading that stands beside them."""

from dataclasses import dataclass, field

from chronology_app.core.fields import Field
from chronology_app.core.when import When


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry stood in an earlier version of its file, and its row as sent then."""

    source_id: str
    table: str
    row: int
    last_row: int
    original: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry. Text attributes hold the agency's words and are never edited; see `core.fields.Field`.

    `table`, `row` and `last_row` say where it stood (physical rows from 1; they differ where text ran on).
    `original` is the row as sent, one text a column, aligned with `Source.table(entry.table).headings`.
    `date_decided` is True once a person has set or accepted the date; `needs` says why a person must look ("" where
    nobody must); `sequence` orders entries within a day; `set_aside` is why a person put it aside ("" where not).
    `earlier` are its rows in the versions of the file before this one, oldest first.
    """

    id: str
    agency_id: str
    source_id: str
    table: str
    row: int
    last_row: int
    when: When = field(default_factory=When)
    reference: str = ""
    recorded: str = ""
    agency: str = ""
    source: str = ""
    professional: str = ""
    people: str = ""
    event: str = ""
    contact_type: str = ""
    seen: str = ""
    experience: str = ""
    action: str = ""
    shared_with: str = ""
    analysis: str = ""
    practice: str = ""
    location: str = ""
    comment: str = ""
    original: tuple[str, ...] = ()
    date_decided: bool = False
    needs: str = ""
    sequence: int = 0
    flagged: bool = False
    set_aside: str = ""
    earlier: tuple[Origin, ...] = ()

    @property
    def origin(self) -> Origin:
        """Where it stands in the version of the file its words are from."""
        return Origin(self.source_id, self.table, self.row, self.last_row, self.original)

    def text(self, name: Field | str) -> str:
        """Return the agency's words in a field ("" where the field is part of the date)."""
        return str(getattr(self, name, ""))
