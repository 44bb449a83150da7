"""One long job in the background, with progress and a way to stop it, so that the window never freezes."""

import gc
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from chronology_app.core.errors import Cancelled, ChronologyError
from chronology_app.core.progress import Report

Job = Callable[[Report], Any]

_running: set["Task"] = set()
"""Tasks that have not ended: Qt must not lose a thread's object while it runs.

While there is one, Python's garbage collector keeps still. It runs in whichever thread asks for memory, and a window
that was closed but not yet collected must not be taken apart by a thread that is not the window's.
"""


class Task(QThread):
    """Runs `job(report)` off the window's thread; exactly one of `done`, `failed` and `stopped` follows `start`.

    `progress` is (done, total, what); `done` carries what the job returned, `failed` the sentence to show. `ended`
    comes just before any of them, so that what showed the progress is gone when they are answered. `problem` is what
    the job raised where it failed for a fault of the world. A job may hand out what is ready with `part.emit`.
    """

    progress = Signal(int, int, str)
    part = Signal(object)
    ended = Signal()
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, job: Job, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self.problem: ChronologyError | None = None
        self._stop = threading.Event()
        self._end: Callable[[], None] = self.stopped.emit
        self.finished.connect(self._over)

    def start(self, priority: QThread.Priority = QThread.Priority.InheritPriority) -> None:
        """Begin the job."""
        _running.add(self)
        gc.disable()
        super().start(priority)

    def run(self) -> None:
        """Do the job; called by Qt in the new thread."""
        try:
            result = self._job(self._report)
        except Cancelled:
            self._end = self.stopped.emit
        except ChronologyError as problem:
            self.problem, sentence = problem, str(problem)
            self._end = lambda: self.failed.emit(sentence)
        except Exception as fault:  # the program's own fault must reach the person, not end in silence
            sentence = f"Something in the app went wrong ({type(fault).__name__}). Nothing already saved was lost."
            self._end = lambda: self.failed.emit(sentence)
        else:
            self._end = lambda: self.done.emit(result)

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()

    def _report(self, done: int, total: int, what: str) -> None:
        if self._stop.is_set():
            raise Cancelled("Stopped. Nothing was changed.")
        self.progress.emit(done, total, what)

    def _over(self) -> None:
        _running.discard(self)
        if not _running:
            gc.enable()
        self.ended.emit()
        self._end()


def wait_for_all(milliseconds: int = 5000) -> None:
    """Ask every running task to stop and wait for it; called when the app quits."""
    for task in tuple(_running):
        task.cancel()
        task.wait(milliseconds)
