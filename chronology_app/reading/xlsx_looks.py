"""What a workbook's styles and strings say beyond the values: number formats, strikethrough.

Element names are those of ECMA-376 part 1, chapter 18 (SpreadsheetML).
"""

from collections.abc import Iterator

from lxml import etree

from chronology_app.reading.date_format import BUILT_IN
from chronology_app.reading.marks import Look, Runs, look_of
from chronology_app.reading.package import parse

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFF = ("0", "false")


def looks_of(styles: bytes) -> dict[str, Look]:
    """Return the styles (xl/styles.xml) that matter, by the number cells name them with."""
    root = parse(styles) if styles else etree.Element("none")
    codes = {str(number): code for number, code in BUILT_IN.items()}
    codes.update({item.get("numFmtId", ""): item.get("formatCode", "") for item in root.iter(f"{S}numFmt")})
    struck = [is_struck(font) for font in root.iterfind(f"{S}fonts/{S}font")]
    found: dict[str, Look] = {}
    for number, style in enumerate(root.iterfind(f"{S}cellXfs/{S}xf")):
        code = codes.get(style.get("numFmtId", ""), "")
        font = int(style.get("fontId", "0"))
        look = look_of(code, struck=font < len(struck) and struck[font])
        if look != Look():
            found[str(number)] = look
    return found


def is_struck(font: etree._Element) -> bool:
    """Whether a font or a run's properties strike their words out."""
    strike = font.find(f"{S}strike")
    return strike is not None and strike.get("val") not in _OFF


def struck_strings(strings: bytes) -> dict[str, Runs]:
    """Return the shared strings (xl/sharedStrings.xml) of which a part or all is struck out, by their number."""
    if b"strike" not in strings:
        return {}
    found = {str(i): runs_of(item) for i, item in enumerate(parse(strings).iterchildren(f"{S}si"))}
    return {number: runs for number, runs in found.items() if any(struck for _, struck in runs)}


def runs_of(item: etree._Element) -> Runs:
    """Return the runs of a rich text (si, is), without the reading aids (rPh)."""
    return tuple(_runs(item))


def _runs(item: etree._Element) -> Iterator[tuple[str, bool]]:
    for child in item:
        if child.tag == f"{S}t":
            yield child.text or "", False
        elif child.tag == f"{S}r":
            looks = child.find(f"{S}rPr")
            yield child.findtext(f"{S}t") or "", looks is not None and is_struck(looks)
