"""An agency that knew the family."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency: `code` is the short name shown beside every entry ("HV"), `colour` an index into the palette."""

    id: str
    code: str
    name: str
    colour: int = 0
