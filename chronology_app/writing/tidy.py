"""The chronology as one flat table, an entry a row: what the spreadsheet and the csv file hold."""

from collections.abc import Iterator
from datetime import date

from chronology_app.core.age import ages_of
from chronology_app.core.entry import Entry
from chronology_app.core.fields import TEXT_FIELDS, TITLES, Field
from chronology_app.core.mark import LETTERS
from chronology_app.core.saying import say
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.wordml import legal

Value = str | int | date | None

_TEXTS = tuple(field for field in TEXT_FIELDS if field is not Field.AGENCY)
_BEFORE = ("Ref", "Date as written", "Date as read", "Earliest", "Latest", "Date in EDTF", "Time", "Age")
_AGENCY = ("Agency", "Agency name")
_AFTER = ("Mark", "Marked passages", "Needs a person because", "File", "Table", "Row")
HEADINGS = (*_BEFORE, *_AGENCY, *(TITLES[field] for field in _TEXTS), *_AFTER)
"""One heading a column, every one different."""

WRAPPED = frozenset({"Event", "Action or outcome", "Child's experience", "Analysis", "Marked passages"})
"""Columns of long text."""


def rows(manuscript: Manuscript) -> Iterator[tuple[Value, ...]]:
    """Give one row of values for every entry shown, in order, aligned with `HEADINGS`; dates are dates, open ends None.

    Characters XML forbids are shown as U+FFFD.
    """
    for entry in manuscript.entries:
        yield tuple(legal(value) if isinstance(value, str) else value for value in _row(manuscript, entry))


def _row(manuscript: Manuscript, entry: Entry) -> tuple[Value, ...]:
    chronology, when = manuscript.chronology, entry.when
    review, agency = chronology.review, chronology.agency_of(entry)
    source, kind = chronology.sources.get(entry.source_id), chronology.kind_of(entry.id)
    return (
        manuscript.references[entry.id],
        when.text,
        say(when) if when.known else "",
        when.earliest,
        when.latest,
        when.edtf or "",
        f"{when.time:%H:%M}" if when.time else "",
        ages_of(when, review.born, review.due),
        agency.code,
        agency.name,
        *(entry.text(field) for field in _TEXTS),
        LETTERS[kind] if kind else "",
        _passages(manuscript, entry),
        entry.needs,
        source.name if source else "",
        entry.table,
        entry.row,
    )


def _passages(manuscript: Manuscript, entry: Entry) -> str:
    """Return the marked passages, one a line: "[O] Home seemed cold."."""
    marks = [mark for mark in manuscript.chronology.marks_of(entry.id) if mark.is_passage and not mark.words]
    ordered = sorted(marks, key=lambda mark: (mark.field, mark.start))
    return "\n".join(f"[{LETTERS[mark.kind]}] {entry.text(mark.field)[mark.start : mark.end]}" for mark in ordered)
