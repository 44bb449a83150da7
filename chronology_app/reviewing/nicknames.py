"""Knows what else somebody of a first name may be called: short forms, pet names and other spellings."""

from functools import cache

from chronology_app.core.resources import read_table
from chronology_app.reviewing.folding import fold

NICKNAMES = "nicknames.toml"


def short_forms(name: str) -> frozenset[str]:
    """Return what else somebody of this first name may be called, in small letters; the full name for a short one."""
    return _nicknames().get(fold(name).text.casefold(), frozenset())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, short in read_table(NICKNAMES)["forms"].items():
        found.setdefault(name, set()).update(short)
        for form in short:
            found.setdefault(form, set()).add(name)
    return {name: frozenset(forms) for name, forms in found.items()}
