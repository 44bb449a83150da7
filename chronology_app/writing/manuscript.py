"""What every part of a document is written from: the chronology, what was noticed in it, and how it is to look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Findings
from chronology_app.writing.look import Look
from chronology_app.writing.references import references
from chronology_app.writing.wording import Wording, wording

TEXT_WIDTH = 15137
"""What an A4 landscape page has between margins of 15 mm, in twentieths of a point."""


@dataclass(frozen=True)
class Manuscript:
    """A document about to be written; what several parts need is worked out once."""

    chronology: Chronology
    findings: Findings = field(default_factory=Findings)
    look: Look = field(default_factory=Look)
    wording: Wording = field(default_factory=wording)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries the document shows, in order, undated first."""
        return tuple(entry for entry in self.chronology.in_order() if self.look.keeps(entry.id))

    @cached_property
    def references(self) -> Mapping[str, str]:
        """The reference of every entry by id."""
        return references(self.chronology)

    @cached_property
    def bookmarks(self) -> Mapping[str, int]:
        """The number of the bookmark of every entry the document shows in its chronology, by id."""
        shown = self.entries if "chronology" in self.look.parts else ()
        return {entry.id: number for number, entry in enumerate(shown, 1)}

    @property
    def title(self) -> str:
        """The title on the first page."""
        review = self.chronology.review
        return self.look.title or review.title or review.designation or self.say("title", "untitled")

    def say(self, section: str, key: str, **values: object) -> str:
        """Return one of the fixed texts; see `Wording.say`."""
        return self.wording.say(section, key, **values)
