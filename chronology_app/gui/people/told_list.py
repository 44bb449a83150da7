"""A list in which each line is told in a few words with their emphasis, and is read out as a sentence."""

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from chronology_app.gui.theme import Theme, theme
from chronology_app.gui.wrapping import Wrapping

Index = QModelIndex | QPersistentModelIndex
_HELD, _LINES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SIDE, _TOP = 10, 7
"""Pixels beside a line and above it."""


class _Drawing(QStyledItemDelegate):
    """Draws what `ToldList.tell` was given: the first line in full, those under it muted."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Called by Qt."""
        area: QRect = option.rect
        colours = theme()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours.selection))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), QColor(colours.accent))
        painter.setPen(QColor(colours.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.translate(area.left() + _SIDE, area.top() + _TOP)
        _document(index.data(_LINES), option.font, area.width(), colours).drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Called by Qt: as tall as the words need in the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else 600
        height = _document(index.data(_LINES), option.font, width, theme()).size().height()
        return QSize(width, round(height) + 2 * _TOP)


class ToldList(QListWidget):
    """Several lines may be selected. Enter or a double click opens the one in focus, Delete takes the selected away."""

    opened = Signal()
    removed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_Drawing(self))
        Wrapping(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.itemDoubleClicked.connect(lambda _: self.opened.emit())

    def put(self, held: object) -> None:
        """Add a line that stands for something; `tell` says in which words."""
        QListWidgetItem(self).setData(_HELD, held)

    def tell(self, row: int, *lines: str) -> None:
        """Say a line in these words; what stands in square brackets in the first is shown strongly."""
        item = self.item(row)
        if item.data(_LINES) != list(lines):
            item.setData(_LINES, list(lines))
            item.setText(". ".join(lines))

    def held(self, row: int) -> object:
        """Return what a line stands for."""
        return self.item(row).data(_HELD)

    def selected(self) -> list[int]:
        """Return the numbers of the lines selected, in order."""
        return sorted(self.row(item) for item in self.selectedItems())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete takes away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.selectedItems():
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def roomy(window: QWidget, characters: int, lines: int) -> QSize:
    """Return the size of a window this many average characters wide and lines high, within most of the screen."""
    metrics, room = window.fontMetrics(), QGuiApplication.primaryScreen().availableSize() * 0.9
    return QSize(characters * metrics.averageCharWidth(), lines * metrics.lineSpacing()).boundedTo(room)


def _document(lines: list[str] | None, font: QFont, width: int, colours: Theme) -> QTextDocument:
    first, *others = lines or [""]
    strong = f'<b style="color:{colours.attention}">'
    told = escape(first).replace("[", strong, 1)
    end = told.rfind("]") if strong in told else -1
    told = f"{told[:end]}</b>{told[end + 1 :]}" if end >= 0 else told
    quiet = "".join(f'<br/><span style="color:{colours.muted}">{escape(line)}</span>' for line in others)
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setDefaultFont(font)
    made.setHtml(f'<div style="color:{colours.text}">{told}{quiet}</div>')
    made.setTextWidth(max(80, width - 2 * _SIDE))
    return made
