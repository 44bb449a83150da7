"""Files come into the import dialog one by one: the first can be looked at while the others are still being read."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.gui import jobs
from chronology_app.gui.dialogs.progress import ProgressDialog
from chronology_app.gui.task import Task

if TYPE_CHECKING:
    from chronology_app.gui.importing.import_dialog import ImportDialog
    from chronology_app.work.plan import FilePlan

_COMBINED = (
    "The protected file is a combined chronology of this review, so it is left out. To take what the panel wrote in "
    "it, save it in Word without its password and drop that copy."
)


class Arriving(QObject):
    """Reads `paths` in the background. `first` carries the dialog once one file is in it; `failed` a sentence."""

    first = Signal(object)
    failed = Signal(str)

    def __init__(self, paths: Sequence[Path], chronology: Chronology, window: QWidget) -> None:
        super().__init__(window)
        self._paths, self._chronology, self._window = list(paths), chronology, window
        self._passwords: dict[Path, str] = {}
        self._told = ""
        self._dialog: ImportDialog | None = None
        self._task = Task(lambda report: jobs.plan_files(self._paths, chronology, report, self._task.part.emit))
        self._task.part.connect(self._take)
        self._task.done.connect(lambda _: self._complete())
        self._task.failed.connect(self.failed)
        self._progress = ProgressDialog(self._task, f"Reading {count(len(self._paths), 'file')}", window)

    def begin(self) -> None:
        """Begin to read."""
        self._progress.open()
        self._task.start()

    def _take(self, file: "FilePlan") -> None:
        """Called with each file that was read; the first opens the dialog, which stays open in `first`."""
        from chronology_app.gui.importing.import_dialog import ImportDialog
        from chronology_app.work.plan import ImportPlan

        if self._dialog is not None:
            self._dialog.add(file)
            return
        self._progress.accept()
        self._dialog = ImportDialog(ImportPlan((file,)), self._chronology, self._window, more=True)
        self._dialog.rejected.connect(self._task.cancel)
        self.first.emit(self._dialog)

    def _complete(self) -> None:
        """Ask for the passwords of protected files and read those again; where there are none, all has come."""
        from chronology_app.gui.dialogs.file_password import ask_passwords

        dialog = self._dialog
        if dialog is None:
            return
        passwords = ask_passwords(dialog.plan, self._paths, self._passwords, dialog)
        if passwords is None:
            dialog.finish()
            if self._told:
                dialog.page.tell(self._told)
        else:
            self._passwords = passwords
            self._read_again(dialog)

    def _put(self, dialog: "ImportDialog", number: int, file: "FilePlan") -> None:
        """Put in a file that its password opened; a combined chronology that comes back is no file of an agency."""
        from chronology_app.work.returned_glance import is_combined

        came_back = is_combined(file, self._chronology)
        dialog.put(number, replace(file, included=False) if came_back else file)
        self._told = _COMBINED if came_back else self._told

    def _read_again(self, dialog: "ImportDialog") -> None:
        files = dialog.plan.files
        locked = [n for n, path in enumerate(self._paths) if files[n].locked and self._passwords.get(path)]
        before, places = [file for file in files if not file.locked], iter(locked)
        paths = [self._paths[number] for number in locked]
        task = Task(
            lambda report: jobs.plan_files(paths, self._chronology, report, task.part.emit, before, self._passwords)
        )
        task.part.connect(lambda file: self._put(dialog, next(places), file))
        task.done.connect(lambda _: self._complete())
        task.failed.connect(self.failed)
        ProgressDialog(task, f"Reading {count(len(paths), 'file')}", dialog).open()
        task.start()
