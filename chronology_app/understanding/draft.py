"""What a row of a sheet was understood as, before a person has accepted it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chronology_app.core.fields import Field
from chronology_app.core.source import Outcome
from chronology_app.core.when import When


@dataclass(frozen=True, slots=True)
class Draft:
    """One row (or a run of rows: blank ones, or text that ran on) and what becomes of it.

    Rows are physical, from 1. `texts` holds the agency's words by field, without the date fields; `original` the row as
    sent, one text a column. `reason` says why an entry needs a person, or why another row is left out; `comment`
    is what was noticed on the way ("date taken from the row above"). `sequence` orders entries of one date where the
    agency numbered them in another order than their rows.
    """

    table: str
    row: int
    last_row: int
    outcome: Outcome
    when: When = field(default_factory=When)
    texts: Mapping[Field, str] = field(default_factory=dict)
    original: tuple[str, ...] = ()
    reason: str = ""
    comment: str = ""
    sequence: int = 0
