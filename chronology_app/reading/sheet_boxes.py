"""Text boxes that float over a worksheet: their words are told beside the cell they begin at.

Element names are those of ECMA-376 part 1, 20.5 (SpreadsheetML drawing) and 21.1 (text in drawings).
"""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from chronology_app.reading.marks import At
from chronology_app.reading.package import Package, parse

_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def text_boxes(package: Package, part: str) -> Iterator[tuple[At, str]]:
    """Yield the words of every text box and shape over a worksheet with the cell (from 1) its top left lies on."""
    drawing = package.related(part, "drawing")
    for anchor in parse(drawing) if drawing else ():
        text = "\n".join(map(_line, anchor.iter(f"{_A}p"))).strip()
        if text:
            yield (_number(anchor, "row"), _number(anchor, "col")), f"text box: {text}"


def _line(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{_A}t"))


def _number(anchor: Element, name: str) -> int:
    """Return a row or column from 1; 1 where the box is tied to no cell."""
    value = anchor.findtext(f"{_XDR}from/{_XDR}{name}") or "0"
    return int(value) + 1 if value.isascii() and value.isdigit() else 1
