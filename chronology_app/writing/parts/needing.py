"""The entries about which a person must still decide something, each leading to its place in the chronology."""

from collections.abc import Iterator

from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import cells, grid, heading, reference, said
from chronology_app.writing.wordml import plain

_SHARES = (18, 14, 40, 90)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every shown entry that needs a person."""
    needing = [entry for entry in manuscript.entries if entry.needs]
    yield heading(manuscript, "needing")
    if not needing:
        yield said(manuscript, "needing", "none")
        return
    yield said(manuscript, "needing", "intro", entries=count(len(needing), "entry", "entries"))
    rows = (_row(manuscript, entry) for entry in needing)
    yield from grid(manuscript, "needing", ("ref", "agency", "date", "why"), _SHARES, rows)


def _row(manuscript: Manuscript, entry: Entry) -> str:
    code = plain(manuscript.chronology.agency_of(entry).code, "EntryAgency")
    date = entry.when.text or manuscript.say("needing", "no_date")
    return cells(manuscript, _SHARES, (reference(manuscript, entry), code, date, entry.needs))
