"""Whether a dropped file looks like a later version of one the agency sent before; a person says whether it is."""

from dataclasses import dataclass
from pathlib import PurePath

from rapidfuzz import fuzz

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.fields import Field
from chronology_app.core.source import Source, current
from chronology_app.work.plan import FilePlan

_ALIKE = 75
"""How alike (0 to 100) two file names must be, letters alone: "HV chronology" and "HV chronology FINAL v2" are."""
_SHARED = 0.5
"""What share of the earlier file's rows must be in the later one, where the names are not alike."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A file of the review that a dropped one may be a later version of: `shared` of its `rows` are in both."""

    source: Source
    shared: int
    rows: int

    @property
    def words(self) -> str:
        """Why it looks like a later version, in a sentence."""
        if not self.shared:
            return f"Its name is like that of {self.source.name}: is it a later version?"
        rows = count(self.rows, "entry", "entries")
        return f"{self.shared:,} of the {rows} of {self.source.name} are in this file: is it a later version?"


def sent_before(agency: Agency, chronology: Chronology) -> tuple[Source, ...]:
    """Return the agency's files in their newest versions, the one that came last first."""
    return tuple(source for source in reversed(current(chronology.sources)) if source.agency_id == agency.id)


def likeness(file: FilePlan, chronology: Chronology) -> Likeness | None:
    """Return the file of the same agency that this one looks like a later version of, None where it looks new."""
    if file.problem or file.seen_as:
        return None
    new = {_key(one.when.text, one.texts.get(Field.EVENT, "")) for table in file.tables for one in table.entries}
    found = []
    for source in sent_before(file.agency, chronology):
        mine = [entry for entry in chronology.entries.values() if entry.source_id == source.id]
        shared = sum(_key(entry.when.text, entry.event) in new for entry in mine)
        if (mine and shared >= _SHARED * len(mine)) or _name_alike(file.name, source.name):
            found.append(Likeness(source, shared, len(mine)))
    return max(found, key=lambda one: one.shared, default=None)


def _key(date: str, event: str) -> tuple[str, str]:
    return " ".join(date.split()), " ".join(event.split())


def _name_alike(one: str, other: str) -> bool:
    names = ("".join(filter(str.isalpha, PurePath(name).stem.casefold())) for name in (one, other))
    return fuzz.ratio(*names) >= _ALIKE
