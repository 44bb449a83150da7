"""The rows of one table as they will come in: those that need a person first, then those left out, then the rest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chronology_app.core.fields import DATE_FIELDS, TITLES, Field
from chronology_app.core.saying import say
from chronology_app.core.source import Outcome
from chronology_app.gui.importing.words import TAKEABLE, becomes, needs_person, rows_of
from chronology_app.understanding.draft import Draft
from chronology_app.work.plan import TablePlan

CELL, WRITTEN = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_DISPLAY, _SPOKEN, _TIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole
_HORIZONTAL = Qt.Orientation.Horizontal
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: text, smaller text under it (a matter for a person where `attention`), and `offers`.

    An offer is something to take with a click or a key, shown with its outline.
    """

    text: str = ""
    under: str = ""
    attention: bool = False
    offers: tuple[str, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class RowsColumn:
    """A column of the rows: its heading, its width in average characters (0: what is left), what a row says in it."""

    title: str
    width: int
    cell: Callable[[Draft, bool], Cell]


def _row(draft: Draft, taken_in: bool) -> Cell:
    return Cell(rows_of(draft), quiet=True)


def _becomes(draft: Draft, taken_in: bool) -> Cell:
    offer = ("Leave out again",) if taken_in else ("Take in",) if draft.outcome in TAKEABLE else ()
    under = draft.reason or draft.comment
    return Cell(becomes(draft), under, needs_person(draft), offer, draft.outcome is not Outcome.ENTRY)


def _date(draft: Draft, taken_in: bool) -> Cell:
    if draft.outcome is not Outcome.ENTRY:
        return Cell(draft.when.text, quiet=True)
    reading = say(draft.when) if draft.when.known else "Not read"
    return Cell(draft.when.text or "No date written", reading, False, tuple(map(say, draft.when.offers)))


def _words(field: Field, stands_for_all: bool) -> Callable[[Draft, bool], Cell]:
    def cell(draft: Draft, taken_in: bool) -> Cell:
        if draft.outcome is Outcome.ENTRY:
            return Cell(draft.texts.get(field, ""))
        return Cell(_as_sent(draft), quiet=True) if stands_for_all else Cell()

    return cell


def _as_sent(draft: Draft) -> str:
    return "  ·  ".join(text for text in draft.original if text.strip())


DATE = 2
"""The column of the date: as the agency wrote it, and under it as it was read."""
_ALWAYS = (
    RowsColumn("Row", 8, _row),
    RowsColumn("Becomes", 28, _becomes),
    RowsColumn("Date as sent, and as read", 32, _date),
)
_WHOLE_ROW = RowsColumn("Text as sent", 0, lambda draft, taken_in: Cell(_as_sent(draft), quiet=True))


def columns_of(table: TablePlan) -> tuple[RowsColumn, ...]:
    """Return the columns for a table: the event first among what it holds, every other field in its own order."""
    claimed = [column.field for column in table.layout.columns if column.field] if table.layout else []
    claimed += [Field(one.field) for one in table.layout.constants] if table.layout else []
    fields = sorted(dict.fromkeys(f for f in claimed if f not in DATE_FIELDS), key=lambda f: f is not Field.EVENT)
    texts = tuple(
        RowsColumn(TITLES[field], 24 if place else 0, _words(field, not place)) for place, field in enumerate(fields)
    )
    return (*_ALWAYS, *(texts or (_WHOLE_ROW,)))


class RowsModel(QAbstractTableModel):
    """Shows the drafts of a `TablePlan`; it is told of another one and never changes anything itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts: tuple[Draft, ...] = ()
        self._taken_in: frozenset[int] = frozenset()
        self.columns: tuple[RowsColumn, ...] = _ALWAYS

    def show(self, table: TablePlan | None, only_needing: bool = False) -> None:
        """Show the rows of a table (None: nothing), or only those that need a person."""
        self.beginResetModel()
        drafts = table.drafts if table else ()
        self._taken_in = table.taken_in if table else frozenset()
        kept = filter(needs_person, drafts) if only_needing else drafts
        self._drafts = tuple(sorted(kept, key=self._group))
        self.columns = columns_of(table) if table else _ALWAYS
        self.endResetModel()

    def draft(self, row: int) -> Draft | None:
        """Return the draft shown in a row, None where there is no such row."""
        return self._drafts[row] if 0 <= row < len(self._drafts) else None

    def is_taken_in(self, draft: Draft) -> bool:
        """Return whether a person took the row in although it was left out."""
        return draft.row in self._taken_in

    def place_of(self, row_number: int) -> int:
        """Return where the physical row is shown, -1 where it is not."""
        return next((place for place, draft in enumerate(self._drafts) if draft.row == row_number), -1)

    def cell(self, draft: Draft, column: int) -> Cell:
        """Return what a draft says in a column."""
        return self.columns[column].cell(draft, draft.row in self._taken_in)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Called by Qt."""
        return 0 if parent.isValid() else len(self._drafts)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Called by Qt."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Called by Qt: the text, the whole `Cell` under the role CELL, the row as a sentence for a screen reader."""
        draft = self.draft(index.row()) if index.isValid() else None
        if draft is None:
            return None
        say_it = _ROLES.get(role)
        return say_it(self, draft, index.column()) if say_it else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Called by Qt: the date of an entry can be written."""
        draft = self.draft(index.row()) if index.isValid() else None
        if draft is None:
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_edit = index.column() == DATE and draft.outcome is Outcome.ENTRY
        return plain | Qt.ItemFlag.ItemIsEditable if can_edit else plain

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Called by Qt."""
        if orientation is _HORIZONTAL and role == _DISPLAY and section < len(self.columns):
            return self.columns[section].title
        if orientation is _HORIZONTAL and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sentence(self, draft: Draft) -> str:
        """Return a row as a screen reader says it."""
        cells = [self.cell(draft, number) for number in range(1, len(self.columns))]
        parts = [f"Row {rows_of(draft)}", *(part for cell in cells for part in (cell.text, cell.under))]
        return ", ".join(part for part in parts if part)

    def _group(self, draft: Draft) -> int:
        if needs_person(draft):
            return 0
        return 1 if draft.outcome in TAKEABLE or draft.row in self._taken_in else 2


_ROLES: Mapping[int, Callable[[RowsModel, Draft, int], object]] = {
    _DISPLAY: lambda model, draft, column: model.cell(draft, column).text,
    CELL: lambda model, draft, column: model.cell(draft, column),
    _SPOKEN: lambda model, draft, column: model.sentence(draft) if column == 0 else model.cell(draft, column).text,
    WRITTEN: lambda model, draft, column: draft.when.text,
    _TIP: lambda model, draft, column: model.cell(draft, column).text,
}
