"""The cells of one entry: each column of the chronology is one small function from an entry to a cell."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from operator import attrgetter

from chronology_app.core.age import ages_of
from chronology_app.core.entry import Entry
from chronology_app.core.mark import LETTERS, Kind, Mark
from chronology_app.core.palette import colour
from chronology_app.core.when import When
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.marked import runs
from chronology_app.writing.noted import paragraphs
from chronology_app.writing.reading import reading_of
from chronology_app.writing.wording import Column
from chronology_app.writing.wordml import bookmark, cell_start, letters, paragraph, plain, row, run

LONG = 1800
"""Characters of agency text from which a row may go over the end of a page, about half a page of it."""

Cell = Callable[[Entry], str]
_END = "</w:tc>"
_TEXT_END = "</w:t></w:r></w:p>"
_TEXT_START = '<w:p><w:pPr><w:pStyle w:val="EntryText"/></w:pPr>'
_NOTHING = plain("", "EntryText")


class Rows:
    """Makes the table rows of one document; what many rows share is made once and kept."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._chronology = manuscript.chronology
        self._entries_with_passages = {m.entry_id for m in self._chronology.all(Mark).values() if m.is_passage}
        self._dates: dict[tuple[When, str, bool], str] = {}
        self._agencies: dict[str, str] = {}
        self._marks: dict[Kind | None, str] = {}
        self._places: dict[tuple[str, str], str] = {}
        self._cells = tuple(self._cell(column, width) for column, width in zip(self.columns, self.widths, strict=True))

    @cached_property
    def _used(self) -> frozenset[str]:
        """The fields in which at least one entry has words."""
        names = {name for column in self._manuscript.wording.columns for name in column.fields}
        return frozenset(name for name in names if any(map(attrgetter(name), self._manuscript.entries)))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns this document has, from left to right."""
        known = {column.name: column for column in self._manuscript.wording.columns}
        wanted = self._manuscript.look.columns or tuple(known)
        return tuple(known[name] for name in wanted if name in known and self._has(known[name]))

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """Their widths in twentieths of a point, stretched to fill the page."""
        total = sum(column.width for column in self.columns)
        return tuple(column.width * self._manuscript.width // total for column in self.columns)

    def row(self, entry: Entry) -> str:
        """Return the table row of an entry, one that stays on one page unless it is long."""
        whole = len(entry.event) + len(entry.action) + len(entry.experience) + len(entry.analysis) < LONG
        return row([cell(entry) for cell in self._cells], whole)

    def _has(self, column: Column) -> bool:
        """Return whether anything would stand in a column that may be left out."""
        if column.name == "notes":
            return self._manuscript.look.notes
        return not column.optional or not self._used.isdisjoint(column.fields)

    def _cell(self, column: Column, width: int) -> Cell:
        start = cell_start(width)
        made: dict[str, Cell] = {
            "ref": partial(self._ref, start),
            "date": partial(self._date, start),
            "agency": partial(self._agency, width),
            "mark": partial(self._mark, start),
            "notes": partial(self._notes, start),
        }
        return made.get(column.name) or self._words(start, column)

    def _ref(self, start: str, entry: Entry) -> str:
        number = self._manuscript.bookmarks[entry.id]
        shown = letters(self._manuscript.references[entry.id])
        return f"{start}{_TEXT_START}{bookmark(number, f'entry{number}', f'<w:r>{shown}</w:r>')}</w:p>{_END}"

    def _date(self, start: str, entry: Entry) -> str:
        key = (entry.when, entry.comment, entry.date_decided)
        kept = self._dates.get(key)
        if kept is None:
            kept = self._dates[key] = f"{start}{self._date_words(entry)}{_END}"
        return kept

    def _date_words(self, entry: Entry) -> str:
        review = self._chronology.review
        small = [
            reading_of(entry.when),
            self._manuscript.say("chronology", "decided") if entry.date_decided else "",
            ages_of(entry.when, review.born, review.due),
            entry.comment,
        ]
        return plain(entry.when.text or "–", "EntryText") + "".join(plain(t, "EntrySmall") for t in small if t)

    def _agency(self, width: int, entry: Entry) -> str:
        kept = self._agencies.get(entry.agency_id)
        if kept is None:
            agency = self._chronology.agency_of(entry)
            fill = colour(agency.colour).pale.lstrip("#").upper()
            kept = f"{cell_start(width, fill)}{plain(agency.code, 'EntryAgency')}{_END}"
            self._agencies[entry.agency_id] = kept
        return kept

    def _mark(self, start: str, entry: Entry) -> str:
        kind = self._chronology.kind_of(entry.id)
        kept = self._marks.get(kind)
        if kept is None:
            kept = self._marks[kind] = f"{start}{self._mark_words(kind)}{_END}"
        return kept

    def _mark_words(self, kind: Kind | None) -> str:
        if kind is None:
            return plain(self._manuscript.say("chronology", "unmarked"), "EntryText")
        return plain(LETTERS[kind], "EntryAgency") + plain(self._manuscript.say("reading", kind), "EntrySmall")

    def _notes(self, start: str, entry: Entry) -> str:
        made = "".join(paragraphs(self._manuscript, note) for note in self._chronology.notes_of(entry.id))
        return f"{start}{made or _NOTHING}{_END}"

    def _words(self, start: str, column: Column) -> Cell:
        """Return what makes a cell of the agency's own words: the first field plainly, the others beneath labels."""
        say = self._manuscript.say
        labels = {column.fields[0]: ""} | {n: say("label", n) for n in column.fields[1:] if n in self._used}
        first, *others = map(attrgetter, labels)

        def cell(entry: Entry) -> str:
            if entry.id in self._entries_with_passages or (others and any(other(entry) for other in others)):
                inside = self._labelled(entry, labels)
            else:
                text = first(entry)
                inside = f"{_TEXT_START}<w:r>{letters(text)}</w:r></w:p>" if text else ""
            if column.place:
                inside += self._place(entry)
            return f"{start}{inside or _NOTHING}{_END}"

        return cell

    def _labelled(self, entry: Entry, labels: Mapping[str, str]) -> str:
        """Return what an entry says in some fields, with its marked passages; `labels` by field."""
        made = []
        for name, label in labels.items():
            text = entry.text(name)
            if text:
                passages = [mark for mark in self._chronology.marks_of(entry.id) if mark.field == name]
                made.append(_labelled(label, runs(text, passages)))
        return "".join(made)

    def _place(self, entry: Entry) -> str:
        key = entry.source_id, entry.table
        kept = self._places.get(key)
        if kept is None:
            kept = self._places[key] = plain(self._file(entry), "EntrySmall").removesuffix(_TEXT_END)
        return f"{kept} {entry.row}{_TEXT_END}"

    def _file(self, entry: Entry) -> str:
        """Return "HV.xlsx, row": the words before the row's number."""
        source = self._chronology.sources.get(entry.source_id)
        several = source is not None and len(source.tables) > 1
        name, table = (" ".join(words.split()) for words in (source.name if source else "?", entry.table))
        return self._manuscript.say("chronology", "place_table" if several else "place", file=name, table=table)


def _labelled(label: str, inside: str) -> str:
    return paragraph(run(f"{label}: ", "EntryLabel") + inside if label else inside, "EntryText")
