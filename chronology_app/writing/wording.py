"""The fixed words and column widths of a document: resources/document.toml, which a partnership may edit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from chronology_app.core.fields import TEXT_FIELDS
from chronology_app.core.resources import read_table, wrong
from chronology_app.writing.look import ALL_PARTS

FILE = "document.toml"
MADE = ("ref", "date", "agency", "mark", "notes")
"""Columns the app fills itself; every other column names the fields of the agencies' own words it shows."""

CODES: Mapping[str, float] = {"ref": 2.1, "agency": 2.4, "mark": 2.4}
"""Columns of short codes, with the millimetres a letter takes in them: capitals and figures of 9.5 points in Arial."""

_EDGES = 3.2
"""Millimetres between the edges of a cell and its words, both together."""

_NOTHING: Mapping[str, int] = {}

_MILLIMETRE = 1440 / 25.4
"""Twentieths of a point in a millimetre."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the chronology: its `width` in millimetres, the `fields` it shows, the first without a label.

    An `optional` column is left out where no entry has anything to show in it.
    """

    name: str
    title: str
    width: int
    fields: tuple[str, ...] = ()
    optional: bool = False
    place: bool = False


@dataclass(frozen=True)
class Wording:
    """The words by section of the file, and the columns in the order of the file."""

    sections: Mapping[str, Mapping[str, str]]
    columns: tuple[Column, ...]

    def say(self, section: str, key: str, **values: object) -> str:
        """Return one text, `{name}` in it replaced by the value of that name.

        Raises:
            ResourceProblem: the text is missing or names something that is not there.
        """
        try:
            return self.sections[section][key].format_map(values)
        except (KeyError, ValueError, IndexError, AttributeError):
            raise wrong(FILE, f"[{section}]", f'"{key}" under [{section}] is missing or cannot be used') from None


@cache
def wording() -> Wording:
    """Return what resources/document.toml says.

    Raises:
        ResourceProblem: the file is wrong; the sentence names the line.
    """
    return checked(read_table(FILE))


def checked(found: Mapping[str, Any]) -> Wording:
    """Return the wording of a file that was read.

    Raises:
        ResourceProblem: a column or a part's heading is wrong or missing.
    """
    sections = {name: texts for name, texts in found.items() if isinstance(texts, dict)}
    for name in ALL_PARTS:
        if "heading" not in sections.get(name, {}):
            raise wrong(FILE, f"[{name}]", f'the part "{name}" has no heading')
    columns = found.get("column")
    if not isinstance(columns, list) or not columns:
        raise wrong(FILE, "[[column]]", "the chronology has no column")
    return Wording(sections, tuple(_column(row) for row in columns))


def widths_on(page: int, columns: Sequence[Column], longest: Mapping[str, int] = _NOTHING) -> tuple[int, ...]:
    """Return the widths of columns that fill a page, all in twentieths of a point.

    Columns of codes keep the width they have in the file, or have what the `longest` code in them needs (characters by
    the name of the column), so that no code is broken; the others share what is left. On a page too narrow for that,
    and where there are no others, all are stretched alike.
    """
    wide = {one.name: round(_needed(one, longest) * _MILLIMETRE) for one in columns if one.name in CODES}
    kept = sum(wide.values())
    shared = sum(column.width for column in columns if column.name not in CODES)
    if not shared or kept > page // 3:
        whole = sum(column.width for column in columns)
        return tuple(column.width * page // whole for column in columns)
    return tuple(wide.get(column.name) or column.width * (page - kept) // shared for column in columns)


def _needed(column: Column, longest: Mapping[str, int]) -> float:
    """Return the millimetres a column of codes needs: a little for its edges, the rest for its letters."""
    return max(column.width, _EDGES + longest.get(column.name, 0) * CODES[column.name])


def _column(row: Mapping[str, Any]) -> Column:
    name = str(row.get("name", ""))
    fields = tuple(row.get("fields", ()))
    if not isinstance(row.get("width"), int) or row["width"] < 8:
        raise wrong(FILE, f'name = "{name}"', "a column needs a width of at least 8 (millimetres)")
    if (name in MADE) == bool(fields) or not set(fields) <= set(TEXT_FIELDS):
        raise wrong(FILE, f'name = "{name}"', "a column needs fields that an entry has")
    flags = bool(row.get("optional", False)), bool(row.get("place", False))
    return Column(name, str(row.get("title", name)), row["width"], fields, *flags)
