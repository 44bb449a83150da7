"""New, open, sample, copy, passphrase, close: everything that concerns the review's own file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog

from chronology_app.core import edits
from chronology_app.core.errors import ChronologyError
from chronology_app.gui import jobs
from chronology_app.gui.desk import Desk
from chronology_app.gui.dialogs.details import DetailsDialog
from chronology_app.gui.dialogs.new_passphrase import NewPassphraseDialog
from chronology_app.gui.dialogs.new_review import NewReviewDialog, documents_folder
from chronology_app.gui.dialogs.passphrase import PassphraseDialog
from chronology_app.gui.dialogs.progress import ProgressDialog
from chronology_app.gui.task import Job, Task

if TYPE_CHECKING:
    from chronology_app.store.store import Store

_REVIEWS = "Reviews (*.chronology)"


class Opening:
    """Opens and closes reviews. `opened` is called with the path of each one opened, `who` is the person's name."""

    def __init__(self, desk: Desk, who: str, opened: Callable[[Path], None]) -> None:
        self._desk, self._who, self._opened = desk, who, opened

    def new(self, then: Callable[[], object] = lambda: None) -> None:
        """Make a new review and go on with `then`."""
        dialog = NewReviewDialog(self._desk.window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        path, passphrase, review = dialog.path, dialog.passphrase, dialog.review
        self._load(lambda _: jobs.create_review(path, passphrase, review, self._who), "Making the review", then)

    def choose(self) -> None:
        """Ask for a review's file and open it."""
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getOpenFileName(self._desk.window, "Open a review", start, _REVIEWS)
        if name:
            self.open(Path(name))

    def open(self, path: Path, problem: str = "") -> None:
        """Ask for the passphrase of a review and open it."""
        dialog = PassphraseDialog(path.stem, problem, self._desk.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            passphrase = dialog.passphrase
            self._load(lambda _: jobs.open_review(path, passphrase, self._who), "Opening the review")

    def sample(self) -> None:
        """Open the sample review, made anew from the sample's files where it is not there yet."""
        folder = documents_folder() / "Chronology Builder"
        self._load(lambda report: jobs.create_sample(folder, self._who, report), "Opening the sample review")

    def save_copy(self) -> None:
        """Save an encrypted copy of the open review elsewhere."""
        store = self._desk.workspace.store
        if store is None:
            return
        name, _ = QFileDialog.getSaveFileName(self._desk.window, "Save a copy", str(store.path.parent), _REVIEWS)
        if name:
            path = Path(name if name.endswith(".chronology") else f"{name}.chronology")
            self._try(lambda: store.save_copy(path), f"Copy saved: {path.name}")

    def change_passphrase(self) -> None:
        """Give the open review a new passphrase."""
        store = self._desk.workspace.store
        if store is None:
            return
        dialog = NewPassphraseDialog(store.path.stem, self._desk.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._try(lambda: store.change_passphrase(dialog.passphrase), "The passphrase was changed.")

    def details(self) -> None:
        """Change the facts of the review."""
        chronology = self._desk.workspace.chronology
        dialog = DetailsDialog(chronology.review, self._desk.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._desk.do(edits.set_review(chronology, dialog.review))

    def close(self) -> None:
        """Close the review; everything in it was saved as it was done."""
        self._desk.workspace.take(None)

    def knows(self, passphrase: str) -> bool:
        """Return whether a passphrase opens the review that is open."""
        store = self._desk.workspace.store
        return store is not None and store.knows(passphrase)

    def _load(self, load: Job, title: str, then: Callable[[], object] = lambda: None) -> None:
        task = Task(load)
        task.done.connect(lambda store: self._take(store, then))
        task.failed.connect(self._desk.bar.problem)
        ProgressDialog(task, title, self._desk.window).open()
        task.start()

    def _take(self, store: "Store", then: Callable[[], object]) -> None:
        self._desk.workspace.take(store)
        self._opened(store.path)
        then()

    def _try(self, act: Callable[[], object], said: str) -> None:
        try:
            act()
        except ChronologyError as problem:
            self._desk.bar.problem(str(problem))
        else:
            self._desk.bar.say(said)
