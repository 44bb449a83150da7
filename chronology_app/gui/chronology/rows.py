"""What the table needs to show one entry, worked out once and kept while the entry stays as it is."""

from dataclasses import dataclass

from chronology_app.core.age import ages_of
from chronology_app.core.beside import NOTHING, Beside
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.saying import say

NEEDS_A_DATE, NOT_KNOWN = "Needs a date", "date not known"
UNORDERED, UNORDERED_SIGN = "order within the day not known", "⇅ order not known"
UNORDERED_WHY = (
    "Nothing says in which order the entries of this day happened. "
    "Drag a row within its day, or press Alt+Up or Alt+Down."
)


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as shown. `written` is the agency's own date, `reading` the app's ("" where it says no more).

    Where no date is known, the reading is the reason, so that the person sees what is needed.

    `beside` is what the entries around it say of it.
    """

    entry: Entry
    written: str
    reading: str
    age: str
    code: str
    colour: int
    event: str
    action: str
    kind: Kind | None
    marks: tuple[Mark, ...]
    noted: bool
    beside: Beside = NOTHING

    @property
    def dates(self) -> tuple[str, ...]:
        """What stands in the column of the date, line by line; the agency's own words first."""
        sign = UNORDERED_SIGN if self.beside.unordered else ""
        return tuple(filter(None, (self.written, self.reading, self.age, self.beside.interval(), sign)))


def row_of(chronology: Chronology, entry: Entry, beside: Beside = NOTHING) -> Row:
    """Return what is shown of an entry."""
    agency, review, when = chronology.agency_of(entry), chronology.review, entry.when
    reading = say(when) if when.known else when.reason or NOT_KNOWN
    return Row(
        entry=entry,
        written=when.text or ("" if when.reason else "no date written"),
        reading="" if reading.casefold() == when.text.casefold() else reading,
        age=ages_of(when, review.born, review.due),
        code=agency.code,
        colour=agency.colour,
        event=entry.event or entry.experience or entry.analysis or entry.contact_type,
        action=entry.action,
        kind=chronology.kind_of(entry.id),
        marks=chronology.marks_of(entry.id),
        noted=bool(chronology.notes_of(entry.id)),
        beside=beside,
    )


def is_still(row: Row, chronology: Chronology, entry: Entry, beside: Beside = NOTHING) -> bool:
    """Return whether a row worked out earlier still shows this entry as it is."""
    noted = bool(chronology.notes_of(entry.id))
    same = row.entry is entry and row.beside == beside
    return same and row.noted == noted and row.marks == chronology.marks_of(entry.id)


def sentence_of(chronology: Chronology, row: Row) -> str:
    """Return the row as one sentence, for people who hear the window."""
    entry = row.entry
    parts = [
        (row.reading or row.written) if entry.when.known else NOT_KNOWN,
        row.age,
        row.beside.interval(),
        UNORDERED if row.beside.unordered else "",
        chronology.agency_of(entry).name,
        row.event,
        f"marked {row.kind}" if row.kind else "not marked",
        f"needs you: {entry.needs}" if entry.needs else "",
        "flagged" if entry.flagged else "",
        "has notes" if row.noted else "",
    ]
    return ", ".join(part for part in parts if part)


def bands(entries: tuple[Entry, ...]) -> dict[int, str]:
    """Return, by position, the heading that stands above an entry: its month, or that it needs a date."""
    found: dict[int, str] = {}
    before: tuple[int, int] | None = None
    for position, entry in enumerate(entries):
        day = entry.when.earliest or entry.when.latest
        month = (day.year, day.month) if day else (0, 0)
        if month != before:
            found[position] = f"{day:%B %Y}" if day else NEEDS_A_DATE
            before = month
    return found
