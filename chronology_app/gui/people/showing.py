"""The commands for people: the window in which they are listed, and the switch between names and designations."""

from chronology_app.gui.desk import Desk
from chronology_app.gui.dialogs.progress import ProgressDialog
from chronology_app.gui.task import Task


class People:
    """Opens the list of people and turns designations on and off."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        desk.designating.working.connect(self._wait)
        desk.designating.failed.connect(desk.bar.problem)

    def show(self) -> None:
        """Show the list of people beside what the machine suggests."""
        from chronology_app.gui.people.window import PeopleWindow

        PeopleWindow(self._desk.workspace, self._desk.window).exec()

    def turn(self) -> None:
        """Show designations instead of names, or names again; without people there is nothing to show."""
        designating = self._desk.designating
        if designating.on or self._desk.workspace.chronology.people:
            designating.turn(not designating.on)
            return
        designating.turned.emit(False)
        self._desk.bar.say("Nobody is on the list of people yet, so no name can be replaced.", "Add people", self.show)

    def _wait(self, task: Task) -> None:
        ProgressDialog(task, "Putting designations in the place of names", self._desk.window).open()
