"""The window for names that stopped a document: where each stands and whose it is, and what a person says of it."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from chronology_app.core.change import Change
from chronology_app.core.edits import count
from chronology_app.core.errors import Hit, NamesLeft
from chronology_app.gui.dialogs.form import label
from chronology_app.gui.people.hits import add_to_names, answers, looked_at, say_none
from chronology_app.gui.people.told_list import ToldList, roomy
from chronology_app.gui.people.window import PeopleWindow
from chronology_app.gui.workspace import Workspace

_HOW = (
    "Nothing was written. Say of each place: somebody's name, or no name there. The same words elsewhere still stop "
    "the document. If somebody is not listed yet, list them under People. Enter goes to the entry, Ctrl+Z undoes."
)
_AS_IT_IS = "on the list already: it stands where designations are not put, in a template or as the date of the entry"


class NamesLeftWindow(QDialog):
    """Lists the places. `opened` carries the id of an entry to go to; `again` asks to write the document anew."""

    opened = Signal(str)
    again = Signal()

    def __init__(self, problem: NamesLeft, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._answers = answers(workspace.chronology)
        self._listed_before = frozenset(filter(self._answers.is_listed, problem.hits))
        self._before = self._answers
        self.list = ToldList("Names that are left")
        self.add, self.none = QPushButton("&Add to the names"), QPushButton("It is &no name")
        self.go, self.verb = QPushButton("&Go to the entry"), QPushButton("&Export again")
        self.people = QPushButton("&People…")
        self._said = label("", "muted")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Names are left")
        self.resize(roomy(self, 130, 38))
        for hit in problem.hits:
            self.list.put(hit)
        self._lay_out()
        self._connect()
        self._show()
        self._move_on()

    def add_to_names(self) -> None:
        """Add the selected words to the names of those whose they are."""
        self._do(add_to_names(self._workspace.chronology, self._selected()))

    def say_none(self) -> None:
        """Say of the selected words that they are no name where they stand."""
        self._do(say_none(self._workspace.chronology, self._selected()))

    def show_people(self) -> None:
        """List somebody who is not on the list of people, with the help of what is suggested there."""
        PeopleWindow(self._workspace, self).exec()
        self._move_on()

    def go_to_entry(self) -> None:
        """Go to the entry in focus."""
        hit = self._hit(self.list.currentRow())
        if hit and hit.entry_id:
            self.opened.emit(hit.entry_id)

    def accept(self) -> None:
        """Write the document again."""
        super().accept()
        self.again.emit()

    def _do(self, change: Change) -> None:
        if self._workspace.do(change):
            self._move_on()

    def _hit(self, row: int) -> Hit | None:
        return cast(Hit, self.list.held(row)) if 0 <= row < self.list.count() else None

    def _selected(self) -> list[Hit]:
        return [hit for row in self.list.selected() if (hit := self._hit(row))]

    def _became(self, hit: Hit) -> str:
        """Return what was done about a place, "" where nothing is yet."""
        if self._answers.is_said_none(hit):
            return "✓ no name here"
        if hit not in self._listed_before and self._answers.is_listed(hit):
            return f"✓ added to the names of {hit.designation}"
        somebody = self._answers.listed_since(hit, self._before)
        return f"✓ listed as {somebody}" if somebody else ""

    def _move_on(self) -> None:
        """Go to the next place nobody has dealt with; after the last one, to writing again."""
        rows = range(self.list.count())
        open_rows = [row for row in rows if not self._became(cast(Hit, self.list.held(row)))]
        here = max(self.list.selected(), default=-1)
        if open_rows:
            self.list.clearSelection()
            self.list.setCurrentRow(next((row for row in open_rows if row > here), open_rows[0]))
            self.list.setFocus()
        else:
            self.verb.setFocus()

    def _show(self) -> None:
        self._answers = answers(self._workspace.chronology)
        hits = [cast(Hit, self.list.held(row)) for row in range(self.list.count())]
        became = [self._became(hit) for hit in hits]
        for row, (hit, done) in enumerate(zip(hits, became, strict=True)):
            as_it_is = _AS_IT_IS if hit in self._listed_before and not done else ""
            place = " · ".join(filter(None, (hit.designation, hit.reference, hit.where, as_it_is)))
            self.list.tell(row, hit.around, place, *filter(None, (done,)))
        dealt = f"{sum(map(bool, became))} of {count(len(hits), 'place')} dealt with"
        self._said.setText(" · ".join(filter(None, (dealt, looked_at(self._workspace.chronology)))))
        self._turn_buttons()

    def _turn_buttons(self) -> None:
        hits, current = self._selected(), self._hit(self.list.currentRow())
        given = self._answers
        owners = dict.fromkeys(hit.designation for hit in hits if given.person_of(hit))
        one = next(iter(owners)).replace("&", "&&") if len(owners) == 1 else ""
        self.add.setText(f"&Add to the names of {one}" if one else "&Add to their names")
        self.add.setEnabled(any(given.person_of(hit) and not given.is_listed(hit) for hit in hits))
        self.none.setText("They are &no names" if len(hits) > 1 else "It is &no name")
        self.none.setEnabled(not all(map(given.is_said_none, hits)))
        self.go.setEnabled(bool(current and current.entry_id))

    def _lay_out(self) -> None:
        column, acts, last = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        close = QPushButton("&Close")
        close.clicked.connect(self.reject)
        self.verb.setProperty("verb", "true")
        for button in (self.add, self.none, self.people, self.go, close, self.verb):
            button.setAutoDefault(False)
        for button in (self.add, self.none, self.people, self.go):
            acts.addWidget(button)
        acts.addStretch(1)
        last.addWidget(self._said, 1)
        last.addWidget(close)
        last.addWidget(self.verb)
        column.addWidget(label(f"Names may be left in {count(self.list.count(), 'place')}", "title"))
        column.addWidget(label(_HOW, "muted"))
        column.addWidget(self.list, 1)
        column.addLayout(acts)
        column.addLayout(last)

    def _connect(self) -> None:
        self._workspace.changed.connect(self._show)
        self._workspace.opened.connect(self.close)
        self._workspace.failed.connect(self._said.setText)
        self.list.itemSelectionChanged.connect(self._turn_buttons)
        self.list.opened.connect(self.go_to_entry)
        self.list.removed.connect(self.say_none)
        self.add.clicked.connect(self.add_to_names)
        self.none.clicked.connect(self.say_none)
        self.people.clicked.connect(self.show_people)
        self.go.clicked.connect(self.go_to_entry)
        self.verb.clicked.connect(self.accept)
        stack = self._workspace.stack
        for key, slot in (("Ctrl+Z", stack.undo), ("Ctrl+Y", stack.redo), ("Ctrl+Shift+Z", stack.redo)):
            QShortcut(QKeySequence(key), self, slot)
