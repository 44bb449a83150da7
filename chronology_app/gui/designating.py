"""What the window shows: the names as the agencies wrote them, or designations in their place."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from chronology_app.core.chronology import Chronology
from chronology_app.core.findings import Accounts
from chronology_app.gui import jobs
from chronology_app.gui.task import Task
from chronology_app.gui.workspace import Workspace

if TYPE_CHECKING:  # imported when designations are first shown: it compiles patterns nobody else needs
    from chronology_app.reviewing.twin import Twin


class Designating(QObject):
    """Gives the views the chronology to show; edits always go to the workspace's own.

    `changed` when names or designations came to be shown, `turned` with the state of the switch. While they are worked
    out (`working` carries the task) what is shown stays as it was: names, or the designations there were before.
    """

    changed = Signal()
    turned = Signal(bool)
    working = Signal(object)
    failed = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._on = False
        self._twin: Twin | None = None
        self._task: Task | None = None
        workspace.opened.connect(lambda: self.turn(False))
        workspace.changed.connect(self._follow)

    @property
    def on(self) -> bool:
        """Whether designations are shown."""
        return self._on

    @property
    def chronology(self) -> Chronology:
        """The chronology to show."""
        return self._twin.shown if self._on and self._twin else self._workspace.chronology

    def accounts(self, found: Sequence[Accounts]) -> Sequence[Accounts]:
        """Return accounts of the same event as they may be shown."""
        return self._twin.accounts(found) if self._on and self._twin else found

    def text(self, words: str) -> str:
        """Return words that stand in no record as they may be shown."""
        return self._twin.text(words) if self._on and self._twin else words

    def passage(self, entry_id: str, field: str, start: int, end: int) -> tuple[int, int]:
        """Return where the agency's words stand that are shown as characters `start` to `end` of a field."""
        return self._twin.before(entry_id, field, start, end) if self._on and self._twin else (start, end)

    def turn(self, on: bool) -> None:
        """Show designations, or names."""
        if on == self._on:
            return
        self._on, self._twin = on, None
        self.turned.emit(on)
        if on:
            self._work_out()
        else:
            self.changed.emit()

    def _follow(self) -> None:
        """Keep the twin in step with the chronology; where people changed it is worked out anew."""
        if not self._on:
            return
        from chronology_app.reviewing.twin import following

        next_one = following(self._twin, self._workspace.chronology) if self._twin else None
        if next_one is None:
            self._work_out()
        else:
            self._twin = next_one

    def _work_out(self) -> None:
        if self._task is not None:
            return
        chronology = self._workspace.chronology
        self._task = Task(lambda report: jobs.designate(chronology, report))
        self._task.done.connect(self._take)
        self._task.failed.connect(self._give_up)
        self._task.stopped.connect(lambda: self._give_up(""))
        self.working.emit(self._task)
        self._task.start()

    def _take(self, made: "Twin") -> None:
        """Take what was worked out, brought up to what was done meanwhile."""
        self._task = None
        if not self._on:
            return
        self._twin = made
        self._follow()
        self.changed.emit()

    def _give_up(self, sentence: str) -> None:
        self._task = None
        self.turn(False)
        if sentence:
            self.failed.emit(sentence)
