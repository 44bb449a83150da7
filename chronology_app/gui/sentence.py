"""Where the app speaks to the person: one sentence in a strip, with at most one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

_UNDO = "Undo"


class SentenceBar(QFrame):
    """A strip above the work: `say` what happened, `problem` what went wrong; it never stops the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sentence")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._act: Callable[[], object] | None = None
        close = QToolButton()
        close.setText("✕")
        close.setToolTip("Close this message")
        close.setAccessibleName("Close this message")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(close)
        self._action.clicked.connect(self._do)
        close.clicked.connect(self.hide)
        self.hide()

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say a sentence, with one thing to do (a verb and what it calls)."""
        self._show("said", text, action, act)

    def offer_undo(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done, with Undo beside it until `end_offer`."""
        self.say(text, _UNDO, undo)

    def end_offer(self) -> None:
        """Take away an offer to undo: once another step is made, undone or redone it would undo something else."""
        if self._action.text() == _UNDO:
            self.hide()

    def problem(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say what went wrong, that nothing was lost and what to do."""
        self._show("problem", text, action, act)

    @property
    def text(self) -> str:
        """The sentence that stands there now, "" where the strip is closed."""
        return "" if self.isHidden() else self._text.text()

    def _show(self, kind: str, text: str, action: str, act: Callable[[], object] | None) -> None:
        self._text.setText(text)
        self._act = act
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
