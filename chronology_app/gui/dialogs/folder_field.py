"""Which folder files are to be written to: a line with Browse beside it."""

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from chronology_app.gui.dialogs.form import Field


class FolderField(Field):
    """A folder that must be there."""

    def __init__(self, name: str, folder: Path) -> None:
        self.line = QLineEdit(QDir.toNativeSeparators(str(folder)))
        browse = QPushButton("&Browse…")
        browse.setAutoDefault(False)
        browse.setAccessibleName("Browse for a folder")
        beside = QWidget()
        beside.setFocusProxy(self.line)
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(browse)
        super().__init__(name, beside, check=self._wrong)
        self.line.setAccessibleName(name.replace("&", ""))
        self.line.textEdited.connect(lambda _: self.complain(""))
        browse.clicked.connect(self._browse)

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
