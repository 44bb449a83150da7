"""A row is dragged to its place within its day: what it carries, where it may fall, and the line that shows where."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtWidgets import QRubberBand, QTableView

FORMAT = "application/x-chronology-entry"


def entry_in(mime: QMimeData) -> str:
    """Return the id of the entry that is dragged, "" where anything else is."""
    return bytes(mime.data(FORMAT).data()).decode() if mime.hasFormat(FORMAT) else ""


def carrying(entry_id: str) -> QMimeData:
    """Return what a dragged entry carries: its id, and none of its words."""
    mime = QMimeData()
    mime.setData(FORMAT, QByteArray(entry_id.encode()))
    return mime


def drag(table: QTableView, entry_id: str) -> None:
    """Let the person drag an entry; returns when it is let go of."""
    dragged = QDrag(table)
    dragged.setMimeData(carrying(entry_id))
    dragged.exec(Qt.DropAction.MoveAction)


class FallingLine:
    """The line between two rows where the dragged one would stand."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._line = QRubberBand(QRubberBand.Shape.Line, table.viewport())

    def row_under(self, event: QDropEvent, source: int, may_fall: Callable[[int], bool]) -> int:
        """Return the row in whose place the one at `source` would stand, -1 where it may not; the line shows it."""
        place: QPoint = event.position().toPoint()
        row = self._table.rowAt(place.y())
        if row < 0 or row == source or not may_fall(row):
            self.hide()
            return -1
        top = self._table.rowViewportPosition(row)
        edge = top if row < source else top + self._table.rowHeight(row)
        self._line.setGeometry(0, edge - 1, self._table.viewport().width(), 3)
        self._line.show()
        return row

    def hide(self) -> None:
        """Take the line away."""
        self._line.hide()
