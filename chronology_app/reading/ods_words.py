"""The words of one cell of an OpenDocument spreadsheet, and what stands beside them: annotations, shapes, pictures.

Element names are those of OpenDocument 1.3 part 3, chapters 5, 6 and 14.1 (text, its fields, annotations).
"""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from chronology_app.reading import limits
from chronology_app.reading.marks import Runs
from chronology_app.reading.ods_looks import Styles
from chronology_app.reading.ods_names import DRAW, OFFICE, TEXT
from chronology_app.reading.package import DAMAGED

_SPACES = re.compile(r"[ \t\r\n]+")
_PARAGRAPH = f"{TEXT}p"
_PARAGRAPHS = (_PARAGRAPH, f"{TEXT}h")
_ONE = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_SILENT = (f"{TEXT}ruby-text", f"{OFFICE}annotation-end", f"{OFFICE}event-listeners")
_MANY_SPACES = 10_000


@dataclass(slots=True)
class Words:
    """What was found in one cell: its `pieces` (text, struck) and the lines said beside it."""

    styles: Styles
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    _depth: int = 0

    def walk(self, element: Element, struck: bool = False) -> None:
        """Gather what stands inside an element; what is not known is looked into, never left out.

        Raises:
            FileProblem: more levels inside one another than a sheet written by people has.
        """
        if len(element) == 1 and element[0].tag == _PARAGRAPH and not (len(element[0]) or self.pieces):
            self._put(element[0].text, struck)  # nearly every cell: one paragraph of plain words
            return
        self._depth += 1
        limits.within(self._depth, limits.NESTING, DAMAGED)
        if element.tag in _PARAGRAPHS:
            self._put(element.text, struck)
        for child in element:
            self._child(child, struck)
            if element.tag in _PARAGRAPHS or str(element.tag).startswith(TEXT):
                self._put(child.tail, struck)
        self._depth -= 1

    @property
    def text(self) -> str:
        """The words together."""
        return "".join(text for text, _ in self.pieces)

    @property
    def runs(self) -> Runs:
        """The words with what is struck out; nothing where no word is."""
        return tuple(self.pieces) if any(struck for _, struck in self.pieces) else ()

    def _child(self, child: Element, struck: bool) -> None:
        tag = child.tag
        if tag in _PARAGRAPHS:
            if self.pieces:
                self.pieces.append(("\n", struck))
            self.walk(child, struck)
        elif tag == f"{OFFICE}annotation":
            self._beside("comment", child)
        elif str(tag).startswith(DRAW):
            self._shape(child)
        elif tag in _ONE:
            self.pieces.append((_ONE[tag], struck))
        elif tag == f"{TEXT}s":
            self.pieces.append((" " * min(int(child.get(f"{TEXT}c", "1")), _MANY_SPACES), struck))
        elif tag not in _SILENT:
            said = self.styles.strikes(child.get(f"{TEXT}style-name", ""))
            own = struck if said is None else said
            self._put(child.text if str(tag).startswith(TEXT) else None, own)
            self.walk(child, own)

    def _put(self, text: str | None, struck: bool) -> None:
        """Add text; runs of white space count as one blank (part 3, 6.1.2)."""
        if text:
            plain = text.isprintable() and "  " not in text
            self.pieces.append((text if plain else _SPACES.sub(" ", text), struck))

    def _beside(self, what: str, element: Element) -> None:
        inside = Words(self.styles)
        for paragraph in element.iter(*_PARAGRAPHS):
            inside.pieces.append(("\n", False))
            inside.walk(paragraph)
        if inside.text.strip():
            self.comments.append(f"{what}: {inside.text.strip()}")

    def _shape(self, element: Element) -> None:
        self._beside("text box", element)
        if next(element.iter(f"{DRAW}image"), None) is not None:
            self.comments.append("a picture that was not read")
