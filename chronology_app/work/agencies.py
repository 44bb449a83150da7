"""Which agency a file comes from: guessed from its name and titles, so that the person mostly has to agree."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import Any

from chronology_app.core.agency import Agency
from chronology_app.core.fields import Field
from chronology_app.core.identity import new_id
from chronology_app.core.resources import read_table, wrong
from chronology_app.understanding.headings import plain
from chronology_app.understanding.lists import part_of, words_of
from chronology_app.work.plan import TablePlan

_FILE = "agencies.toml"
_TITLE = 100
"""Characters of the longest title that can name the agency; explanations name many."""


@dataclass(frozen=True, slots=True)
class KnownAgency:
    """An agency a partnership expects: its code, its name and the plain words it is known by."""

    code: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownAgencies:
    """The agencies of resources/agencies.toml, and the words of a file's name that say nothing."""

    agencies: tuple[KnownAgency, ...]
    skip: frozenset[str]

    def find(self, text: str) -> KnownAgency | None:
        """Return the agency whose longest words occur in a text, None where none do."""
        given = f" {plain(text)} "
        found = [(len(w), -i, a) for i, a in enumerate(self.agencies) for w in a.words if f" {w} " in given]
        return max(found, key=lambda one: one[:2])[2] if found else None

    def of_code(self, code: str) -> KnownAgency | None:
        """Return the agency with that code, in any case."""
        return next((known for known in self.agencies if known.code.casefold() == code.casefold()), None)


@cache
def known_agencies() -> KnownAgencies:
    """Return the agencies of resources/agencies.toml.

    Raises:
        ResourceProblem: a code stands there twice, or an agency lacks its code, name or words.
    """
    return read_agencies(read_table(_FILE))


def read_agencies(table: Mapping[str, Any]) -> KnownAgencies:
    """Return the agencies of a table shaped like resources/agencies.toml; see `known_agencies` for what it raises."""
    known = tuple(_known_agency(one) for one in part_of(_FILE, table, "agency"))
    for code, number in Counter(agency.code.casefold() for agency in known).items():
        if number > 1:
            raise wrong(_FILE, f'code = "{code.upper()}"', "this code stands here twice")
    return KnownAgencies(known, frozenset(words_of(_FILE, part_of(_FILE, table, "file_name"), "skip")))


def _known_agency(table: Mapping[str, Any]) -> KnownAgency:
    code, name = (str(part_of(_FILE, table, part)) for part in ("code", "name"))
    return KnownAgency(code, name, tuple(map(plain, words_of(_FILE, table, "words"))))


def agency_for(file_name: str, tables: Sequence[TablePlan], taken: Sequence[Agency], said: str = "") -> Agency:
    """Return the agency of a file: one of `taken` where it is among them, else a new one with the next free colour.

    `said` is the agency's code where the person has said so; else it is guessed from the file's name, its titles, its
    agency column and its sheets, and made from the file's name where nothing is known.
    """
    known = known_agencies()
    found = next(filter(None, map(known.find, _evidence(file_name, tables))), None)
    if said:
        found = known.of_code(said) or KnownAgency(said, found.name if found else _name_of(file_name, known), ())
    name = found.name if found else _name_of(file_name, known)
    code = found.code if found else _code_of(name)
    for agency in taken:
        named = agency.name.casefold() == name.casefold() and not said
        if named or (found and agency.code.casefold() == code.casefold()):
            return agency
    return Agency(new_id(), _free_code(code, taken), name, _free_colour(taken))


def _evidence(file_name: str, tables: Sequence[TablePlan]) -> Iterator[str]:
    """Yield the texts that may name the agency, the most telling first."""
    yield PurePath(file_name).stem
    yield from (text for table in tables for text in _titles(table))
    named = Counter(text for table in tables for entry in table.entries if (text := entry.texts.get(Field.AGENCY)))
    yield from (text for text, _ in named.most_common(1))
    yield from (table.sheet.name for table in tables)


def _titles(table: TablePlan) -> Iterator[str]:
    """Yield the texts above the headings of a table that are short enough for titles."""
    for draft in table.drafts:
        if not table.layout or draft.row >= table.layout.first_row:
            return
        yield from (text for text in draft.original if text.strip() and len(text) <= _TITLE)


def _name_of(file_name: str, known: KnownAgencies) -> str:
    words = re.findall(r"[^\W\d_]+", PurePath(file_name).stem)
    telling = [word for word in words if word.casefold() not in known.skip and len(word) > 1]
    name = " ".join(telling) or PurePath(file_name).stem
    return name[:1].upper() + name[1:]


def _code_of(name: str) -> str:
    words = name.split()
    return ("".join(word[0] for word in words[:4]) if len(words) > 1 else name[:3]).upper()


def _free_code(code: str, taken: Sequence[Agency]) -> str:
    codes = {agency.code.casefold() for agency in taken}
    numbers = (f"{code}{number or ''}" for number in (0, *range(2, len(codes) + 3)))
    return next(free for free in numbers if free.casefold() not in codes)


def _free_colour(taken: Sequence[Agency]) -> int:
    used = {agency.colour for agency in taken}
    return next(colour for colour in range(len(used) + 1) if colour not in used)
