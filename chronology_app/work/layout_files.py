"""Layouts that were corrected in one review, for the next: a small file that can be read and changed in any editor.

It holds headings, fields and the words given to fields, no entries; like every export it is not encrypted.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.errors import FileProblem
from chronology_app.core.fields import TEXT_FIELDS, Field
from chronology_app.core.identity import new_id
from chronology_app.core.remembered import Constant, RememberedLayout
from chronology_app.writing.output import replacing

FORMAT = "chronology-builder/layouts"
_ABOUT = (
    "# Layouts of agencies' tables, as they were corrected in Chronology Builder: one [[layout]] for each agency and",
    "# row of headings. fields: what each column is understood as, in the order of the headings, empty where it is",
    "# only kept. day_first: left out where the dates decide. constants: words for a field of rows without their own.",
)


def write_layouts(chronology: Chronology, path: Path) -> int:
    """Write the layouts a review remembers to a TOML file; return how many.

    Raises:
        OutputProblem: it cannot be written; a file already there is as it was.
    """
    with replacing(path) as temporary:
        temporary.write_text(to_toml(chronology.layouts.values()), "utf-8")
    return len(chronology.layouts)


def read_layouts(path: Path, chronology: Chronology) -> Change:
    """Return the change that takes in the layouts of a file; one for the same agency and headings is replaced.

    Raises:
        FileProblem: it cannot be read, or is no such file.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise _wrong() from None
    known = {(one.agency_code, one.headings): one for one in chronology.layouts.values()}
    found = []
    for one in from_toml(text):
        old = known.get((one.agency_code, one.headings))
        kept = RememberedLayout(
            old.id if old else one.id, one.agency_code, one.headings, one.fields, one.day_first, one.constants
        )
        found += [kept] if kept != old else []
    return Change(f"Take in {count(len(found), 'layout')}", tuple(found))


def to_toml(layouts: Iterable[RememberedLayout]) -> str:
    """Return layouts as TOML 1.0; `from_toml` gives them back with ids of their own."""
    lines = [*_ABOUT, "", f"format = {_quoted(FORMAT)}"]
    for one in layouts:
        lines += ["", "[[layout]]", *_lines(one)]
    return "\n".join(lines) + "\n"


def from_toml(text: str) -> tuple[RememberedLayout, ...]:
    """Return the layouts of a text that `to_toml` wrote or a person changed.

    Raises:
        FileProblem: it is no such text, or something in it is missing, unknown or of another kind.
    """
    try:
        whole = tomllib.loads(text)
        if whole["format"] != FORMAT:
            raise ValueError
        return tuple(map(_layout, whole.get("layout", ())))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise _wrong() from None


def _lines(one: RememberedLayout) -> Iterator[str]:
    yield f"agency = {_quoted(one.agency_code)}"
    yield f"headings = [{', '.join(map(_quoted, one.headings))}]"
    yield f"fields = [{', '.join(map(_quoted, one.fields))}]"
    if one.day_first is not None:
        yield f"day_first = {str(one.day_first).lower()}"
    if one.constants:
        given = (f"{constant.field} = {_quoted(constant.text)}" for constant in one.constants)
        yield f"constants = {{ {', '.join(given)} }}"


def _quoted(text: str) -> str:
    """Return a TOML basic string: JSON's escapes are among its own, and it wants DEL escaped too."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def _layout(held: dict[str, Any]) -> RememberedLayout:
    headings, fields = _texts(held["headings"]), _texts(held["fields"])
    constants = tuple(Constant(field, text) for field, text in held.get("constants", {}).items())
    day_first, code = held.get("day_first"), held["agency"]
    if len(headings) != len(fields) or not {*fields} <= {"", *Field}:
        raise ValueError
    if any(one.field not in TEXT_FIELDS or not isinstance(one.text, str) for one in constants):
        raise ValueError
    if not isinstance(day_first, bool | None) or not isinstance(code, str):
        raise TypeError
    return RememberedLayout(new_id(), code, headings, fields, day_first, constants)


def _texts(held: object) -> tuple[str, ...]:
    if not isinstance(held, list) or not all(isinstance(text, str) for text in held):
        raise TypeError
    return tuple(held)


def _wrong() -> FileProblem:
    return FileProblem(
        "This is not a file of layouts, or it was changed and does not hold together any more, so nothing was taken "
        "in. Export the layouts again and use that file."
    )
