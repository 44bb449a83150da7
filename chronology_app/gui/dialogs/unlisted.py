"""Before names are replaced, the person is told how many more there may be: of somebody nobody listed, none is."""

from PySide6.QtCore import QObject, Signal, Slot

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.gui import jobs
from chronology_app.gui.task import Task

_LEFT = (
    "may be in the files that nobody has listed, and would be left there. Review, People and designations shows them."
)


class Unlisted(QObject):
    """Looks once, in the background, for what may name somebody who is not listed; `found` is sent when it has.

    `sentence` says how many there are, "" where there are none or nobody looked yet.
    """

    found = Signal()

    def __init__(self, chronology: Chronology, parent: QObject) -> None:
        super().__init__(parent)
        self._chronology = chronology
        self._task: Task | None = None
        self.sentence = ""

    def look(self) -> None:
        """Begin to look, unless that was done."""
        if self._task is not None:
            return
        chronology = self._chronology
        self._task = Task(lambda _: jobs.find_named(chronology))
        self._task.done.connect(self._tell)
        self._task.start()

    @Slot(object)
    def _tell(self, named: object) -> None:
        number = len(named) if isinstance(named, tuple) else 0
        self.sentence = f"{count(number, 'more name')} {_LEFT}" if number else ""
        self.found.emit()
