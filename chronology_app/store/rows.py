"""How records become rows and back, worked out from the records' own types, so that no field can be forgotten.

A row holds only text, whole numbers and NULL, which every database keeps alike: a day or a time is ISO 8601 text, a
flag 0 or 1, a choice its value, a `When` one column a field (`when_text`, `when_earliest`, …), a tuple JSON text.
Whole columns are turned at once: for 20,000 entries that is three times as fast as turning row by row.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from itertools import islice
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any, get_args, get_origin, get_type_hints

Column = Iterable[Any]
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Single:
    """A field that is one column: what stands in it for a column of values, and the values again from it."""

    cells: Callable[[Column], Column]
    values: Callable[[Column], Column]


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a dataclass, in the order of its fields; a dataclass inside it becomes several columns."""

    kind: type[Any]
    parts: "tuple[tuple[str, Single | Shape], ...]"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        names: list[str] = []
        for name, part in self.parts:
            names += [f"{name}_{inner}" for inner in part.columns] if isinstance(part, Shape) else [name]
        return tuple(names)

    def cells(self, records: Sequence[Any]) -> list[Column]:
        """Return the columns for these records, in the order of `columns`."""
        found: list[Column] = []
        for name, part in self.parts:
            values = map(attrgetter(name), records)
            found += part.shared_cells(list(values)) if isinstance(part, Shape) else [part.cells(values)]
        return found

    def shared_cells(self, records: Sequence[Any]) -> Iterable[Column]:
        """Return the columns as `cells` does, those of one record made once: most entries share their date."""
        different = {id(record): record for record in records}
        rows = dict(zip(different, zip(*self.cells(list(different.values())), strict=True), strict=True))
        return zip(*[rows[id(record)] for record in records], strict=True)

    def records(self, columns: Iterator[Column]) -> Iterator[Any]:
        """Return the records that stand in these columns; takes as many as it has."""
        values = [
            part.shared(columns) if isinstance(part, Shape) else part.values(next(columns)) for _, part in self.parts
        ]
        return map(self.kind, *values)

    def shared(self, columns: Iterator[Column]) -> Iterator[Any]:
        """Return records as `records` does, equal ones made once: most entries share their date with others."""
        rows = list(zip(*islice(columns, len(self.columns)), strict=True))
        different = dict.fromkeys(rows)
        made = dict(zip(different, self.records(iter(zip(*different, strict=True))), strict=True))
        return map(made.__getitem__, rows)


def shape_of(kind: type[Any]) -> Shape:
    """Return the columns of a dataclass.

    Raises:
        TypeError: a field is of a type that has no columns yet.
    """
    if kind not in _SHAPES:
        hints = get_type_hints(kind)
        _SHAPES[kind] = Shape(kind, tuple((field.name, _part(hints[field.name])) for field in fields(kind)))
    return _SHAPES[kind]


_SHAPES: dict[type[Any], Shape] = {}


def _part(hint: Any) -> Single | Shape:
    if get_origin(hint) is tuple:
        return _tuple_of(get_args(hint)[0])
    if is_dataclass(hint):
        return shape_of(hint)  # type: ignore[arg-type]  # a dataclass's own type, never an instance
    kinds = get_args(hint)
    return _single(kinds[0], or_none=True) if kinds else _single(hint)


def _single(kind: type[Any], or_none: bool = False) -> Single:
    if kind in (str, int):
        return Single(_same, _same)
    if kind is bool:
        return Single(_each(int, or_none), _each(bool, or_none))
    if kind in (date, time):
        return Single(_each(kind.isoformat, or_none), _each(kind.fromisoformat, or_none))
    if get_origin(kind) is frozenset:
        return Single(
            _each(lambda value: _json(sorted(value)), or_none), _each(lambda cell: frozenset(json.loads(cell)), or_none)
        )
    if issubclass(kind, StrEnum):
        members = {member.value: member for member in kind}
        return Single(_each(attrgetter("value"), or_none), _each(members.__getitem__, or_none))
    raise TypeError(f"no column for {kind}")


def _same(column: Column) -> Column:
    return column


def _each(turn: Callable[[Any], Any], or_none: bool) -> Callable[[Column], Column]:
    if or_none:
        return lambda column: [None if one is None else turn(one) for one in column]
    return lambda column: map(turn, column)


def _tuple_of(kind: type[Any]) -> Single:
    """One column of JSON lists; a dataclass in it is the list of its cells."""
    if kind is str:
        return _json_column(lambda value: f"[{','.join(map(encode_basestring, value))}]", tuple)
    if is_dataclass(kind):  # a `When` may offer others: its shape is asked for when there are any
        return _json_column(
            lambda value: _json(list(zip(*shape_of(kind).cells(value), strict=True))),
            lambda rows: tuple(shape_of(kind).records(iter(zip(*rows, strict=True)))),
        )
    one = _single(kind)
    return _json_column(lambda value: _json(list(one.cells(value))), lambda cells: tuple(one.values(cells)))


def _json_column(write: Callable[[Any], str], read: Callable[[Any], Any]) -> Single:
    """Read the whole column as one JSON list: a call for each cell would take as long as all the rest of a load."""
    return Single(
        lambda column: [write(value) if value else "[]" for value in column],
        lambda column: [read(value) if value else () for value in json.loads(f"[{','.join(column)}]")],
    )
