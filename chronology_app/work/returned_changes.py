"""What was changed in the rows of a document from Word, as proposals for a person."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from chronology_app.core.chronology import Chronology
from chronology_app.core.fields import Field
from chronology_app.core.mark import LETTERS
from chronology_app.core.note import NoteKind
from chronology_app.core.when import When
from chronology_app.reading.remarked import Line
from chronology_app.work.alike import plainly, without_letters
from chronology_app.work.returned import LEAVE_OUT, MARK, NOTES, Proposal, date_of
from chronology_app.work.returned_columns import Column as OwnColumn
from chronology_app.work.returned_columns import changed_date, changed_mark, changed_notes
from chronology_app.work.returned_entries import Entries
from chronology_app.work.returned_rows import REF, Row
from chronology_app.work.returned_words import Changed, author_of, changed_words
from chronology_app.writing.wording import Column, wording

_OWN: Mapping[str, Callable[[OwnColumn], Iterator[Changed | None]]] = {
    "date": changed_date,
    "mark": changed_mark,
    "notes": changed_notes,
}


class At(NamedTuple):
    """A change with the entry it is in, and the title of its column."""

    entry_id: str
    title: str
    changed: Changed


def changes_in(entries: Entries) -> tuple[list[At], tuple[str, ...]]:
    """Return what the panel changed, and the ids of entries in which only the review has changed since."""
    found: list[At] = []
    since: dict[str, None] = {}
    titles = {column.name: column for column in wording().columns}
    for done, (entry_id, row) in enumerate(entries.differing.items()):
        if done % 200 == 0:
            entries.report(len(entries.rows) + done, 2 * len(entries.rows), "Comparing with the review")
        for name in row.layout.columns:
            if name == REF or _is_as_written(name, row, entry_id, entries):
                continue
            for changed in _changed(titles[name], row, entry_id, entries):
                if changed is None:
                    since[entry_id] = None
                else:
                    found.append(At(entry_id, titles[name].title, changed))
        found += (At(entry_id, row.layout.added[at], one) for at, one in _in_added_columns(row))
    return found, tuple(since)


def _is_as_written(name: str, row: Row, entry_id: str, entries: Entries) -> bool:
    text = plainly(row.text(name))
    return any(text == plainly(cells.get(name, "")) for cells in entries.shown(entry_id))


def _changed(column: Column, row: Row, entry_id: str, entries: Entries) -> Iterator[Changed | None]:
    at = row.layout.columns[column.name]
    if at >= len(row.line.texts):
        return
    forms = entries.forms(entry_id)
    if len(row.references) > 1:
        yield from _in_joined(column, row, at, entries)
    elif column.name in _OWN:
        entry = entries.chronology.entries[entry_id]
        yield from _OWN[column.name](OwnColumn(column.name, row, entry, forms, entries.shown(entry_id)))
    elif column.fields:
        yield from changed_words(row.line, at, column, entry_id, forms)
    else:
        shown, author = entries.now[entry_id].get(column.name, ""), author_of(row.line, at)
        yield Changed(Field.AGENCY, without_letters(shown), without_letters(row.text(column.name)), author)


def _in_joined(column: Column, row: Row, at: int, entries: Entries) -> Iterator[Changed]:
    """Give what was changed in a row made of several, as a whole; of the reviewers' own columns nothing can be told."""
    ids = [entries.by_reference[reference] for reference in row.references]
    for number in range(len(entries.shown(ids[0]))):
        cells = (entries.shown(one)[number].get(column.name, "") for one in ids if number < len(entries.shown(one)))
        if column.name in _OWN or plainly("\n".join(cells)) == plainly(row.line.texts[at]):
            return
    shown = "\n".join(entries.now[one].get(column.name, "") for one in ids)
    field = column.fields[0] if column.fields else Field.AGENCY
    yield Changed(field, without_letters(shown), without_letters(row.line.texts[at]), author_of(row.line, at))


def _in_added_columns(row: Row) -> Iterator[tuple[int, Changed]]:
    """Give the words of columns the panel added, as notes that begin with the column's heading."""
    for at, heading in row.layout.added.items():
        words = without_letters(row.line.texts[at]) if at < len(row.line.texts) else ""
        if words:
            yield at, Changed(NOTES, "", f"{heading}: {words}" if heading else words, author_of(row.line, at))


def proposals_of(changes: Iterable[At], entries: Entries, references: Mapping[str, str]) -> Iterator[Proposal]:
    """Give what was changed as proposals, with the word whether the review says so already."""
    for entry_id, title, changed in changes:
        place = ", ".join(filter(None, (references[entry_id], title)))
        made = Proposal("", entry_id, place, changed.field, changed.before, changed.after, changed.author, False)
        yield replace(made, taken=_is_taken(made, entries.chronology))


def _is_taken(proposal: Proposal, chronology: Chronology) -> bool:
    notes = chronology.notes_of(proposal.entry_id)
    if proposal.field == MARK:
        kind = chronology.kind_of(proposal.entry_id)
        is_so = (LETTERS[kind] if kind else "") == proposal.after
        return is_so or any(note.text == f"Mark: {proposal.after or 'none'}" for note in notes)
    if proposal.field == Field.DATE:
        entry, when = chronology.entries[proposal.entry_id], date_of(proposal, chronology)
        if when:
            now = entry.when
            return entry.date_decided and _known(now) == _known(when)
    if proposal.field == NOTES:
        return any(plainly(note.text) == plainly(proposal.after) for note in notes)
    said = (proposal.author, plainly(proposal.after or LEAVE_OUT), plainly(proposal.before))
    return any((n.author, plainly(n.text), plainly(n.about)) == said for n in notes if n.kind is NoteKind.PROPOSAL)


def _known(when: When) -> tuple[object, ...]:
    return when.earliest, when.latest, when.time, when.end_time, when.dates


def tracked_elsewhere(lines: Iterable[Line]) -> Iterator[Proposal]:
    """Give tracked changes beside no entry, which are only shown: by paragraph or cell, as a whole."""
    for line in lines:
        for at in dict.fromkeys(edit.column for edit in line.edits if edit.author):
            before, after = without_letters(line.before(at)), without_letters(line.texts[at])
            place = line.heading or wording().say("title", "kind")
            if plainly(before) != plainly(after):
                yield Proposal("", "", place, "", before, after, author_of(line, at), False)
