"""References that stay with an entry: "HV-014" is the fourteenth row the health visitors sent, in their order."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from itertools import groupby
from operator import itemgetter

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.source import versions

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_UNKNOWN = "?"
_Place = tuple[str, int, int, str, int, str]
_Row = tuple[str, _Place, int]


def references(chronology: Chronology) -> Mapping[str, str]:
    """Return the reference of every entry by entry id, those set aside included, in the order of the references.

    An agency's rows are numbered through its files in the order they were received, each by where it stood in the file
    that first told of it. So neither a filter, a mark nor a date that is set later changes a reference, nor a later
    version of a file: what is new in it is numbered after what was there. Entries that a person made of one row share
    its number: the first keeps the reference, those after it are HV-014b, HV-014c in the order they were made.
    """
    row_of = _rows(chronology)
    placed = sorted((row_of(entry), entry.id) for entry in chronology.entries.values())
    known, numbers = codes(chronology), Counter[str]()
    found: dict[str, str] = {}
    for row, parts in groupby(placed, key=itemgetter(0)):
        agency_id = row[0]
        numbers[agency_id] += 1
        whole = f"{known[agency_id]}-{numbers[agency_id]:03d}"
        for part, (_, entry_id) in enumerate(parts):
            found[entry_id] = whole + _letters(part) if part else whole
    return found


def codes(chronology: Chronology) -> Mapping[str, str]:
    """Return the code that begins an agency's references, by agency id: its own, and never another agency's.

    Of agencies that share a code the first to be made keeps it, the next is "HV.2". An agency's extract takes this code
    along, so that its references are those of the whole document.
    """
    agencies = chronology.agencies
    unknown = {entry.agency_id for entry in chronology.entries.values()}.difference(agencies)
    typed = {agency.code.casefold() for agency in agencies.values()}
    given: dict[str, str] = {}
    taken: set[str] = set()
    for agency_id in sorted((*agencies, *unknown)):
        code = (agencies[agency_id].code if agency_id in agencies else "") or _UNKNOWN
        free, number = code, 1
        while free.casefold() in taken or (number > 1 and free.casefold() in typed):
            number += 1
            free = f"{code}.{number}"
        taken.add(free.casefold())
        given[agency_id] = free
    return given


def _rows(chronology: Chronology) -> Callable[[Entry], _Row]:
    """Return what says where an entry's row stood when it was first sent; entries of one row are told apart by id."""
    sources = chronology.sources

    @cache
    def place_of(source_id: str, name: str) -> _Place:
        source, version = sources.get(source_id), len(versions(sources, source_id))
        came = (source.imported, source.position) if source else ("", 0)
        tables = {table.name: at for at, table in enumerate(source.tables if source else ())}
        return *came, version, source_id, tables.get(name, len(tables)), name

    def row_of(entry: Entry) -> _Row:
        first = entry.earlier[0] if entry.earlier else entry  # its first origin, without making one for each
        return entry.agency_id, place_of(first.source_id, first.table), first.row

    return row_of


def _letters(part: int) -> str:
    """Return what tells the entries of one row apart: "b" for the second, "c" … "z", "aa"."""
    found, left = "", part + 1
    while left:
        left, letter = divmod(left - 1, len(_ALPHABET))
        found = _ALPHABET[letter] + found
    return found
