"""Where a file is to be written: a line with Browse beside it, and never over a file that nobody meant to replace."""

import os
from pathlib import Path

from PySide6.QtCore import QDir, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from chronology_app.gui.dialogs.browsing import with_browse
from chronology_app.gui.dialogs.form import Field
from chronology_app.gui.dialogs.saving import ask_where_to_save
from chronology_app.writing.places import UNFIT, file_name_of, fits, free_place, is_folder

_AROUND = 14
"""Pixels a line keeps free around its words."""


class _Line(QLineEdit):
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: there is more room, or less."""
        super().resizeEvent(event)
        self.resized.emit()


class PlaceField(Field):
    """A place for a file. It follows suggestions until a person has written or chosen one.

    `replaceable` says whether a file that is there may be replaced once it was chosen with Browse, which asks.
    """

    def __init__(self, name: str, ending: str, folder: Path, *, replaceable: bool = False) -> None:
        self.line = _Line()
        self._ending = ending
        self._folder = folder
        self._replaceable = replaceable
        self._agreed: Path | None = None
        self._theirs = False
        self._suggested = self._whole = ""
        beside = with_browse(self.line, "Browse for a folder and a name", self._browse)
        super().__init__(name, beside, check=self._wrong)
        self.line.setAccessibleName(name.replace("&", ""))
        self.line.textEdited.connect(lambda _: self._take(None))
        self.line.textChanged.connect(self.line.setToolTip)
        self.line.textChanged.connect(self._say_whole)
        self.line.resized.connect(self._say_whole)

    @property
    def path(self) -> Path:
        """The place written there, with the ending it must have; "~" is the person's own folder."""
        path = Path(self.line.text().strip())
        path = path.expanduser() if path.parts[:1] == ("~",) else path
        return path if path.suffix.lower() == self._ending else path.parent / (path.name + self._ending)

    def suggest(self, name: str) -> None:
        """Suggest a file name (without ending), unless a person has chosen a place."""
        self._suggested = file_name_of(name)
        if not self._theirs:
            self._write(free_place(self._folder, self._suggested, self._ending))

    def turn_to(self, ending: str) -> None:
        """Give the file another ending; what a person wrote before it stays."""
        path = self.path.with_suffix(ending) if self.line.text().strip() else None
        self._ending = ending
        self.complain("")
        if self._suggested and not self._theirs:
            self.suggest(self._suggested)
        elif path is not None:
            self._write(path)

    def _write(self, path: Path) -> None:
        self.line.setText(QDir.toNativeSeparators(str(path)))

    def _say_whole(self, *_: object) -> None:
        """Say the whole place under a line that is too short for it."""
        text = self.line.text().strip()
        room = self.line.contentsRect().width() - _AROUND
        if self.sentence in ("", self._whole):
            cut = self.line.fontMetrics().horizontalAdvance(text) > room
            self._whole = _wrapped(f"{self.path.name} in {self.path.parent}") if cut else ""
            self.hint(self._whole)

    def _take(self, agreed: Path | None) -> None:
        self._theirs = True
        self._agreed = agreed
        self.complain("")

    def _browse(self) -> None:
        kinds = {f"*{self._ending}": self._ending}
        chosen = ask_where_to_save(self, self.accessibleName(), self.path, kinds)
        if chosen is not None:
            self._write(chosen)
            self._take(self.path)

    def _wrong(self) -> str:
        if self.path.name == self._ending:
            return "Say where the file is to be kept."
        if not fits(self.path.name):
            return f"No file on a Windows computer can be called that. Leave out {UNFIT}, and names like CON."
        if not is_folder(self.path.parent):
            return "There is no such folder. Choose one with Browse."
        if os.path.lexists(self.path) and not (self._replaceable and self.path == self._agreed):
            return "There is already a file of this name, and it stays as it is. Choose another name."
        return ""


def _wrapped(place: str) -> str:
    """Return a place that may go on in the next line after each folder, too."""
    return place.replace(os.sep, os.sep + "\u200b")
