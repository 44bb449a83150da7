"""How a row that came back from Word is drawn: who wrote it, the words, what became of them, what taking it does."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QTextDocument
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from chronology_app.gui.returned.model import ROW
from chronology_app.gui.returned.rows import Kind, Row
from chronology_app.gui.theme import Theme, theme
from chronology_app.gui.word_changes import differences_html
from chronology_app.reviewing.versions import differences

_SIDE, _TOP, _BOX = 10, 8, 34
"""Pixels beside a row, above it, and that its box takes."""
_LINE = "margin: 0 0 2px 0; line-height: 122%"
Index = QModelIndex | QPersistentModelIndex


class RowDrawing(QStyledItemDelegate):
    """Draws a `Row`; a click on its box, or Space, ticks it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Called by Qt."""
        row: Row = index.data(ROW)
        area: QRect = option.rect
        colours = theme()
        painter.save()
        if row.kind is Kind.SECTION:
            painter.fillRect(area, QColor(colours.raised))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours.selection))
            painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), QColor(colours.accent))
        painter.setPen(QColor(colours.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._paint_box(painter, option, index)
        document = _document(row, option.font, area.width(), colours)
        painter.translate(area.left() + _indent(row), area.top() + _TOP)
        document.drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Called by Qt: as tall as the words need in the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 600
        document = _document(index.data(ROW), option.font, width, theme())
        return QSize(width, round(document.size().height()) + 2 * _TOP)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Called by Qt: a click on the box, or Space, ticks the row or takes its tick away."""
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable or not _asks_to_tick(event, option.rect):
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        box = QStyleOptionViewItem(option)
        style = option.widget.style() if option.widget else QApplication.style()
        side = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, option.widget)
        box.rect = QRect(option.rect.topLeft() + QPoint(_SIDE, _TOP + 2), QSize(side, side))
        on = QStyle.StateFlag.State_On if state is Qt.CheckState.Checked else QStyle.StateFlag.State_Off
        box.state = (option.state & ~QStyle.StateFlag.State_HasFocus) | on
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget)


def _asks_to_tick(event: QEvent, area: QRect) -> bool:
    if isinstance(event, QKeyEvent):
        return event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
    if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
        return area.contains(event.position().toPoint()) and event.position().x() < area.left() + _SIDE + _BOX
    return False


def _indent(row: Row) -> int:
    return _SIDE if row.kind in (Kind.SECTION, Kind.ENTRY) else _SIDE + _BOX


def _document(row: Row, font: QFont, width: int, colours: Theme) -> QTextDocument:
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setDefaultFont(font)
    lines = "".join(f'<p style="{_LINE}">{line}</p>' for line in _lines(row, colours))
    made.setHtml(f'<div style="color:{colours.text}">{lines}</div>')
    made.setTextWidth(max(80, width - _indent(row) - _SIDE))
    return made


def _lines(row: Row, colours: Theme) -> Iterator[str]:
    """Give the lines of a row as HTML; words of a document are never read as markup."""
    if row.kind in (Kind.SECTION, Kind.ENTRY):
        yield f"<b>{escape(row.head)}</b>"
        return
    quiet = f'<span style="color:{colours.muted}">'
    about = f" {quiet}{escape(row.about)}</span>" if row.about else ""
    yield f"<b>{escape(row.head)}</b>{about}"
    yield from filter(None, (_told(row, colours),))
    yield f"{quiet}{'✓' if row.taken else '→'} {escape(row.does)}</span>"


def _told(row: Row, colours: Theme) -> str:
    if row.kind is Kind.PROPOSAL:
        return differences_html(differences(row.before, row.text), colours)
    return escape(row.text).replace("\n", "<br/>")
