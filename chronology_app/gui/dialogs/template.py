"""Where a blank chronology for an agency is to be written, and whether for Word or Excel."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from chronology_app.core.review import Review
from chronology_app.gui.dialogs.form import Field, Form
from chronology_app.gui.dialogs.new_review import documents_folder
from chronology_app.gui.dialogs.place_field import PlaceField

_KINDS = (
    ("Word (.docx)", ".docx", "A table to type into, with notes for every column before it."),
    ("Excel (.xlsx)", ".xlsx", "A sheet to type into, with a sheet of notes. It has no macros."),
)
"""Name, ending and use of each kind."""


class TemplateDialog(Form):
    """Asks for kind and place; accepted, `path` says where."""

    def __init__(self, review: Review, parent: QWidget | None = None, folder: Path | None = None) -> None:
        super().__init__("New agency template", "Write the template", parent)
        self._kinds = QComboBox()
        self._kinds.addItems([name for name, _, _ in _KINDS])
        self._kind = Field("&Kind of file", self._kinds, _KINDS[0][2])
        self._place = PlaceField("&Where", _KINDS[0][1], folder or documents_folder(), replaceable=True)
        self._place.suggest(f"Blank chronology {review.designation}")
        self.say("A blank chronology to send to an agency. A file made from it comes in without a question.")
        self.add(self._kind)
        self.add(self._place)
        if review.scope_from or review.scope_to:
            self.say("The scope period of this review stands in it.", "muted")
        self._kinds.currentIndexChanged.connect(self._turn)
        self._kinds.setFocus()

    @property
    def path(self) -> Path:
        """Where the template is to be written."""
        return self._place.path

    def _turn(self, number: int) -> None:
        _, ending, use = _KINDS[number]
        self._place.turn_to(ending)
        self._kind.hint(use)
