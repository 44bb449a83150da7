"""Twelve invented families and what agencies write of them: each text with the pieces that tell who somebody is."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from chronology_app.core.entry import Entry
from chronology_app.core.person import Person

_PIECE = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")
_SLOT = re.compile(r"\{([A-Za-z]+) ([MFB])\}")
_FIELD = re.compile(r"(professional|source|people|action|analysis|location|shared_with): ")
UNLISTED, PLACE, NUMBER = "?", "@", "#"
"""Whose a piece is where it is nobody's on the list."""


@dataclass(frozen=True)
class Piece:
    """Characters `start` to `end` of a text, and whose they may be: designations, or one of the signs above."""

    start: int
    end: int
    whose: frozenset[str]


@dataclass(frozen=True)
class Told:
    """What an agency wrote in a field, with the pieces in it that tell who or where somebody is."""

    field: str
    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Family:
    """A family: what a careful reviewer would list, and what is told of it."""

    key: str
    people: tuple[Person, ...]
    told: tuple[Told, ...]

    def entries(self) -> list[Entry]:
        """What is told, as entries of one agency."""
        return [
            Entry(f"e{n}", "agency", "source", "Sheet1", n, n, sequence=n, **{one.field: one.text})
            for n, one in enumerate(self.told, 2)
        ]


@cache
def families() -> tuple[Family, ...]:
    """Every family, with what is said of all of them filled in for it."""
    data = tomllib.loads((Path(__file__).parent / "data" / "families.toml").read_text("utf-8"))
    return tuple(_family(row, data["template"]) for row in data["family"])


def _family(row: Mapping[str, Any], templates: Iterable[str]) -> Family:
    people = tuple(Person(who, who, role, tuple(names)) for who, role, names in row["people"])
    filled = (_SLOT.sub(lambda slot: _filled(slot, row, people), template) for template in templates)
    return Family(row["key"], people, tuple(map(_told, (*row["entries"], *filled))))


def _filled(slot: re.Match[str], row: Mapping[str, Any], people: Sequence[Person]) -> str:
    way, (first, last) = slot[1], row[slot[2]]
    cut = first.replace("-", "-\n") if "-" in first else f"{first[:3]}-\n{first[3:]}"
    ways = {"first": first, "FIRST": first.upper(), "lower": first.lower(), "cut": cut, "initial": first[0]}
    text = {**ways, "last": last, "LAST": last.upper(), "lowerlast": last.lower()}[way]
    if way == "initial":
        return str(text)
    name = last if way.casefold().endswith("last") else first
    return f"{{{text}|{','.join(one.designation for one in people if _called(one, name))}}}"


def _called(person: Person, name: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", form.casefold()) for form in person.names)


def _told(raw: str) -> Told:
    field = _FIELD.match(raw)
    raw = raw[field.end() :] if field else raw
    text, past, pieces = "", 0, []
    for piece in _PIECE.finditer(raw):
        text += raw[past : piece.start()]
        pieces.append(Piece(len(text), len(text) + len(piece[1]), frozenset(piece[2].split(","))))
        text, past = text + piece[1], piece.end()
    return Told(field[1] if field else "event", text + raw[past:], tuple(pieces))
