"""New, open, sample, copy, passphrase, close: everything that concerns the review's own file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog

from chronology_app.core import edits
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import ChronologyError
from chronology_app.gui import jobs
from chronology_app.gui.desk import Desk
from chronology_app.gui.dialogs.details import DetailsDialog
from chronology_app.gui.dialogs.new_passphrase import NewPassphraseDialog
from chronology_app.gui.dialogs.new_review import NewReviewDialog, documents_folder
from chronology_app.gui.dialogs.passphrase import PassphraseDialog
from chronology_app.gui.dialogs.progress import ProgressDialog
from chronology_app.gui.dialogs.saving import ask_where_to_save
from chronology_app.gui.task import Job, Task

if TYPE_CHECKING:
    from chronology_app.store.store import Store

_REVIEWS = "Reviews (*.chronology)"
_SAMPLE = "* (sample).chronology"
"""What the sample review is called; see `work.reviews.create_sample`."""

_EXPORTS = "Exported reviews (*.json)"
_NO_AGENCY_FILE = (
    "A .json file is a whole review that the app exported, not an agency's file, so nothing of it was added here. It "
    "can become a review of its own; this one is closed then, with everything saved."
)


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

    def takes(self, paths: Sequence[Path], look_over: Callable[[list[Path]], object]) -> bool:
        """Take a review or an exported one among dropped files; False where there is neither.

        The first becomes the open one. An export becomes a new review, or waits to be asked for where one is open; the
        files beside it are handed to `look_over`.
        """
        review = next((path for path in paths if path.suffix == ".chronology"), None)
        export = next((path for path in paths if path.suffix.lower() == ".json"), None)
        if review is not None:
            self.open(review)
        elif export is not None:
            others = [path for path in paths if path != export]
            self._take_export(export, (lambda: look_over(others)) if others else (lambda: None))
        return review is not None or export is not None

    def choose_export(self) -> None:
        """Ask for the file of an exported review and make a new review of it."""
        name, _ = QFileDialog.getOpenFileName(
            self._desk.window, "New review from an export", str(documents_folder()), _EXPORTS
        )
        if name:
            self.from_export(Path(name))

    def from_export(self, path: Path, then: Callable[[], object] = lambda: None) -> None:
        """Read an exported review, show what is in it, and make a new review of it."""
        self._run(lambda report: jobs.read_export(path, report), "Reading the review", lambda h: self._keep(h, then))

    def choose(self) -> None:
        """Ask for a review's file and open it."""
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getOpenFileName(self._desk.window, "Open a review", start, _REVIEWS)
        if name:
            self.open(Path(name))

    def open(self, path: Path, problem: str = "") -> None:
        """Ask for the passphrase of a review and open it; one that is open in this window stays as it is."""
        if self._is_open(path):
            return
        dialog = PassphraseDialog(path.stem, problem, self._desk.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            passphrase = dialog.passphrase
            self._load(lambda _: jobs.open_review(path, passphrase, self._who), "Opening the review")

    def sample(self) -> None:
        """Open the sample review, made anew from the sample's files where it is not there yet."""
        folder = documents_folder() / "Chronology Builder"
        if any(map(self._is_open, folder.glob(_SAMPLE))):
            return
        self._load(lambda report: jobs.create_sample(folder, self._who, report), "Opening the sample review")

    def _is_open(self, path: Path) -> bool:
        """Return whether a review is open here already, and say so: its own lock would keep it from being opened."""
        store = self._desk.workspace.store
        there = store is not None and path.exists() and path.samefile(store.path)
        if there:
            self._desk.bar.say("This review is open already.")
        return there

    def save_copy(self) -> None:
        """Save an encrypted copy of the open review elsewhere."""
        store = self._desk.workspace.store
        if store is None:
            return
        path = ask_where_to_save(self._desk.window, "Save a copy", store.path.parent, {_REVIEWS: ".chronology"})
        if path is not None:
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

    def _take_export(self, path: Path, others: Callable[[], object]) -> None:
        if self._desk.workspace.store is None:
            self.from_export(path, others)
            return
        self._desk.bar.say(_NO_AGENCY_FILE, "New review from it…", lambda: self.from_export(path))
        others()

    def _keep(self, held: Chronology, then: Callable[[], object]) -> None:
        """Ask where an exported review is to be kept, and keep it there."""
        from chronology_app.gui.dialogs.from_export import FromExportDialog

        dialog = FromExportDialog(held, self._desk.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            path, passphrase = dialog.path, dialog.passphrase
            self._load(lambda _: jobs.create_from_export(held, path, passphrase, self._who), "Making the review", then)

    def _load(self, load: Job, title: str, then: Callable[[], object] = lambda: None) -> None:
        self._run(load, title, lambda store: self._take(store, then))

    def _run(self, job: Job, title: str, done: Callable[..., object]) -> None:
        task = Task(job)
        task.done.connect(done)
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
