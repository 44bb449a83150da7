"""What a reviewer writes beside an entry: a note, a theme, a question for the agency, and what it answered."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from chronology_app.core.note import NoteKind
from chronology_app.gui.dialogs.form import Field, Form

_WORDS = {
    NoteKind.NOTE: ("Note", "Add the note", "&Your note", "Stands beside the entry; the agency's words stay as sent."),
    NoteKind.THEME: ("Theme", "Add the theme", "&Theme", "For example: the baby's voice, working across areas."),
    NoteKind.QUESTION: ("Question for the agency", "Ask the agency", "&Your question", "Open until it is answered."),
    NoteKind.PROPOSAL: ("Proposed words", "Add the proposal", "&Proposed words", "The agency's words stay as sent."),
}
"""For each kind: title, verb, name of the field, hint."""
_ANSWER_HINT = "As the agency gave it. The question is open until something stands here."


class NoteDialog(Form):
    """Asks for the words of a note of one kind; Ctrl+Enter accepts. `about` says which entry it stands beside.

    A question that was asked has its `answer` below it ("" while it is open), and the focus goes there.
    """

    def __init__(
        self,
        kind: NoteKind,
        about: str = "",
        text: str = "",
        parent: QWidget | None = None,
        answer: str | None = None,
    ) -> None:
        title, verb, name, hint = _WORDS[kind]
        super().__init__(title, "Save the change" if text else verb, parent)
        self._edit, self._answer = _lines(text, 7 if answer is None else 4), _lines(answer or "", 5)
        keys = f"Ctrl+Enter: {self.verb.text().lower()}."
        if about:
            self.say(about)
        self.add(Field(name, self._edit, hint if answer is not None else f"{hint} {keys}", self._wrong))
        if answer is not None:
            self.add(Field("The agency's &answer", self._answer, f"{_ANSWER_HINT} {keys}"))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.accept)
        (self._edit if answer is None else self._answer).setFocus()

    @property
    def text(self) -> str:
        """The words, without blanks around them."""
        return self._edit.toPlainText().strip()

    @property
    def answer(self) -> str:
        """What the agency answered, without blanks around it; "" while the question is open."""
        return self._answer.toPlainText().strip()

    def _wrong(self) -> str:
        return "" if self.text else "Write something first, or press Cancel."


def _lines(text: str, shown: int) -> QPlainTextEdit:
    """Return a field for a few lines, of which some are shown."""
    field = QPlainTextEdit(text)
    field.setTabChangesFocus(True)
    height = field.fontMetrics().lineSpacing() * shown
    field.setMinimumHeight(height)
    field.setMaximumHeight(height * 2)
    return field
