"""One line under the toolbar to find words in the entries shown, or to go to a date."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from chronology_app.core.saying import say
from chronology_app.core.when import When


class FindBar(QFrame):
    """`wanted` carries (words, forwards); `dated` a date to go to. Escape closes."""

    wanted = Signal(str, bool)
    dated = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_date = False
        self._title, self._answer, self._field = QLabel(), QLabel(), QLineEdit()
        self._answer.setProperty("role", "muted")
        self._go = QPushButton("&Next")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        for widget in (self._title, self._field, self._answer, self._go):
            row.addWidget(widget)
        row.setStretch(1, 1)
        self._field.textChanged.connect(self._typed)
        self._field.returnPressed.connect(self._ask)
        self._go.clicked.connect(self._ask)
        self.hide()

    @property
    def words(self) -> str:
        """The words last looked for."""
        return "" if self._by_date else self._field.text().strip()

    def find_words(self) -> None:
        """Ask for words."""
        self._begin(by_date=False, title="Find", button="&Next")

    def go_to_date(self) -> None:
        """Ask for a date, in any form a person writes one."""
        self._begin(by_date=True, title="Go to date", button="&Go")

    def say(self, answer: str) -> None:
        """Say what was found."""
        self._answer.setText(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the line and gives the focus back."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _begin(self, *, by_date: bool, title: str, button: str) -> None:
        if by_date != self._by_date:
            self._field.clear()
        self._by_date = by_date
        self._title.setText(title)
        self._field.setAccessibleName(title)
        self._go.setText(button)
        self._answer.setText("")
        self.show()
        self._field.setFocus()
        self._field.selectAll()

    def _typed(self, text: str) -> None:
        when = self._when() if self._by_date else None
        if when is not None:
            self._answer.setText(say(when) if when.known else when.reason if text else "")

    def _when(self) -> When:
        from chronology_app.understanding.dates import read_when

        return read_when(self._field.text().strip())

    def _ask(self) -> None:
        if not self._by_date:
            self.wanted.emit(self._field.text().strip(), True)
        elif (when := self._when()).known:
            self.dated.emit(when)
