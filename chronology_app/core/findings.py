"""What the machine noticed: suggestions with the words that led to them, for a person to decide about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from chronology_app.core.fields import Field
from chronology_app.core.mark import Kind


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Characters `start` to `end` may be `kind`, because of the words `cue`; `why` is one line for the person."""

    start: int
    end: int
    kind: Kind
    cue: str
    why: str
    field: str = Field.EVENT


@dataclass(frozen=True, slots=True)
class Accounts:
    """Entries (ids, in order of the chronology) that may tell of the same event, and the evidence in words.

    `decided` is True where a person said so.
    """

    entry_ids: tuple[str, ...]
    reasons: tuple[str, ...]
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Entries whose accounts of one event differ, `about` what ("time", "who was present"), and how in words."""

    entry_ids: tuple[str, ...]
    about: str
    reasons: tuple[str, ...]
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Days (inclusive) on which an agency recorded nothing; `agency_id` is "" where no agency did."""

    agency_id: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days, both ends included."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation the entries use, what it usually means ("" where nobody knows), how often and where first."""

    short: str
    meaning: str
    times: int
    entry_id: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything noticed in one chronology; `suggestions` by entry id."""

    suggestions: Mapping[str, tuple[Suggestion, ...]] = field(default_factory=dict)
    accounts: tuple[Accounts, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    gaps: tuple[Gap, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
