"""The marks on an entry and what the machine suggests, as a list that can be worked through by keyboard."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from chronology_app.core.entry import Entry
from chronology_app.core.fields import TITLES, Field
from chronology_app.core.findings import Suggestion
from chronology_app.core.mark import Mark
from chronology_app.gui.glyph import kind_icon

Item = Mark | Suggestion
_ITEM = Qt.ItemDataRole.UserRole


class MarkList(QListWidget):
    """Marks first, then suggestions. `picked` follows the focus; Space accepts a suggestion, Delete clears a mark."""

    picked = Signal(object)
    accepted = Signal(object)
    cleared = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Marks and suggestions")
        self.setWordWrap(True)
        self.setIconSize(QSize(20, 20))
        self.setSpacing(2)
        self.currentItemChanged.connect(self._tell_picked)
        self.itemDoubleClicked.connect(self._act)

    def show_items(self, entry: Entry, marks: Iterable[Mark], suggestions: Iterable[Suggestion]) -> None:
        """Show these marks and suggestions of an entry."""
        self.blockSignals(True)
        self.clear()
        for mark in marks:
            lost = "\nThese words changed in a later version of the file. Delete clears the mark." if mark.words else ""
            self._add(mark, f"{mark.kind.capitalize()}: {_quoted(entry, mark)}{lost}")
        for found in suggestions:
            self._add(found, f"Suggested {found.kind}: {_quoted(entry, found)}\n{found.why} Space accepts.")
        self.blockSignals(False)

    def current(self) -> Item | None:
        """Return the mark or suggestion in focus."""
        item = self.currentItem()
        return cast(Item, item.data(_ITEM)) if item else None

    def first_suggestion(self) -> Suggestion | None:
        """Return the first suggestion in the list, None where there is none."""
        items = (self.item(number).data(_ITEM) for number in range(self.count()))
        return next((item for item in items if isinstance(item, Suggestion)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space accepts the suggestion in focus, Delete or Backspace clears the mark in focus."""
        item = self.current()
        if event.key() == Qt.Key.Key_Space and isinstance(item, Suggestion):
            self.accepted.emit(item)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and isinstance(item, Mark):
            self.cleared.emit(item)
        else:
            super().keyPressEvent(event)

    def _add(self, item: Item, text: str) -> None:
        shown = QListWidgetItem(kind_icon(item.kind), text, self)
        shown.setData(_ITEM, item)
        if isinstance(item, Suggestion):
            font = shown.font()
            font.setItalic(True)
            shown.setFont(font)
            shown.setToolTip(f"The words “{item.cue}” led to this. It is a suggestion: you decide.")

    def _tell_picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(item.data(_ITEM))

    def _act(self, item: QListWidgetItem) -> None:
        found = item.data(_ITEM)
        if isinstance(found, Suggestion):
            self.accepted.emit(found)


def _quoted(entry: Entry, item: Item) -> str:
    if isinstance(item, Mark) and not item.is_passage:
        return "the whole entry"
    where = "" if item.field == Field.EVENT else f" ({TITLES[Field(item.field)]})"
    lost = item.words if isinstance(item, Mark) else ""
    return f"“{lost or entry.text(item.field)[item.start : item.end]}”{where}"
