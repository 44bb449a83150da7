"""Records to plain values and back: dataclasses as objects, tuples as lists, dates and times as ISO 8601 text."""

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

_YEARS = range(1000, 9000)
"""Years a day may lie in. Nearer the ends of what Python can count, the day before or after is no day at all."""
_NUMBERS = range(-(2**63), 2**63)
"""Whole numbers a review can keep: those of 64 bits."""


def plain(value: Any) -> Any:
    """Return a record, or anything a record holds, as JSON can write it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple | frozenset):
        return [plain(part) for part in (sorted(value) if isinstance(value, frozenset) else value)]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in _kinds(type(value))}
    return value


@dataclass(frozen=True, slots=True)
class Form:
    """How records stand in a file: what is written `beside` the fields of a type, and if all of these must be there.

    Where not (`whole` is False), what is missing keeps its default: the file was written before a field was kept.
    """

    beside: Mapping[type, frozenset[str]]
    whole: bool = True

    def record(self, kind: type[T], held: Mapping[str, Any]) -> T:
        """Return the record of a type that `held` describes.

        Raises:
            ValueError, TypeError, KeyError, AttributeError: a value is not of its kind or cannot be kept in a review,
                one that must be there is missing, or one is there that nobody knows.
        """
        kinds = _kinds(cast(Hashable, kind))
        if held.keys() - kinds.keys() - self.beside.get(kind, frozenset()):
            raise ValueError("something nobody knows is here")
        wanted = kinds if self.whole else kinds.keys() & held.keys()
        return kind(**{name: self._value(kinds[name], held[name]) for name in wanted})

    def _value(self, hint: Any, value: Any) -> Any:
        """Return a plain value as the type a field is declared with."""
        if isinstance(hint, types.UnionType):
            kind = next(part for part in get_args(hint) if part is not type(None))
            return None if value is None else self._value(kind, value)
        many = get_origin(hint)
        if many in (tuple, frozenset):
            if not isinstance(value, list):
                raise TypeError("a list belongs here")
            return many(self._value(get_args(hint)[0], part) for part in value)
        if is_dataclass(hint):
            return self.record(cast(type, hint), value)
        return _SIMPLE.get(hint, hint)(value) if issubclass(hint, Enum | date | time) else _same(hint, value)


@cache
def _kinds(kind: Hashable) -> dict[str, Any]:
    hints = get_type_hints(cast(type, kind))
    return {field.name: hints[field.name] for field in fields(cast(Any, kind))}


def _same(kind: type, value: Any) -> Any:
    """Return a text, a number or a flag as it is."""
    if type(value) is not kind:
        raise TypeError("a value of another kind belongs here")
    if isinstance(value, int) and value not in _NUMBERS:
        raise ValueError("no review can keep such a number")
    if isinstance(value, str) and not value.isascii():
        value.encode()  # half a character (a lone surrogate) fails here: no review can keep it
    return value


def _day(value: Any) -> date:
    day = date.fromisoformat(value)
    if day.year not in _YEARS:
        raise ValueError("no such year is written in a review")
    return day


def _time(value: Any) -> time:
    at = time.fromisoformat(value)
    if at.tzinfo is not None:
        raise ValueError("times are written as the agencies' clocks showed them")
    return at


_SIMPLE: Mapping[type, Callable[[Any], Any]] = {date: _day, time: _time}
