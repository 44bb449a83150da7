"""What is shown of a chronology: one question a person can ask of it, and the entries that answer it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.mark import Kind

UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Filter:
    """A question. None or "" asks nothing; all that is asked must hold.

    `agencies` are agency ids, `sources` source ids; `kinds` are mark kinds and may hold UNMARKED; `text` is found, in
    any case, in any of the agency's words; `needing` keeps entries that need a person; `aside` shows those set aside.
    """

    agencies: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    kinds: frozenset[str] | None = None
    text: str = ""
    needing: bool = False
    flagged: bool = False
    aside: bool = False

    def apply(self, chronology: Chronology) -> tuple[Entry, ...]:
        """Return the entries that answer, in the chronology's own order."""
        if self == Filter(aside=self.aside):
            return chronology.aside() if self.aside else chronology.in_order()
        words = self.text.casefold()
        if self.aside:
            found = [entry for entry in chronology.aside() if words in chronology.words_of(entry)]
        else:
            found = chronology.holding(words) if words else list(chronology.in_order())
        for test in self._tests(chronology):
            found = list(filter(test, found))
        return tuple(found)

    def _tests(self, chronology: Chronology) -> Iterator[Callable[[Entry], bool]]:
        """One test for each thing that is asked; what is not asked costs nothing."""
        agencies, sources, kinds = self.agencies, self.sources, self.kinds
        if agencies is not None:
            yield lambda entry: entry.agency_id in agencies
        if sources is not None:
            yield lambda entry: entry.source_id in sources
        if kinds is not None:
            yield lambda entry: (chronology.kind_of(entry.id) or UNMARKED) in kinds
        if self.needing:
            yield lambda entry: entry.needs != ""
        if self.flagged:
            yield lambda entry: entry.flagged


ALL_KINDS = frozenset({*(str(kind) for kind in Kind), UNMARKED})
