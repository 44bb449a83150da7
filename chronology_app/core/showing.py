"""The entries that answer a question, in the chronology's own order."""

from collections.abc import Callable, Iterator

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.filter import UNMARKED, Filter


def shown(chronology: Chronology, asked: Filter) -> tuple[Entry, ...]:
    """Return the entries that answer, in the chronology's own order."""
    if asked == Filter(aside=asked.aside):
        return chronology.aside() if asked.aside else chronology.in_order()
    words = asked.text.casefold()
    if asked.aside:
        found = [entry for entry in chronology.aside() if words in chronology.words_of(entry)]
    else:
        found = chronology.holding(words) if words else list(chronology.in_order())
    for test in _tests(chronology, asked):
        found = list(filter(test, found))
    return tuple(found)


def _tests(chronology: Chronology, asked: Filter) -> Iterator[Callable[[Entry], bool]]:
    """One test for each thing that is asked; what is not asked costs nothing."""
    agencies, sources, kinds = asked.agencies, asked.sources, asked.kinds
    if agencies is not None:
        yield lambda entry: entry.agency_id in agencies
    if sources is not None:
        yield lambda entry: entry.source_id in sources
    if kinds is not None:
        yield lambda entry: (chronology.kind_of(entry.id) or UNMARKED) in kinds
    if asked.needing:
        yield lambda entry: entry.needs != ""
    if asked.flagged:
        yield lambda entry: entry.flagged
