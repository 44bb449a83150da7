"""The contents: every part and month, each leading to its place, with how many entries it holds and its page.

Each page number is a cross-reference of its own (PAGEREF, ECMA-376 part 1, 17.16.5.45) with no number in it yet, and
nothing else. What was weighed:

- A TOC field: LibreOffice shows its result as it was written, and what was written could only be a guess.
- `w:updateFields` in the settings, or `w:dirty` on a field: Word asks every reader at every opening whether fields
  that "may refer to other files" shall be updated, which nobody should agree to in a document like this one, and has
  been seen to put page 1 on every line of contents marked that way
  (github.com/dolanmiu/docx/issues/1212, github.com/unidoc/unioffice/issues/171 and 323,
  github.com/PumasAI/WriteDocx.jl/pull/48).

So LibreOffice, and with it the PDF, counts pages on opening. Word counts them before it prints, shows the print
preview or makes a PDF, and after Ctrl+A and F9; until then a line leads to its place and shows no page, and nobody
sees a wrong number or is asked anything. The paragraphs have Word's own styles for contents.
"""

from collections.abc import Iterator

from chronology_app.core.edits import count
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import heading, part_anchor
from chronology_app.writing.wordml import link, page_of, run

_UNLISTED = ("title", "contents")
_WIDEST = 9072
"""How far to the right page numbers stand: 16 cm, so that the eye finds the way from a line to its number."""


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give a line for every part of the document but the first pages, and one for every month."""
    yield heading(manuscript, "contents", new_page=True)
    for name in manuscript.parts:
        if name not in _UNLISTED:
            yield _line(manuscript, manuscript.say(name, "heading"), part_anchor(name), "TOC1")
        if name == "chronology":
            for title, anchor, entries in manuscript.months:
                held = manuscript.say("contents", "held", entries=count(len(entries), "entry", "entries"))
                yield _line(manuscript, title, anchor, "TOC2", run(held))


def _line(manuscript: Manuscript, words: str, anchor: str, style: str, held: str = "") -> str:
    """Return a line with dots to its page number; the place for it is set here, because Word's own styles have none."""
    right = min(_WIDEST, manuscript.width)
    stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>'
    inside = f"{link(words, anchor, '')}{held}<w:r><w:tab/></w:r>{page_of(anchor)}"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{stop}</w:pPr>{inside}</w:p>'
