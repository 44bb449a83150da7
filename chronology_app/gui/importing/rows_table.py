"""The table of rows about to come in, without a mouse too: Space takes what is offered, F2 or Enter writes a date."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from chronology_app.gui.importing.rows_delegate import RowsDelegate
from chronology_app.gui.importing.rows_model import DATE, RowsModel
from chronology_app.gui.importing.words import TAKEABLE
from chronology_app.work.plan import TablePlan

_EDIT = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsTable(QTableView):
    """Shows a `TablePlan`'s rows. `dated` is (physical row, When), `taken` (physical row, in or out again)."""

    dated = Signal(int, object)
    taken = Signal(int, bool)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self._draw = RowsDelegate(self)
        self.setModel(self.rows)
        self.setItemDelegate(self._draw)
        self.setAccessibleName("Rows as they will come in")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() * 3)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalScrollBar().valueChanged.connect(self._fit)
        self.horizontalHeader().sectionResized.connect(self._fit)
        self._draw.offered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._draw.dated.connect(self._date, Qt.ConnectionType.QueuedConnection)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def show_table(self, table: TablePlan | None, only_needing: bool = False) -> None:
        """Show the rows of a table; the chosen row is the one in the same place as before."""
        before = self.currentIndex()
        widths = [column.title for column in self.rows.columns]
        self.rows.show(table, only_needing)
        self._draw.day_first = not (table and table.layout and table.layout.day_first is False)
        if widths != [column.title for column in self.rows.columns] or not before.isValid():
            self._share_width()
        self.choose(max(0, min(before.row(), self.rows.rowCount() - 1)))
        self._fit()

    def choose(self, place: int) -> None:
        """Choose the row in that place; nothing where there is none."""
        index = self.rows.index(place, DATE)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def chosen(self) -> int:
        """Return the physical row that is chosen, 0 where none is."""
        draft = self.rows.draft(self.currentIndex().row())
        return draft.row if draft else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Space takes the first offer, a digit the offer of that number, F2 and Enter write a date."""
        key = event.key()
        offer = 0 if key == Qt.Key.Key_Space else key - Qt.Key.Key_1
        if key in _EDIT and not event.modifiers():
            self._edit()
        elif 0 <= offer < 9 and self.currentIndex().isValid():
            self._take(self.currentIndex().row(), offer)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt."""
        super().resizeEvent(event)
        self._share_width()
        self._fit()

    def _edit(self) -> None:
        index = self.currentIndex().siblingAtColumn(DATE)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.scrollTo(index)
            self.edit(index)

    def _take(self, row: int, offer: int) -> None:
        draft = self.rows.draft(row)
        if draft is None:
            return
        if offer < len(draft.when.offers):
            self.dated.emit(draft.row, draft.when.offers[offer])
        elif offer == 0 and (draft.outcome in TAKEABLE or self.rows.is_taken_in(draft)):
            self.taken.emit(draft.row, not self.rows.is_taken_in(draft))

    def _date(self, row: int, when: object) -> None:
        draft = self.rows.draft(row)
        if draft is not None:
            self.dated.emit(draft.row, when)

    def _share_width(self) -> None:
        """Give each column its width; the column that says 0 gets what is left, never less than 36 characters."""
        one = self.fontMetrics().averageCharWidth()
        header = self.horizontalHeader()
        fixed = sum(column.width for column in self.rows.columns) * one
        rest = max(36 * one, self.viewport().width() - fixed)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for number, column in enumerate(self.rows.columns):
            header.resizeSection(number, column.width * one or rest)

    def _fit(self) -> None:
        """Give the rows in sight the height they need; the others keep an estimate until they are seen."""
        row = max(0, self.rowAt(0))
        while row < self.rows.rowCount() and self.rowViewportPosition(row) < self.viewport().height():
            self.resizeRowToContents(row)
            row += 1
