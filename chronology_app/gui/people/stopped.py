"""What the window does when a document could not be written: it says why, and of names that are left it shows where."""

from collections.abc import Callable
from functools import partial

from chronology_app.core.errors import NamesLeft
from chronology_app.gui.desk import Desk
from chronology_app.gui.task import Task


def tell_when_stopped(task: Task, desk: Desk, again: Callable[[], object]) -> None:
    """Say why a task that writes failed; where names are left, show each, with a way to do it `again`."""

    def told(sentence: str) -> None:
        problem = task.problem
        if isinstance(problem, NamesLeft):
            show = partial(_show, problem, desk, again)
            desk.bar.problem(sentence, "Show where", show)
            show()
        else:
            desk.bar.problem(sentence)

    task.failed.connect(told)


def _show(problem: NamesLeft, desk: Desk, again: Callable[[], object]) -> None:
    from chronology_app.gui.people.names_left import NamesLeftWindow

    shown = NamesLeftWindow(problem, desk.workspace, desk.window)
    shown.opened.connect(desk.go_to)
    shown.again.connect(again)
    shown.again.connect(desk.bar.hide)
    shown.show()
