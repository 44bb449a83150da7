"""The named styles of a document as CSS that Qt's rich text knows, for the preview of its pages.

Qt's subset of CSS: https://doc.qt.io/qt-6/richtext-html-subset.html. Lengths in OOXML are twentieths of a point, sizes
of letters half points (ECMA-376 part 1, 17.3.1.33 spacing, 17.3.2.38 sz).
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from docx.oxml.ns import qn
from lxml.etree import _Element, fromstring

from chronology_app.writing.controls import found

_TWIPS_A_PIXEL = 15
"""At 96 pixels an inch; Qt takes margins in pixels only."""

_PLAIN = ("0", "false", "none")
_ALIGNED = {"center": "center", "right": "right", "end": "right", "both": "justify"}


class PageStyles:
    """The styles of `word/styles.xml`, each with what it inherits."""

    def __init__(self, xml: bytes) -> None:
        self._root = fromstring(xml)
        self._kept: dict[str, dict[str, str]] = {}

    @cached_property
    def ground(self) -> dict[str, str]:
        """The CSS of everything: the defaults of the document."""
        return dict(_css(next(iter(found(self._root, "w:docDefaults")), None)))

    @cached_property
    def head_fill(self) -> str:
        """The colour behind a table's heading row, "" for none."""
        path = "w:style[@w:styleId='ChronologyTable']/w:tblStylePr[@w:type='firstRow']//w:shd/@w:fill"
        return next((f"#{fill}" for fill in found(self._root, path)), "")

    @cached_property
    def rule(self) -> str:
        """The colour of the rules between rows."""
        path = "w:style[@w:styleId='ChronologyTable']//w:insideH/@w:color"
        return next((f"#{fill}" for fill in found(self._root, path) if fill != "auto"), "#b9c2cc")

    def css(self, style_id: str) -> Mapping[str, str]:
        """Return the CSS of a style by its id, what it is based on included; nothing for one that is not there."""
        if style_id not in self._kept:
            self._kept[style_id] = {}
            for style in found(self._root, f"w:style[@w:styleId='{style_id}']"):
                based = next(iter(found(style, "w:basedOn/@w:val")), "")
                self._kept[style_id] = {**self.css(based), **dict(_css(style))}
        return self._kept[style_id]

    def tabs(self, style_id: str) -> tuple[tuple[str, int], ...]:
        """Return the tab stops of a style: kind and place in twentieths of a point."""
        return tuple(chain.from_iterable(map(tabs, found(self._root, f"w:style[@w:styleId='{style_id}']"))))


def tabs(of: _Element) -> tuple[tuple[str, int], ...]:
    """Return the tab stops that a style or a paragraph itself has: kind and place in twentieths of a point."""
    stops = found(of, "w:pPr/w:tabs/w:tab")
    return tuple((stop.get(qn("w:val")), int(stop.get(qn("w:pos")))) for stop in stops)


def _css(of: _Element | None) -> Iterator[tuple[str, str]]:
    if of is None:
        return
    yield from _letters(of)
    yield from spaces(of)


def _letters(of: _Element) -> Iterator[tuple[str, str]]:
    for path, (name, shown) in _LETTERS.items():
        for value in found(of, f".//w:rPr[not(ancestor::w:pPr)]/{path}")[:1]:
            yield name, shown(value)
    for element, name, value in (("b", "font-weight", "bold"), ("i", "font-style", "italic")):
        if found(of, f".//w:rPr/w:{element}[not(@w:val) or not({_is_plain()})]"):
            yield name, value
    if found(of, "w:rPr/w:u[@w:val != 'none']"):
        yield "text-decoration", "underline"


def _is_plain() -> str:
    return " or ".join(f"@w:val='{value}'" for value in _PLAIN)


_LETTERS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "w:sz/@w:val": ("font-size", lambda half: f"{int(half) / 2:g}pt"),
    "w:color/@w:val": ("color", lambda ink: "#000000" if ink == "auto" else f"#{ink}"),
    "w:rFonts/@w:ascii": ("font-family", lambda name: f"'{name}', sans-serif"),
}


def spaces(of: _Element) -> Iterator[tuple[str, str]]:
    """Give the space around, and the side of, what a style or a paragraph itself says, as CSS."""
    for path, name in _SPACES.items():
        for twips in found(of, f"w:pPr/{path}"):
            yield name, f"{round(int(twips) / _TWIPS_A_PIXEL)}px"
    for side in found(of, "w:pPr/w:jc/@w:val"):
        yield "text-align", _ALIGNED.get(side, "left")


_SPACES = {
    "w:spacing/@w:before": "margin-top",
    "w:spacing/@w:after": "margin-bottom",
    "w:ind/@w:left": "margin-left",
    "w:ind/@w:right": "margin-right",
}
