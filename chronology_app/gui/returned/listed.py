"""The list of what came back from Word, worked through by keyboard: Space ticks, Enter goes to the entry."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from chronology_app.gui.returned.drawing import RowDrawing
from chronology_app.gui.returned.model import ROW, ReturnedModel
from chronology_app.gui.returned.rows import Row
from chronology_app.gui.wrapping import Wrapping


class ReturnedList(QListView):
    """Shows a `ReturnedModel`. `picked` carries the row in focus, `opened` the id of an entry to go to."""

    picked = Signal(object)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.returned = ReturnedModel(self)
        self.setModel(self.returned)
        self.setItemDelegate(RowDrawing(self))
        Wrapping(self)
        self.setAccessibleName("Comments and proposals from Word")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy = QAction("&Copy the words", self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy)
        self.addAction(copy)
        self.doubleClicked.connect(lambda _: self._open())
        self.selectionModel().currentChanged.connect(lambda *_: self.picked.emit(self.chosen()))

    def chosen(self) -> Row | None:
        """Return the row in focus, None where there is none."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def choose_first(self) -> None:
        """Put the focus on the first row that is no heading."""
        rows = range(self.returned.rowCount())
        usable = (at for at in rows if self.returned.flags(self.returned.index(at)) & Qt.ItemFlag.ItemIsSelectable)
        self.setCurrentIndex(self.returned.index(next(usable, -1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the entry; with Ctrl it is the window's."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._open()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: begin with the headings above the first row in sight."""
        super().showEvent(event)
        if not event.spontaneous():
            self.doItemsLayout()
            self.scrollToTop()

    def _open(self) -> None:
        row = self.chosen()
        if row and row.entry_id:
            self.opened.emit(row.entry_id)

    def _copy(self) -> None:
        row = self.chosen()
        if row:
            QGuiApplication.clipboard().setText(row.text or row.before or row.head)
