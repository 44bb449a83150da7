"""A date is typed as a person writes one and read back at every keystroke, so that nothing is set unseen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from chronology_app.core.saying import say
from chronology_app.core.when import When
from chronology_app.gui.dialogs.form import label, set_role


def reading_of(when: When, with_edtf: bool = False) -> str:
    """Return what a date was read as in words (and in EDTF), or why it could not be read; "" for nothing written."""
    if not when.known:
        return when.reason if when.text.strip() else ""
    said = say(when)
    return f"{said}   ·   {when.edtf}" if with_edtf and when.edtf else said


def _read(text: str, day_first: bool) -> When:
    """Read a date; the grammar is imported at the first keystroke, not with the window (40 ms)."""
    if not text.strip():
        return When()
    from chronology_app.understanding.dates import read_when

    return read_when(text, day_first=day_first)


class DateField(QWidget):
    """A line to write a date in with its reading underneath; `read` follows every keystroke with the `When`."""

    read = Signal(object)

    def __init__(self, text: str = "", *, day_first: bool = True, with_edtf: bool = False) -> None:
        super().__init__()
        self._day_first = day_first
        self._with_edtf = with_edtf
        self.line = QLineEdit(text)
        self.setFocusProxy(self.line)
        self._reading = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self._reading)
        column.addStretch(1)
        self.line.textChanged.connect(self._read)
        self._when = When()
        self._read(text)

    @property
    def when(self) -> When:
        """What is written, as it is read."""
        return self._when

    @property
    def reading(self) -> str:
        """What stands under the line: the reading, or why there is none."""
        return self._reading.text()

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which is what a screen reader meets."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _read(self, text: str) -> None:
        self._when = _read(text, self._day_first)
        said = reading_of(self._when, self._with_edtf)
        set_role(self._reading, "muted" if self._when.known or not said else "attention")
        self._reading.setText(said)
        self.line.setAccessibleDescription(said)
        self.read.emit(self._when)
