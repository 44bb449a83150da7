"""What stands in the window while a review is locked: nothing of it, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


class LockPage(QWidget):
    """Asks for the passphrase; `tried` carries what was typed."""

    tried = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("This review is locked")
        title.setProperty("role", "title")
        self._words = QLabel("Type the passphrase to go on where you were. Everything was saved as you did it.")
        self._words.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName("Passphrase")
        self.field.setPlaceholderText("Passphrase")
        self.field.setMaximumWidth(420)
        unlock = QPushButton("&Unlock")
        unlock.setProperty("verb", True)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.field, 2)
        row.addWidget(unlock)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(12)
        column.addLayout(row)
        column.addStretch(3)
        unlock.clicked.connect(self._try)
        self.field.returnPressed.connect(self._try)

    def refuse(self, sentence: str) -> None:
        """Say why the review did not open."""
        self._words.setText(sentence)
        self.field.selectAll()
        self.field.setFocus()

    def _try(self) -> None:
        typed = self.field.text()
        self.field.clear()
        self.tried.emit(typed)
