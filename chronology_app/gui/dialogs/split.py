"""Several events in one cell: a person says where the next one begins, and sees the entries that come of it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QPushButton, QWidget

from chronology_app.core.cutting import pieces
from chronology_app.core.entry import Entry
from chronology_app.gui.dialogs.form import Field, Form

_ABOUT = "Each entry keeps the row as it was sent, its date and its other fields. Marks go with their words."
_HINT = "Put the cursor where the next event begins and press Enter. Enter on a cut takes it away."
_NONE = "Say where the next event begins, or press Cancel."


class EventText(QPlainTextEdit):
    """The event as sent, read only; Enter tells where the cursor stands."""

    def __init__(self, text: str) -> None:
        super().__init__(text.replace("\r\n", " \n"))  # Qt makes one character of the two: places must stay the same
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)

    def place(self) -> int:
        """Return the character of the text at which the cursor stands."""
        units = self.textCursor().position()
        return len(self.toPlainText().encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


class SplitDialog(Form):
    """Asks where to cut the event of an entry; `cuts` are the characters, those offered among them to begin with."""

    def __init__(self, entry: Entry, offered: Iterable[int] = (), parent: QWidget | None = None) -> None:
        super().__init__("Split the entry", "Split", parent)
        self._event = entry.event
        self.cuts: tuple[int, ...] = tuple(sorted(set(offered)))
        self.text, self.parts = EventText(entry.event), QListWidget()
        self.parts.setWordWrap(True)
        self.parts.setMinimumHeight(self.parts.fontMetrics().lineSpacing() * 7)
        self._cut = QPushButton("&Begin an entry at the cursor")
        self._cut.setAutoDefault(False)
        self._cut.clicked.connect(self.cut_here)
        self.say(_ABOUT, "muted")
        self._asked = Field("The &event, as sent", self.text, _HINT, self._wrong)
        self.add(self._asked)
        self.body.addWidget(self._cut)
        self.add(Field("The &entries that come of it", self.parts))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._show()
        self.text.setFocus()

    def cut_here(self) -> None:
        """Begin an entry where the cursor stands; where one begins there already, take the cut away."""
        place = self.text.place()
        self.cuts = tuple(sorted({*self.cuts} ^ {place}))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Enter in the text cuts there, anywhere else it is the verb."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text.hasFocus():
            self.cut_here()
            return
        super().keyPressEvent(event)

    def _show(self) -> None:
        self._asked.complain("")
        found = [self._event[start:end] for start, end in pieces(self._event, self.cuts)]
        self.parts.clear()
        self.parts.addItems([f"{number}.  {text}" for number, text in enumerate(found, 1)])
        self.verb.setText(f"Split into {len(found)} entries" if len(found) > 1 else "Split")

    def _wrong(self) -> str:
        return "" if len(pieces(self._event, self.cuts)) > 1 else _NONE
