"""A Word document with its remarks: the words as they stand, what was changed and what was said beside them."""

from dataclasses import dataclass
from typing import NamedTuple

BREAK = "\v"
"""A line break inside a paragraph; paragraphs are parted by "\\n". XML 1.0 has no such sign, so no words hold it."""


class Edit(NamedTuple):
    """A change in the text of a column: characters `start` to `end` were put in, or `gone` was taken out there.

    Edits of a column stand in the order they are read, so that the last one is undone first.
    `author` is "" where the change was not tracked (words struck out by their looks).
    """

    column: int
    start: int
    end: int
    gone: str
    author: str


class Anchor(NamedTuple):
    """Where a remark is attached: characters `start` to `end` of the text of a column."""

    remark: str
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table, or a paragraph outside tables (`table` is 0, and it has one text).

    `texts` hold one text for each column of the table's grid, from 0, as it stands with every change accepted;
    `heading` is the heading it stands under, `bookmark` the name of its first bookmark. `inserted` and `deleted` say
    that the whole row is, by a tracked change.
    """

    table: int
    heading: str
    texts: tuple[str, ...]
    edits: tuple[Edit, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    bookmark: str = ""
    inserted: bool = False
    deleted: bool = False

    def before(self, column: int) -> str:
        """Return the text of a column with every change rejected."""
        text = self.texts[column]
        for edit in reversed([one for one in self.edits if one.column == column]):
            text = text[: edit.start] + edit.gone + text[edit.end :]
        return text


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, footnote or endnote: `id` is unique in the document ("comment-3"), `answers` the id it replies to.

    `written` is ISO 8601, with "Z" only where the document tells the moment in UTC.
    """

    id: str
    author: str
    written: str
    text: str
    resolved: bool = False
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Remarked:
    """A document: its rows and paragraphs from top to bottom, and the remarks, those beside nothing too."""

    rows: tuple[Line, ...]
    remarks: tuple[Remark, ...]
