"""What a person writes beside an entry: a note, a theme, a question for the agency, or other words they propose."""

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note is for."""

    NOTE = "note"
    THEME = "theme"
    QUESTION = "question"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Note:
    """A note on one entry; the entry's own words are never touched.

    `author` is who wrote it and `written` when (UTC, ISO 8601), each "" where that is not known: reviewers who write
    in the app are in the log of steps, those who wrote in Word stand here. `about` are the words of the entry it is
    about ("" the whole entry), in `field` ("" where it is not known which): a proposal says that its `text` should
    stand in their place. `answer` is what the agency answered to a question.
    """

    id: str
    entry_id: str
    kind: NoteKind
    text: str
    author: str = ""
    written: str = ""
    field: str = ""
    about: str = ""
    answer: str = ""
