"""Where the baby lived, with whom, from when to when, and which entry says so."""

from dataclasses import dataclass, field

from chronology_app.core.when import When


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay: `started` and `ended` are as uncertain as the agencies' words are."""

    id: str
    place: str
    carers: str = ""
    area: str = ""
    started: When = field(default_factory=When)
    ended: When = field(default_factory=When)
    entry_id: str = ""
