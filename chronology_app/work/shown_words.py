"""What the app would write for an entry now, in each form a document can have: with names, designated, published.

The cells are those `writing.columns` makes, read back as the document's own are, so that they can be compared.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry, Origin
from chronology_app.core.fields import DATE_FIELDS
from chronology_app.core.mark import Mark
from chronology_app.core.note import Note
from chronology_app.reading.from_remarked_docx import rows_of
from chronology_app.reviewing.designations import EditsOf, designate, designate_text, edits_for
from chronology_app.work.publication import publish
from chronology_app.writing.columns import Rows
from chronology_app.writing.look import Look
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.wordml import legal

_AT_ONCE = 500
"""Rows made and read back in one piece."""

Cells = Mapping[str, str]
"""The text of each column by its name."""


@dataclass(frozen=True)
class Form:
    """One form of the review; `edits` put designations in the place of names, None where nothing was replaced."""

    chronology: Chronology
    look: Look
    edits: EditsOf | None = None

    def cells(self, ids: Sequence[str]) -> Iterator[tuple[str, Cells]]:
        """Give the cells of entries, with their ids."""
        rows = Rows(Manuscript(self.chronology, look=self.look))
        names = [column.name for column in rows.columns]
        for start in range(0, len(ids), _AT_ONCE):
            few = ids[start : start + _AT_ONCE]
            made = rows_of("".join(rows.rows([self.chronology.entries[one] for one in few])))
            for entry_id, line in zip(few, made, strict=True):
                yield entry_id, dict(zip(names, line.texts, strict=True))

    def text(self, entry_id: str, name: str) -> str:
        """Return the words of a field as they stand in a document."""
        return legal(self.chronology.entries[entry_id].text(name))

    def dates(self, entry_id: str) -> str:
        """Return the date as it stands in a document."""
        return self.chronology.entries[entry_id].when.text or "–"

    def earlier(self, entry_id: str, names: Collection[str]) -> Iterator[str]:
        """Give what earlier versions of the file said in some fields, the latest version first."""
        for origin in reversed(self.chronology.entries[entry_id].earlier):
            text = _said(self.chronology, origin, names)
            yield legal(designate_text(text, self.edits) if self.edits else text)


def with_names(chronology: Chronology, columns: tuple[str, ...]) -> Form:
    """Return the review as it is, in a document of these columns (its references left out)."""
    return Form(chronology, _look(columns))


def with_designations(chronology: Chronology, columns: tuple[str, ...], ids: Collection[str]) -> Form:
    """Return the review with designations, and only these entries of it, so that it takes no longer than it must."""
    edits = edits_for(chronology.people.values(), chronology.not_names.values())
    return Form(designate(_only(chronology, ids)), _look(columns, anonymise=True), edits)


def as_published(chronology: Chronology, columns: tuple[str, ...]) -> Form:
    """Return the review as it may be published."""
    return Form(publish(chronology), _look(columns, publication=True))


def _look(columns: tuple[str, ...], anonymise: bool = False, publication: bool = False) -> Look:
    return Look(("chronology",), columns, notes=True, anonymise=anonymise, publication=publication)


def _only(chronology: Chronology, ids: Collection[str]) -> Chronology:
    """Return the chronology with no other entries than these."""
    return Chronology.of(
        record
        for records in chronology.records.values()
        for record in records.values()
        if not (isinstance(record, Entry) and record.id not in ids)
        and not (isinstance(record, Mark | Note) and record.entry_id not in ids)
    )


def _said(chronology: Chronology, origin: Origin, names: Collection[str]) -> str:
    """Return what a row as sent says in the columns understood as these fields."""
    source = chronology.sources.get(origin.source_id)
    table = source.table(origin.table) if source else None
    fields = table.fields if table else ()
    return "\n".join(
        text for name, text in zip(fields, origin.original, strict=False) if name in names and text.strip()
    )


DATES = frozenset(map(str, DATE_FIELDS))
"""The fields that make the date."""
