"""How a row of the import is drawn: wrapped text, the reason under it, and offers that can be clicked."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from chronology_app.gui.dialogs.date_field import DateField
from chronology_app.gui.importing.cell_text import wrapped
from chronology_app.gui.importing.rows_model import CELL, WRITTEN, Cell
from chronology_app.gui.theme import theme

_SIDE, _TOP, _GAP, _CHIP = 8, 7, 3, 4
_MOST = 5
_ENDS: dict[int, bool] = {Qt.Key.Key_Return: True, Qt.Key.Key_Enter: True, Qt.Key.Key_Escape: False}
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why the focus may leave the line without ending it: its own menu, another window."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Block:
    """One piece of a cell: its lines, where they go, and the number of the offer it is (-1: plain text)."""

    lines: tuple[str, ...]
    rect: QRect
    colour: str
    offer: int = -1


def _step(font: QFont) -> int:
    """Return how far apart lines stand, in pixels: a little more than the font asks, so that a page of it is calm."""
    return round(QFontMetrics(font).lineSpacing() * 1.18)


def _blocks(cell: Cell, font: QFont, area: QRect) -> Iterator[_Block]:
    """Yield the pieces of a cell from top to bottom within the width of `area`."""
    colours = theme()
    step = _step(font)
    left, width, top = area.left() + _SIDE, area.width() - 2 * _SIDE, area.top() + _TOP
    pieces = (
        (cell.text, colours.muted if cell.quiet else colours.text),
        (cell.under, colours.attention if cell.attention else colours.muted),
    )
    for text, colour in pieces:
        lines = wrapped(text, font, width, _MOST)
        if lines:
            yield _Block(lines, QRect(left, top, width, step * len(lines)), colour)
            top += step * len(lines) + _GAP
    for number, offer in enumerate(cell.offers):
        lines = wrapped(offer, font, width - 2 * _SIDE, 2)
        height = step * len(lines) + 2 * _CHIP
        yield _Block(lines, QRect(left, top + 1, width, height), colours.accent, number)
        top += height + _GAP + 2


class RowsDelegate(QStyledItemDelegate):
    """Draws cells of a `RowsModel` and edits dates. `offered` is (row, number of the offer), `dated` (row, When)."""

    offered = Signal(int, int)
    dated = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.day_first = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Called by Qt."""
        area: QRect = option.rect
        colours = theme()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, QColor(colours.selection if chosen else colours.base))
        painter.setPen(QColor(colours.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setFont(option.font)
        painter.setClipRect(area)
        step = _step(option.font)
        ascent = option.fontMetrics.ascent() + (step - option.fontMetrics.height()) // 2
        for block in _blocks(index.data(CELL), option.font, area):
            if block.offer >= 0:
                _outline(painter, block.rect)
            inset = _SIDE if block.offer >= 0 else 0
            painter.setPen(QColor(block.colour))
            top = block.rect.top() + (_CHIP if block.offer >= 0 else 0)
            for number, line in enumerate(block.lines):
                painter.drawText(block.rect.left() + inset, top + ascent + step * number, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Called by Qt: the height the cell needs at the width of its column."""
        cell = index.data(CELL)
        view = option.widget
        width = view.columnWidth(index.column()) if hasattr(view, "columnWidth") else option.rect.width()
        blocks = list(_blocks(cell, option.font, QRect(0, 0, width, 0))) if cell else []
        bottom = blocks[-1].rect.bottom() + 1 if blocks else _TOP + _step(option.font)
        return QSize(width, bottom + _TOP)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Called by Qt: a click on an offer takes it."""
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            at = event.position().toPoint()
            for block in _blocks(index.data(CELL), option.font, option.rect):
                if block.offer >= 0 and block.rect.contains(at):
                    self.offered.emit(index.row(), block.offer)
                    return True
        return super().editorEvent(event, model, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Called by Qt: a line that is read back as it is typed."""
        editor = DateField(day_first=self.day_first)
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        editor.setContentsMargins(4, 3, 4, 3)
        editor.setAccessibleName("Date of this row")
        editor.line.installEventFilter(self)
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt: Enter or leaving the line decides, Escape does not; the line stands inside the editor."""
        field = watched.parent() if isinstance(watched, QLineEdit) else None
        if not isinstance(field, DateField):
            return super().eventFilter(watched, event)
        end = _end_of(event)
        if end is None:
            return False
        watched.removeEventFilter(self)
        if end:
            self.commitData.emit(field)
        self.closeEditor.emit(field, QStyledItemDelegate.EndEditHint.NoHint)
        return isinstance(event, QKeyEvent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Called by Qt: start from the agency's own text."""
        if isinstance(editor, DateField):
            editor.line.setText(index.data(WRITTEN) or "")
            editor.line.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Called by Qt: over the cell, and as tall as the line and its reading need."""
        area: QRect = option.rect
        editor.setGeometry(area.left(), area.top(), area.width(), max(area.height(), _room_for(editor)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Called by Qt: tell what was decided; a date that cannot be read decides nothing."""
        if isinstance(editor, DateField) and editor.when.known:
            self.dated.emit(index.row(), editor.when)


def _end_of(event: QEvent) -> bool | None:
    """Return True where an event ends the line and decides, False where it only ends it, None where it does neither."""
    if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
        return None if event.reason() in _STAYS else True
    if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
        return _ENDS.get(event.key())
    return None


def _room_for(editor: QWidget) -> int:
    """Return the height of the line and two lines of reading, so that typing does not move it."""
    return editor.sizeHint().height() + 2 * editor.fontMetrics().lineSpacing()


def _outline(painter: QPainter, rect: QRect) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme().suggestion))
    painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 5, 5)
    painter.restore()
