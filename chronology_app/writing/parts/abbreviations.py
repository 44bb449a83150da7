"""The abbreviations the entries use, with what they usually mean; those nobody knows are listed to be asked about."""

from collections.abc import Iterator

from chronology_app.core.findings import Abbreviation
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import cells, grid, heading, lead, number, reference
from chronology_app.writing.wordml import plain

_TITLES = ("short", "meaning", "times", "first")
_SHARES = (24, 92, 14, 26)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every abbreviation, in order of the letters."""
    yield heading(manuscript, "abbreviations", new_page=True)
    yield lead(manuscript, "abbreviations", "intro")
    rows = (_row(manuscript, found) for found in manuscript.findings.abbreviations)
    yield from grid(manuscript, "abbreviations", _TITLES, _SHARES, rows, numeric=("times",))


def _row(manuscript: Manuscript, found: Abbreviation) -> str:
    meaning = found.meaning or manuscript.say("abbreviations", "unknown")
    first = reference(manuscript, manuscript.chronology.entries[found.entry_id])
    return cells(manuscript, _SHARES, (plain(found.short, "EntryAgency"), meaning, number(found.times), first))
