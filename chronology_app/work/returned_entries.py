"""The entries of a review that a document from Word holds, and the forms in which the app could have written them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from chronology_app.core.chronology import Chronology
from chronology_app.core.progress import Report, silent
from chronology_app.reading.remarked import Line
from chronology_app.work.alike import plainly
from chronology_app.work.returned_rows import REF, Row
from chronology_app.work.shown_words import Cells, Form, as_published, with_designations, with_names

PART = "\n\f"
"""What stands between the parts of a row that was parted: no sign a document can hold."""

_MOST = 0.5
"""What share of the rows must be entries of the review by their words: another review has an HV-014 too."""

_ALIKE = 0.5
"""What share of its words a row must have in common with the entry of its reference to be told to be that entry."""

_ASKED = 400
"""Rows asked whether they are of this review, spread over the document."""


@dataclass(frozen=True)
class Entries:
    """The rows of a document by the entries of the review that their references name."""

    found: Sequence[Row]
    chronology: Chronology
    by_reference: Mapping[str, str]
    report: Report = silent

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of the app's that some table of the document has, but the references."""
        names = dict.fromkeys(name for row in self.found for name in row.layout.columns)
        return tuple(name for name in names if name != REF)

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """The row of each entry that is still there; where a row was parted or copied, its parts as one."""
        held: dict[str, list[Row]] = {}
        for row in self.found:
            if row.references[0] in self.by_reference and not row.gone:
                for reference in row.references:
                    held.setdefault(self.by_reference[reference], []).append(row)
        return {entry_id: _as_one(rows) for entry_id, rows in held.items()}

    @cached_property
    def strangers(self) -> tuple[Row, ...]:
        """The rows with no reference of the review."""
        return tuple(row for row in self.found if row.references[0] not in self.by_reference)

    @cached_property
    def now(self) -> Mapping[str, Cells]:
        """What the app would write for each entry now, with names."""
        cells: dict[str, Cells] = {}
        for one, found in with_names(self.chronology, self.columns).cells(tuple(self.rows)):
            cells[one] = found
            if len(cells) % _ASKED == 0:
                self.report(len(cells), 2 * len(self.rows), "Comparing with the review")
        return cells

    @cached_property
    def are_of_this_review(self) -> bool:
        """Whether most of the rows that have a reference say what the entry of that reference says."""
        own = [row for row in self.found if row.references[0]]
        asked = own[:: max(1, len(own) // _ASKED)]
        ids = [one for row in asked if (one := self.by_reference.get(row.references[0], ""))]
        return self._are_alike(asked, self.now) or self._are_alike(asked, self._published(ids))

    def _are_alike(self, asked: Sequence[Row], shown: Mapping[str, Cells]) -> bool:
        return sum(self._is_alike(row, shown) for row in asked) > _MOST * len(asked)

    def _is_alike(self, row: Row, shown: Mapping[str, Cells]) -> bool:
        entry_id = self.by_reference.get(row.references[0], "")
        if row.gone or entry_id not in shown:
            return row.gone and entry_id != ""
        words = [name for name in self.columns if name not in ("agency", "mark", "notes")]
        one, other = (_words(map(texts, words)) for texts in (row.text, lambda name: shown[entry_id].get(name, "")))
        return len(one & other) * 2 >= _ALIKE * (len(one) + len(other))

    def _published(self, ids: Sequence[str]) -> Mapping[str, Cells]:
        return dict(as_published(self.chronology, self.columns).cells(ids))

    @cached_property
    def differing(self) -> Mapping[str, Row]:
        """The rows that are not word for word what the app would write for their entry now, in any form."""
        left = {one: row for one, row in self.rows.items() if not self._is_as(row, self.now[one])}
        return {one: row for one, row in left.items() if not any(self._is_as(row, c) for c in self.shown(one)[1:])}

    def _is_as(self, row: Row, shown: Cells) -> bool:
        if row.layout.added and any(row.line.texts[at].strip() for at in row.layout.added if at < len(row.line.texts)):
            return False
        texts = ((row.text(name), shown.get(name, "")) for name in row.layout.columns if name != REF)
        return all(one == other or plainly(one) == plainly(other) for one, other in texts)

    def shown(self, entry_id: str) -> tuple[Cells, ...]:
        """Return what the app writes for an entry: with names first, then in the other forms the document may have."""
        return (self.now[entry_id], *(cells[entry_id] for _, cells in self._others if entry_id in cells))

    def forms(self, entry_id: str) -> tuple[Form, ...]:
        """Return the forms in which the app could have written an entry, the one with names first."""
        others = (form for form, cells in self._others if entry_id in cells)
        return (with_names(self.chronology, self.columns), *others)

    @property
    def forms_by_entry(self) -> Mapping[str, Sequence[Form]]:
        """The forms of the entries of which more than one was needed."""
        return {one: self.forms(one) for _, cells in self._others for one in cells}

    @cached_property
    def _others(self) -> tuple[tuple[Form, Mapping[str, Cells]], ...]:
        """The forms without names, made only where words differ from the form with names."""
        left = [one for one, row in self.rows.items() if not self._is_as(row, self.now[one])]
        if not left:
            return ()
        designated = with_designations(self.chronology, self.columns, left)
        found = [(designated, dict(designated.cells(left)))]
        left = [one for one in left if not self._is_as(self.rows[one], found[0][1][one])]
        if len(left) > _MOST * len(self.rows):
            published = as_published(self.chronology, self.columns)
            found.append((published, dict(published.cells(left))))
        return tuple(found)


def _words(texts: Iterable[str]) -> set[str]:
    return set(plainly(" ".join(texts)).casefold().split())


def _as_one(rows: Sequence[Row]) -> Row:
    """Return the parts of a row as one: words that stand in several of them count once."""
    if len(rows) == 1:
        return rows[0]
    first = rows[0].line
    texts = []
    for at in range(len(first.texts)):
        held = dict.fromkeys(row.line.texts[at] for row in rows if at < len(row.line.texts))
        texts.append(PART.join(text for text in held if text.strip()))
    line: Line = replace(first, texts=tuple(texts))
    return replace(rows[0], line=line)
