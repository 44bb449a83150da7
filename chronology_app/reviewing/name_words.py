"""Reads the words that keep ordinary words apart from names, once for all who look at them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from chronology_app.core.resources import read_table

TABLE = "designations.toml"


@cache
def words_named(name: str) -> frozenset[str]:
    """Return the words of a list in resources/designations.toml, none where it is not there."""
    return frozenset(_table().get(name, ()))


@cache
def _table() -> Mapping[str, Any]:
    return read_table(TABLE)
