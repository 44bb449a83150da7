"""Changes tracked in an OpenDocument spreadsheet: what a cell said before, and the rows that were deleted.

Element names are those of OpenDocument 1.3 part 3, 9.9 (change tracking). Inserted rows are current text and are read
as such; where they stood when they were inserted is not where they stand now, so they are not marked.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from chronology_app.core.sheet import Sheet, State
from chronology_app.reading import limits
from chronology_app.reading.marks import At
from chronology_app.reading.ods_looks import Styles
from chronology_app.reading.ods_names import OFFICE, TABLE
from chronology_app.reading.ods_words import Words

_CELL = f"{TABLE}change-track-table-cell"


@dataclass(frozen=True, slots=True)
class Changes:
    """What was changed, by the number of the sheet from 0: `comments` on cells, `gone` the texts of deleted cells."""

    comments: Mapping[int, Mapping[At, str]]
    gone: Mapping[int, Mapping[At, str]]

    def deleted(self, number: int, name: str) -> Iterator[Sheet]:
        """Yield the rows deleted from a sheet, where there are any, as a sheet of their own."""
        rows: dict[int, dict[int, str]] = defaultdict(dict)
        for (row, column), text in sorted(self.gone.get(number, {}).items()):
            limits.within(column, limits.COLUMNS, limits.TOO_WIDE)
            rows[row][column] = text
        if rows:
            texts = tuple(tuple(row.get(i) for i in range(1, max(row) + 1)) for row in rows.values())
            states = {(row, 0): State.DELETED for row in range(1, len(texts) + 1)}
            yield Sheet(f"{name}, deleted in tracked changes", texts, states=states)


def changes_of(body: Element, styles: Styles) -> Changes:
    """Return the changes recorded in the body of a spreadsheet."""
    comments: dict[int, dict[At, str]] = defaultdict(dict)
    gone: dict[int, dict[At, str]] = defaultdict(dict)
    for tracked in body.iterchildren(f"{TABLE}tracked-changes"):
        for change in tracked.iterchildren(f"{TABLE}cell-content-change"):
            _note(change, comments, styles, "before a tracked change: ")
        for deletion in tracked.iterchildren(f"{TABLE}deletion"):
            for cell in deletion.iter(f"{TABLE}cell-content-deletion"):
                _note(cell, gone, styles, "")
    return Changes(comments, gone)


def _note(change: Element, found: dict[int, dict[At, str]], styles: Styles, before: str) -> None:
    """Keep the text a change took away, by its sheet and place."""
    address, cell = change.find(f"{TABLE}cell-address"), next(change.iter(_CELL), None)
    if address is None or cell is None:
        return
    words = Words(styles)
    words.walk(cell)
    text = words.text or next(filter(None, map(cell.get, (f"{OFFICE}date-value", f"{OFFICE}value"))), "")
    sheet, row, column = (int(address.get(f"{TABLE}{name}", "0")) for name in ("table", "row", "column"))
    if text:
        found[sheet][row + 1, column + 1] = before + text
