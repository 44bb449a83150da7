"""What concerns the agencies that send files: check a file for them, send a blank chronology, send the questions."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.gui import jobs
from chronology_app.gui.desk import Desk
from chronology_app.gui.dialogs.progress import ProgressDialog
from chronology_app.gui.opening_files import open_file
from chronology_app.gui.people.stopped import tell_when_stopped
from chronology_app.gui.task import Task

if TYPE_CHECKING:
    from chronology_app.work.plan import ImportPlan

_STOPPED = "Stopped. Nothing was written."


class ForAgencies:
    """The commands for agencies. Checking and the blank chronology need no review."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self) -> None:
        """Ask for files, then show what a review would understand of them."""
        from chronology_app.gui.dialogs.new_review import documents_folder
        from chronology_app.gui.importing_files import KINDS

        names, _ = QFileDialog.getOpenFileNames(
            self._desk.window, "Check files before they are sent", str(documents_folder()), KINDS
        )
        if names:
            self.look_into([Path(name) for name in names])

    def look_into(self, paths: list[Path], passwords: Mapping[Path, str] | None = None) -> None:
        """Read files in the background, ask for passwords, and show the report; nothing of the files is kept."""
        given = passwords or {}
        task = Task(lambda report: jobs.plan_import(paths, Chronology(), report, given))
        task.done.connect(lambda plan: self._unlock(plan, paths, given))
        task.failed.connect(self._desk.bar.problem)
        ProgressDialog(task, f"Checking {count(len(paths), 'file')}", self._desk.window).open()
        task.start()

    def template(self) -> None:
        """Ask for a place and write a blank chronology with the review's scope period there."""
        from chronology_app.gui.dialogs.template import TemplateDialog

        review = self._desk.workspace.chronology.review
        dialog = TemplateDialog(review, self._desk.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            path = dialog.path
            task = Task(lambda _: jobs.write_template(path, review))
            task.done.connect(lambda _: self._tell(path))
            self._start(task, "Writing the blank chronology", self.template)

    def query_sheets(self) -> None:
        """Ask for a folder and write one document there for every agency that is asked something."""
        from chronology_app.gui.dialogs.query_sheets import QuerySheetsDialog

        chronology = self._desk.workspace.chronology
        dialog = QuerySheetsDialog(chronology, self._desk.window)
        if not dialog.asked:
            self._desk.bar.say("No agency is asked anything yet. Choose an entry and press Q to ask.")
        elif dialog.exec() == QDialog.DialogCode.Accepted:
            self._write_sheets(dialog.folder, dialog.anonymise, dialog.answered)

    def _write_sheets(self, folder: Path, anonymise: bool, answered: bool) -> None:
        chronology = self._desk.workspace.chronology
        task = Task(lambda report: jobs.write_query_sheets(chronology, folder, anonymise, answered, report))
        task.done.connect(lambda paths: self._tell_sheets(paths, folder))
        self._start(task, "Writing the query sheets", lambda: self._write_sheets(folder, anonymise, answered))

    def _start(self, task: Task, title: str, again: Callable[[], object]) -> None:
        tell_when_stopped(task, self._desk, again)
        task.stopped.connect(lambda: self._desk.bar.say(_STOPPED))
        ProgressDialog(task, title, self._desk.window).open()
        task.start()

    def _unlock(self, plan: "ImportPlan", paths: list[Path], given: Mapping[Path, str]) -> None:
        """Ask for passwords where files are protected and read again with them; otherwise show the report."""
        from chronology_app.gui.dialogs.file_password import ask_passwords

        passwords = ask_passwords(plan, paths, given, self._desk.window)
        if passwords is None:
            self._show_check(plan)
        else:
            self.look_into(paths, passwords)

    def _show_check(self, plan: "ImportPlan") -> None:
        from chronology_app.gui.dialogs.check_report import CheckReportDialog

        CheckReportDialog(plan, self._desk.workspace.chronology.review, self._desk.window).exec()

    def _tell(self, path: Path) -> None:
        self._desk.bar.say(f"Written: {path.name}", "Open the document", lambda: open_file(path))

    def _tell_sheets(self, paths: tuple[Path, ...], folder: Path) -> None:
        said = f"{count(len(paths), 'query sheet')} written to {folder.name}."
        self._desk.bar.say(said, "Open the folder", lambda: open_file(folder))
