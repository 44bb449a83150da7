"""What an entry's neighbours say of it: how long after the last one it is, and if the order of its day is known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from chronology_app.core.entry import Entry
from chronology_app.core.when import When

_WORTH_SAYING = 2
"""Days between two entries from which the interval is told; one that follows the next day needs no words."""


@dataclass(frozen=True, slots=True)
class Beside:
    """`since` is how many days after the entry before it an entry stands, 0 where it is not told.

    `unordered` says that it shares its day with others and that neither times nor a person say which came first.
    """

    since: int = 0
    unordered: bool = False

    def interval(self) -> str:
        """Return "9 days since the last entry", "" where it is not told."""
        return f"{self.since:,} days since the last entry" if self.since else ""


NOTHING = Beside()


def beside(entries: Iterable[Entry]) -> dict[str, Beside]:
    """Return by id what is to be said of these entries, given in order; those of which nothing is are left out.

    An interval is told only between two single days that are certain, and never across an entry that lasted longer.
    """
    ordered = tuple(entries)
    days = [_certain_day(entry.when) for entry in ordered]
    since, unordered = _intervals(ordered, days), _unordered(ordered, days)
    return {entry_id: Beside(since.get(entry_id, 0), entry_id in unordered) for entry_id in since.keys() | unordered}


def _certain_day(when: When) -> date | None:
    day = when.earliest
    return day if day == when.latest and not (when.approximate or when.uncertain) else None


def _intervals(entries: Sequence[Entry], days: Sequence[date | None]) -> dict[str, int]:
    found: dict[str, int] = {}
    before: date | None = None
    last = date.min
    for entry, day in zip(entries, days, strict=True):
        if day and day == before:
            continue
        if day and before and before == last and (day - before).days >= _WORTH_SAYING:
            found[entry.id] = (day - before).days
        before = day
        last = max(last, entry.when.latest or entry.when.earliest or date.min)
    return found


def _unordered(entries: Sequence[Entry], days: Sequence[date | None]) -> frozenset[str]:
    """Return the entries that share a day with others, and whose place in it only their files give."""
    found: set[str] = set()
    for day, group in groupby(range(len(days)), days.__getitem__):
        shared = [entries[position] for position in group] if day else []
        if len(shared) > 1:
            times = Counter(entry.when.time for entry in shared)
            loose = (e for e in shared if not e.sequence and (e.when.time is None or times[e.when.time] > 1))
            found.update(entry.id for entry in loose)
    return frozenset(found)
