"""The rows that came back from Word, and which of them are ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from chronology_app.gui.returned.rows import Kind, Row, sentence_of

ROW = Qt.ItemDataRole.UserRole + 1
_DISPLAY, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
_CHECK = Qt.ItemDataRole.CheckStateRole
_NOWHERE = QModelIndex()
_HEADINGS = (Kind.SECTION, Kind.ENTRY)
Index = QModelIndex | QPersistentModelIndex


class ReturnedModel(QAbstractListModel):
    """A list of `Row`; comments are ticked from the start, proposals are not. `ticked_anew` when a tick changed."""

    ticked_anew = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self._ticked: set[str] = set()

    def begin(self, rows: Sequence[Row]) -> None:
        """Show these rows, with every comment ticked that can be taken."""
        self._ticked = {row.id for row in rows if row.kind is Kind.COMMENT and row.can_be_taken}
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; what is ticked stays ticked."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        self.ticked_anew.emit()

    def ticked(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids of the rows of a kind that are ticked, in their order."""
        return tuple(row.id for row in self.rows if row.kind is kind and row.id in self._ticked)

    def tick(self, on: bool) -> None:
        """Tick everything that can be taken, or nothing."""
        self._ticked = {row.id for row in self.rows if row.can_be_taken} if on else set()
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [_CHECK, _SPOKEN])
        self.ticked_anew.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Called by Qt."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Called by Qt: the keys pass over headings; only what can be taken has a box."""
        row = self._row(index)
        if row is None or row.kind in _HEADINGS:
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if row.can_be_taken else plain

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Called by Qt."""
        row = self._row(index)
        if row is None:
            return None
        if role in (_DISPLAY, _SPOKEN):
            return sentence_of(row, row.id in self._ticked) if row.kind not in _HEADINGS else row.head
        if role == _CHECK and row.can_be_taken:
            return Qt.CheckState.Checked if row.id in self._ticked else Qt.CheckState.Unchecked
        return row if role == ROW else None

    def setData(self, index: Index, value: object, role: int = _CHECK) -> bool:
        """Called by Qt: a box was ticked, or its tick taken away."""
        row = self._row(index)
        if row is None or role != _CHECK or not row.can_be_taken:
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        self._ticked = self._ticked | {row.id} if on else self._ticked - {row.id}
        self.dataChanged.emit(index, index, [_CHECK, _SPOKEN])
        self.ticked_anew.emit()
        return True

    def _row(self, index: Index) -> Row | None:
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None
