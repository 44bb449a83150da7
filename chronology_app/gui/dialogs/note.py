"""What a reviewer writes beside an entry: a note, a theme, or a question for the agency."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from chronology_app.core.note import NoteKind
from chronology_app.gui.dialogs.form import Field, Form

_WORDS = {
    NoteKind.NOTE: ("Note", "Add the note", "&Your note", "Stands beside the entry; the agency's words stay as sent."),
    NoteKind.THEME: ("Theme", "Add the theme", "&Theme", "For example: the baby's voice, working across areas."),
    NoteKind.QUESTION: ("Question for the agency", "Ask the agency", "&Your question", "Kept until it is answered."),
    NoteKind.PROPOSAL: ("Proposed words", "Add the proposal", "&Proposed words", "The agency's words stay as sent."),
}
"""For each kind: title, verb, name of the field, hint."""


class NoteDialog(Form):
    """Asks for the words of a note of one kind; Ctrl+Enter accepts. `about` says which entry it stands beside."""

    def __init__(self, kind: NoteKind, about: str = "", text: str = "", parent: QWidget | None = None) -> None:
        title, verb, name, hint = _WORDS[kind]
        super().__init__(title, "Save the change" if text else verb, parent)
        self._edit = QPlainTextEdit(text)
        self._edit.setTabChangesFocus(True)
        self._edit.setMinimumHeight(self._edit.fontMetrics().lineSpacing() * 7)
        if about:
            self.say(about)
        self.add(Field(name, self._edit, f"{hint} Ctrl+Enter: {self.verb.text().lower()}.", self._wrong))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.accept)
        self._edit.setFocus()

    @property
    def text(self) -> str:
        """The words, without blanks around them."""
        return self._edit.toPlainText().strip()

    def _wrong(self) -> str:
        return "" if self.text else "Write something first, or press Cancel."
