"""Contacts set as lines ("Date | 3 May 2022", "What happened | …"), one below another, are turned into rows.

Nurseries and schools send one such table for every contact. The words stay where they were within the same physical
rows: the first row of a contact holds its headings, those below it the contact, the rest is blank.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from chronology_app.core.fields import Field
from chronology_app.core.sheet import PLAIN, Sheet, State
from chronology_app.understanding.evidence import is_dated
from chronology_app.understanding.heading_rows import first_filled
from chronology_app.understanding.headings import Headings

_FEWEST = 3
"""Lines of the shortest contact: two columns of two rows are an ordinary table."""

_LONGEST_DATE = 60
_NEEDED = frozenset({Field.DATE, Field.EVENT})
_ON_COVERS = _NEEDED | {Field.AGENCY, Field.PROFESSIONAL, Field.REFERENCE}
"""What a cover page names as well: a contact has a field beside these, such as its time or what was done."""

Lines = range
"""The physical rows of one contact."""

At = tuple[int, int]
T = TypeVar("T")


def turned(sheet: Sheet, headings: Headings) -> Sheet:
    """Return the sheet with every contact that is set as lines turned into a row; itself where it has none.

    Such a contact names its date and its event in the first column, as resources/headings.toml knows them word for
    word, and a date is written beside one of them.
    """
    keys = {key for row in first_filled(sheet) if (key := _key(sheet, row))}
    if sheet.width < 2 or not {match.field for key in keys if (match := headings.exact(key))} >= _NEEDED:
        return sheet
    contacts = list(_contacts(sheet, headings))
    if not any(_is_dated(sheet, lines, headings) for lines in contacts):
        return sheet
    for lines in contacts:
        sheet = _turned(sheet, lines)
    return sheet


def _contacts(sheet: Sheet, headings: Headings) -> Iterator[Lines]:
    """Yield the lines of each contact: from a key to before it stands there again, or to a line without one."""
    start, keys = 0, [_key(sheet, row) for row in range(1, len(sheet.rows) + 2)]
    for row, key in enumerate(keys, 1):
        if start and (not key or key == keys[start - 1]):
            if _is_contact(sheet, range(start, row), headings):
                yield range(start, row)
            start = 0
        if not start and key and headings.exact(key):
            start = row


def _key(sheet: Sheet, row: int) -> str:
    """Return what a line is called: the text in its first column; "" where there is none."""
    value = sheet.value(row, 1)
    return value.strip().casefold() if isinstance(value, str) else ""


def _is_contact(sheet: Sheet, lines: Lines, headings: Headings) -> bool:
    """Whether most lines are called as columns are, with date and event among them, and there is room to turn them."""
    known = [match for row in lines if (match := headings.exact(sheet.text(row, 1).strip()))]
    beside = _filled(sheet, lines)
    room = len(lines) >= _FEWEST and 0 < len(beside) < len(lines)
    fields = {match.field for match in known if match.field}
    return room and 2 * len(known) > len(lines) and fields >= _NEEDED and not fields <= _ON_COVERS


def _is_dated(sheet: Sheet, lines: Lines, headings: Headings) -> bool:
    """Whether a date is written, and nothing longer: a sentence there explains how to fill the columns in."""
    for row in lines:
        match = headings.exact(sheet.text(row, 1).strip())
        if match and match.field is Field.DATE:
            texts = {at: sheet.text(row, at).strip() for at in _filled(sheet, lines)}
            dated = [is_dated(sheet.value(row, at), text) for at, text in texts.items()]
            return any(dated) and max(map(len, texts.values())) <= _LONGEST_DATE
    return False


def _filled(sheet: Sheet, lines: Lines) -> list[int]:
    """Return the numbers of the columns beside the first that hold anything in these lines."""
    return [at for at in range(2, sheet.width + 1) if any(sheet.text(row, at).strip() for row in lines)]


def _turned(sheet: Sheet, lines: Lines) -> Sheet:
    kept = [1, *_filled(sheet, lines)]
    to = {(row, at): (lines.start + i, n) for n, row in enumerate(lines, 1) for i, at in enumerate(kept)}
    turned = [tuple(sheet.value(row, at) for row in lines) for at in kept]
    blank: list[tuple[None, ...]] = [()] * (len(lines) - len(turned))
    rows = (*sheet.rows[: lines.start - 1], *turned, *blank, *sheet.rows[lines.stop - 1 :])
    return replace(
        sheet,
        rows=rows,
        shown=_moved(sheet.shown, to, lines),
        comments=_moved(sheet.comments, to, lines),
        states=_moved(_by_cell(sheet, lines, kept), to, lines),
        merges=tuple(merge for merge in sheet.merges if merge.bottom < lines.start or merge.top >= lines.stop),
    )


def _by_cell(sheet: Sheet, lines: Lines, kept: Sequence[int]) -> Mapping[At, State]:
    """Return the states with those of a whole line said of each of its cells."""
    states = dict(sheet.states)
    for row in lines:
        whole = states.pop((row, 0), PLAIN)
        if whole:
            states |= {(row, at): states.get((row, at), PLAIN) | whole for at in kept}
    return states


def _moved(said: Mapping[At, T], to: Mapping[At, At], lines: Lines) -> dict[At, T]:
    """Return what is said of cells each at its new place; of one that held nothing, nothing is said any more."""
    return {to.get(at, at): what for at, what in said.items() if at in to or at[0] not in lines}
