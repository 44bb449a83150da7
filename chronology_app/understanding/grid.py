"""A sheet laid open for reading row by row: 50,000 rows must not cost 400,000 look-ups."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice

from chronology_app.core.sheet import Sheet, State, Value, text_of

Texts = tuple[str, ...]
"""The texts of one row, one a column of the sheet, as `Sheet.text` gives them."""


_DATES = frozenset({date, datetime})


class _DateTexts(dict[Value, str]):
    """The texts of dates, each made once: fifty thousand rows hold a few hundred days."""

    def __missing__(self, value: Value) -> str:
        self[value] = text_of(value)
        return self[value]


@dataclass(frozen=True, slots=True)
class Grid:
    """What a sheet says beside its plain values, gathered by physical row; columns from 1.

    `merged` names, for rows below the first of a merged area, the column and the row its text stands in; `spanning`
    names, for a row and column, the last column the text there stands across.
    """

    merged: Mapping[int, list[tuple[int, int]]] = field(default_factory=dict)
    spanning: Mapping[tuple[int, int], int] = field(default_factory=dict)
    states: Mapping[int, Mapping[int, State]] = field(default_factory=dict)
    comments: Mapping[int, list[tuple[int, str]]] = field(default_factory=dict)


def grid_of(sheet: Sheet) -> Grid:
    """Return the merges, states and comments of a sheet by row."""
    merged: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for merge in sheet.merges:
        for row in range(merge.top + 1, min(merge.bottom, len(sheet.rows)) + 1):
            merged[row].append((merge.left, merge.top))
    states: dict[int, dict[int, State]] = defaultdict(dict)
    for (row, column), state in sheet.states.items():
        states[row][column] = state
    comments: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for (row, column), comment in sorted(sheet.comments.items()):
        comments[row].append((column, comment))
    spanning = {(merge.top, merge.left): merge.right for merge in sheet.merges if merge.right > merge.left}
    return Grid(dict(merged), spanning, dict(states), dict(comments))


def numbered_rows(sheet: Sheet) -> Iterator[tuple[int, Texts]]:
    """Yield every physical row of a table with its texts (see `rows_of`), from the table's first row."""
    return islice(enumerate(rows_of(sheet), 1), sheet.first_row - 1, None)


def rows_of(sheet: Sheet) -> Iterator[Texts]:
    """Yield the texts of every row from the first; each has one text for every column of the sheet."""
    shown: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for (row, column), text in sheet.shown.items():
        shown[row].append((column, text))
    width, dates = sheet.width, _DateTexts()
    for row, values in enumerate(sheet.rows, 1):
        texts: list[str] = [
            value if isinstance(value, str) else dates[value] if value.__class__ in _DATES else text_of(value)
            for value in values
        ]
        if len(texts) < width:
            texts += [""] * (width - len(texts))
        for column, text in shown.get(row, ()):
            if column <= len(values):
                texts[column - 1] = text
        yield tuple(texts)
