"""What each column of a table was understood as, side by side as in the file, each with a list to change it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from chronology_app.core.fields import TITLES, Field
from chronology_app.gui.dialogs.form import label
from chronology_app.understanding.layout import Column, Layout

KEPT = "Kept, not shown"
_NARROW, _WIDE = 27, 32
"""How narrow and how wide a column may be, in average characters."""
_FIELDS: tuple[Field | None, ...] = (None, *TITLES)


class StillComboBox(QComboBox):
    """A list that the mouse wheel passes over: scrolling along the strip must not change what a column means."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Called by Qt."""
        event.ignore()


class ColumnCard(QFrame):
    """One column: its heading as sent and what it is understood as. `changed` carries the field (None: kept)."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label("", "heading")
        self._heading.setWordWrap(False)
        self.fields = StillComboBox()
        self.fields.addItems([KEPT, *TITLES.values()])
        self._check = label("Please check", "attention")
        self._check.setWordWrap(False)
        self.right = QToolButton()
        self.right.setText("It is right")
        self.right.setStyleSheet("QToolButton { color: palette(link); text-decoration: underline; padding: 2px 4px; }")
        self.right.clicked.connect(self._say)
        self.fields.activated.connect(self._say)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._check, 1)
        line.addWidget(self.right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(4)
        for part in (self._heading, self.fields, self._line):
            column.addWidget(part)
        column.addStretch(1)
        self._said = ""

    def show_column(self, shown: Column) -> None:
        """Show a column."""
        heading = shown.heading.strip() or f"Column {shown.number} (no heading)"
        one_line = " ".join(heading.split())
        self._said = one_line
        self._heading.setToolTip(heading)
        self._elide()
        self.fields.setCurrentIndex(_FIELDS.index(shown.field))
        unsure = shown.field is not None and not shown.sure
        self._line.setVisible(unsure)
        self.fields.setAccessibleName(f"Column “{one_line}” is understood as{', please check' if unsure else ''}")
        self.right.setAccessibleName(f"Column “{one_line}” is understood rightly")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = self._heading.fontMetrics()
        self._heading.setText(metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, self.width() - 14))

    @property
    def asks(self) -> bool:
        """Whether the person is asked to look at this column."""
        return not self._line.isHidden()

    def _say(self) -> None:
        self.changed.emit(_FIELDS[self.fields.currentIndex()])


class ColumnsStrip(QScrollArea):
    """The columns of a layout. `changed` is (number of the column from 1, field or None)."""

    changed = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = self._inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self.setWidget(inside)
        self.cards: list[ColumnCard] = []

    def show_layout(self, layout: Layout | None) -> None:
        """Show a layout's columns, in the cards that are there already so that the focus stays where it is."""
        columns = layout.columns if layout else ()
        while len(self.cards) < len(columns):
            self._add(len(self.cards))
        for card, column in zip(self.cards, columns, strict=False):
            card.show_column(column)
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(columns))
        self._numbers = [column.number for column in columns]
        self.setVisible(bool(columns))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width, and be as tall as the cards (and their scroll bar where they do not fit)."""
        one, shown = self.fontMetrics().averageCharWidth(), [card for card in self.cards if not card.isHidden()]
        width = max(_NARROW * one, min(_WIDE * one, self.width() // max(1, len(shown))))
        for card in shown:
            card.setFixedWidth(width)
        wanted = self._inside.sizeHint()
        bar = self.horizontalScrollBar().sizeHint().height() + 2 if width * len(shown) > self.width() else 0
        self.setFixedHeight(wanted.height() + bar)

    def _add(self, place: int) -> None:
        card = ColumnCard()
        card.changed.connect(lambda field: self.changed.emit(self._numbers[place], field))
        self._row.insertWidget(place, card)
        self.cards.append(card)
