"""The first pages of a document as they would be written, drawn in memory beside the choices that make them."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextDocument, QTextFrameFormat
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from chronology_app.gui.theme import theme
from chronology_app.writing.pages import PAGE, PAGES, Pages

MOST = 12
"""Pages that are shown at most."""

_GAP = 14
_POINTS_AN_INCH = 72
_PAPER, _INK = QColor("#ffffff"), QColor("#000000")


class _Sheets(QWidget):
    """Draws pages beneath one another, each as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: Pages | None = None
        self._text = QTextDocument(self)
        self._text.setUndoRedoEnabled(False)
        self.number = 0

    def show_pages(self, pages: Pages) -> None:
        """Lay the pages out; lengths in points become those of this screen."""
        self._pages = pages
        scale = self.logicalDpiY() / _POINTS_AN_INCH
        self._text.documentLayout().setPaintDevice(self)
        self._text.setDocumentMargin(0)
        self._text.setHtml(pages.text)
        frame = QTextFrameFormat()
        top, right, bottom, left = (side * scale for side in pages.margins[:4])
        frame.setTopMargin(top)
        frame.setRightMargin(right)
        frame.setBottomMargin(bottom)
        frame.setLeftMargin(left)
        self._text.rootFrame().setFrameFormat(frame)
        self._text.setPageSize(QSizeF(*pages.size) * scale)
        self.number = min(MOST, self._text.pageCount())
        self.fit()

    def fit(self) -> None:
        """Take the height that all pages need at this width."""
        self.setFixedHeight(round(self.number * (self._tall() + _GAP)) + _GAP)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are to be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in range(self.number):
            top = _GAP + number * (self._tall() + _GAP)
            if event.rect().intersects(QRectF(0, top, self.width(), self._tall()).toAlignedRect()):
                self._draw(painter, number, top)

    def _tall(self) -> float:
        size = self._text.pageSize()
        return self.width() * size.height() / size.width() if size.width() > 0 else 0.0

    def _draw(self, painter: QPainter, number: int, top: float) -> None:
        size = self._text.pageSize()
        painter.save()
        painter.translate(0, top)
        painter.scale(self.width() / size.width(), self.width() / size.width())
        page = QRectF(0, 0, size.width(), size.height())
        painter.fillRect(page, _PAPER)
        painter.setPen(QColor(theme().line))
        painter.drawRect(page)
        self._draw_margins(painter, number)
        painter.setClipRect(page)
        painter.translate(0, -number * size.height())
        self._text.drawContents(painter, page.translated(0, number * size.height()))
        painter.restore()

    def _draw_margins(self, painter: QPainter, number: int) -> None:
        """Draw the header and the footer of a page."""
        if self._pages is None:
            return
        scale = self.logicalDpiY() / _POINTS_AN_INCH
        _, right, _, left, above, below = (side * scale for side in self._pages.margins)
        size = self._text.pageSize()
        for words, at_the_top in ((self._pages.header, True), (self._pages.footer, False)):
            line = QTextDocument()
            line.documentLayout().setPaintDevice(self)
            line.setDocumentMargin(0)
            line.setHtml(words.replace(PAGE, str(number + 1)).replace(PAGES, "…"))
            line.setTextWidth(size.width() - left - right)
            painter.save()
            painter.translate(left, above if at_the_top else size.height() - below - line.size().height())
            line.drawContents(painter)
            painter.restore()


class PagesView(QScrollArea):
    """Shows the first pages of a document; arrow keys and Page Down move through them."""

    def __init__(self) -> None:
        super().__init__()
        self._sheets = _Sheets()
        self.setWidget(self._sheets)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Preview of the first pages")

    @property
    def number(self) -> int:
        """How many pages are shown."""
        return self._sheets.number

    def show_pages(self, pages: Pages) -> None:
        """Show other pages, at the same place."""
        self._sheets.show_pages(pages)

    def sizeHint(self) -> QSize:
        """Called by Qt: wide enough for small print to be told from nothing."""
        return QSize(self.fontMetrics().averageCharWidth() * 84, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: the pages stay as wide as the room."""
        super().resizeEvent(event)
        self._sheets.setFixedWidth(self.viewport().width())
        self._sheets.fit()
