"""What people wrote beside the chosen entry: notes, themes, questions to the agency and words they propose."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from chronology_app.core.note import Note
from chronology_app.gui.entry.note_words import note_words

_NOTE = Qt.ItemDataRole.UserRole


class NoteList(QListWidget):
    """Notes on one entry. `opened` carries the id of a note to change; Delete removes one (`removed`)."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Notes, themes, questions and proposals")
        self.setWordWrap(True)
        self.setSpacing(3)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(_NOTE)))

    def show_notes(self, notes: Iterable[Note]) -> None:
        """Show these notes; the focus stays at its place."""
        row = self.currentRow()
        self.clear()
        for note in notes:
            item = QListWidgetItem(note_words(note), self)
            item.setData(_NOTE, note.id)
        self.setCurrentRow(min(row, self.count() - 1))

    def choose(self, note_id: str) -> None:
        """Put the focus on a note."""
        found = next((row for row in range(self.count()) if self.item(row).data(_NOTE) == note_id), -1)
        self.setCurrentRow(found)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the note in focus (it can be undone)."""
        if event.key() == Qt.Key.Key_Delete and self.currentItem():
            self.removed.emit(self.currentItem().data(_NOTE))
        else:
            super().keyPressEvent(event)
