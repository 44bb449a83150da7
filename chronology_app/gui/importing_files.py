"""From dropped files to entries: plan in the background, look it over in the dialog, accept as one step."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from chronology_app.core.change import Change
from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.gui import jobs
from chronology_app.gui.desk import Desk
from chronology_app.gui.dialogs.progress import ProgressDialog
from chronology_app.gui.importing.arriving import Arriving
from chronology_app.gui.returned.returning import Returning
from chronology_app.gui.task import Task

if TYPE_CHECKING:
    from chronology_app.gui.importing.import_dialog import ImportDialog
    from chronology_app.work.plan import ImportPlan
    from chronology_app.work.replacing import Replacement

KINDS = "Agency files (*.docx *.docm *.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt);;All files (*)"


class ImportingFiles:
    """The road from paths to the review. The review must be open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.returning = Returning(desk, self._read)

    def choose(self) -> None:
        """Ask for files, then look them over."""
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        names, _ = QFileDialog.getOpenFileNames(self._desk.window, "Import agency files", start, KINDS)
        if names:
            self.look_over(map(Path, names))

    def look_over(self, paths: Iterable[Path]) -> None:
        """Look files over for import; a combined chronology that comes back from Word goes a road of its own."""
        self.returning.tell_apart(list(paths))

    def _read(self, paths: Sequence[Path]) -> None:
        """Read the files in the background; the first one read can be looked at while the others are coming."""
        arriving = Arriving(list(paths), self._desk.workspace.chronology, self._desk.window)
        arriving.first.connect(self._ask)
        arriving.failed.connect(self._desk.bar.problem)
        arriving.begin()

    def bring_in(self, plan: "ImportPlan") -> None:
        """Accept a plan: every entry of it as one step, on disk when it is done."""
        store = self._desk.workspace.store
        if store is None:
            return
        task = Task(lambda report: jobs.bring_in(plan, store, report))
        task.done.connect(lambda change: self._tell(change, plan))
        task.failed.connect(self._desk.bar.problem)
        ProgressDialog(task, f"Importing {count(plan.entries(), 'entry', 'entries')}", self._desk.window).open()
        task.start()

    def _ask(self, dialog: "ImportDialog") -> None:
        """Let a person look a plan over; where it holds later versions, what they change is shown before it is done."""
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if not any(file.replaces for file in dialog.plan.accepted):
            self.bring_in(dialog.plan)
            return
        chronology = self._desk.workspace.chronology
        task = Task(lambda report: jobs.compare(dialog.plan, chronology, report))
        task.done.connect(lambda made: self._show_changes(dialog, made))
        task.failed.connect(self._desk.bar.problem)
        task.stopped.connect(lambda: self._ask(dialog))
        ProgressDialog(task, "Comparing the versions", self._desk.window).open()
        task.start()

    def _show_changes(self, dialog: "ImportDialog", made: "list[Replacement]") -> None:
        """Show what the later versions change; where the person goes back, the import is as it was left."""
        from chronology_app.gui.importing.changes_dialog import ChangesDialog
        from chronology_app.work.plan import ImportPlan

        new = ImportPlan(tuple(file for file in dialog.plan.accepted if not file.replaces))
        if ChangesDialog(made, new.entries(), self._desk.window).exec() == QDialog.DialogCode.Accepted:
            self.bring_in(dialog.plan)
        else:
            self._ask(dialog)

    def _tell(self, change: Change, plan: "ImportPlan") -> None:
        self._desk.workspace.done(change.label)
        needing = sum(isinstance(record, Entry) and record.needs != "" for record in change.put)
        wait = f" {count(needing, 'entry needs', 'entries need')} you: Ctrl+. goes to the next." if needing else ""
        later = any(file.replaces for file in plan.accepted)
        done = change.label if later else f"{count(plan.entries(), 'entry', 'entries')} imported"
        said = f"{done}.{wait}"
        self._desk.bar.offer_undo(said, self._desk.workspace.stack.undo)


def files_in(data: QMimeData | None = None) -> list[Path]:
    """Return the files of a drop, or those on the clipboard where no drop is given."""
    given = data or QGuiApplication.clipboard().mimeData()
    return [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()] if given else []
