"""Shows one entry's words: marked passages as marked, suggestions outlined, and a selection that can be marked."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextCursor, QTextLine
from PySide6.QtWidgets import QTextEdit, QWidget

from chronology_app.core.entry import Entry
from chronology_app.core.fields import MARKED_FIELDS
from chronology_app.core.findings import Suggestion
from chronology_app.core.mark import Mark
from chronology_app.gui.chronology.painting import mark_format
from chronology_app.gui.entry.words import Span, write_words
from chronology_app.gui.theme import theme


class EntryText(QTextEdit):
    """Read only: the agency's words are never changed. Select words (Shift + arrows, or the mouse) to mark them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self._suggestions: tuple[Suggestion, ...] = ()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName("The entry's words")
        self.document().setDocumentMargin(10)

    def show_words(
        self,
        entry: Entry | None,
        marks: Iterable[Mark],
        suggestions: Iterable[Suggestion],
        kept: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Show an entry (None: nothing) with its marks and suggestions; the cursor goes to the start.

        `kept` are the (heading, words) of columns nobody claimed; they stand below, and cannot be marked.
        """
        colours = theme()
        self._suggestions = tuple(suggestions)
        self.clear()
        self._spans = write_words(self.document(), entry, colours, kept) if entry else ()
        for mark in marks:
            if mark.words:
                continue
            cursor = self._cursor(mark.field, mark.start, mark.end)
            if cursor is not None:
                cursor.mergeCharFormat(mark_format(mark.kind, colours))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.viewport().update()

    def selected_passage(self) -> tuple[str, int, int] | None:
        """Return (field, start, end) of the selected words, None where nothing that can be marked is selected."""
        cursor = self.textCursor()
        for span in self._spans:
            start, end = max(cursor.selectionStart(), span.start), min(cursor.selectionEnd(), span.end)
            if start < end and span.field in MARKED_FIELDS:
                return _trimmed(span, span.to_field(start), span.to_field(end))
        return None

    def go_past_selection(self) -> None:
        """Put the cursor behind the selected words, ready for the next ones."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def select(self, field: str, start: int, end: int) -> None:
        """Select characters of a field and bring them into view."""
        cursor = self._cursor(field, start, end)
        if cursor is not None:
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then a dashed outline around each suggestion: a suggestion never looks like a mark."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme().suggestion), 1.2, Qt.PenStyle.DashLine))
        for suggestion in self._suggestions:
            for area in self._lines_of(suggestion):
                painter.drawRoundedRect(area, 3, 3)
        painter.end()

    def _lines_of(self, suggestion: Suggestion) -> Iterable[QRectF]:
        """The rectangles a suggestion covers, one a line, in the viewport's pixels."""
        cursor = self._cursor(suggestion.field, suggestion.start, suggestion.end)
        if cursor is None:
            return
        block = self.document().findBlock(cursor.selectionStart())
        first, last = cursor.selectionStart() - block.position(), cursor.selectionEnd() - block.position()
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if start < end:
                left, right = _across(line, start), _across(line, end)
                area = QRectF(left - 1, line.y() + 1, right - left + 2, line.naturalTextRect().height() - 2)
                yield area.translated(origin).translated(
                    -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
                )

    def _cursor(self, field: str, start: int, end: int) -> QTextCursor | None:
        span = next((span for span in self._spans if span.field == field), None)
        if span is None or start >= end:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(span.to_document(start))
        cursor.setPosition(span.to_document(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _across(line: QTextLine, position: int) -> float:
    """Return how far across a line a position stands; PySide hands back (pixels, position)."""
    return float(cast(tuple[float, int], line.cursorToX(position))[0])


def _trimmed(span: Span, start: int, end: int) -> tuple[str, int, int] | None:
    """Leave white space at both ends of a selection out of the passage."""
    words = span.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (span.field, start, end) if start < end else None
