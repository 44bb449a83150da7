"""What a person writes beside an entry: a note, a theme, or a question for the agency."""

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note is for."""

    NOTE = "note"
    THEME = "theme"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Note:
    """A note on one entry; the entry's own words are never touched."""

    id: str
    entry_id: str
    kind: NoteKind
    text: str
