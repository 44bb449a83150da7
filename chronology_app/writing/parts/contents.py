"""The contents: every part and month, each leading to its place, with how many entries it holds and its page.

Each page number is a cross-reference of its own (PAGEREF, ECMA-376 part 1, 17.16.5.45), not the result of a TOC field:
LibreOffice counts the first and shows the second as it was written, and what was written could only be a guess. Word
counts them when it prints or makes a PDF, or with Ctrl+A and F9; until then it shows the entries without a page, and
nobody is asked anything. The paragraphs have Word's own styles for contents.
"""

from collections.abc import Iterator

from chronology_app.core.edits import count
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import heading, part_anchor
from chronology_app.writing.wordml import link, page_of, paragraph

_UNLISTED = ("title", "contents")


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give a line for every part of the document but the first pages, and one for every month."""
    yield heading(manuscript, "contents", new_page=True)
    for name in manuscript.parts:
        if name not in _UNLISTED:
            yield _line(manuscript.say(name, "heading"), part_anchor(name), "TOC1")
        if name == "chronology":
            for title, anchor, entries in manuscript.months:
                yield _line(title, anchor, "TOC2", count(len(entries), "entry", "entries"))


def _line(words: str, anchor: str, style: str, held: str = "") -> str:
    return paragraph(f"{link(words, anchor, '')}{_tab(held)}{_tab()}{page_of(anchor)}", style)


def _tab(words: str = "") -> str:
    return f"<w:r><w:tab/><w:t>{words}</w:t></w:r>" if words else "<w:r><w:tab/></w:r>"
