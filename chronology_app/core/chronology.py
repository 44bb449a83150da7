"""The whole review at one moment: every record by id, immutable; a change gives the next one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import TypeVar, cast

from chronology_app.core.agency import Agency
from chronology_app.core.change import RECORD_TYPES, Change, Key, Record, key_of
from chronology_app.core.entry import Entry
from chronology_app.core.link import Link
from chronology_app.core.mark import Kind, Mark, kind_of
from chronology_app.core.named_look import NamedLook
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note
from chronology_app.core.person import Person
from chronology_app.core.remembered import RememberedLayout
from chronology_app.core.review import Review
from chronology_app.core.source import Source
from chronology_app.core.stay import Stay
from chronology_app.core.when import order_key

R = TypeVar("R", Review, Agency, Source, Person, Stay, Entry, Mark, Link, Note, RememberedLayout, NamedLook, NotAName)
Records = Mapping[type[Record], Mapping[str, Record]]
_DERIVED = {
    Entry: ("_ordered", "_ordered_words"),
    Mark: ("_marks",),
    Note: ("_notes",),
    Source: ("_ordered", "_ordered_words", "_places"),
}
"""What has to be worked out again when a record of a type changes; the rest is handed on as it is."""


@dataclass(frozen=True)
class Chronology:
    """Every record of a review by type and id. Make one with `Chronology.of`, the next with `after`."""

    records: Records = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Chronology":
        """Return the chronology that holds these records."""
        return cls().after(Change("", tuple(records)))

    def all(self, kind: type[R]) -> Mapping[str, R]:
        """Return the records of one type by id, in the order they were first put."""
        return cast(Mapping[str, R], self.records.get(cast(type[Record], kind), {}))

    @property
    def review(self) -> Review:
        """The facts of the review; an empty one where none are set."""
        return self.all(Review).get("review", Review())

    @property
    def agencies(self) -> Mapping[str, Agency]:
        """Agencies by id."""
        return self.all(Agency)

    @property
    def sources(self) -> Mapping[str, Source]:
        """Files received, by id."""
        return self.all(Source)

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Every entry by id, those set aside included."""
        return self.all(Entry)

    @property
    def people(self) -> Mapping[str, Person]:
        """People by id."""
        return self.all(Person)

    @property
    def stays(self) -> Mapping[str, Stay]:
        """Where the baby lived, by id."""
        return self.all(Stay)

    @property
    def links(self) -> Mapping[str, Link]:
        """Decisions about entries that belong together, by id."""
        return self.all(Link)

    @property
    def layouts(self) -> Mapping[str, RememberedLayout]:
        """Layouts that a person corrected, by id."""
        return self.all(RememberedLayout)

    @property
    def looks(self) -> Mapping[str, NamedLook]:
        """What documents show, as a person kept it under a name, by id."""
        return self.all(NamedLook)

    @property
    def not_names(self) -> Mapping[str, NotAName]:
        """False alarms about names, by id."""
        return self.all(NotAName)

    def in_order(self) -> tuple[Entry, ...]:
        """Return the entries that are not set aside: undated first, then in time (see `_place`)."""
        return self._ordered[0]

    def aside(self) -> tuple[Entry, ...]:
        """Return the entries a person set aside, in the same order."""
        return self._ordered[1]

    def marks_of(self, entry_id: str) -> tuple[Mark, ...]:
        """Return the marks on an entry and its passages, in the order they were made."""
        return self._marks.get(entry_id, ())

    def kind_of(self, entry_id: str) -> Kind | None:
        """Return what an entry shows as: fact, opinion, reported, mixed, or None where nothing is marked."""
        return kind_of(self._marks.get(entry_id, ()))

    def notes_of(self, entry_id: str) -> tuple[Note, ...]:
        """Return the notes, themes and questions on an entry, in the order they were made."""
        return self._notes.get(entry_id, ())

    def agency_of(self, entry: Entry) -> Agency:
        """Return the entry's agency; one with empty names where it is not known."""
        return self.agencies.get(entry.agency_id) or Agency(entry.agency_id, "?", "Agency not known")

    def kept_of(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        """Return (heading, words) of the columns nobody claimed that say something in the entry's row."""
        source = self.sources.get(entry.source_id)
        table = source.table(entry.table) if source else None
        if table is None:
            return ()
        columns = enumerate(zip(table.headings, table.fields, entry.original, strict=False), 1)
        return tuple((h or f"Column {n}", text) for n, (h, field, text) in columns if not field and text.strip())

    def words_of(self, entry: Entry) -> str:
        """Return all the agency's words of an entry in lower case, for searching; kept for the next chronology."""
        kept = self._words.get(entry.id)
        if kept is None or kept[0] is not entry:
            kept = (entry, "\n".join((entry.when.text, *entry.original)).casefold())
            self._words[entry.id] = kept
        return kept[1]

    def holding(self, words: str) -> list[Entry]:
        """Return the entries that are not set aside and hold these words (in lower case), in order."""
        return [entry for entry, held in zip(self.in_order(), self._ordered_words, strict=True) if words in held]

    def after(self, change: Change) -> "Chronology":
        """Return the chronology after a change. Dropping what is not there is no error."""
        records = dict(self.records)
        touched = {type(record) for record in change.put} | {kind for kind, _ in change.drop}
        for kind in touched:
            records[kind] = dict(self.records.get(kind, {}))
        for kind, record_id in change.drop:
            cast(dict[str, Record], records[kind]).pop(record_id, None)
        for record in change.put:
            cast(dict[str, Record], records[type(record)])[record.id] = record
        following = Chronology({kind: records[kind] for kind in RECORD_TYPES if records.get(kind)})
        stale = {name for kind in touched for name in _DERIVED.get(kind, ())}
        for name in ("_ordered", "_ordered_words", "_places", "_marks", "_notes"):
            if name not in stale and name in self.__dict__:
                following.__dict__[name] = self.__dict__[name]
        following.__dict__["_words"] = self._words
        return following

    def inverse(self, change: Change) -> Change:
        """Return the change that takes `change` back: `c.after(x).after(c.inverse(x)) == c`."""
        put: list[Record] = []
        drop: list[Key] = []
        for key in dict.fromkeys([*change.drop, *map(key_of, change.put)]):
            kind, record_id = key
            before = self.records.get(kind, {}).get(record_id)
            if before is None:
                drop.append(key)
            else:
                put.append(before)
        return Change(change.label, tuple(put), tuple(drop))

    @cached_property
    def _ordered(self) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        placed = sorted(map(self._place_of, self.entries.values()), key=itemgetter(0))
        order = [entry for _, entry in placed]
        aside = tuple(entry for entry in order if entry.set_aside)
        return (tuple(e for e in order if not e.set_aside) if aside else tuple(order)), aside

    def _place_of(self, entry: Entry) -> tuple[tuple[object, ...], Entry]:
        kept = self._places.get(entry.id)
        if kept is None or kept[1] is not entry:
            source = self.sources.get(entry.source_id)
            kept = self._places[entry.id] = (_place(entry, source.position if source else 0), entry)
        return kept

    @cached_property
    def _places(self) -> dict[str, tuple[tuple[object, ...], Entry]]:
        """What each entry is ordered by, kept for the next chronology: a change moves few of many thousands."""
        return {}

    @cached_property
    def _ordered_words(self) -> tuple[str, ...]:
        return tuple(map(self.words_of, self.in_order()))

    @cached_property
    def _words(self) -> dict[str, tuple[Entry, str]]:
        return {}

    @cached_property
    def _marks(self) -> Mapping[str, tuple[Mark, ...]]:
        return _by_entry(self.all(Mark).values())

    @cached_property
    def _notes(self) -> Mapping[str, tuple[Note, ...]]:
        return _by_entry(self.all(Note).values())


E = TypeVar("E", Mark, Note)


def _by_entry(records: Iterable[E]) -> Mapping[str, tuple[E, ...]]:
    found: dict[str, list[E]] = {}
    for record in records:
        found.setdefault(record.entry_id, []).append(record)
    return {entry_id: tuple(kept) for entry_id, kept in found.items()}


def _place(entry: Entry, source: int) -> tuple[object, ...]:
    """Total order: undated, earliest, latest (with times), the person's sequence, source, table, row, id."""
    when = entry.when
    return when.known, *order_key(when), entry.sequence, source, entry.source_id, entry.table, entry.row, entry.id
