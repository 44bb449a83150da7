"""What is shown of a chronology: one question a person can ask of it, and the entries that answer it."""

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
        found = chronology.aside() if self.aside else chronology.in_order()
        if self == Filter(aside=self.aside):
            return found
        words = self.text.casefold()
        return tuple(entry for entry in found if self._holds(entry, chronology, words))

    def _holds(self, entry: Entry, chronology: Chronology, words: str) -> bool:
        return (
            (self.agencies is None or entry.agency_id in self.agencies)
            and (self.sources is None or entry.source_id in self.sources)
            and (not self.needing or entry.needs != "")
            and (not self.flagged or entry.flagged)
            and (self.kinds is None or (chronology.kind_of(entry.id) or UNMARKED) in self.kinds)
            and (not words or words in chronology.words_of(entry))
        )


ALL_KINDS = frozenset({*(str(kind) for kind in Kind), UNMARKED})
