"""The files that were dropped, and under each its tables where it has several, to look at and to leave out."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from chronology_app.core.agency import Agency
from chronology_app.gui.importing.words import about_file, about_table
from chronology_app.work.plan import FilePlan, ImportPlan

CARD = Qt.ItemDataRole.UserRole + 1
_DISPLAY, _CHECK = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.CheckStateRole
_NOWHERE = QModelIndex()
_TOP = 0
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """What stands in the list: a name, the line under it, the agency of a file, whether it comes in or needs a look."""

    name: str
    under: str
    agency: Agency | None = None
    comes_in: bool = True
    problem: bool = False


class FilesModel(QAbstractItemModel):
    """Two levels: files, and the tables of a file that has several. `ticked` is (file, table or -1, comes in)."""

    ticked = Signal(int, int, bool)

    def __init__(self, plan: ImportPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = plan

    def show(self, plan: ImportPlan) -> None:
        """Show the plan as it is now: corrected, or with files or tables that were not there before."""
        if [len(file.tables) for file in plan.files] != [len(file.tables) for file in self._plan.files]:
            self.beginResetModel()
            self._plan = plan
            self.endResetModel()
            return
        self._plan = plan
        last = self.index(len(plan.files) - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last)
        for number, file in enumerate(plan.files):
            parent = self.index(number, 0)
            if self.rowCount(parent):
                self.dataChanged.emit(self.index(0, 0, parent), self.index(len(file.tables) - 1, 0, parent))

    def place(self, index: Index) -> tuple[int, int]:
        """Return (file, table) of an index, table -1 for a file and (-1, -1) for none."""
        if not index.isValid():
            return -1, -1
        file = int(index.internalId())
        return (index.row(), -1) if file == _TOP else (file - 1, index.row())

    def index_of(self, file: int, table: int = -1) -> QModelIndex:
        """Return the index of a table, or of its file where the file has only one."""
        parent = self.index(file, 0)
        return self.index(table, 0, parent) if table >= 0 and self.rowCount(parent) else parent

    def card(self, index: Index) -> Card:
        """Return what stands in the list for a file or table."""
        number, place = self.place(index)
        file = self._plan.files[number]
        if place < 0:
            return Card(file.name, about_file(file), file.agency, file.included, bool(file.problem))
        table = file.tables[place]
        return Card(table.sheet.name, about_table(table), None, table.included and file.included)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Called by Qt."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two methods of this name
        """Called by Qt."""
        file = int(index.internalId()) if index.isValid() else _TOP
        return self.createIndex(file - 1, 0, _TOP) if file != _TOP else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Called by Qt: a file with one table has none under it."""
        if not parent.isValid():
            return len(self._plan.files)
        file, table = self.place(parent)
        tables = len(self._plan.files[file].tables) if table < 0 and parent.column() == 0 else 0
        return tables if tables > 1 else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Called by Qt."""
        return 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Called by Qt."""
        if not index.isValid():
            return None
        card = self.card(index)
        if role == _DISPLAY:
            return card.name
        if role == CARD:
            return card
        if role == _CHECK:
            return None if card.problem else Qt.CheckState.Checked if card.comes_in else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            whose = f", {card.agency.name}" if card.agency else ""
            return f"{card.name}{whose}: {card.under}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Called by Qt when the box is ticked: tells the dialog, which corrects the plan."""
        if role != _CHECK or not index.isValid() or self.card(index).problem:
            return False
        self.ticked.emit(*self.place(index), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Called by Qt: what could be read can be left out."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain if self.card(index).problem else plain | Qt.ItemFlag.ItemIsUserCheckable


def first_to_look_at(plan: ImportPlan) -> tuple[int, int]:
    """Return (file, table) to show first: one that needs a person, else one that comes in, else any with a table."""
    tables = [(f, t, file, table) for f, file in enumerate(plan.files) for t, table in enumerate(file.tables)]
    ranked = sorted(tables, key=lambda found: (not _comes_in(found[2]), not found[3].needing, not found[3].entries))
    return ranked[0][:2] if ranked else (0, -1) if plan.files else (-1, -1)


def _comes_in(file: FilePlan) -> bool:
    return file.included and not file.problem
