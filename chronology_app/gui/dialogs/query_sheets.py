"""Before questions leave the review for an agency, the person sees how many go to whom and says where they go."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.gui.dialogs.folder_field import FolderField
from chronology_app.gui.dialogs.form import Form, label
from chronology_app.gui.dialogs.new_review import documents_folder
from chronology_app.work.query_sheets import query_sheets

_WARNING = (
    "The files are not encrypted: they leave the protection of the review. Send each one only to its own agency, as "
    "your agency sends its most sensitive records."
)


class QuerySheetsDialog(Form):
    """Asks for the folder; `asked` is False where there is no question.

    Accepted, it holds `folder`, `anonymise` and `answered`. Questions that have an answer are left out unless wanted.
    """

    WIDTH = 96

    def __init__(self, chronology: Chronology, parent: QWidget | None = None, folder: Path | None = None) -> None:
        super().__init__("Query sheets", "", parent)
        self._open, self._every = query_sheets(chronology), query_sheets(chronology, answered=True)
        self.asked = bool(self._every)
        self.say("One Word document for each agency, with its own words beside each question and room for the answer:")
        self._told = label("")
        self.body.addWidget(self._told)
        self._answered = QCheckBox("Questions that are &answered, too")
        self._answered.setChecked(not self._open)
        self._answered.setEnabled(bool(self._open))
        self._answered.setVisible(self._open != self._every)
        self.body.addWidget(self._answered)
        self._answered.toggled.connect(lambda _: self._tell())
        self._tell()
        self._folder = FolderField("&Folder", folder or documents_folder())
        self.add(self._folder)
        self._designations = QCheckBox("&Designations instead of names")
        self._designations.setVisible(bool(chronology.people))
        self.body.addWidget(self._designations)
        self.say(_WARNING)
        self._folder.line.setFocus()

    @property
    def answered(self) -> bool:
        """Whether questions that have an answer are wanted too."""
        return self._answered.isChecked()

    @property
    def folder(self) -> Path:
        """The folder the sheets are to be written to."""
        return self._folder.folder

    @property
    def anonymise(self) -> bool:
        """Whether designations are to stand for names."""
        return self._designations.isChecked()

    def _tell(self) -> None:
        """Say how many questions go to whom."""
        sheets = self._every if self.answered else self._open
        told = (f"{sheet.agency.name}: {count(len(sheet.questions), 'question')}" for sheet in sheets)
        self._told.setText("\n".join(told))
        self.verb.setText(f"Write {count(len(sheets), 'query sheet')}")
