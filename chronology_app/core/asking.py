"""Questions to the agencies: which of them still wait for their answer."""

from chronology_app.core.chronology import Chronology
from chronology_app.core.note import Note, NoteKind


def is_open(note: Note) -> bool:
    """Return whether a note is a question that the agency has not answered."""
    return note.kind is NoteKind.QUESTION and not note.answer


def open_questions(chronology: Chronology) -> tuple[Note, ...]:
    """Return the questions without an answer, in the order they were asked."""
    return tuple(filter(is_open, chronology.all(Note).values()))
