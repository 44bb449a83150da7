"""What a later version of a file changes, shown before it takes the place of the one before."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from chronology_app.core.edits import count
from chronology_app.gui.dialogs.form import label
from chronology_app.gui.importing.changes_words import changes_html
from chronology_app.gui.theme import theme
from chronology_app.work.replacing import Replacement, in_numbers

_PROMISE = (
    "Marks, notes, links, dates you set and the order within a day follow their entries. The earlier version stays in "
    "the review, and so does each entry's row as it was sent. It is one step: Ctrl+Z takes it back."
)


class ChangesDialog(QDialog):
    """Shows replacements; accepted, they may be done. `others` entries of new files come in with them."""

    def __init__(self, made: Sequence[Replacement], others: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What changed")
        self.setMinimumSize(640, 420)
        self.resize(900, 640)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("What changed")
        self.text.document().setDocumentMargin(14)
        self.text.setHtml("<hr/>".join(changes_html(one, theme()) for one in made))
        more = f"; import {count(others, 'entry', 'entries')}" if others else ""
        self.verb = QPushButton(f"&Replace: {in_numbers(made)}{more}")
        self.verb.setProperty("verb", "true")
        self.verb.setDefault(True)
        self.cancel = QPushButton("&Back")
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self.verb.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self.text.setFocus()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label("What changed", "title"))
        column.addWidget(label(_PROMISE, "muted"))
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
