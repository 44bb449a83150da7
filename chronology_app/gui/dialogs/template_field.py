"""Which Word template a document is written into: the app's own, or a partnership's."""

from pathlib import Path

from PySide6.QtCore import QDir, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit

from chronology_app.gui.dialogs.browsing import with_browse
from chronology_app.gui.dialogs.form import Field

_HINT = "Or your own: see the help (F1)."


class TemplateField(Field):
    """The path of a template, "" for the app's own; `changed` is sent when it was chosen or typed."""

    changed = Signal()

    def __init__(self, name: str, path: str) -> None:
        self._line = QLineEdit(path)
        self._line.setPlaceholderText("The app's own")
        self._line.setClearButtonEnabled(True)
        beside = with_browse(self._line, "Browse for a Word template", self._browse, "Br&owse…")
        super().__init__(name, beside, _HINT, check=self._wrong)
        self._line.setAccessibleName(name.replace("&", ""))
        self._line.textChanged.connect(lambda _: self.changed.emit())

    @property
    def path(self) -> Path | None:
        """The template chosen, None for the app's own."""
        text = self._line.text().strip()
        return Path(text).expanduser() if text else None

    def _browse(self) -> None:
        folder = str(self.path.parent) if self.path else ""
        chosen, _ = QFileDialog.getOpenFileName(self, self.accessibleName(), folder, "Word (*.docx *.dotx)")
        if chosen:
            self._line.setText(QDir.toNativeSeparators(chosen))

    def _wrong(self) -> str:
        missing = self.path is not None and not self.path.is_file()
        return "There is no such file. Choose one with Browse, or leave this empty." if missing else ""
