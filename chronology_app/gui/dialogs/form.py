"""The frame dialogs share, so that each one only says what it asks: fields, the sentence under each, one verb."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from chronology_app.gui.dialogs.field_row import FieldRow

Check = Callable[[], str]
"""Says what is wrong with a field in a sentence, "" where nothing is."""


def label(text: str, role: str = "") -> QLabel:
    """Return a wrapped label of plain text; `role` is one of the theme's (title, heading, muted, attention)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("role", role)
    return made


def set_role(shown: QLabel, role: str) -> None:
    """Give a label another role of the theme."""
    if shown.property("role") != role:
        shown.setProperty("role", role)
        shown.style().unpolish(shown)
        shown.style().polish(shown)


class Field(QWidget):
    """A label, its control and a sentence under it: a hint, or in its place what is wrong."""

    def __init__(self, name: str, control: QWidget, hint: str = "", check: Check | None = None) -> None:
        super().__init__()
        self.control = control
        self._check = check
        self._hint = hint
        caption = label(name)
        caption.setBuddy(control.focusProxy() or control)  # Alt and its letter go nowhere but to what takes the focus
        control.setAccessibleName(name.replace("&", ""))
        control.setAccessibleDescription(hint)
        self._sentence = label(hint, "muted")
        self._sentence.setVisible(bool(hint))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (caption, control, self._sentence):
            column.addWidget(part)
        column.addStretch(1)
        if isinstance(control, QLineEdit):
            control.textEdited.connect(lambda _: self.complain(""))
        elif isinstance(control, QPlainTextEdit):
            control.textChanged.connect(lambda: self.complain(""))

    @property
    def sentence(self) -> str:
        """What stands under the control now."""
        return self._sentence.text()

    def is_sound(self) -> bool:
        """Check the field, show the sentence that says what is wrong, and return whether nothing is."""
        wrong = self._check() if self._check else ""
        self.complain(wrong)
        return not wrong

    def hint(self, sentence: str) -> None:
        """Show another hint."""
        self._hint = sentence
        self.complain("")

    def complain(self, sentence: str) -> None:
        """Show what is wrong in place of the hint; "" puts the hint back."""
        if (sentence or self._hint) == self._sentence.text():
            return
        set_role(self._sentence, "attention" if sentence else "muted")
        self._sentence.setText(sentence or self._hint)
        self._sentence.setVisible(bool(sentence or self._hint))
        self.control.setAccessibleDescription(sentence or self._hint)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self._sentence, QAccessible.Event.Alert))


_LARGEST = QSize(1500, 1000)


class _Body(QScrollArea):
    """Fields that scroll only where the screen is too small for them (200 % text on a small laptop)."""

    def __init__(self, inside: QWidget, width: int) -> None:
        super().__init__()
        self._inside, self._wanted = inside, width
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        """Called by Qt: as large as what is inside, within most of the screen."""
        inside = self._inside
        room = QGuiApplication.primaryScreen().availableSize()
        width = min(max(inside.sizeHint().width(), self._wanted), room.width() * 9 // 10)
        height = inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()
        return QSize(width, min(height, room.height() * 7 // 10))


class Form(QDialog):
    """A dialog of fields with Cancel and one verb; the verb checks every field and goes to the first that is wrong."""

    WIDTH = 84
    """How wide the fields are, in average characters."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._fields: list[Field] = []
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(28, 4, 28, 12)
        self.body.setSpacing(16)
        self._fields_area = _Body(inside, self.WIDTH * self.fontMetrics().averageCharWidth())
        heading = label(title, "title")
        heading.setContentsMargins(28, 22, 28, 10)
        self.verb = QPushButton(verb)
        self.verb.setProperty("verb", "true")
        self.verb.setDefault(True)
        self.cancel = QPushButton("Cancel")
        self.cancel.setAutoDefault(False)
        self.verb.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(28, 10, 28, 22)
        self._buttons.setSpacing(10)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.cancel)
        self._buttons.addWidget(self.verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addWidget(self._fields_area)
        column.addLayout(self._beside, 1)
        column.addLayout(self._buttons)

    def add(self, *fields: Field, shares: Sequence[int] = ()) -> None:
        """Add fields side by side, checked in that order; see `field_row.FieldRow` for the shares."""
        self._fields.extend(fields)
        self.body.addWidget(fields[0] if len(fields) == 1 else FieldRow(fields, shares))

    def put_beside(self, shown: QWidget) -> None:
        """Add what stands to the right of all fields, once these are there; the dialog takes most of the screen."""
        self._beside.addWidget(shown, 1)
        room = QGuiApplication.primaryScreen().availableSize()
        whole = (room * 0.94).boundedTo(_LARGEST)
        most = whole.width() * 11 // 20
        needed = self.body.sizeHint().width() + self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self._fields_area.setMinimumWidth(min(needed, most))
        self._fields_area.setMaximumWidth(most)
        self.resize(whole)

    def say(self, text: str, role: str = "") -> None:
        """Add a sentence between the fields."""
        self.body.addWidget(label(text, role))

    def say_below(self, text: str) -> None:
        """Put a sentence beside the buttons, where it is seen however far the fields are scrolled."""
        self._buttons.setStretch(0, 0)
        self._buttons.insertWidget(0, label(text, "muted"), 1)

    def accept(self) -> None:
        """Accept where every field is sound; otherwise show what is wrong and go to the first such field."""
        wrong = [field for field in self._fields if not field.is_sound()]
        if wrong:
            self._make_room()
            wrong[0].control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().accept()

    def _make_room(self) -> None:
        """Grow where sentences have appeared, so that nothing has to be scrolled to on an ordinary screen."""
        self._fields_area.updateGeometry()
        self.resize(self.sizeHint().expandedTo(self.size()))
