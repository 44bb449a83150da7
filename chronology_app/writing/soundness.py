"""What must hold together in a review that comes from outside, so that no view of it breaks or misleads later."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from chronology_app.core.chronology import Chronology
from chronology_app.core.fields import TEXT_FIELDS, Field
from chronology_app.core.filter import ALL_KINDS
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.note import Note
from chronology_app.core.review import Review
from chronology_app.core.source import Source
from chronology_app.core.when import When

_FIELDS = frozenset({"", *Field})
_DEEPEST = 4
"""How many readings may offer one another in turn. A reading that is offered has been seen to offer others once."""
_VERSIONS = 500
"""How many versions a file may have had. Agencies send a handful."""


def is_sound(chronology: Chronology) -> bool:
    """Return whether every id a record names is there, every place in a text is in it, and no circle is."""
    return all(holds for rule in _RULES for holds in rule(chronology))


def _ids(chronology: Chronology) -> Iterator[bool]:
    yield set(chronology.all(Review)) <= {"review"}
    for records in chronology.records.values():
        yield "" not in records


def _sources(chronology: Chronology) -> Iterator[bool]:
    sources = chronology.sources
    for source in sources.values():
        yield source.agency_id in chronology.agencies
        yield _has_a_first(sources, source)
        for table in source.tables:
            yield _FIELDS.issuperset(table.fields) and len(table.fields) == len(table.headings)
            yield min(table.heading_row, table.rows, table.entries) >= 0
        for other in source.others:
            yield 1 <= other.row <= other.last_row
            yield _is_span(other.earliest, other.latest)


def _entries(chronology: Chronology) -> Iterator[bool]:
    for entry in chronology.entries.values():
        yield entry.agency_id in chronology.agencies
        yield _is_reading(entry.when)
        for origin in (entry.origin, *entry.earlier):
            yield origin.source_id in chronology.sources
            yield 1 <= origin.row <= origin.last_row


def _marks(chronology: Chronology) -> Iterator[bool]:
    for mark in chronology.all(Mark).values():
        entry = chronology.entries.get(mark.entry_id)
        yield entry is not None and mark.kind is not Kind.MIXED
        yield not mark.is_passage or mark.field in TEXT_FIELDS
        room = len(entry.text(mark.field)) if entry and mark.is_passage else 0
        yield 0 <= mark.start <= mark.end <= room
        yield not mark.is_passage or (mark.start == mark.end) == (mark.words != "")


def _notes(chronology: Chronology) -> Iterator[bool]:
    for note in chronology.all(Note).values():
        yield note.entry_id in chronology.entries
        yield note.field in _FIELDS and _is_moment(note.written)


def _links(chronology: Chronology) -> Iterator[bool]:
    for link in chronology.links.values():
        yield len(link.entry_ids) > 1
        yield link.entry_ids == tuple(sorted(set(link.entry_ids) & chronology.entries.keys()))


def _people_and_stays(chronology: Chronology) -> Iterator[bool]:
    for person in chronology.people.values():
        yield person.designation.strip() != ""
    for stay in chronology.stays.values():
        yield stay.entry_id == "" or stay.entry_id in chronology.entries
        yield _is_reading(stay.started) and _is_reading(stay.ended)


def _kept(chronology: Chronology) -> Iterator[bool]:
    for layout in chronology.layouts.values():
        yield len(layout.headings) == len(layout.fields)
        yield _FIELDS.issuperset(layout.fields)
        yield all(constant.field in TEXT_FIELDS for constant in layout.constants)
    for look in chronology.looks.values():
        yield look.name.strip() != ""
        yield ALL_KINDS.issuperset(look.asked.kinds or ())


def _is_reading(when: When, depth: int = 0) -> bool:
    offered = all(_is_reading(offer, depth + 1) for offer in when.offers)
    return depth <= _DEEPEST and _is_span(when.earliest, when.latest) and offered


def _is_span(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last


def _is_moment(written: str) -> bool:
    """Return whether it is a moment that has a day before and after it wherever it is read, or no moment at all."""
    try:
        return date.min.year < datetime.fromisoformat(written).year < date.max.year
    except ValueError:
        return True


def _has_a_first(sources: Mapping[str, Source], source: Source) -> bool:
    """Return whether the versions before it lead to a first one: neither to nothing nor round in a circle."""
    before: Source | None = source
    for _ in range(_VERSIONS):
        if before is None or not before.replaces:
            break
        before = sources.get(before.replaces)
    return before is not None and not before.replaces


_RULES: tuple[Callable[[Chronology], Iterator[bool]], ...] = (
    *(_ids, _sources, _entries, _marks, _notes, _links),
    *(_people_and_stays, _kept),
)
