"""Paints the chronology's rows: dates with their reading, agencies on their colour, text with its marked passages."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from chronology_app.core.mark import Kind, Mark
from chronology_app.core.palette import colour
from chronology_app.gui.chronology.columns import AGENCY, COLUMNS, DATE, MARK
from chronology_app.gui.chronology.model import ChronologyModel
from chronology_app.gui.chronology.rows import Row
from chronology_app.gui.theme import Theme, theme

MARGIN_X, MARGIN_Y = 10, 9
LINE, DATE_LINE = 1.28, 1.1
"""Line heights as multiples of the font's own: generous, because people read here for hours."""
_KEPT = 400
# Looked up once: in a painter each attribute of an enum costs microseconds, hundreds of times a frame.
_SELECTED = QStyle.StateFlag.State_Selected
_DEMI_BOLD, _CENTRED = QFont.Weight.DemiBold, int(Qt.AlignmentFlag.AlignCenter)
_SMOOTH, _NO_PEN = QPainter.RenderHint.Antialiasing, Qt.PenStyle.NoPen
_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
_UNDERLINES = {
    Kind.FACT: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Kind.OPINION: QTextCharFormat.UnderlineStyle.DotLine,
    Kind.REPORTED: QTextCharFormat.UnderlineStyle.DashUnderline,
}


def mark_format(kind: Kind, colours: Theme) -> QTextCharFormat:
    """Return how a marked passage looks: its own kind of line, a faint ground; opinion also in italics."""
    look = QTextCharFormat()
    shade = colours.of_kind(kind)
    look.setUnderlineStyle(_UNDERLINES.get(kind, QTextCharFormat.UnderlineStyle.SingleUnderline))
    look.setUnderlineColor(shade)
    ground = QColor(shade)
    ground.setAlpha(46 if colours.dark else 28)
    look.setBackground(ground)
    look.setFontItalic(kind is Kind.OPINION)
    return look


def band_height(font: QFont) -> int:
    """Return the height of a month's heading, in pixels."""
    return round(font.pointSizeF() * 3.4)


class RowPainter(QStyledItemDelegate):
    """Paints one cell of the chronology; laid-out texts are kept, so that scrolling only draws."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._laid: OrderedDict[tuple[object, ...], QTextLayout] = OrderedDict()

    def forget(self) -> None:
        """Forget the laid-out texts: the font, the widths or the theme changed."""
        self._laid.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return no wish of its own: the table sets heights."""
        return QSize(0, 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell at `index`; called by Qt."""
        model, position, column = cast(ChronologyModel, index.model()), index.row(), index.column()
        row, band, colours, font = model.row(position), model.band(position), theme(), option.font
        area = QRectF(option.rect)
        painter.save()
        if band:
            area = self._paint_band(painter, area, band, _start(option), font, colours)
        chosen = bool(option.state & _SELECTED)
        if chosen:  # what is not has the table's own ground
            painter.fillRect(area, QColor(colours.selection))
        painter.setPen(QColor(colours.line))
        bottom = area.bottom() - 1  # the last of its own pixels: the next one is the row's below, and is painted over
        painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
        if column == DATE:
            self._paint_edge(painter, area, row, chosen, colours)
        self._paint_cell(painter, area, column, row, font, colours)
        painter.restore()

    def _paint_cell(self, painter: QPainter, area: QRectF, column: int, row: Row, font: QFont, colours: Theme) -> None:
        inner = area.adjusted(MARGIN_X, MARGIN_Y, -MARGIN_X, -MARGIN_Y)
        if column == DATE:
            self._paint_date(painter, inner, row, font, colours)
        elif column == AGENCY:
            _paint_badge(painter, inner, row.code, row.colour, font)
        elif column == MARK:
            _paint_letters(painter, inner, row, font, colours)
        else:
            marks = [mark for mark in row.marks if mark.field == COLUMNS[column].field]
            text = COLUMNS[column].text(row)
            painter.setPen(QColor(colours.text))
            self.layout(text, marks, inner.width(), font, LINE).draw(painter, inner.topLeft())

    def layout(self, text: str, marks: Iterable[Mark], width: float, font: QFont, spacing: float) -> QTextLayout:
        """Return the text laid out in `width` pixels with its marked passages, kept for the next time."""
        spans = tuple(marks)
        key = (text, spans, width, font.weight())
        kept = self._laid.get(key)
        if kept is None:
            kept = self._laid[key] = lay_out(text, spans, width, font, spacing)
            if len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        return kept

    def _paint_band(
        self, painter: QPainter, area: QRectF, band: str, start: float, font: QFont, colours: Theme
    ) -> QRectF:
        """Paint the part of a month's heading that falls into a cell; the words begin at `start` and may go on."""
        height = band_height(font)
        painter.fillRect(QRectF(area.topLeft(), area.size()).adjusted(0, 0, 0, height - area.height()), colours.window)
        heading = QFont(font)
        heading.setBold(True)
        painter.setFont(heading)
        painter.setPen(QColor(colours.text))
        place = QRectF(start + MARGIN_X, area.top(), area.right() - start, height - 4.0)
        painter.setClipRect(QRectF(area.left(), area.top(), area.width(), height))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), band)
        painter.setClipping(False)
        return area.adjusted(0, height, 0, 0)

    def _paint_edge(self, painter: QPainter, area: QRectF, row: Row, chosen: bool, colours: Theme) -> None:
        """A bar at the left edge: the entry needs a person, or it is the chosen one."""
        if row.entry.needs or chosen:
            shade = colours.attention if row.entry.needs else colours.accent
            painter.fillRect(QRectF(area.left(), area.top(), 4, area.height() - 1), QColor(shade))

    def _paint_date(self, painter: QPainter, area: QRectF, row: Row, font: QFont, colours: Theme) -> None:
        bold = QFont(font)
        bold.setWeight(_DEMI_BOLD)
        top = area.top()
        for text in row.dates:
            shade = colours.text if text is row.written else colours.muted
            if text is row.reading and row.entry.needs:
                shade = colours.attention
            laid = self.layout(text, (), area.width(), bold if text is row.written else font, DATE_LINE)
            painter.setPen(QColor(shade))
            laid.draw(painter, QPointF(area.left(), top))
            top += laid.lineCount() * laid.lineAt(0).height() * DATE_LINE


