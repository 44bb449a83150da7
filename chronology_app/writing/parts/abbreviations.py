"""The abbreviations the entries use, with what they usually mean; those nobody knows are listed to be asked about."""

from collections.abc import Iterator

from chronology_app.core.findings import Abbreviation
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import cells, grid, heading, reference, said
from chronology_app.writing.wordml import plain

_SHARES = (24, 96, 14, 22)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every abbreviation, in order of the letters."""
    yield heading(manuscript, "abbreviations", new_page=True)
    yield said(manuscript, "abbreviations", "intro")
    rows = (_row(manuscript, found) for found in manuscript.findings.abbreviations)
    yield from grid(manuscript, "abbreviations", ("short", "meaning", "times", "first"), _SHARES, rows)


def _row(manuscript: Manuscript, found: Abbreviation) -> str:
    meaning = found.meaning or manuscript.say("abbreviations", "unknown")
    first = reference(manuscript, manuscript.chronology.entries[found.entry_id])
    return cells(manuscript, _SHARES, (plain(found.short, "EntryAgency"), meaning, f"{found.times:,}", first))
