"""The questions reviewers have for the agencies, by agency: those still open, and apart from them those answered."""

from collections.abc import Iterator, Sequence

from chronology_app.core.entry import Entry
from chronology_app.core.note import Note
from chronology_app.writing.linked import linked
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.noted import signature
from chronology_app.writing.parts.grid import agency_cells, grid, heading, lead, reference, said
from chronology_app.writing.wordml import Made, paragraph, plain

_TITLES, _SHARES = ("agency", "ref", "date", "words"), (14, 18, 36, 92)
_ANSWERED_TITLES, _ANSWERED_SHARES = (*_TITLES, "answer"), (15, 18, 30, 46, 52)

_Asked = tuple[Entry, Note]


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every question about a shown entry, those of one agency together, each leading to its entry."""
    order = list(manuscript.chronology.agencies)
    asked = sorted(manuscript.questions, key=lambda found: [*order, found[0].agency_id].index(found[0].agency_id))
    still_open = [found for found in asked if not found[1].answer]
    answered = [found for found in asked if found[1].answer]
    yield heading(manuscript, "questions")
    if still_open:
        yield from _open(manuscript, still_open)
    else:
        yield said(manuscript, "questions", "none_open")
    if answered:
        yield from _answered(manuscript, answered)


def _open(manuscript: Manuscript, asked: Sequence[_Asked]) -> Iterator[str]:
    yield lead(manuscript, "questions", "intro")
    rows = (
        agency_cells(manuscript, _SHARES, entry.agency_id, (*_about(manuscript, entry), _question(manuscript, note)))
        for entry, note in asked
    )
    yield from grid(manuscript, "questions", _TITLES, _SHARES, rows)


def _answered(manuscript: Manuscript, asked: Sequence[_Asked]) -> Iterator[str]:
    yield plain(manuscript.say("questions", "answered_heading"), "Heading2")
    yield lead(manuscript, "questions", "answered_intro")
    rows = (
        agency_cells(
            manuscript,
            _ANSWERED_SHARES,
            entry.agency_id,
            (*_about(manuscript, entry), _question(manuscript, note), _words(manuscript, note.answer)),
        )
        for entry, note in asked
    )
    yield from grid(manuscript, "questions", _ANSWERED_TITLES, _ANSWERED_SHARES, rows, named="answered_")


def _about(manuscript: Manuscript, entry: Entry) -> tuple[str, str]:
    return reference(manuscript, entry), entry.when.text


def _question(manuscript: Manuscript, note: Note) -> Made:
    signed = signature(manuscript, note)
    return Made(_words(manuscript, note.text) + (plain(signed, "EntrySmall") if signed else ""))


def _words(manuscript: Manuscript, text: str) -> Made:
    return paragraph(linked(manuscript, text), "EntryText")
