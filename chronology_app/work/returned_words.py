"""The agency's words in a cell that came back from Word: which field each belongs to, and where they were changed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz

from chronology_app.reading.remarked import Line
from chronology_app.reviewing.designations import designate_text
from chronology_app.work.alike import hunks, in_own_words, plainly, without_letters
from chronology_app.work.shown_words import Form
from chronology_app.writing.wording import Column, wording

_FILE = "\ue000"
"""Stands for the name of a file (private use in Unicode) while what is around it is found."""

_BEGINNING = 20_000
"""Characters by which words are told to be alike: far more than an entry has, and quick whatever a file holds."""

_NEAR = 90
"""How alike (0 to 100) the words before a tracked change must be to words of the review to be told to be those."""


class Span(NamedTuple):
    """Where the words of a field stand in a cell."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """Words a field can have had when the document was written; `own` are the agency's, None where they are shown."""

    text: str
    own: str
    form: Form | None = None


class Changed(NamedTuple):
    """Words of a field that were changed, and who is said to have changed them."""

    field: str
    before: str
    after: str
    author: str


def spans_of(text: str, column: Column) -> list[Span]:
    """Return where the fields of a column stand in its cell, without their labels and the place beneath them."""
    labels = {wording().say("label", name): name for name in column.fields[1:]}
    found: list[Span] = []
    name, start, at = column.fields[0], 0, 0
    for piece in text.split("\n"):
        begun = _begins(piece, labels, column)
        if begun:
            found.append(Span(name, start, max(start, at - 1)))
            name, start = begun[0], at + begun[1]
        at += len(piece) + 1
    found.append(Span(name, start, max(start, at - 1)))
    return [span for span in found if span.field and span.end > span.start]


def _begins(piece: str, labels: Mapping[str, str], column: Column) -> tuple[str, int] | None:
    """Return the field that begins with a paragraph and where its words do; "" where the place of the entry stands.

    None where the paragraph goes on with the field of the one before it.
    """
    if column.place and _place().fullmatch(plainly(piece)):
        return "", 0
    label, colon, _ = piece.partition(":")
    name = labels.get(" ".join(label.split())) if colon else None
    if name:
        return name, len(label) + 1
    return (column.fields[0], 1) if piece.startswith("\f") else None


@cache
def _place() -> re.Pattern[str]:
    """Return what the line that says where an entry stood looks like."""
    several = (wording().say("chronology", key, file=_FILE, table=_FILE) for key in ("place", "place_table"))
    return re.compile("|".join(re.escape(plainly(one)).replace(_FILE, ".*") + r" \d+" for one in several))


def changed_words(line: Line, at: int, column: Column, entry_id: str, forms: Sequence[Form]) -> Iterator[Changed]:
    """Give what was changed in a cell of an agency's words, column `at` of the line, from 0."""
    text = line.texts[at]
    now = _by_field(text, column)
    before = _by_field(line.before(at), column)
    for name in column.fields:
        known = list(_known(entry_id, name, forms))
        span, words = now.get(name, (0, ""))
        if any(_is_same(words, one) for one in known):
            continue
        was = before.get(name, (0, ""))[1]
        yield from _changes(line, at, name, span, words, _closest(known, was, was != words))


def _is_same(words: str, one: Words) -> bool:
    """Return whether words are those; a name that got its designation only after the document was written is."""
    if plainly(words) == plainly(one.text):
        return True
    edits = one.form.edits if one.form else None
    return edits is not None and plainly(designate_text(words, edits)) == plainly(one.text)


def _by_field(text: str, column: Column) -> Mapping[str, tuple[int, str]]:
    """Return where the words of each field begin, and the words; two spans of a field count as one text."""
    found: dict[str, tuple[int, str]] = {}
    for span in spans_of(text, column):
        words = text[span.start : span.end]
        start, held = found.get(span.field, (span.start, ""))
        found[span.field] = (start, f"{held}\n{words}" if held.strip() else words)
    return found


def _known(entry_id: str, name: str, forms: Sequence[Form]) -> Iterator[Words]:
    """Give the words a field has and had: with names and without, now and in earlier versions of the file."""
    own = forms[0].text(entry_id, name)
    for form in forms:
        if entry_id in form.chronology.entries:
            yield Words(form.text(entry_id, name), own, form if form.edits else None)
            for earlier in form.earlier(entry_id, (name,)):
                yield Words(earlier, earlier)


def _closest(known: Sequence[Words], was: str, is_tracked: bool) -> Words:
    """Return what the words were before somebody changed them: tracked changes are believed, else the most alike."""
    said = plainly(was)[:_BEGINNING]
    best = max(known, key=lambda one: fuzz.ratio(plainly(one.text)[:_BEGINNING], said))
    alike = fuzz.ratio(plainly(best.text)[:_BEGINNING], said)
    return Words(was, was) if is_tracked and alike < _NEAR else best


def _changes(line: Line, at: int, name: str, start: int, words: str, base: Words) -> Iterator[Changed]:
    for hunk in hunks(base.text, words):
        before, after = base.text[hunk.start : hunk.end], words[hunk.first : hunk.last]
        if base.form and base.form.edits:
            before, after = in_own_words(base.own, base.text, base.form.edits, hunk, after)
        author = author_of(line, at, start + hunk.first, start + hunk.last)
        yield Changed(name, without_letters(before), without_letters(after), author)


def author_of(line: Line, at: int, start: int = 0, end: int | None = None) -> str:
    """Return who changed characters `start` to `end` of a column, "" where it was not tracked."""
    last = len(line.texts[at]) if end is None else end
    edits = (e for e in line.edits if e.column == at and e.author and e.start <= last and e.end >= start)
    return ", ".join(dict.fromkeys(edit.author for edit in edits))
