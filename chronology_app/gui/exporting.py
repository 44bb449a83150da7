"""From the review to a document: choose in the dialog, write in the background, offer to open it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from chronology_app.gui import jobs
from chronology_app.gui.desk import Desk
from chronology_app.gui.dialogs.progress import ProgressDialog
from chronology_app.gui.opening_files import open_file
from chronology_app.gui.people.stopped import tell_when_stopped
from chronology_app.gui.preferences import Preferences
from chronology_app.gui.task import Task

if TYPE_CHECKING:
    from chronology_app.writing.look import Look


class Exporting:
    """The export command."""

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        self._desk = desk
        self._preferences = preferences
        self._look_name = ""
        desk.workspace.opened.connect(self._forget)

    def export(self) -> None:
        """Ask what to write and where, then write it."""
        from chronology_app.gui.dialogs.export import ExportDialog

        chronology = self._desk.workspace.chronology
        if not chronology.entries:
            self._desk.bar.say("There is nothing to export yet: import agency files first (Ctrl+I).")
            return
        dialog = ExportDialog(
            chronology,
            self._desk.workspace.do,
            asked=self._desk.sidebar.filter(),
            visible=[entry.id for entry in self._desk.table.rows.entries],
            parent=self._desk.window,
            template=self._preferences.settings.template,
            look_name=self._look_name,
        )
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        path, look, self._look_name = dialog.path, dialog.look, dialog.look_name
        dialog.deleteLater()
        if not accepted:
            return
        self._preferences.remember_template(look.template)
        self._write(path, look)

    def _write(self, path: Path, look: "Look") -> None:
        """Write the review as it is now; where names are left in the document, show them and write it again."""
        chronology = self._desk.workspace.chronology
        task = Task(lambda report: jobs.write_document(chronology, path, look, report))
        task.done.connect(lambda _: self._tell(path))
        tell_when_stopped(task, self._desk, lambda: self._write(path, look))
        task.stopped.connect(lambda: self._desk.bar.say("Stopped. No document was written."))
        ProgressDialog(task, "Writing the document", self._desk.window).open()
        task.start()

    def _tell(self, path: Path) -> None:
        self._desk.bar.say(f"Written: {path.name}", "Open the document", lambda: open_file(path))

    def _forget(self) -> None:
        """The look chosen last is another review's."""
        self._look_name = ""
