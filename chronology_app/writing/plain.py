"""Records to plain values and back: dataclasses as objects, tuples as lists, dates and times as ISO 8601 text."""

import types
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


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


def record(kind: type[T], held: Mapping[str, Any]) -> T:
    """Return the record of a type that `held` describes; what it does not name keeps its default, what it adds is left.

    Raises:
        ValueError, TypeError, KeyError: a value is not of its kind, or one that must be there is missing.
    """
    return kind(
        **{name: _value(hint, held[name]) for name, hint in _kinds(cast(Hashable, kind)).items() if name in held}
    )


@cache
def _kinds(kind: Hashable) -> dict[str, Any]:
    hints = get_type_hints(cast(type, kind))
    return {field.name: hints[field.name] for field in fields(cast(Any, kind))}


def _value(hint: Any, value: Any) -> Any:
    """Return a plain value as the type a field is declared with."""
    if isinstance(hint, types.UnionType):
        kind = next(part for part in get_args(hint) if part is not type(None))
        return None if value is None else _value(kind, value)
    many = get_origin(hint)
    if many in (tuple, frozenset):
        if not isinstance(value, list):
            raise TypeError("a list belongs here")
        return many(_value(get_args(hint)[0], part) for part in value)
    if is_dataclass(hint):
        return record(cast(type, hint), value)
    return _simple(hint, value)


def _simple(kind: Any, value: Any) -> Any:
    if kind is date or kind is time or issubclass(kind, Enum):
        return kind(value) if issubclass(kind, Enum) else kind.fromisoformat(value)
    if type(value) is not kind:
        raise TypeError("a value of another kind belongs here")
    return value
