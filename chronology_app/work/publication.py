"""The copy that is published: designations for names, ages for dates, and no place, file or author in it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from re import compile as pattern

from chronology_app.core.age import age_of
from chronology_app.core.change import Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry, Origin
from chronology_app.core.fields import Field
from chronology_app.core.link import Link
from chronology_app.core.mark import Mark
from chronology_app.core.named_look import NamedLook
from chronology_app.core.note import Note
from chronology_app.core.remembered import RememberedLayout
from chronology_app.core.review import Review
from chronology_app.core.source import OtherRow, Source, SourceTable
from chronology_app.core.stay import Stay
from chronology_app.core.when import When
from chronology_app.reviewing.designations import EditsOf, designate, named_anew
from chronology_app.reviewing.identifiers import PLACES, Sort, hidden, identifiers
from chronology_app.reviewing.names import Edit
from chronology_app.understanding.dates import read_when

SORTS = (*PLACES, Sort.REFERENCE, Sort.DATE)
"""What is hidden in the words of a publication beside names and numbers."""

_UNTOLD = (Field.REFERENCE, Field.RECORDED, Field.PROFESSIONAL, Field.LOCATION)
"""Texts of an entry that a publication leaves out (see `_entry`), and with them the marks on their passages."""

_YEAR = pattern(r"(?<![\w.,/£$-])(?:19|20)\d{2}(?![\w/]|[.,]\d)")
Told = Callable[[When], str]


def publish(chronology: Chronology) -> Chronology:
    """Return the chronology as it may be published; ids stay, and entries keep their order.

    A date becomes the child's age, or where no birth date is known the day counted from the first entry's; a date in
    the words does too, or "[date]" where it cannot be read by itself. What reviewers keep for themselves is left out.
    """
    told = _telling(chronology)
    designated = designate(chronology)
    edits = _edits(told)
    places = {entry.id: number for number, entry in enumerate(designated.in_order(), 1)}
    hide = _hiding(chronology, designated, told, places)
    everything = (record for records in designated.records.values() for record in records.values() if _is_told(record))
    return Chronology.of(hide(named_anew(record, designated, edits)) for record in everything)


def _is_told(record: Record) -> bool:
    """Return whether a record is published: not what reviewers keep for themselves, nor an agency's earlier words."""
    if isinstance(record, Mark):
        return not record.words and record.field not in _UNTOLD
    return not isinstance(record, Note | NamedLook | RememberedLayout)


def _telling(chronology: Chronology) -> Told:
    """Return what says when something was without its date."""
    review = chronology.review
    first = min((e.when.earliest for e in chronology.in_order() if e.when.earliest), default=None)

    def told(when: When) -> str:
        known = when.earliest or when.latest
        if known is None:
            return ""
        whole = When(earliest=when.earliest or known, latest=when.latest or known)
        age = age_of(whole, review.born, review.due) if review.born or review.due else _counted(whole, first)
        return f"{'from ' if not when.latest else 'up to ' if not when.earliest else ''}{age}" if age else ""

    return told


def _counted(when: When, first: date | None) -> str:
    """Return "day 12", or "day 12 to day 14", counted from the first day of the chronology, "" where it is open."""
    if first is None or when.earliest is None or when.latest is None:
        return ""
    one, other = ((day - first).days + 1 for day in (when.earliest, when.latest))
    return f"day {one}" if one == other else f"day {one} to day {other}"


def _edits(told: Told) -> EditsOf:
    @cache
    def edits(text: str) -> tuple[Edit, ...]:
        found = [Edit(one.start, one.end, _instead(one.sort, one.text, told)) for one in identifiers(text, SORTS)]
        years = [Edit(*match.span(), hidden(Sort.DATE)) for match in _YEAR.finditer(text)]
        apart = [year for year in years if all(year.end <= one.start or one.end <= year.start for one in found)]
        return tuple(sorted([*found, *apart], key=lambda edit: edit.start))

    return edits


def _instead(sort: Sort, text: str, told: Told) -> str:
    age = told(read_when(text)) if sort is Sort.DATE else ""
    return f"[{age}]" if age else hidden(sort)


def _hiding(
    original: Chronology, designated: Chronology, told: Told, places: Mapping[str, int]
) -> Callable[[Record], Record]:
    """Return what takes out of one record everything a publication does not say."""
    names = {source.id: _file_name(designated, source) for source in designated.sources.values()}

    def hide(record: Record) -> Record:
        if isinstance(record, Entry):
            age = told(original.entries[record.id].when)
            earlier = tuple(_origin(origin, original.sources.get(origin.source_id)) for origin in record.earlier)
            tables = _tables(original.sources.get(record.source_id))
            return replace(_entry(record, age, places.get(record.id, 0), tables), earlier=earlier)
        if isinstance(record, Source):
            return _source(record, names[record.id])
        if isinstance(record, Review):
            return replace(record, born=None, due=None, scope_from=None, scope_to=None, author="")
        if isinstance(record, Stay):
            return Stay(record.id, "", record.carers, "", entry_id=record.entry_id)
        return replace(record, comment="") if isinstance(record, Link) else record

    return hide


def _entry(entry: Entry, age: str, place: int, tables: Mapping[str, str]) -> Entry:
    """Return an entry that says its age for its date; `place` keeps it where it stands."""
    when, titles = When(age or "date not known"), tuple(tables.values())
    bare = replace(entry, reference="", recorded="", professional="", location="", comment="", needs="")
    table = titles[0] if len(titles) == 1 else tables.get(entry.table, "")
    return replace(bare, when=when, sequence=place, table=table, original=())


def _origin(origin: Origin, source: Source | None) -> Origin:
    """Return where an entry stood in an earlier version, without its words: its reference is counted from there."""
    return replace(origin, table=_tables(source).get(origin.table, ""), original=())


def _source(source: Source, name: str) -> Source:
    """Return a file without its name, its date and the names of its tables."""
    shown = tuple(_table(table, _title(number)) for number, table in enumerate(source.tables, 1))
    others = tuple(_other(row) for row in source.others)
    return replace(source, name=name, sha256="", received=None, tables=shown, others=others)


def _table(table: SourceTable, title: str) -> SourceTable:
    return replace(table, name=title, headings=("",) * len(table.headings))


def _other(row: OtherRow) -> OtherRow:
    """Return a row that is no entry: what it was and where, and none of its words."""
    return replace(row, table="", text="", reason="")


def _tables(source: Source | None) -> dict[str, str]:
    """Return by name what the tables of a file are called; of two of one name the first, as `Source.table` does."""
    tables = source.tables if source else ()
    return {table.name: _title(number) for number, table in reversed([*enumerate(tables, 1)])}


def _title(number: int) -> str:
    return f"Table {number}"


def _file_name(chronology: Chronology, source: Source) -> str:
    """Return "HV file 2": the agency's code and the number among its files."""
    sent = [one.id for one in chronology.sources.values() if one.agency_id == source.agency_id]
    agency = chronology.agencies.get(source.agency_id)
    return f"{agency.code if agency else '?'} file {sent.index(source.id) + 1}"
