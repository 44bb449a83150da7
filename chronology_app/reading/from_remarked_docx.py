"""A Word document becomes Lines with their remarks, read by a walk of our own over its main part.

Plain rows are read without a walk: nearly all of a long chronology nobody has touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from chronology_app.core.collecting import uncollected
from chronology_app.core.errors import FileProblem
from chronology_app.reading import limits
from chronology_app.reading.docx_words import TABLE, VAL, W
from chronology_app.reading.package import DAMAGED, open_package, parse
from chronology_app.reading.protected import unlocked
from chronology_app.reading.remark_notes import remarks_of
from chronology_app.reading.remark_words import (
    DELETED,
    INSERTED,
    PARAGRAPH,
    REFERENCES,
    REMARK_ENDS,
    REMARK_STARTS,
    SIGNS,
    STRUCK,
    STYLE,
    TEXT,
    RemarkedWords,
    named,
)
from chronology_app.reading.remarked import Anchor, Edit, Line, Remarked

LETTER = "markletter"
"""The name, without spaces and in lower case, of the style of a mark's letter; see resources/template.docx."""

_ROW, _CELL, _BOOKMARK = f"{W}tr", f"{W}tc", f"{W}bookmarkStart"
_SPAN, _BEFORE = f"{W}gridSpan", f"{W}gridBefore"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PROPERTIES = frozenset(f"{W}{name}" for name in ("tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sectPr"))
_PLAIN_SIGNS = {**SIGNS, PARAGRAPH: "\n"}
_PLAIN = (_CELL, STYLE, TEXT, _BOOKMARK, *_PLAIN_SIGNS)
_NOT_PLAIN = (
    *(*INSERTED, *DELETED, *STRUCK, *REFERENCES, REMARK_STARTS, REMARK_ENDS, TABLE, _SPAN, _BEFORE),
    *(f"{W}delText", f"{W}sdt", f"{W}txbxContent", f"{W}tabs"),
)
_HEADINGS = tuple(f"heading{number}" for number in range(1, 10))


def read(content: bytes) -> Remarked:
    """Return the rows and paragraphs of a document's body, and its remarks.

    Raises:
        NeedsPassword: it is protected.
        FileProblem: it is no Word document, damaged, hostile or too large.
    """
    try:
        with uncollected():
            return _read(unlocked(content, ""))
    except FileProblem:
        raise
    except MemoryError:
        raise FileProblem(limits.TOO_LARGE) from None
    except Exception:
        raise FileProblem(DAMAGED) from None


def rows_of(xml: str) -> tuple[Line, ...]:
    """Return the rows that `writing` made for a table (w:tr elements without their namespace), to be compared."""
    reading = _Reading({"MarkLetter"}, {})
    reading.walk(parse(f'<w:tbl xmlns:w="{W.strip("{}")}">{xml}</w:tbl>'.encode()))
    return tuple(reading.lines)


def _read(content: bytes) -> Remarked:
    package = open_package(content)
    name = package.main_part()
    remarks = remarks_of(package, name)
    root = parse(package.part(name))
    for either in list(root.iter(_ALTERNATIVES)):  # the same words twice, for newer and older Word: the newer counts
        for other in list(either)[1:]:
            either.remove(other)
    styles = package.related(name, "styles")
    names = _names_of(parse(styles)) if styles else {}
    letters = {style for style, name in names.items() if name == LETTER}
    reading = _Reading(letters, {style: name for style, name in names.items() if name in _HEADINGS})
    for body in root.iterchildren(f"{W}body"):
        reading.walk(body)
    return Remarked(tuple(reading.lines), remarks)


