"""The window of people: who is listed under which designation, beside what else may name somebody."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.errors import ChronologyError
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.person import Person
from chronology_app.gui import jobs
from chronology_app.gui.dialogs.form import label
from chronology_app.gui.people.lists import PeopleList, SuggestionList, new_person
from chronology_app.gui.people.not_names import NotNamesDialog
from chronology_app.gui.people.person_dialog import PersonDialog
from chronology_app.gui.task import Task
from chronology_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from chronology_app.reviewing.name_finder import Named

_HOW = (
    "A person confirms who is who: nothing is replaced that is not on the list. Choose somebody on the left and what "
    "names them on the right."
)
_LOOKING = "Looking for names in the files…"


class PeopleWindow(QDialog):
    """Lists people and suggestions. Each act is one step that can be undone (Ctrl+Z), also from here."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._found: tuple[Named, ...] = ()
        self._looked_at = workspace.chronology
        self._task: Task | None = None
        self.people, self.suggestions = PeopleList("People by designation"), SuggestionList("What may name somebody")
        self._said = label("", "muted")
        self._buttons: dict[str, QPushButton] = {}
        self.setWindowTitle("People and designations")
        self.setModal(True)
        self._lay_out()
        self._connect()
        self._show()
        self._look()

    def give(self) -> None:
        """Give the suggestion in focus to the person in focus."""
        found, person = self.suggestions.chosen(), self.people.chosen()
        if found and person:
            names = tuple(dict.fromkeys((*person.names, *found.forms)))
            self._do(edits.set_person(self._chronology, Person(person.id, person.designation, person.role, names)))

    def make_new(self) -> None:
        """Make the suggestion in focus somebody new."""
        found = self.suggestions.chosen()
        if found:
            self._ask(new_person(found, self._chronology.people.values()))

    def dismiss(self) -> None:
        """Say of the suggestion in focus that it names nobody; it is not suggested again."""
        found = self.suggestions.chosen()
        if found:
            self._do(edits.name_nobody(self._chronology, (NotAName("", form) for form in found.forms)))

    def show_not_names(self) -> None:
        """Show what was said to be no name, each with a way to take it back."""
        NotNamesDialog(self._workspace, self).exec()

    def add(self) -> None:
        """Add somebody."""
        self._ask(None)

    def change(self) -> None:
        """Change what is known of the person in focus."""
        if self.people.chosen():
            self._ask(self.people.chosen())

    def remove(self) -> None:
        """Take the person in focus off the list."""
        person = self.people.chosen()
        if person:
            self._do(edits.remove_person(self._chronology, person.id))

    def bring_in(self, path: Path) -> None:
        """Bring in a list of people as one step; people of a designation already listed get the forms added."""
        try:
            change = jobs.people_change(path, self._chronology)
        except ChronologyError as problem:
            self._said.setText(str(problem))
            return
        self._do(change)
        self._said.setText(f"{count(len(change.put), 'person', 'people')} added or changed.")

    @property
    def _chronology(self) -> Chronology:
        return self._workspace.chronology

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Bring in a list of people", "", "List of people (*.csv)")
        if chosen:
            self.bring_in(Path(chosen))

    def _ask(self, person: Person | None) -> None:
        dialog = PersonDialog(person, self._chronology.people.values(), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._do(edits.set_person(self._chronology, dialog.person))
            self.people.choose(dialog.person.id)

    def _do(self, change: Change) -> None:
        self._said.setText("")
        self._workspace.do(change)

    def _look(self) -> None:
        """Look for names in the background; what was found before stays until then."""
        if self._task is not None:
            return
        chronology = self._looked_at = self._chronology
        if not self._found:
            self._said.setText(_LOOKING)
        self._task = Task(lambda _: jobs.find_named(chronology))
        self._task.done.connect(self._take)
        self._task.failed.connect(self._said.setText)
        self._task.start()

    def _take(self, found: "tuple[Named, ...]") -> None:
        self._task, self._found = None, found
        if self._said.text() == _LOOKING:
            self._said.setText("")
        self._show()
        if self._looked_at is not self._chronology:
            self._look()

    def _follow(self) -> None:
        self._show()
        self._look()

    def _show(self) -> None:
        self.people.show_people(self._chronology.people.values())
        said = self._chronology.not_names.values()
        self.suggestions.show_found(self._chronology, self._found, {one.words for one in said if not one.designation})
        self._buttons["none"].setText(f"&Said to be no names ({len(said):,})…")
        self._buttons["none"].setEnabled(bool(said))
        self._turn_buttons()

    def _turn_buttons(self) -> None:
        person, found = self.people.chosen(), self.suggestions.chosen()
        give = self._buttons["give"]
        give.setText(f"&Give to {person.designation.replace('&', '&&')}" if person else "&Give to …")
        for name, on in (("give", person and found), ("new", found), ("dismiss", found), ("change", person)):
            self._buttons[name].setEnabled(bool(on))
        self._buttons["remove"].setEnabled(bool(person))

    def _lay_out(self) -> None:
        self.resize(980, 620)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(label("People and designations", "title"))
        column.addWidget(label(_HOW, "muted"))
        sides = QHBoxLayout()
        sides.setSpacing(18)
        left = (("add", "&Add…", self.add), ("change", "C&hange…", self.change), ("remove", "&Remove", self.remove))
        right = (("give", "&Give to …", self.give), ("new", "&New person…", self.make_new))
        more = ("dismiss", "It is n&o name", self.dismiss)
        bring = ("import", "&Import a list…", self._choose_file)
        sides.addLayout(self._side("On the list", self.people, (*left, bring)), 1)
        sides.addLayout(self._side("May name somebody", self.suggestions, (*right, more)), 1)
        column.addLayout(sides, 1)
        last = QHBoxLayout()
        last.addWidget(self._button("none", "", self.show_not_names))
        last.addWidget(self._said, 1)
        last.addWidget(self._button("close", "&Close", self.accept))
        column.addLayout(last)

    def _side(self, title: str, listed: QWidget, buttons: tuple[tuple[str, str, object], ...]) -> QVBoxLayout:
        column, row = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(8)
        for name, words, slot in buttons:
            row.addWidget(self._button(name, words, slot))
        row.addStretch(1)
        column.addWidget(label(title, "heading"))
        column.addWidget(listed, 1)
        column.addLayout(row)
        return column

    def _button(self, name: str, words: str, slot: object) -> QPushButton:
        button = self._buttons[name] = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _connect(self) -> None:
        self._workspace.changed.connect(self._follow)
        self._workspace.failed.connect(self._said.setText)
        self.people.currentRowChanged.connect(lambda _: self._turn_buttons())
        self.suggestions.currentRowChanged.connect(lambda _: self._turn_buttons())
        self.people.opened.connect(self.change)
        self.people.removed.connect(self.remove)
        self.suggestions.opened.connect(self._give_or_make)
        self.suggestions.removed.connect(self.dismiss)
        stack = self._workspace.stack
        for key, slot in (("Ctrl+Z", stack.undo), ("Ctrl+Y", stack.redo), ("Ctrl+Shift+Z", stack.redo)):
            QShortcut(QKeySequence(key), self, slot)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_or_make(self) -> None:
        """Enter on a suggestion: to whom it may belong, else somebody new."""
        found = self.suggestions.chosen()
        if found and found.person_id:
            self.people.choose(found.person_id)
            self.give()
        else:
            self.make_new()
