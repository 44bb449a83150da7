"""The questions reviewers have for the agencies, by agency, each leading to the entry it is about."""

from collections.abc import Iterator

from chronology_app.core.entry import Entry
from chronology_app.core.note import Note
from chronology_app.writing.linked import linked
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import agency_cells, grid, heading, reference, said
from chronology_app.writing.wordml import paragraph

_SHARES = (14, 18, 36, 92)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every question about a shown entry, those of one agency together."""
    yield heading(manuscript, "questions")
    yield said(manuscript, "questions", "intro")
    order = list(manuscript.chronology.agencies)
    asked = sorted(manuscript.questions, key=lambda found: [*order, found[0].agency_id].index(found[0].agency_id))
    rows = (_row(manuscript, entry, note) for entry, note in asked)
    yield from grid(manuscript, "questions", ("agency", "ref", "date", "words"), _SHARES, rows)


def _row(manuscript: Manuscript, entry: Entry, note: Note) -> str:
    told = reference(manuscript, entry), entry.when.text, paragraph(linked(manuscript, note.text), "EntryText")
    return agency_cells(manuscript, _SHARES, entry.agency_id, told)
