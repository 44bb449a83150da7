"""Which look a document is given: one kept with the review or one of the app's own, and the buttons beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.named_look import NamedLook
from chronology_app.gui.dialogs.choose import Choose
from chronology_app.gui.dialogs.field_row import FieldRow
from chronology_app.gui.dialogs.form import Field
from chronology_app.work.looks import looks_of

_OWN = "One of the app's own looks."
_KEPT = "Kept with this review."
_CHANGED = "Changed. “Keep as” keeps these choices with the review, under a name."


class LookField(Field):
    """The looks by name; `taken` carries the one chosen, `keeping` and `removing` follow the buttons."""

    taken = Signal(object)
    keeping = Signal()
    removing = Signal()

    def __init__(self, chronology: Chronology, name: str) -> None:
        self._looks: tuple[NamedLook, ...] = ()
        self._box = Choose()
        keep, self._remove = QPushButton("Keep &as…"), QPushButton("&Remove")
        keep.setAccessibleName("Keep these choices as a look")
        self._remove.setAccessibleName("Remove this look from the review")
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (keep, self._remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        beside = FieldRow((self._box, buttons), (1, 0), apart=6)
        beside.setFocusProxy(self._box)
        super().__init__("&Look", beside, _OWN)
        self._box.setAccessibleName("Look")
        self.show_looks(chronology, name)
        self._box.currentIndexChanged.connect(lambda _: self._take())
        keep.clicked.connect(self.keeping)
        self._remove.clicked.connect(self.removing)

    @property
    def look(self) -> NamedLook:
        """The look chosen."""
        return self._looks[int(self._box.currentData())]

    def show_looks(self, chronology: Chronology, name: str) -> None:
        """Show the looks there are and choose the one of that name, or the first; nothing is sent."""
        self._looks = looks_of(chronology)
        self._box.blockSignals(True)
        self._box.clear()
        for number, look in enumerate(self._looks):
            self._box.addItem(look.name, number)
        kept = sum(look.id != "" for look in self._looks)
        if 0 < kept < len(self._looks):
            self._box.insertSeparator(kept)
        self._box.setCurrentIndex(max(0, self._box.findText(name)) if name else 0)
        self._box.blockSignals(False)
        self._box.currentTextChanged.emit(self._box.currentText())
        self.say(False)

    def say(self, changed: bool) -> None:
        """Say where the look comes from, or that the choices are not its own any more."""
        self.hint(_CHANGED if changed else _KEPT if self.look.id else _OWN)
        self._box.setAccessibleDescription(self.sentence)
        self._remove.setEnabled(self.look.id != "")

    def _take(self) -> None:
        self.say(False)
        self.taken.emit(self.look)
