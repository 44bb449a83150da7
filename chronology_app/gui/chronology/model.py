"""The chronology as Qt's table model: rows in, roles out; it sorts and filters nothing itself."""

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chronology_app.core.beside import NOTHING, Beside, beside
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import same_slot
from chronology_app.core.entry import Entry
from chronology_app.gui.chronology.columns import COLUMNS
from chronology_app.gui.chronology.rows import UNORDERED_WHY, Row, bands, is_still, row_of, sentence_of

# Looked up once: inside data() each attribute of the enum costs 8 microseconds.
_DISPLAY = Qt.ItemDataRole.DisplayRole
_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
_TOOL_TIP = Qt.ItemDataRole.ToolTipRole
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_DRAGGED = _PLAIN | Qt.ItemFlag.ItemIsDragEnabled
_HORIZONTAL = Qt.Orientation.Horizontal
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ChronologyModel(QAbstractTableModel):
    """Shows a tuple of entries of a chronology in the order given. `show` again after every change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chronology = Chronology()
        self._entries: tuple[Entry, ...] = ()
        self._positions: dict[str, int] = {}
        self._bands: dict[int, str] = {}
        self._beside: dict[str, Beside] = {}
        self._shared: frozenset[int] = frozenset()
        self._rows: dict[str, Row] = {}
        self._shown: dict[int, Row] = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries shown, in order."""
        return self._entries

    def show(self, chronology: Chronology, entries: tuple[Entry, ...]) -> bool:
        """Show these entries; returns False where each stands where it stood, and as tall."""
        moved = [entry.id for entry in entries] != [entry.id for entry in self._entries]
        if moved:
            self.beginResetModel()
        if chronology.review != self._chronology.review or chronology.agencies != self._chronology.agencies:
            self._rows = {}
        around = self._beside if entries is self._entries else beside(entries)
        taller = around != self._beside
        self._chronology, self._entries, self._beside, self._shown = chronology, entries, around, {}
        if moved:
            self._positions = {entry.id: position for position, entry in enumerate(entries)}
        self._bands, self._shared = bands(entries), _shared(entries)
        if moved:
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, len(COLUMNS) - 1))
        return moved or taller

    def position(self, entry_id: str) -> int:
        """Return where an entry stands, -1 where it is not shown."""
        return self._positions.get(entry_id, -1)

    def row(self, position: int) -> Row:
        """Return what is shown of the entry at a position."""
        shown = self._shown.get(position)  # asked for with every cell that is painted
        if shown is None:
            shown = self._shown[position] = self._row_now(self._entries[position])
        return shown

    def _row_now(self, entry: Entry) -> Row:
        """Return what is shown of an entry, the row worked out earlier where it is still true."""
        kept, around = self._rows.get(entry.id), self.beside(entry.id)
        if kept is None or not is_still(kept, self._chronology, entry, around):
            kept = self._rows[entry.id] = row_of(self._chronology, entry, around)
        return kept

    def beside(self, entry_id: str) -> Beside:
        """Return what the entries shown around an entry say of it."""
        return self._beside.get(entry_id, NOTHING)

    def band(self, position: int) -> str:
        """Return the heading above an entry ("March 2022"), "" where the one before it stands under the same."""
        return self._bands.get(position, "")

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many entries are shown."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return the text, the sentence that is read out, or why the row needs a person."""
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == _DISPLAY:
            return COLUMNS[index.column()].text(row)
        if role == _ACCESSIBLE:
            return sentence_of(self._chronology, row)
        if role == _TOOL_TIP:
            return row.entry.needs or (UNORDERED_WHY if row.beside.unordered else None)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a row can be chosen, and dragged where it shares its day with a neighbour."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _DRAGGED if index.row() in self._shared else _PLAIN

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return a column's heading."""
        if role == _DISPLAY and orientation is _HORIZONTAL:
            return COLUMNS[section].heading
        return None


def _shared(entries: tuple[Entry, ...]) -> frozenset[int]:
    """Return the positions of the entries that share their day (and time) with the one before or after them."""
    same = {position for position, (one, other) in enumerate(pairwise(entries)) if same_slot(one, other)}
    return frozenset(same | {position + 1 for position in same})
