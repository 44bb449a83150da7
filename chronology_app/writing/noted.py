"""What reviewers wrote beside an entry, as paragraphs that can never be taken for an agency's words.

Words a reviewer proposes stand in quotation marks behind "Proposed by …", a note is signed where its author is known.
"""

from chronology_app.core.note import Note, NoteKind
from chronology_app.core.saying import day_of
from chronology_app.writing.linked import linked
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.wordml import paragraph, plain, run

_QUOTED = 14
"""Words quoted of a passage a note is about; the whole of it stands in the entry beside it."""


def paragraphs(manuscript: Manuscript, note: Note) -> str:
    """Return a note with what it is and who wrote it when; a question with its answer."""
    words = run(_proposed(manuscript, note)) if note.kind is NoteKind.PROPOSAL else linked(manuscript, note.text)
    made = [paragraph(f"{_label(_kind(manuscript, note))}{words}", "EntryText")]
    if note.answer:
        answer = _label(manuscript.say("note", "answer"))
        made.append(paragraph(f"{answer}{linked(manuscript, note.answer)}", "EntryText"))
    signed = signature(manuscript, note)
    return "".join((*made, plain(signed, "EntrySmall") if signed else ""))


def signature(manuscript: Manuscript, note: Note) -> str:
    """Return who wrote a note, when, and about which words, "" where none of it is known or said above the words."""
    if note.kind is NoteKind.PROPOSAL:
        return day_of(note.written)
    about = manuscript.say("note", "about", about=_shortened(note.about)) if note.about else ""
    return ", ".join(filter(None, (_author(manuscript, note), day_of(note.written), about)))


def _kind(manuscript: Manuscript, note: Note) -> str:
    if note.kind is NoteKind.NOTE:
        return ""
    author = _author(manuscript, note) if note.kind is NoteKind.PROPOSAL else ""
    return manuscript.say("note", f"{note.kind}_by" if author else note.kind, author=author)


def _author(manuscript: Manuscript, note: Note) -> str:
    """Return the author, "" where designations stand for names: the list of people need not hold the reviewers."""
    return "" if manuscript.look.anonymise or manuscript.look.publication else note.author


def _proposed(manuscript: Manuscript, note: Note) -> str:
    return manuscript.say("note", "instead" if note.about else "alone", words=note.text, about=note.about)


def _label(words: str) -> str:
    return run(f"{words}: ", "EntryLabel") if words else ""


def _shortened(words: str) -> str:
    found = words.split()
    return " ".join((*found[:_QUOTED], "…")) if len(found) > _QUOTED else words.strip()
