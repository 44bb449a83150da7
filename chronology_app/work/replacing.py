"""A later version of a file takes the place of the one before, and what people wrote follows its entries.

An entry that is in both versions keeps its id, and with it its marks, notes, links and place; its words become those
of the later version, and its row as sent before stays with it (`Entry.earlier`). The earlier source and its bytes stay
in the review as they were. An entry that is not in the later version is set aside with that reason.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronology_app.core.change import Change, Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.fields import MARKED_FIELDS, Field
from chronology_app.core.mark import Mark
from chronology_app.core.saying import say
from chronology_app.core.source import Source, versions
from chronology_app.reviewing.versions import Compared, Pair, compare, differing, follow
from chronology_app.work.entering import entries_of, source_of
from chronology_app.work.plan import FilePlan

GONE = "Not in version"
PASSAGE_CHANGED = "The words of a marked passage changed in version"
ENTRY_CHANGED = "The words of a marked entry changed in version"
PARTED = "A person had made several entries of this row, and its words changed in version"
DATE_CHANGED = "A person had set the date, and its words changed in version"


@dataclass(frozen=True, slots=True)
class Replacement:
    """What happens when `new` takes the place of `old`; `version` is the number of the new one, from 2.

    `put` are the records as they will be; `second_looks` are the ids of the entries in which a marked passage, a
    marked entry or a date that a person had set has other words now.
    """

    old: Source
    new: Source
    version: int
    compared: Compared
    put: tuple[Record, ...]
    second_looks: frozenset[str]


def replacement_of(file: FilePlan, chronology: Chronology, *, now: str = "") -> Replacement:
    """Return how a file differs from the source it replaces, or from the newest version of that source."""
    old = _newest(chronology, file.replaces)
    before = versions(chronology.sources, old.id)
    new = source_of(replace(file, replaces=old.id), old.position, now)
    version = len(before) + 1
    rows = {parts[0].id: parts for parts in _rows_of(before, chronology)}
    compared = compare(tuple(map(_whole, rows.values())), tuple(entries_of(file, new, chronology.review)))
    gone = tuple(one for whole in compared.gone for one in rows[whole.id] if not one.set_aside)
    compared = replace(compared, gone=gone)
    put: list[Record] = [new]
    looks: set[str] = set()
    for row in (*compared.unchanged, *compared.changed):
        parted = f"{PARTED} {version}." if _is_cut(rows[row.old.id]) and differing(row) else ""
        pairs = _parts(row, rows[row.old.id])
        for pair in pairs:
            marks = tuple(_followed_marks(pair, chronology.marks_of(pair.old.id)))
            seen = (*_second_looks(pair, version, marks), *filter(None, (parted,)))
            put += (_followed(pair, seen), *marks)
            looks |= {row.old.id} if seen else set()
        left = rows[row.old.id][len(pairs) :]
        put += (replace(one, set_aside=one.set_aside or parted) for one in left)
    put += compared.new
    put += (replace(one, set_aside=f"{GONE} {version} of {new.name}") for one in gone)
    return Replacement(old, new, version, compared, tuple(put), frozenset(looks))


def replace_source(file: FilePlan, chronology: Chronology, *, now: str) -> Change:
    """Return the one change that puts a file in the place of the source it replaces.

    Raises:
        KeyError: the review holds no source of that id.
    """
    made = replacement_of(file, chronology, now=now)
    kept = [record for record in made.put if chronology.records.get(type(record), {}).get(record.id) != record]
    return Change(f"Replace a file by its version {made.version}: {in_numbers([made])}", tuple(kept))


def in_numbers(made: Iterable[Replacement]) -> str:
    """Return what replacing does: "3 changed, 2 new, 1 set aside", or "nothing changed"."""
    compared = [one.compared for one in made]
    numbers = (
        (sum(len(one.changed) for one in compared), "changed"),
        (sum(len(one.new) for one in compared), "new"),
        (sum(len(one.gone) for one in compared), "set aside"),
    )
    return ", ".join(f"{number:,} {word}" for number, word in numbers if number) or "nothing changed"


def _newest(chronology: Chronology, source_id: str) -> Source:
    found = chronology.sources[source_id]
    later = {source.replaces: source for source in chronology.sources.values() if source.replaces}
    while found.id in later:
        found = later[found.id]
    return found


def _rows_of(before: tuple[Source, ...], chronology: Chronology) -> list[tuple[Entry, ...]]:
    """Return the entries of a file by row, in the order of its newest version; rows gone before it come first.

    A row has several entries where a person parted it.
    """
    place = {
        (source.id, table.name): (version, number)
        for version, source in enumerate(before)
        for number, table in enumerate(source.tables)
    }
    ids = {source.id for source in before}
    rows: dict[tuple[tuple[int, int], str, int], list[Entry]] = {}
    for entry in chronology.entries.values():
        if entry.source_id in ids:
            at = place.get((entry.source_id, entry.table), (0, 0))
            rows.setdefault((at, entry.table, entry.row), []).append(entry)
    return [tuple(rows[at]) for at in sorted(rows)]


def _is_cut(parts: Sequence[Entry]) -> bool:
    """Whether each entry of a row tells only a part of its event; parted by days, each tells all of it."""
    return len({one.event for one in parts}) > 1


def _whole(parts: Sequence[Entry]) -> Entry:
    """Return a row as one entry again."""
    return replace(parts[0], event=" ".join(one.event for one in parts)) if _is_cut(parts) else parts[0]


def _parts(row: Pair, parts: Sequence[Entry]) -> list[Pair]:
    """Return what the entries of a row become: a row that was cut and has other words now is one entry again."""
    if len(parts) == 1:
        return [Pair(parts[0], row.new)]
    if not _is_cut(parts):
        return [Pair(one, replace(row.new, comment=one.comment)) for one in parts]
    if differing(row):
        return [Pair(parts[0], row.new)]
    return [Pair(one, replace(row.new, event=one.event, comment=one.comment)) for one in parts]


def _followed(pair: Pair, second_looks: tuple[str, ...]) -> Entry:
    """Return the entry with the new words and everything a person said of it; what was settled stays settled."""
    old, new = pair.old, pair.new
    decided = _keeps_date(pair)
    same_date = decided or replace(old.when, text="") == replace(new.when, text="")
    needs = old.needs if same_date else new.needs
    return replace(
        new,
        id=old.id,
        when=replace(old.when, text=new.when.text) if decided else new.when,
        date_decided=decided or new.date_decided,
        needs=" ".join(dict.fromkeys(filter(None, (needs, *second_looks)))),
        sequence=old.sequence,
        flagged=old.flagged,
        set_aside="" if old.set_aside.startswith(GONE) else old.set_aside,
        earlier=(*old.earlier, old.origin),
    )


def _keeps_date(pair: Pair) -> bool:
    """Whether the entry keeps the date a person set: unless a person set another while importing the later version."""
    return pair.old.date_decided and not pair.new.date_decided


def _second_looks(pair: Pair, version: int, marks: tuple[Mark, ...]) -> Iterator[str]:
    """Give what a person decided about words that are other words now."""
    changed = differing(pair)
    if _keeps_date(pair) and Field.DATE in changed:
        yield f"{DATE_CHANGED} {version}: it is still read as {say(pair.old.when)}."
    if any(mark.words and mark.field in changed for mark in marks):
        yield f"{PASSAGE_CHANGED} {version}."
    if changed.keys() & set(MARKED_FIELDS) and any(not mark.is_passage for mark in marks):
        yield f"{ENTRY_CHANGED} {version}."


def _followed_marks(pair: Pair, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Give the marks where their words stand now; those whose words are no longer there keep them beside the text."""
    for mark in marks:
        old, new = pair.old.text(mark.field), pair.new.text(mark.field)
        if not mark.is_passage or old == new:
            yield mark
            continue
        words = mark.words or old[mark.start : mark.end]
        place = follow(words, 0, len(words), new) if mark.words else follow(old, mark.start, mark.end, new)
        if place is None:
            yield replace(mark, start=0, end=0, words=words)
        else:
            yield replace(mark, start=place[0], end=place[1], words="")
