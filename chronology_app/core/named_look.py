"""What a document shows, kept with the review under a name, so that the next one is made alike."""

from dataclasses import dataclass, field
from enum import StrEnum

from chronology_app.core.filter import Filter


class Choice(StrEnum):
    """Which entries a document holds."""

    ALL = "all"
    FILTER = "filter"
    RAPID = "rapid"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class NamedLook:
    """The choices of the export dialog under the name a person gave them.

    `parts` and `columns` are names in the order wanted; one that a version of the app does not know is passed over.
    `choice` says which entries: those that answer `asked` (FILTER), or what `agency_id` sent (AGENCY).
    """

    id: str
    name: str
    parts: tuple[str, ...]
    columns: tuple[str, ...]
    choice: Choice = Choice.ALL
    asked: Filter = field(default_factory=Filter)
    agency_id: str = ""
    designations: bool = False
    publication: bool = False
