"""The entries about which a person must still decide something, each leading to its place in the chronology."""

from collections.abc import Iterator

from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.writing.linked import linked
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import agency_cells, grid, heading, lead, reference, said
from chronology_app.writing.wordml import paragraph

_SHARES = (14, 18, 36, 92)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every shown entry that needs a person."""
    needing = [entry for entry in manuscript.entries if entry.needs]
    yield heading(manuscript, "needing")
    if not needing:
        yield said(manuscript, "needing", "none")
        return
    yield lead(manuscript, "needing", "intro", entries=count(len(needing), "entry", "entries"))
    rows = (_row(manuscript, entry) for entry in needing)
    yield from grid(manuscript, "needing", ("agency", "ref", "date", "why"), _SHARES, rows)


def _row(manuscript: Manuscript, entry: Entry) -> str:
    date = entry.when.text or manuscript.say("needing", "no_date")
    why = paragraph(linked(manuscript, entry.needs), "EntryText")
    return agency_cells(manuscript, _SHARES, entry.agency_id, (reference(manuscript, entry), date, why))
