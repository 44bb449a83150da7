"""Before questions leave the review for an agency, the person sees how many go to whom and says where they go."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.gui.dialogs.folder_field import FolderField
from chronology_app.gui.dialogs.form import Form
from chronology_app.gui.dialogs.new_review import documents_folder
from chronology_app.work.query_sheets import open_questions

_WARNING = (
    "The files are not encrypted: they leave the protection of the review. Send each one only to its own agency, as "
    "your agency sends its most sensitive records."
)


class QuerySheetsDialog(Form):
    """Asks for the folder; `asked` is False where there is no question. Accepted, it holds `folder` and `anonymise`."""

    WIDTH = 96

    def __init__(self, chronology: Chronology, parent: QWidget | None = None, folder: Path | None = None) -> None:
        sheets = open_questions(chronology)
        super().__init__("Query sheets", f"Write {count(len(sheets), 'query sheet')}", parent)
        self.asked = bool(sheets)
        self.say("One Word document for each agency, with its own words beside each question and room for the answer:")
        for sheet in sheets:
            self.say(f"{sheet.agency.name}: {count(len(sheet.questions), 'question')}")
        self._folder = FolderField("&Folder", folder or documents_folder())
        self.add(self._folder)
        self._designations = QCheckBox("&Designations instead of names")
        self._designations.setVisible(bool(chronology.people))
        self.body.addWidget(self._designations)
        self.say(_WARNING)
        self._folder.line.setFocus()

    @property
    def folder(self) -> Path:
        """The folder the sheets are to be written to."""
        return self._folder.folder

    @property
    def anonymise(self) -> bool:
        """Whether designations are to stand for names."""
        return self._designations.isChecked()
