"""What the panel changed in the columns of the reviewers' own: date, mark and notes.

These change with the review too. Where a cell is as the app writes it and nothing in it is tracked, the review has
changed since the document was written; everything else is the panel's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz

from chronology_app.core.entry import Entry
from chronology_app.core.fields import Field
from chronology_app.core.mark import LETTERS
from chronology_app.core.note import Note
from chronology_app.core.saying import say
from chronology_app.reading.from_remarked_docx import rows_of
from chronology_app.understanding.dates import read_when
from chronology_app.work.alike import plainly, without_letters
from chronology_app.work.returned import MARK, NOTES
from chronology_app.work.returned_rows import Row
from chronology_app.work.returned_words import Changed, author_of
from chronology_app.work.shown_words import DATES, Cells, Form
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.noted import paragraphs
from chronology_app.writing.wording import wording

_UNITS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years"})
_OF_AGES = _UNITS | {"weeks'", "gestation", "before", "birth", "of", "to", "from", "up", "corrected"}
"""The words ages are made of; see `core.age`."""

_WORD = re.compile(r"[^\W\d]+'?")
_ALIKE = 60
"""How alike (0 to 100) a paragraph must be to a note that is not there any more to be told to be that note, changed."""

_BEGINNING = 500
"""Characters by which notes are compared: enough to tell one from another, and quick whatever somebody pasted."""


@dataclass(frozen=True, slots=True)
class Column:
    """A cell of a reviewers' column: its `row`, the entry, and what the app writes in it in each form."""

    name: str
    row: Row
    entry: Entry
    forms: Sequence[Form]
    shown: Sequence[Cells]

    @property
    def lines(self) -> list[str]:
        """The paragraphs as they stand."""
        return _lines(self.row.text(self.name))

    @property
    def before(self) -> list[str]:
        """The paragraphs as they stood before tracked changes."""
        return _lines(self.row.before(self.name))

    @property
    def expected(self) -> set[str]:
        """Every paragraph the app writes in it, in any form."""
        return {plainly(line) for cells in self.shown for line in _lines(cells.get(self.name, ""))}

    @property
    def author(self) -> str:
        """Who changed it."""
        return author_of(self.row.line, self.row.layout.columns[self.name])

    def changed(self, before: str, after: str, field: str = "") -> Changed:
        """Return one change of it."""
        return Changed(field or self.name, without_letters(before), without_letters(after), self.author)


def changed_date(cell: Column) -> Iterator[Changed | None]:
    """Give what was changed in a date, None where only the review has changed since."""
    known = {plainly(form.dates(cell.entry.id)) for form in cell.forms if cell.entry.id in form.chronology.entries}
    known |= {plainly(text.replace("\n", " ")) for form in cell.forms for text in _earlier_dates(form, cell.entry.id)}
    was = cell.before if cell.row.is_changed(cell.name) else []
    old = {plainly(line) for line in was}
    written, *small = cell.lines or [""]
    if plainly(written) not in known and plainly(written) not in old:
        yield cell.changed(was[0] if was else cell.entry.when.text, written, Field.DATE)
    elif was and plainly(written) != plainly(was[0]):
        yield cell.changed(was[0], written, Field.DATE)
    decided = plainly(wording().say("chronology", "decided"))
    may_be_older = cell.entry.date_decided or decided in map(plainly, small)
    for line in small:
        if plainly(line) in cell.expected or plainly(line) in old:
            continue
        older = not was and (plainly(line) == decided or _is_age(line) or (may_be_older and _is_reading(line)))
        yield None if older else cell.changed(say(cell.entry.when) or cell.entry.when.text, line, Field.DATE)


def _earlier_dates(form: Form, entry_id: str) -> Iterator[str]:
    return form.earlier(entry_id, DATES) if entry_id in form.chronology.entries else iter(())


def _is_age(line: str) -> bool:
    words = set(_WORD.findall(plainly(line)))
    return bool(words & _UNITS) and words <= _OF_AGES


def _is_reading(line: str) -> bool:
    when = read_when(line)
    return when.known and plainly(say(when)) == plainly(line)


