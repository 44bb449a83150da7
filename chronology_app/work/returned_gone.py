"""Which entries a document from Word must have held and holds no more.

A row taken out with tracked changes is still there to be read. Of any other the app's bookmarks tell: they count the
entries from 1, so that a number that is missing was a row. Which entry it was is said only where the entries that the
review has between its neighbours are exactly as many.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from chronology_app.core.chronology import Chronology
from chronology_app.reading.remarked import Remarked
from chronology_app.work.returned_entries import Entries
from chronology_app.writing.wording import wording

_BOOKMARK = re.compile(r"entry(\d{1,7})")
_NUMBER = re.compile(r"\d[\d,]*")


def gone_from(document: Remarked, entries: Entries, chronology: Chronology) -> tuple[str, ...]:
    """Return the ids of entries whose rows were taken out, as far as that can be told, in the review's order."""
    tracked = {
        entries.by_reference[row.references[0]]
        for row in entries.found
        if row.gone and row.references[0] in entries.by_reference
    }
    numbers = {
        int(match[1]): entry_id
        for entry_id, row in entries.rows.items()
        if (match := _BOOKMARK.fullmatch(row.line.bookmark))
    }
    order = [entry.id for entry in chronology.in_order()]
    told = tracked.union(_between(numbers, order, _held(document))) - entries.rows.keys()
    return tuple(entry_id for entry_id in order if entry_id in told)


def _between(numbers: Mapping[int, str], order: Sequence[str], held: int) -> Iterator[str]:
    """Give the entries between neighbours, where they are as many as the numbers that are missing there."""
    if not numbers:
        return
    at = {entry_id: place for place, entry_id in enumerate(order)}
    known = [(number, at[entry_id]) for number, entry_id in sorted(numbers.items()) if entry_id in at]
    ends = [(0, -1), *known, *([(held + 1, len(order))] if held else [])]
    present = {place for _, place in known}
    for (first, start), (last, end) in pairwise(ends):
        left = [order[place] for place in range(start + 1, end) if place not in present]
        if 0 < last - first - 1 == len(left):
            yield from left


def _held(document: Remarked) -> int:
    """Return how many entries the first page says the document holds, 0 where it does not say."""
    label = wording().say("title", "holds")
    for line in document.rows:
        said, _, words = line.texts[0].partition("\t") if line.texts and not line.table else ("", "", "")
        number = _NUMBER.match(words) if said.strip() == label else None
        if number:
            return int(number[0].replace(",", ""))
    return 0
