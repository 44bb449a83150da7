"""A list from which things are left out or put in another order: with the mouse, with buttons and with keys."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QVBoxLayout,
)

from chronology_app.gui.dialogs.form import Field

_NAME = Qt.ItemDataRole.UserRole
_KEYS = {-1: "Alt+Up", 1: "Alt+Down"}


_AT_LEAST, _FRAME = 5, 4
_BESIDE, _TARGET = 38, 26
"""Pixels that box and margins take, and the least height (WCAG 2.2, 2.5.8: 24)."""


class _List(QListWidget):
    def sizeHint(self) -> QSize:
        """Called by Qt: as wide as its words, as tall as some of them."""
        widest = max((self.item(row).sizeHint().width() for row in range(self.count())), default=0)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return QSize(widest + bar + _FRAME, _AT_LEAST * self.room_for("").height() + _FRAME)

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: no word is cut off."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def room_for(self, words: str) -> QSize:
        """Return what a thing needs beside its box, large enough to be hit."""
        letters = self.fontMetrics()
        return QSize(letters.horizontalAdvance(words) + _BESIDE, max(_TARGET, letters.height() + 8))


class ChoiceList(Field):
    """Things by name in their order, each with a box; `changed` is sent when a box or the order changes."""

    changed = Signal()

    def __init__(self, name: str, things: Mapping[str, str], always: Iterable[str] = ()) -> None:
        self._list = _List()
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._always = frozenset(always)
        self._usual = tuple(things)
        for key, words in things.items():
            item = QListWidgetItem(words)
            item.setData(_NAME, key)
            item.setCheckState(Qt.CheckState.Checked)
            item.setSizeHint(self._list.room_for(words))
            self._list.addItem(item)
        self._hold()
        super().__init__(name, self._list)
        self._list.setCurrentRow(0)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(2, self._buttons())
            column.setStretch(1, 1)
            column.setStretch(column.count() - 1, 0)
        self._list.itemChanged.connect(lambda _: self.changed.emit())
        self._list.model().rowsMoved.connect(lambda *_: self.changed.emit())

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the things whose box is ticked, in their order."""
        items = map(self._list.item, range(self._list.count()))
        return tuple(item.data(_NAME) for item in items if item.checkState() is Qt.CheckState.Checked)

    @property
    def words(self) -> tuple[str, ...]:
        """What a person reads, in order."""
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    def arrange(self, names: Iterable[str]) -> None:
        """Tick these in this order and no others; the others stand after what usually comes before them."""
        order = [*dict.fromkeys(name for name in names if name in self._usual)]
        ticked = {*order, *self._always}
        for before, name in pairwise(("", *self._usual)):
            if name not in order:
                order.insert(order.index(before) + 1 if before else 0, name)
        self._list.blockSignals(True)
        items = {item.data(_NAME): item for item in (self._list.takeItem(0) for _ in order)}
        for name in order:
            items[name].setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
            self._list.addItem(items[name])
        self._list.setCurrentRow(0)
        self._list.blockSignals(False)
        self.changed.emit()

    def _hold(self) -> None:
        """Leave no box to those that are always there."""
        for row in range(self._list.count()):
            item = self._list.item(row)
            if item.data(_NAME) in self._always:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for by, words in ((-1, "Earlier"), (1, "Later")):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{words} in the document ({_KEYS[by]})")
            button.setToolTip(_KEYS[by])
            button.clicked.connect(lambda _=False, by=by: self._move(by))
            shortcut = QShortcut(QKeySequence(_KEYS[by]), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _move(self, by: int) -> None:
        """Move the chosen thing one place; nothing where it is the first or the last."""
        row = self._list.currentRow()
        if row < 0 or not 0 <= row + by < self._list.count():
            return
        item = self._list.takeItem(row)
        self._list.insertItem(row + by, item)
        self._list.setCurrentItem(item)
        self.changed.emit()
