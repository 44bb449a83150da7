"""Checks a value against the part of JSON Schema 2020-12 that the project's own schema uses."""

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}


def faults(value: Any, schema: dict[str, Any]) -> list[str]:
    """Return what is wrong, one sentence each; nothing where the value keeps the schema."""
    return list(_faults(value, schema, schema["$defs"], ""))


def _faults(value: Any, schema: dict[str, Any], defs: dict[str, Any], at: str) -> Iterator[str]:
    unknown = set(schema) - {"$ref", "$defs", "$schema", "$id", "title", "description", *_CHECKS, "type"}
    assert not unknown, f"the checker does not know {unknown}"
    if "$ref" in schema:
        yield from _faults(value, defs[schema["$ref"].removeprefix("#/$defs/")], defs, at)
    kinds = schema.get("type", list(TYPES))
    allowed = [kind for name in ([kinds] if isinstance(kinds, str) else kinds) for kind in TYPES[name]]
    if type(value) not in allowed:
        yield f"{at or 'the whole'} is of another type"
        return
    for name, check in _CHECKS.items():
        if name in schema:
            yield from check(value, schema, defs, at)


def _required(value: Any, schema: dict[str, Any], _: Any, at: str) -> Iterator[str]:
    yield from (f"{_under(at, name)} is missing" for name in schema["required"] if name not in value)


def _properties(value: Any, schema: dict[str, Any], defs: dict[str, Any], at: str) -> Iterator[str]:
    for name, part in value.items():
        if name in schema["properties"]:
            yield from _faults(part, schema["properties"][name], defs, _under(at, name))


def _additional(value: Any, schema: dict[str, Any], _: Any, at: str) -> Iterator[str]:
    extra = [name for name in value if name not in schema["properties"]]
    yield from (f"{_under(at, name)} is not in the schema" for name in extra if schema["additionalProperties"] is False)


def _items(value: Any, schema: dict[str, Any], defs: dict[str, Any], at: str) -> Iterator[str]:
    for number, part in enumerate(value or ()):
        yield from _faults(part, schema["items"], defs, f"{at}[{number}]")


def _enum(value: Any, schema: dict[str, Any], _: Any, at: str) -> Iterator[str]:
    if value not in schema["enum"]:
        yield f"{at} is none of the values"


def _pattern(value: Any, schema: dict[str, Any], _: Any, at: str) -> Iterator[str]:
    if isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{at} is not written as it must be"


def _under(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name


_CHECKS = {
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "enum": _enum,
    "pattern": _pattern,
}