def changed_mark(cell: Column) -> Iterator[Changed | None]:
    """Give the mark somebody put in the place of another, None where only the review has changed since."""
    kind = cell.forms[0].chronology.kind_of(cell.entry.id)
    now, new = LETTERS.get(kind, "") if kind else "", _letter(cell.lines)
    if cell.row.is_changed(cell.name):
        was = _letter(cell.before)
        if new != was:
            yield cell.changed(was, new, MARK)
        return
    if new != now:
        as_written = tuple(map(plainly, cell.lines)) in _marks()
        yield None if as_written else cell.changed(now, new, MARK)


@cache
def _marks() -> Mapping[tuple[str, ...], str]:
    """Return the cells the app writes for marks, and the letter of each."""
    found: dict[tuple[str, ...], str] = {(): "", (plainly(wording().say("chronology", "unmarked")),): ""}
    for name, letter in _letters().items():
        found[letter, name] = letter
    return found


@cache
def _letters() -> Mapping[str, str]:
    return {plainly(wording().say("reading", kind)): letter for kind, letter in LETTERS.items()}


def _letter(lines: Sequence[str]) -> str:
    """Return the letter of a mark, "" for none; any other words are returned as they are."""
    said = tuple(map(plainly, lines))
    if said in _marks():
        return _marks()[said]
    names = {name.casefold(): letter for name, letter in _letters().items()}
    first, rest = said[0].casefold(), {line.casefold() for line in said[1:]}
    is_mark = first.upper() in names.values() or first in names
    return names.get(first, first.upper()) if is_mark and rest <= names.keys() else " ".join(said)


def changed_notes(cell: Column) -> Iterator[Changed | None]:
    """Give notes that were changed, written or taken out, None where only the review has changed since."""
    noted = _noted(cell)
    known = {line for _, said in noted for line in said} | cell.expected
    lines, old = cell.lines, {plainly(line) for line in cell.before}
    standing = {plainly(line) for line in lines}
    missing = [note for note, said in noted if standing.isdisjoint(said)]
    if cell.row.is_changed(cell.name):
        missing = [note for note, said in noted if note in missing and not old.isdisjoint(said)]
        yield from _rewritten(cell, [line for line in lines if plainly(line) not in old | known], missing)
        return
    fresh = [line for line in lines if plainly(line) not in known]
    yield from (one for one in _rewritten(cell, fresh, missing) if one.after)


def _rewritten(cell: Column, fresh: Sequence[str], missing: list[Note]) -> Iterator[Changed]:
    """Give each new paragraph as what a missing note was changed into, or as part of one new note."""
    new: list[str] = []
    for line in fresh:
        words = _without_label(line)
        note = max(missing, key=lambda one: _likeness(one.text, words), default=None)
        if note and _likeness(note.text, words) >= _ALIKE:
            missing.remove(note)
            yield cell.changed(note.text, words, NOTES)
        else:
            new.append(line)
    if new:
        yield cell.changed("", "\n".join(new), NOTES)
    yield from (cell.changed(note.text, "", NOTES) for note in missing)


def _likeness(one: str, other: str) -> float:
    return fuzz.ratio(plainly(one)[:_BEGINNING], plainly(other)[:_BEGINNING])


def _without_label(line: str) -> str:
    label, colon, words = line.partition(": ")
    return words if colon and plainly(label) in _labels() else line


@cache
def _labels() -> frozenset[str]:
    return frozenset(plainly(words) for words in wording().sections.get("note", {}).values())


def _noted(cell: Column) -> list[tuple[Note, set[str]]]:
    """Return each note as it is, with the paragraphs its words make in each form, who wrote it left out."""
    found = [(note, set[str]()) for note in cell.forms[0].chronology.notes_of(cell.entry.id)]
    for form in cell.forms:
        manuscript = Manuscript(form.chronology, look=form.look)
        shown = {note.id: note for note in form.chronology.notes_of(cell.entry.id)}
        for own, said in found:
            if own.id in shown:
                bare = replace(shown[own.id], author="", written="")
                for note in (shown[own.id], bare):
                    [line] = rows_of(f"<w:tr><w:tc>{paragraphs(manuscript, note)}</w:tc></w:tr>")
                    said.update(plainly(line) for line in _lines(line.texts[0])[:1])
    return found


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]
