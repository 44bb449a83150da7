"""What the cell styles of an OpenDocument spreadsheet say: struck-out words, and what is shown of a date.

Element names are those of OpenDocument 1.3 part 3, chapters 16 (styles) and 16.29 (data styles).
"""

from collections.abc import Callable, Mapping

from lxml.etree import _Element as Element

from chronology_app.core.sheet import PLAIN, State
from chronology_app.reading.date_format import DateFormat, date_format
from chronology_app.reading.marks import Look
from chronology_app.reading.ods_names import NUMBER, STYLE, TABLE

_LINES = (f"{STYLE}text-line-through-style", f"{STYLE}text-line-through-type")
_PARENTS = 20
"""Styles a style may be based on, one after another; LibreOffice knows two or three."""
_CODES: Mapping[str, Callable[[Element, bool], str]] = {
    "day": lambda _, long: "dd" if long else "d",
    "month": lambda part, long: ("mm" if part.get(f"{NUMBER}textual") == "true" else "") + ("mm" if long else "m"),
    "year": lambda _, long: "yyyy" if long else "yy",
    "day-of-week": lambda _, long: "dddd" if long else "ddd",
    "hours": lambda _, long: "hh" if long else "h",
    "minutes": lambda _, long: "mm" if long else "m",
    "seconds": lambda _, long: "ss" if long else "s",
    "am-pm": lambda _part, _long: "AM/PM",
    "text": lambda part, _: '"' + (part.text or "").replace('"', "") + '"',
}
"""A part of a date style in the letters of a workbook's format code, of which one reader knows all there is."""


class Styles:
    """The styles of one file, from both of its parts."""

    def __init__(self, *roots: Element) -> None:
        self._cells: dict[str, Element] = {}
        self._words: dict[str, Element] = {}
        self._dates: dict[str, DateFormat | None] = {}
        self._looks: dict[str, Look] = {}
        self.hidden_tables: set[str] = set()
        families = {"table-cell": self._cells, "text": self._words}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                name, family = style.get(f"{STYLE}name", ""), style.get(f"{STYLE}family", "")
                families.get(family, {})[name] = style
                if family == "table" and any(part.get(f"{TABLE}display") == "false" for part in style):
                    self.hidden_tables.add(name)
            for style in root.iter(f"{NUMBER}date-style", f"{NUMBER}time-style"):
                self._dates[style.get(f"{STYLE}name", "")] = _date_format(style)

    def look(self, name: str) -> Look:
        """Return what a cell style says; a style that is not there says nothing."""
        if name not in self._looks:
            struck = _struck(self._cells, name)
            dates = self._dates.get(_inherited(self._cells, name, f"{STYLE}data-style-name"))
            self._looks[name] = Look(State.STRUCK if struck else PLAIN, dates)
        return self._looks[name]

    def strikes(self, name: str) -> bool | None:
        """Return whether a style of words strikes them out, None where it does not say."""
        return _struck(self._words, name)


def _inherited(styles: Mapping[str, Element], name: str, attribute: str) -> str:
    for _ in range(_PARENTS):
        style = styles.get(name)
        if style is None:
            break
        if style.get(attribute):
            return str(style.get(attribute))
        name = style.get(f"{STYLE}parent-style-name", "")
    return ""


def _struck(styles: Mapping[str, Element], name: str) -> bool | None:
    """Return whether a style or one it is based on has a line through its words, None where none of them says."""
    for _ in range(_PARENTS):
        style = styles.get(name)
        if style is None:
            break
        said = [line for looks in style.iterchildren(f"{STYLE}text-properties") for line in map(looks.get, _LINES)]
        lines = [line for line in said if line is not None]
        if lines:
            return "none" not in lines
        name = style.get(f"{STYLE}parent-style-name", "")
    return None


def _date_format(style: Element) -> DateFormat | None:
    elapsed = style.get(f"{NUMBER}truncate-on-overflow") == "false"
    codes: list[str] = []
    for part in style:
        kind = str(part.tag).rpartition("}")[2]
        code = _CODES[kind](part, part.get(f"{NUMBER}style") == "long") if kind in _CODES else ""
        codes.append(f"[{code}]" if elapsed and kind == "hours" else code)
    return date_format("".join(codes))
