"""The list of files on the left of the import dialog, as cards: agency, name, and what became of it in one line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from chronology_app.core.agency import Agency
from chronology_app.core.palette import colour
from chronology_app.gui.importing.cell_text import wrapped
from chronology_app.gui.importing.files_model import CARD, Card, FilesModel
from chronology_app.gui.theme import theme
from chronology_app.gui.wrapping import Wrapping
from chronology_app.work.plan import ImportPlan

_PAD, _GAP = 9, 3
Index = QModelIndex | QPersistentModelIndex


def _bold(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


class FilesDelegate(QStyledItemDelegate):
    """Draws a `Card`: the tick, the agency's code on its colour, the name, the line under it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Called by Qt."""
        card: Card = index.data(CARD)
        colours = theme()
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, bare, option.widget)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, option.widget)
        painter.save()
        painter.setClipRect(option.rect)
        tick = 0 if index.flags() & Qt.ItemFlag.ItemIsUserCheckable else _room_for_tick(style)
        left, top = area.left() + 4 + tick, option.rect.top() + _PAD
        width = option.rect.right() - left - _PAD
        if card.agency:
            left_of_name = left + _badge(painter, card.agency, QRect(left, top, width, option.fontMetrics.height()))
        else:
            left_of_name = left
        font = _bold(option.font) if card.agency else option.font
        painter.setFont(font)
        painter.setPen(QColor(colours.text if card.comes_in else colours.muted))
        room = left + width - left_of_name
        name = painter.fontMetrics().elidedText(card.name, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(left_of_name, top + option.fontMetrics.ascent(), name)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.attention if card.problem else colours.muted))
        top += option.fontMetrics.lineSpacing() + _GAP + option.fontMetrics.ascent()
        for number, line in enumerate(wrapped(card.under, option.font, width, 6)):
            painter.drawText(left, top + number * option.fontMetrics.lineSpacing(), line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Called by Qt: as tall as the lines need in the width of the list."""
        view = option.widget
        indent = 20 if index.parent().isValid() else 0
        width = (view.viewport().width() if isinstance(view, QTreeView) else 260) - indent - 60
        lines = len(wrapped(index.data(CARD).under, option.font, width, 6))
        return QSize(width, option.fontMetrics.lineSpacing() * (1 + lines) + 2 * _PAD + _GAP)


def _room_for_tick(style: QStyle) -> int:
    """Return how far a card without a tick is indented, to stand in line with those that have one."""
    metric = QStyle.PixelMetric
    return style.pixelMetric(metric.PM_IndicatorWidth) + style.pixelMetric(metric.PM_FocusFrameHMargin) + 4


def _badge(painter: QPainter, agency: Agency, area: QRect) -> int:
    """Draw the agency's code on its colour and return how much room it took."""
    shades = colour(agency.colour)
    code = agency.code or "?"
    painter.setFont(_bold(painter.font()))
    width = painter.fontMetrics().horizontalAdvance(code) + 12
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shades.pale))
    painter.drawRoundedRect(QRect(area.left(), area.top(), width, area.height() + 1), 4, 4)
    painter.setPen(QColor(shades.ink))
    painter.drawText(QRect(area.left(), area.top(), width, area.height() + 1), Qt.AlignmentFlag.AlignCenter, code)
    return width + 8


class FilesList(QTreeView):
    """Lists the files of a plan. `chosen` is (file, table or -1); `model().ticked` tells of a box."""

    chosen = Signal(int, int)

    def __init__(self, plan: ImportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = FilesModel(plan, self)
        self.setModel(self.files)
        self.setItemDelegate(FilesDelegate(self))
        Wrapping(self)
        self.setAccessibleName("Files and their tables")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(20)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.expandAll()
        self.selectionModel().currentChanged.connect(lambda now, _: self.chosen.emit(*self.files.place(now)))

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the plan as it is now; what was chosen stays chosen."""
        place = self.files.place(self.currentIndex())
        self.selectionModel().blockSignals(True)
        self.files.show(plan)
        self.expandAll()
        if place[0] >= 0:
            self.choose(*place)
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def choose(self, file: int, table: int) -> None:
        """Choose a table (or the file, where it has only one)."""
        self.setCurrentIndex(self.files.index_of(file, table))
