"""Which folder files are to be written to: a line with Browse beside it."""

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QLineEdit

from chronology_app.gui.dialogs.browsing import with_browse
from chronology_app.gui.dialogs.form import Field


class FolderField(Field):
    """A folder that must be there."""

    def __init__(self, name: str, folder: Path) -> None:
        self.line = QLineEdit(QDir.toNativeSeparators(str(folder)))
        beside = with_browse(self.line, "Browse for a folder", self._browse)
        super().__init__(name, beside, check=self._wrong)
        self.line.setAccessibleName(name.replace("&", ""))
        self.line.textEdited.connect(lambda _: self.complain(""))

    @property
    def folder(self) -> Path:
        """The folder written there."""
        return Path(self.line.text().strip()).expanduser()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.accessibleName(), str(self.folder))
        if chosen:
            self.line.setText(QDir.toNativeSeparators(chosen))
            self.complain("")

    def _wrong(self) -> str:
        if not self.line.text().strip():
            return "Say which folder."
        return "" if self.folder.is_dir() else "There is no such folder. Choose one with Browse."