def _names_of(styles: Element) -> dict[str, str]:
    """Return the names of styles by id: programs that save a document anew keep the one and not the other."""
    found = {}
    for style in styles.iterchildren(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            found[named(style, "styleId")] = "".join((name.get(VAL) or "").casefold().split())
    return found


@dataclass(slots=True)
class _Reading:
    """Walks a body from top to bottom. `letters` are ids of styles left out, `headings` those of headings."""

    letters: set[str]
    headings: dict[str, str]
    lines: list[Line] = field(default_factory=list)
    _heading: str = ""
    _tables: int = 0
    _depth: int = 0
    _begun: list[str] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def walk(self, element: Element) -> None:
        """Add the lines inside an element: the body, a table, or whatever else holds them."""
        self._depth += 1
        limits.within(self._depth, limits.NESTING, DAMAGED)
        self._tables += element.tag == TABLE
        for child in element:
            if child.tag == _ROW:
                self.lines.append(self._plain_row(child) or self._row(child))
            elif child.tag == PARAGRAPH:
                self._paragraph(child)
            elif child.tag == REMARK_STARTS:
                self._begun.append(named(child, "id"))
            elif child.tag not in _PROPERTIES:
                self.walk(child)
        self._depth -= 1

    def _paragraph(self, element: Element) -> None:
        words = self._words(0)
        words.walk(element)
        text = words.settle()
        style = element.find(f"{W}pPr/{W}pStyle")
        if style is not None and (style.get(VAL) or "") in self.headings:
            self._heading = text.strip()
        if text.strip() or words.anchors or words.edits:
            anchors, edits = tuple(words.anchors), tuple(words.edits)
            self.lines.append(Line(0, self._heading, (text,), edits, anchors, words.bookmark))

    def _words(self, column: int) -> RemarkedWords:
        """Return what gathers the next cell; ranges that began before it begin with it."""
        words = RemarkedWords(column, self.letters, self._seen)
        for number in self._begun:
            words.begin(number)
        self._begun.clear()
        return words

    def _plain_row(self, row: Element) -> Line | None:
        """Return a row in which nothing was changed or remarked upon, None where it needs a walk."""
        if self._begun:
            return None
        cells: list[list[str]] = []
        bookmark = ""
        for element in row.iter(*_PLAIN, *_NOT_PLAIN):
            tag = element.tag
            if tag == TEXT:
                cells[-1].append(element.text or "")
            elif tag in _PLAIN_SIGNS:
                cells[-1].append(_PLAIN_SIGNS[tag])
            elif tag == _CELL:
                cells.append([])
            elif tag == _BOOKMARK:
                bookmark = bookmark or named(element, "name")
            elif tag != STYLE or element.get(VAL) in self.letters:
                return None
        limits.within(len(cells), limits.COLUMNS, limits.TOO_WIDE)
        return Line(self._tables, self._heading, tuple(["".join(cell[1:]) for cell in cells]), bookmark=bookmark)

    def _row(self, row: Element) -> Line:
        looks = {look.tag: look for properties in row.iterchildren(f"{W}trPr") for look in properties}
        texts = [""] * _number(looks.get(_BEFORE))
        edits: list[Edit] = []
        anchors: list[Anchor] = []
        bookmark, running = "", list[str]()
        for cell in self._cells(row):
            words = self._words(len(texts))
            words.open |= dict.fromkeys(running, 0)
            words.walk(cell)
            running = list(words.open)
            texts += (words.settle(), *[""] * (_number(cell.find(f"{W}tcPr/{_SPAN}")) - 1))
            limits.within(len(texts), limits.COLUMNS, limits.TOO_WIDE)
            edits += words.edits
            anchors += words.anchors
            bookmark = bookmark or words.bookmark
        inserted, deleted = (any(tag in looks for tag in tags) for tags in (INSERTED, DELETED))
        text, found = tuple(texts), (tuple(edits), tuple(anchors))
        return Line(self._tables, self._heading, text, *found, bookmark, inserted, deleted)

    def _cells(self, element: Element) -> Iterator[Element]:
        """Give the cells of a row, those inside content controls and tracked changes too."""
        for child in element:
            if child.tag == _CELL:
                yield child
            elif child.tag == REMARK_STARTS:
                self._begun.append(named(child, "id"))
            elif child.tag not in _PROPERTIES:
                yield from self._cells(child)


def _number(element: etree._Element | None) -> int:
    value = (element.get(VAL) or "") if element is not None else ""
    return min(int(value), limits.COLUMNS + 1) if value.isascii() and value.isdigit() else 0
