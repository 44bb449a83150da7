"""The cells of one entry: each column of the chronology is one small function from an entry to a cell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import repeat
from operator import attrgetter

from chronology_app.core.age import ages_of
from chronology_app.core.agency import Agency
from chronology_app.core.entry import Entry
from chronology_app.core.mark import LETTERS, Kind, Mark
from chronology_app.core.palette import colour
from chronology_app.core.when import When
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.marked import runs
from chronology_app.writing.noted import paragraphs
from chronology_app.writing.reading import reading_of
from chronology_app.writing.wording import Column, widths_on
from chronology_app.writing.wordml import ROW_END, bookmark, cell_start, letters, paragraph, plain, row_start, run

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
        """Their widths in twentieths of a point; together they fill the page."""
        manuscript = self._manuscript
        references = (manuscript.references[entry.id] for entry in manuscript.entries)
        codes = (agency.code for agency in self._chronology.agencies.values())
        longest = {"ref": max(map(len, references), default=0), "agency": max(map(len, codes), default=0)}
        return widths_on(manuscript.width, self.columns, longest)

    def rows(self, entries: Sequence[Entry]) -> Iterator[str]:
        """Return the table row of each entry, one that stays on one page unless it is long."""
        cells = (map(cell, entries) for cell in self._cells)
        return map("".join, zip(map(_start, entries), *cells, repeat(ROW_END)))  # the ends never end

    def _has(self, column: Column) -> bool:
        """Return whether anything would stand in a column that may be left out."""
        if column.name == "notes":
            return self._manuscript.look.notes
        return not column.optional or not self._used.isdisjoint(column.fields)

    def _cell(self, column: Column, width: int) -> Cell:
        if column.name == "agency":
            return self._agency(width)
        made = {"ref": self._ref, "date": self._date, "mark": self._mark, "notes": self._notes}.get(column.name)
        return made(cell_start(width)) if made else self._words(cell_start(width), column)

    def _ref(self, start: str) -> Cell:
        numbers, references = self._manuscript.bookmarks, self._manuscript.references

        def cell(entry: Entry) -> str:
            number, words = numbers[entry.id], run(references[entry.id])
            return f"{start}{_TEXT_START}{bookmark(number, f'entry{number}', words)}</w:p>{_END}"

        return cell

    def _date(self, start: str) -> Cell:
        @cache
        def made(when: When, comment: str, decided: bool) -> str:
            return f"{start}{self._date_words(when, comment, decided)}{_END}"

        return lambda entry: made(entry.when, entry.comment, entry.date_decided)

    def _date_words(self, when: When, comment: str, decided: bool) -> str:
        review = self._chronology.review
        small = [
            reading_of(when),
            self._manuscript.say("chronology", "decided") if decided else "",
            ages_of(when, review.born, review.due),
            comment,
        ]
        return plain(when.text or "–", "EntryText") + "".join(plain(t, "EntrySmall") for t in small if t)

    def _agency(self, width: int) -> Cell:
        @cache
        def made(agency_id: str) -> str:
            agency = self._chronology.agencies.get(agency_id) or Agency(agency_id, "?", "")
            fill = colour(agency.colour).pale.lstrip("#").upper()
            return f"{cell_start(width, fill)}{plain(agency.code, 'EntryAgency')}{_END}"

        return lambda entry: made(entry.agency_id)

    def _mark(self, start: str) -> Cell:
        kinds = self._manuscript.kinds

        @cache
        def made(kind: Kind | None) -> str:
            return f"{start}{self._mark_words(kind)}{_END}"

        return lambda entry: made(kinds.get(entry.id))

    def _mark_words(self, kind: Kind | None) -> str:
        if kind is None:
            return plain(self._manuscript.say("chronology", "unmarked"), "EntryText")
        return plain(LETTERS[kind], "EntryAgency") + plain(self._manuscript.say("reading", kind), "EntrySmall")

    def _notes(self, start: str) -> Cell:
        def cell(entry: Entry) -> str:
            made = "".join(paragraphs(self._manuscript, note) for note in self._chronology.notes_of(entry.id))
            return f"{start}{made or _NOTHING}{_END}"

        return cell

    def _words(self, start: str, column: Column) -> Cell:
        """Return what makes a cell of the agency's own words: the first field plainly, the others beneath labels."""
        say = self._manuscript.say
        labels = {column.fields[0]: ""} | {n: say("label", n) for n in column.fields[1:] if n in self._used}
        first, *others = map(attrgetter, labels)
        passages = {mark.entry_id for mark in self._chronology.all(Mark).values() if mark.field in labels}
        place = self._place() if column.place else lambda _: ""

        def cell(entry: Entry) -> str:
            if entry.id in passages or (others and any(other(entry) for other in others)):
                inside = self._labelled(entry, labels)
            else:
                text = first(entry)
                inside = f"{_TEXT_START}<w:r>{letters(text)}</w:r></w:p>" if text else ""
            return f"{start}{inside + place(entry) or _NOTHING}{_END}"

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

    def _place(self) -> Cell:
        @cache
        def made(source_id: str, table: str) -> str:
            return plain(self._file(source_id, table), "EntrySmall").removesuffix(_TEXT_END)

        return lambda entry: f"{made(entry.source_id, entry.table)} {entry.row}{_TEXT_END}"

    def _file(self, source_id: str, table: str) -> str:
        """Return "HV.xlsx, row": the words before the row's number."""
        source = self._chronology.sources.get(source_id)
        several = source is not None and len(source.tables) > 1
        file, table = (" ".join(words.split()) for words in (source.name if source else "?", table))
        return self._manuscript.say("chronology", "place_table" if several else "place", file=file, table=table)


def _start(entry: Entry) -> str:
    """Return the opening of an entry's row."""
    return row_start(len(entry.event) + len(entry.action) + len(entry.experience) + len(entry.analysis) < LONG)


def _labelled(label: str, inside: str) -> str:
    return paragraph(run(f"{label}: ", "EntryLabel") + inside if label else inside, "EntryText")
