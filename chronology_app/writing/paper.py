"""A short paper of the app's own (check report, query sheet): its words as data, before it is Word, HTML or text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chronology_app.core.review import DEFAULT_MARKING

MOST = 100
"""Rows of one table; a longer one is told in parts (Word and LibreOffice lay out short tables far faster)."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, each with its words."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: `shares` are the widths of its columns against one another, each row has a text for every column.

    `height` is how high a row is at least, in millimetres (0: as high as its words): room for an answer.
    """

    caption: str
    description: str
    titles: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    height: int = 0

    def parts(self, continued: str) -> Iterator["Grid"]:
        """Give the table in parts of even length; `continued` turns the caption (`{caption}`) of all but the first."""
        number = -(-len(self.rows) // MOST)
        for part in range(number):
            rows = self.rows[part * len(self.rows) // number : (part + 1) * len(self.rows) // number]
            caption = continued.format(caption=self.caption) if part else self.caption
            yield replace(self, caption=caption, rows=rows)


Block = Words | Facts | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading; `level` is 1 or 2."""

    heading: str
    blocks: tuple[Block, ...]
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: `kind` says beneath the title what it is, `facts` are labels with their words, `intro` paragraphs.

    `continued` is the caption of the second and later parts of a long table.
    """

    title: str
    kind: str
    facts: tuple[tuple[str, str], ...]
    intro: tuple[str, ...]
    sections: tuple[Section, ...]
    marking: str = DEFAULT_MARKING
    continued: str = "{caption}, continued"