def _start(option: QStyleOptionViewItem) -> float:
    """Return where the first column begins, whichever is painted."""
    table = option.widget
    return float(table.columnViewportPosition(DATE) if isinstance(table, QTableView) else option.rect.left())


def lay_out(text: str, marks: Iterable[Mark], width: float, font: QFont, spacing: float) -> QTextLayout:
    """Return `text` wrapped at `width` pixels, lines `spacing` times their height apart, marked passages formatted."""
    colours = theme()
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(_WRAPPED)
    layout.setCacheEnabled(True)
    ranges = []
    for mark in marks:
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = *_in_utf16(text, mark.start, mark.end), mark_format(mark.kind, colours)
        ranges.append(span)
    layout.setFormats(ranges)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height() * spacing
    layout.endLayout()
    return layout


def _in_utf16(text: str, start: int, end: int) -> tuple[int, int]:
    """Return start and length counted as Qt counts (UTF-16), where a mark counts characters."""
    before = len(text[:start].encode("utf-16-le")) // 2
    return before, len(text[start:end].encode("utf-16-le")) // 2


def _paint_badge(painter: QPainter, area: QRectF, code: str, number: int, font: QFont) -> None:
    shade = colour(number)
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    small.setBold(True)
    painter.setFont(small)
    metrics = painter.fontMetrics()
    wide = min(area.width(), metrics.horizontalAdvance(code) + 14.0)
    badge = QRectF(area.left(), area.top() - 2, wide, metrics.height() + 6.0)
    painter.setRenderHint(_SMOOTH)
    painter.setPen(_NO_PEN)
    painter.setBrush(QColor(shade.pale))
    painter.drawRoundedRect(badge, 4, 4)
    painter.fillRect(QRectF(badge.left(), badge.top() + 3, 3, badge.height() - 6), QColor(shade.strong))
    painter.setPen(QColor(shade.ink))
    painter.drawText(badge, _CENTRED, code)


def _paint_letters(painter: QPainter, area: QRectF, row: Row, font: QFont, colours: Theme) -> None:
    """The mark glyphs: a letter in its own shape for each kind; under them a flag and a note sign."""
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setRenderHint(_SMOOTH)
    size = painter.fontMetrics().height() + 4.0
    left = area.left()
    for kind in sorted({mark.kind for mark in row.marks}):
        paint_glyph(painter, QRectF(left, area.top() - 2, size, size), kind, colours)
        left += size + 3
    signs = " ".join(sign for sign, on in (("⚑", row.entry.flagged), ("✎", row.noted)) if on)
    if signs:
        painter.setPen(QColor(colours.muted))
        painter.drawText(QPointF(area.left(), area.top() + 2 * size), signs)


def paint_glyph(painter: QPainter, area: QRectF, kind: Kind, colours: Theme) -> None:
    """Paint a mark's glyph: fact in a filled square, opinion in a dotted circle, reported in a dashed box."""
    shade = colours.of_kind(kind)
    box = area.adjusted(1, 1, -1, -1)
    painter.setBrush(shade if kind is Kind.FACT else Qt.BrushStyle.NoBrush)
    lines = {Kind.OPINION: Qt.PenStyle.DotLine, Kind.REPORTED: Qt.PenStyle.DashLine}
    painter.setPen(QPen(shade, 1.6, lines.get(kind, Qt.PenStyle.SolidLine)))
    if kind is Kind.OPINION:
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor(colours.base) if kind is Kind.FACT else shade)
    painter.drawText(box, _CENTRED, kind.value[0].upper())
