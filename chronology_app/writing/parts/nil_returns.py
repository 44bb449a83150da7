"""What agencies wrote of times in which they had no contact: a nil return is an answer."""

from collections.abc import Iterator

from chronology_app.core.source import OtherRow, Source
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import agency_cells, grid, heading, lead
from chronology_app.writing.parts.left_out import place

_SHARES = (14, 90, 56)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every nil return, in order of the files."""
    yield heading(manuscript, "nil_returns")
    yield lead(manuscript, "nil_returns", "intro")
    rows = (_row(manuscript, source, row) for source, row in manuscript.nil_returns)
    yield from grid(manuscript, "nil_returns", ("agency", "words", "place"), _SHARES, rows)


def _row(manuscript: Manuscript, source: Source, row: OtherRow) -> str:
    words = row.text or manuscript.say("nil_returns", "not_shown")
    return agency_cells(manuscript, _SHARES, source.agency_id, (words, place(manuscript, source, row)))
