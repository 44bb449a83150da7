"""A layout that a person corrected, so that the next file of the same agency is read that way from the start."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Constant:
    """Words a person gives to a field (the value of a `core.fields.Field`) of every row that has none of its own."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class RememberedLayout:
    """How tables of an agency with these headings are read.

    `headings` are the texts of the columns as written, `fields` what each is understood as ("" where nobody claims it).
    `day_first` is the order of dates a person chose, None where it was left to the column.
    """

    id: str
    agency_code: str
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    day_first: bool | None = None
    constants: tuple[Constant, ...] = ()

    def is_for(self, agency_code: str, headings: Iterable[str]) -> bool:
        """Return whether it speaks of tables of this agency under these headings."""
        return self.agency_code == agency_code and self.headings == tuple(headings)
