"""What the fast reader of workbooks drops, taken from the sheet's own XML: hidden rows and columns, errors, looks.

A scan first tells whether there is anything to take, so that an ordinary sheet does not pay for it. Element names
are those of ECMA-376 part 1, chapter 18 (SpreadsheetML).
"""

import re
from collections.abc import Collection, Mapping
from xml.parsers import expat

from chronology_app.core.errors import FileProblem
from chronology_app.reading import limits
from chronology_app.reading.date_format import DATE, TIME
from chronology_app.reading.marks import At, Look, Marks, Runs
from chronology_app.reading.package import ENTITIES

_SIGNS = (b"<strike", b' hidden="')
_ERROR = (b"#", b' t="e"')
"""What a sheet cannot be without that has errors: every error's name has a "#", and one byte is looked for at once."""
_ORDINARY = {
    DATE: rb"[1-9]\d*<",
    TIME: rb"0?(?:\.\d+)?<|[\d.]+E-",
    DATE | TIME: rb"[1-9]\d*(?:\.\d+)?<",
}
"""The numbers that fit a format: days since the epoch, parts of a day, or both."""
_ODD = rb' s="%s"(?![^>]* t="s)[^>]*>(?:<f[^<]*</f>)?<v>(?!%s)'
"""A cell of one style with another number; text in a cell with a date's format (t="s", t="str") is ordinary."""
_HEAD = 4096
"""Bytes at the start that show how a writer writes attributes, and hold the widths of the columns."""
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")
_WIDE = re.compile(rb' r="([A-Z]{2,3})\d+"(?:[^>]*[^>/])?>')
_ANY_WIDTH = re.compile(rb' r="([A-Z]{1,3})\d+"(?:[^>]*[^>/])?>')
"""The columns of cells that hold something: a cell without a value ends in "/>"."""
_LAST_ROW = re.compile(rb'<row [^>]*?r="(\d{1,7})"')
_UNSOLVED = re.compile(rb' r="([A-Z]+\d+)"[^>]*><f(?:[^>]*/>|[^>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>')
"""A formula without a value: the system that wrote it never worked it out, and only Excel can."""
_ON = ("1", "true")


def has_marks(xml: bytes, looks: Mapping[str, Look], strings: Mapping[str, Runs]) -> bool:
    """Whether a sheet holds anything that has to be taken from its XML."""
    head = xml[:_HEAD]
    unusual = b"<worksheet" not in head or b"='" in head or b' width="0"' in head
    special = (b' s="%s"' % number.encode() for number, look in looks.items() if look.is_special)
    if strings or unusual or all(sign in xml for sign in _ERROR):
        return True
    return any(sign in xml for sign in (*_SIGNS, *special)) or _has_odd_dates(xml, looks)


def _has_odd_dates(xml: bytes, looks: Mapping[str, Look]) -> bool:
    """Whether a number does not fit its format: a time of day under a date's, nothing but a time, a whole moment."""
    plain = [(number, look.dates.says) for number, look in looks.items() if look.dates and look.dates.is_plain]
    return any(re.search(_ODD % (number.encode(), _ORDINARY[says]), xml) for number, says in plain)


def unsolved(xml: bytes) -> list[At]:
    """Return where a formula stands whose value was never worked out, so that the cell reads as empty."""
    return [position(found.decode()) for found in _UNSOLVED.findall(xml)] if b"<f" in xml else []


def check_extent(xml: bytes) -> None:
    """Check how far a sheet's values reach before the fast reader holds every cell of that rectangle in memory.

    Raises:
        FileProblem: too far right or too many cells.
    """
    wide = _widest(_WIDE, xml, "Z")
    limits.within(wide, limits.COLUMNS, limits.TOO_WIDE)
    end = max(xml.rfind(b"</v>"), xml.rfind(b"</is>"), 0)
    last = _LAST_ROW.match(xml, max(xml.rfind(b"<row ", 0, end), 0))
    tall = int(last[1]) if last else 0
    if wide * tall > limits.CELLS:
        limits.within(_widest(_ANY_WIDTH, xml, "A") * tall, limits.CELLS, limits.TOO_WIDE)


