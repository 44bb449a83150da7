"""From dropped files to what the panel wrote: what comes back from Word is never taken for an agency's new file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog

from chronology_app.core.edits import count
from chronology_app.gui import jobs
from chronology_app.gui.desk import Desk
from chronology_app.gui.dialogs.progress import ProgressDialog
from chronology_app.gui.task import Task

if TYPE_CHECKING:
    from chronology_app.gui.returned.window import ReturnedWindow
    from chronology_app.work.returned import Returned

_SHORT = 400
"""Milliseconds a look into files may take before its progress is shown: those of agencies are told in a few."""
_IMPORT = "Import as an agency's file"


@dataclass(slots=True)
class _Round:
    """Files that came together: those that came `back` and wait to be shown, those to import as an agency's."""

    back: "list[tuple[Path, Returned | str]]"
    agency: list[Path] = field(default_factory=list)


class Returning:
    """The road of what comes back. `as_agency` imports files as an agency's. The review must be open."""

    def __init__(self, desk: Desk, as_agency: Callable[[Sequence[Path]], object]) -> None:
        self._desk, self._as_agency = desk, as_agency
        self.window: ReturnedWindow | None = None

    def choose(self) -> None:
        """Ask for documents that came back from Word."""
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title, kinds = "Take comments from Word", "Word documents (*.docx *.docm)"
        names, _ = QFileDialog.getOpenFileNames(self._desk.window, title, start, kinds)
        if names:
            self.take_from([Path(name) for name in names])

    def take_from(self, paths: Sequence[Path]) -> None:
        """Show what came back in documents; of the others it is said that nothing did."""
        self._look(paths, self._say_ordinary, at_a_glance=False)

    def tell_apart(self, paths: Sequence[Path]) -> None:
        """Show what came back; files in which nothing did are imported as an agency's."""
        if self._desk.workspace.chronology.entries:
            self._look(paths, list, at_a_glance=True)
        else:
            self._as_agency(paths)

    def show(self, back: "Sequence[tuple[Path, Returned | str]]", agency: Sequence[Path] = ()) -> None:
        """Show what came back in files (or why it cannot be read), one after the other; then import the agency's."""
        self._go_on(_Round(list(back), list(agency)))

    def _look(self, paths: Sequence[Path], ordinary: Callable[[list[Path]], list[Path]], *, at_a_glance: bool) -> None:
        """Look into files; `ordinary` says which of those in which nothing came back are to be imported."""
        chronology, store = self._desk.workspace.chronology, self._desk.workspace.store

        def told(found: "Sequence[tuple[Path, Returned | str | None]]") -> None:
            if self._desk.workspace.store is store:
                agency = ordinary([path for path, came in found if came is None])
                self.show([(path, came) for path, came in found if came is not None], agency)

        task = Task(lambda report: jobs.read_returned(paths, chronology, report, at_a_glance=at_a_glance))
        task.done.connect(told)
        task.failed.connect(self._desk.bar.problem)
        task.stopped.connect(lambda: self._desk.bar.say("Stopped. Nothing was read or imported."))
        progress = ProgressDialog(task, f"Looking into {count(len(paths), 'file')}", self._desk.window)
        waiting = QTimer(progress, singleShot=True, interval=_SHORT)
        waiting.timeout.connect(progress.open)
        task.ended.connect(waiting.stop)
        waiting.start()
        task.start()

    def _go_on(self, begun: _Round) -> None:
        """Show the next document that came back; after the last one import what is an agency's."""
        while begun.back:
            path, came = begun.back.pop(0)
            if isinstance(came, str):
                self._desk.bar.problem(came, _IMPORT, partial(self._as_agency, [path]))
            elif is_empty(came):
                self._desk.bar.say(_nothing(came), _IMPORT, partial(self._as_agency, [path]))
            else:
                self._show(path, came, begun)
                return
        if begun.agency:
            self._as_agency(begun.agency)

    def _show(self, path: Path, came: "Returned", begun: _Round) -> None:
        from chronology_app.gui.returned.window import ReturnedWindow

        desk = self._desk
        self.window = shown = ReturnedWindow(came, desk.workspace, desk.designating, desk.window)
        shown.taken.connect(lambda ids: self._take(came, ids))
        shown.opened.connect(desk.go_to)
        shown.as_agency.connect(lambda: begun.agency.append(path))
        shown.finished.connect(lambda _: self._close(begun))
        shown.show()

    def _close(self, begun: _Round) -> None:
        self.window = None
        if self._desk.workspace.store is not None:
            self._go_on(begun)

    def _take(self, came: "Returned", ids: Sequence[str]) -> None:
        from chronology_app.work.returned import take

        change = take(came, ids, self._desk.workspace.chronology)
        said = change.label.removeprefix("Take ").removesuffix(" from Word")
        self._desk.do_and_offer_undo(change, f"{said} taken from {came.name}.")

    def _say_ordinary(self, ordinary: list[Path]) -> list[Path]:
        """Say that nothing came back in these, and offer what can be done about it; nothing is imported unasked."""
        if ordinary:
            names = ", ".join(path.name for path in ordinary)
            said = f"{names}: no combined chronology of this review, so nothing came back in it. Nothing was changed."
            self._desk.bar.say(said, _IMPORT, lambda: self._as_agency(ordinary))
        return []


def is_empty(came: "Returned") -> bool:
    """Whether nothing came back that a person could read."""
    return not (came.comments or came.proposals or came.added or came.gone)


def _nothing(came: "Returned") -> str:
    recognised = count(came.recognised, "entry", "entries")
    return f"Nobody commented or changed anything in {came.name}: {recognised} recognised."
