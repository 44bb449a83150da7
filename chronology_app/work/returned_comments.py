"""Where each comment of a Word document stands in a review: its entry, the field, and the words it is about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from chronology_app.core.chronology import Chronology
from chronology_app.core.fields import Field
from chronology_app.core.note import Note, NoteKind
from chronology_app.reading.remarked import Anchor, Line, Remark, Remarked
from chronology_app.reviewing.designations import words_before
from chronology_app.work.alike import plainly, without_letters
from chronology_app.work.returned import Comment, note_text
from chronology_app.work.returned_rows import Row
from chronology_app.work.returned_words import spans_of
from chronology_app.work.shown_words import Form
from chronology_app.writing.wording import Column, wording

_BESIDE_NOTHING = "Beside no words of the document"
_WORDLESS = "(a comment without words)"
"""What a comment says that is a picture or a tick only: a note needs words."""


@dataclass(frozen=True)
class Places:
    """Where the lines of a document stand: `rows` and `entries` by the number of the line they are in."""

    document: Remarked
    rows: Mapping[int, Row]
    entries: Mapping[int, str]
    references: Mapping[str, str]
    forms: Mapping[str, Sequence[Form]]

    @cached_property
    def anchors(self) -> Mapping[str, tuple[int, list[Anchor]]]:
        """The anchors of each remark by its id, with the number of the line they are in; points only where no range."""
        found: dict[str, tuple[int, list[Anchor]]] = {}
        for number, line in enumerate(self.document.rows):
            for anchor in line.anchors:
                at, anchors = found.setdefault(anchor.remark, (number, []))
                if at == number:
                    anchors.append(anchor)
        return {one: (at, [a for a in held if a.start < a.end] or held) for one, (at, held) in found.items()}


def comments_in(places: Places, chronology: Chronology) -> tuple[Comment, ...]:
    """Return the remarks of a document from top to bottom, those beside nothing last."""
    by_id = {remark.id: remark for remark in places.document.remarks}

    def place(remark: Remark) -> tuple[int, int, int]:
        number, anchors = places.anchors.get(_rooted(remark, places, by_id), (len(places.document.rows), []))
        return number, *((anchors[0].column, anchors[0].start) if anchors else (0, 0))

    placed = sorted(by_id.values(), key=place)
    found = [_comment(one, places, by_id) for one in placed]
    said = {comment.id: comment for comment in found}
    return tuple(replace(one, taken=_is_taken(one, said, chronology)) for one in found)


def _rooted(remark: Remark, places: Places, by_id: Mapping[str, Remark]) -> str:
    """Return the id of the remark whose place counts: a reply without one stands where what it answers does."""
    if remark.id in places.anchors or remark.answers not in by_id:
        return remark.id
    return remark.answers


def _comment(remark: Remark, places: Places, by_id: Mapping[str, Remark]) -> Comment:
    number, anchors = places.anchors.get(_rooted(remark, places, by_id), (-1, []))
    line = places.document.rows[number] if number >= 0 else None
    entry_id = places.entries.get(number, "")
    row = places.rows.get(number)
    field, about = _words(row, anchors, entry_id, places) if row else ("", _quoted(line, anchors) if line else "")
    title = _title(row, anchors) if row else ""
    where = places.references[entry_id] if entry_id else line.heading if line else _BESIDE_NOTHING
    place = ", ".join(filter(None, (where or wording().say("title", "kind"), title)))
    answers = remark.answers if remark.answers in by_id else ""
    return Comment(
        remark.id,
        entry_id,
        place,
        remark.author,
        remark.written,
        remark.text or _WORDLESS,
        field,
        about,
        remark.resolved,
        answers,
        False,
    )


def _is_taken(comment: Comment, by_id: Mapping[str, Comment], chronology: Chronology) -> bool:
    text = note_text(comment, by_id)
    return any(_is_same(note, comment.author, text) for note in chronology.notes_of(comment.entry_id))


def _is_same(note: Note, author: str, text: str) -> bool:
    return note.kind is NoteKind.NOTE and note.author == author and plainly(note.text) == plainly(text)


def _title(row: Row, anchors: Sequence[Anchor]) -> str:
    """Return the title of the one column that was commented on, "" for several."""
    columns = {anchor.column for anchor in anchors}
    known = {at: name for name, at in row.layout.columns.items()} | {**row.layout.added}
    name = known.get(columns.pop(), "") if len(columns) == 1 else ""
    titles = {column.name: column.title for column in wording().columns}
    return titles.get(name, name)


def _quoted(line: Line, anchors: Sequence[Anchor]) -> str:
    """Return the commented words, "" where they are all of a cell or in several."""
    if len({anchor.column for anchor in anchors}) != 1:
        return ""
    one = anchors[0]
    words, all_of_it = line.texts[one.column][one.start : one.end], line.texts[one.column]
    return "" if plainly(words) == plainly(all_of_it) else without_letters(words)


def _words(row: Row, anchors: Sequence[Anchor], entry_id: str, places: Places) -> tuple[str, str]:
    """Return the field and the words a comment in an entry's row is about."""
    about = _quoted(row.line, anchors)
    if len({anchor.column for anchor in anchors}) != 1:
        return "", ""
    one = anchors[0]
    names = {at: name for name, at in row.layout.columns.items()}
    if names.get(one.column) == "date":
        return Field.DATE, about
    column = next((column for column in wording().columns if column.name == names.get(one.column)), None)
    return _of_agency(row, column, one, about, entry_id, places) if column and column.fields else ("", about)


def _of_agency(row: Row, column: Column, anchor: Anchor, about: str, entry_id: str, places: Places) -> tuple[str, str]:
    text = row.line.texts[anchor.column]
    spans = [span for span in spans_of(text, column) if span.start < anchor.end and anchor.start < span.end]
    if anchor.start == anchor.end:
        spans = [span for span in spans_of(text, column) if span.start <= anchor.start <= span.end][:1]
    if len(spans) != 1:
        return "", "" if len(spans) > 1 else about
    span = spans[0]
    start, end = max(anchor.start, span.start), min(anchor.end, span.end)
    words = text[span.start : span.end]
    if plainly(text[start:end]) == plainly(words) or start >= end:
        return span.field, ""
    own = next(
        _own(words[start - span.start : end - span.start], start - span.start, entry_id, span.field, places), None
    )
    return span.field, without_letters(own or text[start:end])


def _own(about: str, start: int, entry_id: str, field: str, places: Places) -> Iterator[str]:
    """Give the agency's own words that a comment is about, where designations stand for some of them.

    Where they stand several times in the field, those nearest to where the comment stands are meant.
    """
    forms = places.forms.get(entry_id, ())
    for form in forms:
        shown = form.text(entry_id, field) if form.edits and entry_id in form.chronology.entries else ""
        found = [match.start() for match in re.finditer(re.escape(about), shown)]
        if form.edits and found:
            at = min(found, key=lambda place: abs(place - start))
            own = forms[0].chronology.entries[entry_id].text(field)
            first, last = words_before(own, at, at + len(about), form.edits)
            yield own[first:last]
