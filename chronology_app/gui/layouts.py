"""Corrected layouts go to the next review: written to a small file, and taken in from one as a step of its own."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from chronology_app.core.edits import count
from chronology_app.core.errors import ChronologyError
from chronology_app.gui.desk import Desk
from chronology_app.gui.dialogs.saving import ask_where_to_save

_KIND = "Layouts (*.toml)"


class Layouts:
    """The two commands about layouts. The review must be open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def export(self) -> None:
        """Ask where, then write the layouts the review remembers."""
        if not self._desk.workspace.chronology.layouts:
            self._desk.bar.say("No layout was corrected in this review yet: that is done while importing (Ctrl+I).")
            return
        start = Path(_documents()) / "layouts.toml"
        path = ask_where_to_save(self._desk.window, "Export layouts", start, {_KIND: ".toml"})
        if path is not None:
            self.write(path)

    def take_in(self) -> None:
        """Ask for a file of layouts, then take them into the review."""
        name, _ = QFileDialog.getOpenFileName(self._desk.window, "Import layouts", _documents(), _KIND)
        if name:
            self.read(Path(name))

    def write(self, path: Path) -> None:
        """Write the layouts to a file; say how many, or why not."""
        from chronology_app.work.layout_files import write_layouts

        try:
            number = write_layouts(self._desk.workspace.chronology, path)
        except ChronologyError as problem:
            self._desk.bar.problem(str(problem))
            return
        self._desk.bar.say(f"Written: {count(number, 'layout')}, without any entry.")

    def read(self, path: Path) -> None:
        """Take the layouts of a file into the review as one step; say how many, or why not."""
        from chronology_app.work.layout_files import read_layouts

        try:
            change = read_layouts(path, self._desk.workspace.chronology)
        except ChronologyError as problem:
            self._desk.bar.problem(str(problem))
            return
        if change:
            said = f"{count(len(change.put), 'layout')} taken in: the next files of these agencies are read that way."
            self._desk.do_and_offer_undo(change, said)
        else:
            self._desk.bar.say("The review has all of these layouts already.")


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
