"""Word's rows and cells laid out as a grid: spans, vertical merges, and what is said of a whole row."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import and_
from typing import NamedTuple

from lxml import etree

from chronology_app.core.sheet import PLAIN, Merge, Sheet, State, Value
from chronology_app.reading import limits
from chronology_app.reading.docx_words import NOT_PLAIN, PLAIN_TEXTS, STYLED, VAL, Surroundings, W, Words

_ROW, _CELL, _PARAGRAPH, _TEXT = f"{W}tr", f"{W}tc", f"{W}p", f"{W}t"
_ROW_PROPERTIES, _CELL_PROPERTIES = f"{W}trPr", f"{W}tcPr"
_PROPERTIES = frozenset(f"{W}{name}" for name in ("tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr"))
_STATES = {
    f"{W}del": State.DELETED,
    f"{W}ins": State.INSERTED,
    f"{W}hidden": State.HIDDEN,
    f"{W}cellDel": State.DELETED,
    f"{W}cellIns": State.INSERTED,
}
_PLAIN_TAGS = (
    *(_CELL, _PARAGRAPH, _TEXT, *PLAIN_TEXTS, *NOT_PLAIN, *_STATES),
    *(f"{W}{name}" for name in ("gridBefore", "gridSpan", "vMerge")),
)
"""What a look at a plain row must see: what makes its texts, and everything that makes it not plain."""
_OFF = ("0", "false", "off")
_UNDER_MERGE = "hidden under a merged cell"
_MERGE_STARTS = "restart"


class Cell(NamedTuple):
    """One w:tc: its grid column from 1, how many it spans, its part in a vertical merge ("", "restart", "continue")."""

    column: int
    span: int
    merge: str
    state: State
    words: Words


class Row(NamedTuple):
    """One w:tr: either `texts` (nothing but plain cells side by side) or `cells`, and `before` (w:gridBefore)."""

    texts: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    state: State = PLAIN
    before: int = 0


def rows_of(table: etree._Element, around: Surroundings) -> list[Row]:
    """Return the rows of a w:tbl with their words gathered.

    Most rows are plain, and reading those without a walk makes a long table three times faster. Where every row has
    the same number of cells and starts at the edge, columns were only nudged to other widths, not merged: the cells
    are then counted, not placed by the grid.
    """
    tags = (*_PLAIN_TAGS, *(STYLED if around.styles else ()))
    rows = [_plain_row(element, tags) or _row(element, around) for element in _children(table, _ROW)]
    if len({(len(row.texts or row.cells), row.before) for row in rows}) == 1 and not rows[0].before:
        rows = [row._replace(cells=_counted(row.cells)) for row in rows]
    return rows


def _counted(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(cell._replace(column=i, span=1) for i, cell in enumerate(cells, 1))


def _plain_row(row: etree._Element, tags: tuple[str, ...]) -> Row | None:
    """Return a row of plain cells, None where any of it needs a walk; `tags` are the elements to look at."""
    cells: list[list[str]] = []
    for element in row.iter(*tags):
        tag = element.tag
        if tag == _TEXT:
            cells[-1].append(element.text or "")
        elif tag == _PARAGRAPH:
            cells[-1].append("\n")
        elif tag == _CELL:
            cells.append([])
        elif tag in PLAIN_TEXTS:
            cells[-1].append(PLAIN_TEXTS[tag])
        else:
            return None
    limits.within(len(cells), limits.COLUMNS, limits.TOO_WIDE)
    return Row(tuple(["".join(cell[1:]) for cell in cells]))


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, those inside content controls and tracked changes too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _PROPERTIES:
            yield from _children(child, tag)


def _row(element: etree._Element, around: Surroundings) -> Row:
    state, before = PLAIN, 0
    for looks in element.iterchildren(_ROW_PROPERTIES):
        for look in looks:
            if look.tag == f"{W}gridBefore":
                before = _number(look)
            elif look.tag in _STATES and look.get(VAL) not in _OFF:
                state |= _STATES[look.tag]
    column, cells = before + 1, []
    for child in _children(element, _CELL):
        cell = _cell(child, column, around)
        column += cell.span
        limits.within(column, limits.COLUMNS, limits.TOO_WIDE)
        cells.append(cell)
    return Row((), tuple(cells), state, before)


def _cell(element: etree._Element, column: int, around: Surroundings) -> Cell:
    span, merge, state = 1, "", PLAIN
    looks = element[0] if len(element) and element[0].tag == _CELL_PROPERTIES else ()
    for look in looks:
        tag = look.tag
        if tag == f"{W}gridSpan":
            span = max(1, _number(look))
        elif tag == f"{W}vMerge":
            merge = look.get(VAL) or "continue"
        elif tag in _STATES:
            state |= _STATES[tag]
    words = Words(around)
    words.walk(element)
    return Cell(column, span, merge, state, words)


def _number(element: etree._Element) -> int:
    value = element.get(VAL) or ""
    return int(value) if value.isascii() and value.isdigit() else 0


@dataclass(slots=True)
class Grid:
    """A table being laid out, row by row. `nested` holds the tables found in its cells, with their names."""

    name: str
    nested: list[tuple[str, etree._Element]] = field(default_factory=list)
    _rows: list[tuple[Value, ...]] = field(default_factory=list)
    _states: dict[tuple[int, int], State] = field(default_factory=dict)
    _comments: dict[tuple[int, int], str] = field(default_factory=dict)
    _merges: dict[tuple[int, int], Merge] = field(default_factory=dict)
    _open: dict[int, tuple[int, int]] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Add the next row; what is true of all its words is said of the row."""
        if row.texts:
            self._open.clear()
            self._rows.append(tuple([text or None for text in row.texts]))
            return
        number = len(self._rows) + 1
        state = row.state | _deleted(row.cells)
        values: list[Value] = []
        states: list[State] = []
        for cell in row.cells:
            text, own = self._settle(number, cell, deleted=State.DELETED in state)
            values.extend([None] * (cell.column - 1 - len(values)))
            values.append(text or None)
            if text.strip():
                states.append(own)
        state |= reduce(and_, states) if states else PLAIN
        if state:
            self._states[number, 0] = state
        self._rows.append(tuple(values))

    def sheet(self) -> Sheet:
        """Return what was laid out."""
        return Sheet(
            self.name,
            tuple(self._rows),
            states=self._states,
            comments=self._comments,
            merges=tuple(
                merge for merge in self._merges.values() if merge.bottom > merge.top or merge.right > merge.left
            ),
        )

    def _settle(self, row: int, cell: Cell, *, deleted: bool) -> tuple[str, State]:
        """Return a cell's text and state, and keep what has to be said of it."""
        text, state = cell.words.settle(deleted=deleted)
        covered = self._merge(row, cell)
        if covered and text.strip():  # words under a merge are not shown by Word
            cell.words.comments.append(_UNDER_MERGE)
            state |= State.HIDDEN
        state |= cell.state
        for table in cell.words.tables:
            name = self._name_of_nested(row)
            self.nested.append((name, table))
            cell.words.comments.append(f"holds a table of its own: {name}")
        if state:
            self._states[row, cell.column] = state
        if cell.words.comments:
            self._comments[row, cell.column] = "\n".join(cell.words.comments)
        return text, state

    def _merge(self, row: int, cell: Cell) -> bool:
        """Follow merges; return whether the cell lies under one that began above."""
        start = self._open.get(cell.column)
        if cell.merge and cell.merge != _MERGE_STARTS and start is not None:
            self._merges[start] = replace(self._merges[start], bottom=row)
            return True
        self._open.pop(cell.column, None)
        at = (row, cell.column)
        if cell.merge:
            self._open[cell.column] = at
        if cell.merge or cell.span > 1:
            self._merges[at] = Merge(*at, row, cell.column + cell.span - 1)
        return False

    def _name_of_nested(self, row: int) -> str:
        name = f"{self.name}, nested in row {row}"
        same = sum(found == name or found.startswith(f"{name} (") for found, _ in self.nested)
        return f"{name} ({same + 1})" if same else name


def _deleted(cells: tuple[Cell, ...]) -> State:
    """A row of which nothing but deleted words is left is a deleted row."""
    if any(cell.words.live for cell in cells):
        return PLAIN
    gone = any(text.strip() for cell in cells for text, _ in cell.words.pieces)
    return State.DELETED if gone else PLAIN
