"""Under which name the choices of the export dialog are kept with the review."""

from PySide6.QtWidgets import QLineEdit, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.gui.dialogs.form import Field, Form
from chronology_app.work.looks import is_own

_NEW = (
    "Parts, columns, entries and names are kept with the review; the kind of file, its place and the template are not."
)
_SAME = "The look of this name is replaced."


class KeepLook(Form):
    """Asks for a name, beginning with `suggested`. Accepted, `name` is it."""

    WIDTH = 62

    def __init__(self, chronology: Chronology, suggested: str, parent: QWidget | None = None) -> None:
        super().__init__("Keep this look", "Keep", parent)
        self._kept = {look.name.casefold() for look in chronology.looks.values()}
        self._line = QLineEdit(suggested)
        self._line.setPlaceholderText("For the panel")
        self._field = Field("&Name", self._line, _NEW, check=self._wrong)
        self.add(self._field)
        self._line.textChanged.connect(lambda _: self._say())
        self._line.selectAll()
        self._line.setFocus()
        self._say()

    @property
    def name(self) -> str:
        """The name given."""
        return self._line.text().strip()

    def _say(self) -> None:
        self._field.hint(_SAME if self.name.casefold() in self._kept else _NEW)

    def _wrong(self) -> str:
        if not self.name:
            return "Give the look a name."
        return "One of the app's own looks has this name. Give another one." if is_own(self.name) else ""