def _widest(columns: re.Pattern[bytes], xml: bytes, least: str) -> int:
    return max(_column(letters) for letters in {least, *map(bytes.decode, set(columns.findall(xml)))})


def marks_of(xml: bytes, looks: Collection[str], strings: Mapping[str, Runs]) -> Marks:
    """Return what the XML of a sheet says; cells are looked at where their style is one of `looks`.

    Raises:
        FileProblem: it has a document type definition.
        xml.parsers.expat.ExpatError: it is not XML.
    """
    kinds = {"e": True, "s": bool(strings), "inlineStr": b"strike" in xml}
    return _Pass(looks, strings, {kind for kind, wanted in kinds.items() if wanted}).read(xml)


def position(reference: str) -> At:
    """Return (row, column) of "B12", from 1; (0, 0) where it is no reference."""
    match = _REFERENCE.fullmatch(reference)
    return (int(match[2]), _column(match[1])) if match else (0, 0)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class _Pass:
    """One pass over a sheet. The parser hears of words only inside the cells that matter, which keeps it fast."""

    def __init__(self, looks: Collection[str], strings: Mapping[str, Runs], kinds: Collection[str]) -> None:
        self._looks = frozenset(looks)
        self._strings = strings
        self._kinds = frozenset(kinds)
        self._marks = Marks()
        self._row = self._since = 0
        self._reference = self._prefix = ""
        self._at, self._kind = (0, 0), ""
        self._heard: list[tuple[list[str], bool]] = []
        self._tags = ("c", "row", "col")
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = _refuse
        self._parser.StartElementHandler = self._root

    def read(self, xml: bytes) -> Marks:
        self._parser.Parse(xml, True)
        return self._marks

    def _root(self, name: str, _attributes: Mapping[str, str]) -> None:
        self._prefix = name.removesuffix("worksheet")
        self._tags = (self._prefix + "c", self._prefix + "row", self._prefix + "col")
        self._parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        cell, row, column = self._tags
        if name == cell:
            reference = attributes.get("r")
            self._reference, self._since = (reference, 0) if reference else (self._reference, self._since + 1)
            if attributes.get("s") in self._looks or attributes.get("t") in self._kinds:
                self._found(attributes.get("s", ""), attributes.get("t", ""))
        elif name == row:
            self._row = int(attributes.get("r", self._row + 1))
            self._reference, self._since = "", 0
            if _is_hidden(attributes, "ht"):
                self._marks.rows.append(self._row)
        elif name == column and _is_hidden(attributes, "width"):
            self._marks.columns.append((int(attributes["min"]), int(attributes["max"])))

    def _found(self, style: str, kind: str) -> None:
        row, column = position(self._reference) if self._reference else (self._row, 0)
        at = (row, column + self._since)
        if style in self._looks:
            self._marks.styled[at] = style
        if kind in self._kinds:
            self._at, self._kind, self._heard = at, kind, []
            self._parser.StartElementHandler = self._inside
            self._parser.EndElementHandler = self._leave

    def _inside(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = name.removeprefix(self._prefix)
        if tag == "r" or not self._heard:
            self._heard.append(([], False))
        if tag == "strike" and attributes.get("val", "1") in _ON:
            self._heard[-1] = (self._heard[-1][0], True)
        if tag in ("t", "v"):
            self._parser.CharacterDataHandler = self._heard[-1][0].append

    def _leave(self, name: str) -> None:
        self._parser.CharacterDataHandler = None
        if name != self._tags[0]:
            return
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, None
        runs = tuple(("".join(texts), struck) for texts, struck in self._heard)
        text = "".join(text for text, _ in runs)
        if self._kind == "e":
            self._marks.errors[self._at] = text
        elif self._kind == "s":
            runs = self._strings.get(text, ())
        if any(struck for _, struck in runs):
            self._marks.runs[self._at] = runs


def _is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    return attributes.get("hidden") in _ON or attributes.get(size) == "0"


def _refuse(*_declaration: object) -> None:
    raise FileProblem(ENTITIES)
