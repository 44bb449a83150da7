"""The people of the family's story by designation; their names are never printed here."""

from collections.abc import Iterator

from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import cells, grid, heading
from chronology_app.writing.wordml import plain

_SHARES = (30, 120)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every person."""
    people = manuscript.chronology.people.values()
    yield heading(manuscript, "people")
    rows = (cells(manuscript, _SHARES, (plain(person.designation, "EntryAgency"), person.role)) for person in people)
    yield from grid(manuscript, "people", ("designation", "role"), _SHARES, rows)
