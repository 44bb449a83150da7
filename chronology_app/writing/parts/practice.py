"""What agencies wrote about their own practice: good practice, missed opportunities, key practice episodes."""

from collections.abc import Iterator

from chronology_app.core.entry import Entry
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import agency_cells, grid, heading, lead, reference

_SHARES = (14, 18, 36, 92)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every shown entry with words about practice."""
    yield heading(manuscript, "practice")
    yield lead(manuscript, "practice", "intro")
    rows = (_row(manuscript, entry) for entry in manuscript.practice)
    yield from grid(manuscript, "practice", ("agency", "ref", "date", "words"), _SHARES, rows)


def _row(manuscript: Manuscript, entry: Entry) -> str:
    told = reference(manuscript, entry), entry.when.text, entry.practice
    return agency_cells(manuscript, _SHARES, entry.agency_id, told)
