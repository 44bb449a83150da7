"""Small pictures drawn by the app itself: mark glyphs and agency badges, sharp on every screen, no image files."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from chronology_app.core.mark import Kind
from chronology_app.core.palette import colour
from chronology_app.gui.chronology.painting import paint_glyph
from chronology_app.gui.theme import theme

_SCALE = 3
"""Pictures are drawn three times as large and marked so: sharp up to 300 % screens."""


def _blank(width: int, height: int) -> QPixmap:
    picture = QPixmap(QSize(width, height) * _SCALE)
    picture.setDevicePixelRatio(_SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def kind_icon(kind: Kind, size: int = 20) -> QIcon:
    """Return the glyph of a mark as an icon of `size` pixels."""
    picture = _blank(size, size)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont()
    font.setPixelSize(round(size * 0.62))
    font.setBold(True)
    painter.setFont(font)
    paint_glyph(painter, QRectF(0, 0, size, size), kind, theme())
    painter.end()
    return QIcon(picture)


def badge_icon(code: str, number: int, height: int = 20) -> QIcon:
    """Return an agency's badge: its code on its colour."""
    font = QFont()
    font.setPixelSize(round(height * 0.56))
    font.setBold(True)
    picture = _blank(max(34, round(len(code) * height * 0.42) + 14), height)
    shade = colour(number)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shade.pale))
    area = QRectF(0, 0, picture.width() / _SCALE, height)
    painter.drawRoundedRect(area, 4, 4)
    painter.fillRect(QRectF(0, 3, 3, height - 6), QColor(shade.strong))
    painter.setFont(font)
    painter.setPen(QColor(shade.ink))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), code)
    painter.end()
    return QIcon(picture)
