"""What every part of a document is written from: the chronology, what was noticed in it, and how it is to look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Findings
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.saying import MONTHS, say_day
from chronology_app.core.source import OtherRow, Source, current
from chronology_app.writing.look import Look
from chronology_app.writing.references import codes, references
from chronology_app.writing.wording import Wording, wording

TEXT_WIDTH = 15137
"""What an A4 landscape page has between margins of 15 mm, in twentieths of a point."""


@dataclass(frozen=True)
class Manuscript:
    """A document about to be written; what several parts need is worked out once.

    `width` is what a page has between its margins, in twentieths of a point.
    """

    chronology: Chronology
    findings: Findings = field(default_factory=Findings)
    look: Look = field(default_factory=Look)
    wording: Wording = field(default_factory=wording)
    width: int = TEXT_WIDTH

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries the document shows, in order, undated first."""
        wanted, ordered = self.look.entry_ids, self.chronology.in_order()
        return ordered if wanted is None else tuple(entry for entry in ordered if entry.id in wanted)

    @cached_property
    def kinds(self) -> Mapping[str, Kind | None]:
        """What entries show as, by id; those that bear no mark are not in it."""
        marked = dict.fromkeys(mark.entry_id for mark in self.chronology.all(Mark).values())
        return {entry_id: self.chronology.kind_of(entry_id) for entry_id in marked}

    @cached_property
    def references(self) -> Mapping[str, str]:
        """The reference of every entry by id."""
        return references(self.chronology)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """What the references begin with: the codes of the agencies."""
        return tuple(codes(self.chronology).values())

    @cached_property
    def bookmarks(self) -> Mapping[str, int]:
        """The number of the bookmark of every entry the document shows in its chronology, by id."""
        refers = not self.look.columns or "ref" in self.look.columns
        shown = self.entries if refers and "chronology" in self.look.parts else ()
        return {entry.id: number for number, entry in enumerate(shown, 1)}

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts that have something to say, in the order wanted."""
        held: Mapping[str, object] = {
            "abbreviations": self.findings.abbreviations,
            "nil_returns": self.nil_returns,
            "people": self.chronology.people,
            "practice": self.practice,
            "questions": self.questions,
            "needing": not self.look.publication,
        }
        return tuple(name for name in self.look.parts if held.get(name, True))

    @cached_property
    def months(self) -> tuple[tuple[str, str, tuple[Entry, ...]], ...]:
        """The entries by the month they begin in: its title, the name of its bookmark, its entries; undated first."""
        if self.look.publication and self.entries:
            return ((self.say("chronology", "published"), "month_all", self.entries),)
        return tuple((*self._titled(month), tuple(entries)) for month, entries in groupby(self.entries, key=_month))

    def _titled(self, month: tuple[int, int] | None) -> tuple[str, str]:
        if month is None:
            return self.say("chronology", "undated"), "month_undated"
        year, number = month
        return f"{MONTHS[number - 1]} {year}", f"month_{year:04}_{number:02}"

    @cached_property
    def questions(self) -> tuple[tuple[Entry, Note], ...]:
        """What reviewers asked agencies about entries the document shows."""
        asked = any(note.kind is NoteKind.QUESTION for note in self.chronology.all(Note).values())
        notes = ((entry, note) for entry in (self.entries if asked else ()) for note in self._notes(entry))
        return tuple(found for found in notes if found[1].kind is NoteKind.QUESTION)

    def _notes(self, entry: Entry) -> tuple[Note, ...]:
        return self.chronology.notes_of(entry.id)

    @cached_property
    def practice(self) -> tuple[Entry, ...]:
        """The entries in which an agency wrote about its own practice."""
        return tuple(entry for entry in self.entries if entry.practice)

    @cached_property
    def nil_returns(self) -> tuple[tuple[Source, OtherRow], ...]:
        """What agencies wrote of times in which they had no contact, in the order of the files."""
        ordered = sorted(current(self.chronology.sources), key=lambda source: (source.position, source.id))
        return tuple((source, row) for source in ordered for row in source.nil_returns())

    @cached_property
    def bookmark_of(self) -> Mapping[str, int]:
        """The number of the bookmark of every entry the document shows, by its reference."""
        return {self.references[entry_id]: number for entry_id, number in self.bookmarks.items()}

    @property
    def title(self) -> str:
        """The title on the first page."""
        review = self.chronology.review
        return self.look.title or review.title or review.designation or self.say("title", "untitled")

    @property
    def scope(self) -> str:
        """The scope period in words, "" where none is set."""
        first, last = self.chronology.review.scope_from, self.chronology.review.scope_to
        if first and last:
            return self.say("title", "scope_line", first=say_day(first), last=say_day(last))
        if first:
            return self.say("title", "scope_open_end", first=say_day(first))
        return self.say("title", "scope_open_start", last=say_day(last)) if last else ""

    def say(self, section: str, key: str, **values: object) -> str:
        """Return one of the fixed texts; see `Wording.say`."""
        return self.wording.say(section, key, **values)


def _month(entry: Entry) -> tuple[int, int] | None:
    """Return the year and month an entry stands under, None where nothing is known."""
    day = entry.when.earliest or entry.when.latest
    return (day.year, day.month) if day else None
