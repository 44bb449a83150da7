"""The words of a Word cell with what was changed in them and which remarks are attached to which of them.

Element names are those of ECMA-376 part 1, chapter 17 (WordprocessingML): 17.13.5 tracked changes, 17.13.4 comments.
Words struck out by their looks count as taken out: that is how people without tracked changes take words out.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element as Element

from chronology_app.reading import limits
from chronology_app.reading.docx_words import PLAIN_TEXTS, VAL, W
from chronology_app.reading.package import DAMAGED
from chronology_app.reading.remarked import BREAK, Anchor, Edit

TEXT, PARAGRAPH, RUN, STYLE = f"{W}t", f"{W}p", f"{W}r", f"{W}rStyle"
REMARK_STARTS, REMARK_ENDS = f"{W}commentRangeStart", f"{W}commentRangeEnd"
REFERENCES = {f"{W}{kind}Reference": kind for kind in ("comment", "footnote", "endnote")}
SIGNS = {tag: BREAK if sign == "\n" else sign for tag, sign in PLAIN_TEXTS.items()}
"""What stands for one character."""
STRUCK = (f"{W}strike", f"{W}dstrike")
INSERTED, DELETED = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
_OFF = ("0", "false", "off")
_LETTER = re.compile("\\[?[FOR]?\\]?[\u00a0 ]?")
"""The letter of a mark, or a piece of it: who types beside one types in its style, and those words are the panel's."""
_SILENT = frozenset(
    f"{W}{name}"
    for name in ("pPr", "rPr", "tcPr", "tblPr", "tblGrid", "trPr", "sdtPr", "sdtEndPr", "sectPr", "instrText")
)


def named(element: Element, name: str) -> str:
    """Return an attribute of WordprocessingML, "" where there is none."""
    return element.get(f"{W}{name}") or ""


class _How(NamedTuple):
    """How words came: "" as they were, "put" in or taken "out", and by whom."""

    what: str = ""
    author: str = ""


_AS_IT_WAS = _How()


@dataclass(slots=True)
class RemarkedWords:
    """Gathers one cell; `open` are the remarks whose range has begun, with the position in this cell.

    `hidden` are the ids of the character styles whose words the app put in (the letters of marks).
    """

    column: int
    hidden: Collection[str]
    seen: set[str]
    open: dict[str, int] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    bookmark: str = ""
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _depth: int = 0
    _end: _How | None = None

    def settle(self) -> str:
        """Return the text as it stands, once everything is walked; ranges still open end here."""
        for remark in list(self.open):
            self._close(remark)
        return "".join(self._pieces)

    def walk(self, element: Element, how: _How = _AS_IT_WAS) -> None:
        """Gather what stands inside an element; what is not known is looked into, never left out.

        Raises:
            FileProblem: more levels inside one another than a document written by people has.
        """
        self._depth += 1
        limits.within(self._depth, limits.NESTING, DAMAGED)
        for child in element:
            tag = child.tag
            if tag in (TEXT, f"{W}delText"):
                self._put(child.text or "", how)
            elif tag in SIGNS:
                self._put(SIGNS[tag], how)
            elif tag == RUN:
                self._run(child, how)
            elif tag == PARAGRAPH:
                self._paragraph(child, how)
            elif tag not in _SILENT:
                self._other(child, how)
        self._depth -= 1

    def _run(self, run: Element, how: _How) -> None:
        looks = run.find(f"{W}rPr")
        if looks is not None:
            style = looks.find(STYLE)
            if style is not None and style.get(VAL) in self.hidden and _LETTER.fullmatch(_text_of(run)):
                return
            struck = any(look.tag in STRUCK and look.get(VAL) not in _OFF for look in looks)
            how = how if not struck or how.what == "out" else _How("out", how.author)
        self.walk(run, how)

    def _paragraph(self, paragraph: Element, how: _How) -> None:
        """Walk a paragraph; the break to the next one is put in or taken out with this one's end (17.13.5.15)."""
        if self._end is not None:
            self._put("\n", self._end)
        self.walk(paragraph, how)
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        self._end = next((self._how(look, how) for look in mark if _changes(look)), how) if mark is not None else how

    def _other(self, element: Element, how: _How) -> None:
        tag = element.tag
        if tag == REMARK_STARTS:
            self.begin(named(element, "id"))
        elif tag == REMARK_ENDS:
            self._close(f"comment-{named(element, 'id')}")
        elif tag in REFERENCES:
            self._refer(f"{REFERENCES[tag]}-{named(element, 'id')}")
        elif tag == f"{W}bookmarkStart":
            self.bookmark = self.bookmark or named(element, "name")
        else:
            self.walk(element, self._how(element, how))

    def _how(self, element: Element, how: _How) -> _How:
        if element.tag in DELETED:
            return _How("out", named(element, "author"))
        if element.tag in INSERTED and how.what != "out":
            return _How("put", named(element, "author"))
        return how

    def _put(self, text: str, how: _How) -> None:
        """Add words; what was put in and taken out again by the same hand was never there."""
        if how.what == "out":
            self.edits.append(Edit(self.column, self._length, self._length, text, how.author))
            return
        self._pieces.append(text)
        self._length += len(text)
        if how.what:
            self.edits.append(Edit(self.column, self._length - len(text), self._length, "", how.author))

    def begin(self, number: str) -> None:
        """Begin the range of the comment of that number; a second range of the same comment counts for nothing."""
        remark = f"comment-{number}"
        if remark not in self.seen:
            self.seen.add(remark)
            self.open[remark] = self._length

    def _close(self, remark: str) -> None:
        start = self.open.pop(remark, None)
        if start is not None:
            self.anchors.append(Anchor(remark, self.column, start, self._length))

    def _refer(self, remark: str) -> None:
        if remark not in self.seen:
            self.seen.add(remark)
            self.anchors.append(Anchor(remark, self.column, self._length, self._length))


def _text_of(run: Element) -> str:
    return "".join(text.text or "" for text in run.iterchildren(TEXT))


def _changes(look: Element) -> bool:
    return look.tag in INSERTED or look.tag in DELETED
