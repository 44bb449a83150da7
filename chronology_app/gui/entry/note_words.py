"""A note as it is read in a list: what it is, who wrote it and when, about which words, and the words themselves."""

from chronology_app.core.fields import TITLES, Field
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.saying import day_of
from chronology_app.gui.word_changes import differences_in_words

_KINDS = {
    NoteKind.NOTE: "Note",
    NoteKind.THEME: "Theme",
    NoteKind.QUESTION: "Question to the agency",
    NoteKind.PROPOSAL: "Proposed words",
}
_QUOTED = 14
"""Words that are quoted of a passage at most."""


def note_words(note: Note) -> str:
    """Return a note in words; of a proposal, its words beside those they should stand in the place of."""
    quoted = f"on {quote(note.about)}" if note.about and note.kind is not NoteKind.PROPOSAL else ""
    where = f"({field_title(note.field)})" if note.field and (note.about or note.kind is NoteKind.PROPOSAL) else ""
    signed = ", ".join(filter(None, (f"by {note.author}" if note.author else "", day_of(note.written))))
    about = " ".join(filter(None, (signed, quoted, where)))
    if not about:
        return f"{_KINDS[note.kind]}: {_told(note)}"
    return f"{_KINDS[note.kind]} {about}\n{_told(note)}"


def words_about(note: Note) -> str:
    """Return in full which words of its entry a note is about, "" where it is about all of it."""
    if not note.about:
        return ""
    return f"{'In the place of' if note.kind is NoteKind.PROPOSAL else 'About'} “{note.about}”"


def quote(words: str) -> str:
    """Return words in quotation marks; of many, the first ones."""
    found = words.split()
    return f"“{' '.join(found[:_QUOTED])} …”" if len(found) > _QUOTED else f"“{words.strip()}”"


def field_title(name: str) -> str:
    """Return what a person calls a field, "" for none the app knows."""
    return TITLES[Field(name)] if name in TITLES else ""


def _told(note: Note) -> str:
    if note.kind is NoteKind.QUESTION:
        return f"{note.text}\n{f'Answer: {note.answer}' if note.answer else 'Open: no answer yet.'}"
    if note.kind is not NoteKind.PROPOSAL or not note.about:
        return note.text
    from chronology_app.reviewing.versions import differences

    return differences_in_words(differences(note.about, note.text))
