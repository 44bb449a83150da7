"""What an entry's neighbours say of it: how long after the last one it is, and if the order of its day is known."""

from collections import Counter
from collections.abc import Iterable
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
    since, unordered = _intervals(ordered), _unordered(ordered)
    return {entry_id: Beside(since.get(entry_id, 0), entry_id in unordered) for entry_id in since.keys() | unordered}


def _intervals(entries: tuple[Entry, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    before: date | None = None
    last = date.min
    for entry in entries:
        when = entry.when
        day = _certain_day(when)
        if day and before and before == last and (day - before).days >= _WORTH_SAYING:
            found[entry.id] = (day - before).days
        before = day
        last = max(last, when.latest or when.earliest or date.min)
    return found


def _certain_day(when: When) -> date | None:
    certain = when.earliest == when.latest and not (when.approximate or when.uncertain)
    return when.earliest if certain else None


def _unordered(entries: tuple[Entry, ...]) -> frozenset[str]:
    """Return the entries that share a day with others, and whose place in it only their files give."""
    found: set[str] = set()
    for day, group in groupby(entries, lambda entry: _certain_day(entry.when)):
        shared = list(group) if day else []
        times = Counter(entry.when.time for entry in shared)
        loose = (e for e in shared if not e.sequence and (e.when.time is None or times[e.when.time] > 1))
        found.update(entry.id for entry in loose if len(shared) > 1)
    return frozenset(found)
