"""A job in the background ends in exactly one way, and the window hears of it."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from chronology_app.core.errors import FileProblem
from chronology_app.core.progress import Report
from chronology_app.gui.task import Task


def test_progress_and_what_the_job_returned_arrive(qtbot: QtBot) -> None:
    def job(report: Report) -> int:
        report(1, 2, "Reading")
        return 42

    task, told = Task(job), []
    task.progress.connect(lambda *args: told.append(args))
    with qtbot.waitSignal(task.done) as done:
        task.start()
    assert (told, done.args) == ([(1, 2, "Reading")], [42])


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (FileProblem("That file cannot be read. Nothing was lost."), "That file cannot be read. Nothing was lost."),
        (
            KeyError("a name nobody may see"),
            "Something in the app went wrong (KeyError). Nothing already saved was lost.",
        ),
    ],
)
def test_a_failure_arrives_as_a_sentence(qtbot: QtBot, fault: Exception, sentence: str) -> None:
    def job(report: Report) -> None:
        raise fault

    task = Task(job)
    with qtbot.waitSignal(task.failed) as told:
        task.start()
    assert told.args == [sentence]


def test_a_cancelled_job_stops_at_its_next_report(qtbot: QtBot) -> None:
    begun, cancelled = threading.Event(), threading.Event()

    def job(report: Report) -> str:
        begun.set()
        cancelled.wait(10)
        report(1, 2, "Too late")
        return "went on"

    task = Task(job)
    with qtbot.waitSignal(task.stopped):
        task.start()
        begun.wait(10)
        task.cancel()
        cancelled.set()
    assert not task.isRunning() or task.wait(1000)


class Closed(QObject):
    """Something of the window's that nobody holds any more but itself; it says which thread takes it apart."""

    def __init__(self, apart: list[int]) -> None:
        super().__init__()
        self.itself, self._apart = self, apart

    def __del__(self) -> None:
        self._apart.append(threading.get_ident())


def test_what_is_left_of_a_window_is_taken_apart_by_the_windows_thread(qtbot: QtBot) -> None:
    apart: list[int] = []

    def job(report: Report) -> int:
        Closed(apart)
        return len([[number] for number in range(200_000)])  # far more than makes the garbage collector run

    gc.collect()
    task = Task(job)
    with qtbot.waitSignal(task.done):
        Closed(apart)
        task.start()
    gc.collect()
    assert apart == [threading.get_ident()] * 2


def test_the_garbage_collector_runs_again_once_no_job_does(qtbot: QtBot) -> None:
    going, on = threading.Event(), list[bool]()
    one, other = Task(lambda _: going.wait(10)), Task(lambda _: gc.isenabled())
    other.done.connect(on.append)
    with qtbot.waitSignals([one.done, other.done]):
        one.start()
        other.start()
        qtbot.waitUntil(lambda: len(on) == 1)
        assert (on, gc.isenabled()) == ([False], False)
        going.set()
    assert gc.isenabled()
