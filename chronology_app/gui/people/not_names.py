"""Lists what a person said is no name, so that it can be counted, looked at again and taken back."""

from typing import cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from chronology_app.core import edits
from chronology_app.core.not_a_name import NotAName
from chronology_app.gui.dialogs.form import label
from chronology_app.gui.people.hits import looked_at
from chronology_app.gui.people.told_list import ToldList, roomy
from chronology_app.gui.workspace import Workspace

_HOW = (
    "They do not stop a document with designations and are not suggested again: a place that was looked at is passed "
    "over there alone. What you bring back is asked about again."
)


class NotNamesDialog(QDialog):
    """Shows the words; those selected are brought back with the button or Delete, as one step."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.list = ToldList("Said to be no names")
        self.back = QPushButton("&Bring back")
        self._said = label("", "muted")
        self.setWindowTitle("Said to be no names")
        self.resize(roomy(self, 105, 30))
        self._lay_out()
        workspace.changed.connect(self._show)
        workspace.failed.connect(self._said.setText)
        self.list.itemSelectionChanged.connect(lambda: self.back.setEnabled(bool(self.list.selected())))
        self.list.removed.connect(self.bring_back)
        self.back.clicked.connect(self.bring_back)
        for key, slot in (("Ctrl+Z", workspace.stack.undo), ("Ctrl+Y", workspace.stack.redo)):
            QShortcut(QKeySequence(key), self, slot)
        self._show()

    def bring_back(self) -> None:
        """Say that the selected words may be names after all."""
        ids = [cast(NotAName, self.list.held(row)).id for row in self.list.selected()]
        self._workspace.do(edits.may_be_names(self._workspace.chronology, ids))

    def _show(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        said = self._workspace.chronology.not_names.values()
        for number, one in enumerate(said):
            self.list.put(one)
            where = (
                f"not {one.designation}, at this place" if one.designation else "suggested as a name; no name anywhere"
            )
            self.list.tell(number, one.around or f"[{one.words}]", where)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self.back.setEnabled(bool(self.list.selected()))
        self._said.setText(looked_at(self._workspace.chronology))

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        close = QPushButton("&Close")
        close.clicked.connect(self.accept)
        for button in (self.back, close):
            button.setAutoDefault(False)
        row.addWidget(self.back)
        row.addWidget(self._said, 1)
        row.addWidget(close)
        column.addWidget(label("Said to be no names", "title"))
        column.addWidget(label(_HOW, "muted"))
        column.addWidget(self.list, 1)
        column.addLayout(row)
