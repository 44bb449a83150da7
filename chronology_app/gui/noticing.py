"""What the machine notices about the whole review, worked out in the background after the entries changed."""

from PySide6.QtCore import QObject, QTimer, Signal

from chronology_app.core.findings import Accounts
from chronology_app.gui import jobs
from chronology_app.gui.task import Task
from chronology_app.gui.workspace import Workspace


class Noticing(QObject):
    """Keeps the accounts of the same event for the snapshot; `changed` when they were worked out anew."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.accounts: tuple[Accounts, ...] = ()
        self._workspace = workspace
        self._seen: tuple[object, object] = (None, None)
        self._task: Task | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(400)
        self._later.timeout.connect(self._work)
        workspace.changed.connect(self._look)

    def _look(self) -> None:
        """Marks and notes do not matter here; entries and what a person tied together do."""
        chronology = self._workspace.chronology
        now = (chronology.entries, chronology.links)
        if now[0] is not self._seen[0] or now[1] is not self._seen[1]:
            self._seen = now
            self._later.start()

    def _work(self) -> None:
        if self._task is not None:
            self._later.start()
            return
        chronology = self._workspace.chronology
        self._task = Task(lambda _: jobs.find_accounts(chronology))
        self._task.done.connect(self._take)
        self._task.failed.connect(lambda _: self._take(()))
        self._task.start()

    def _take(self, found: tuple[Accounts, ...]) -> None:
        self._task = None
        self.accounts = found
        self.changed.emit()
