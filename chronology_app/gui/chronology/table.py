"""The chronology on screen: a table that keeps its selection by entry, whatever a change or a filter does to rows."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import same_slot
from chronology_app.core.entry import Entry
from chronology_app.gui.chronology.columns import ACTION, COLUMNS, DATE, EVENT
from chronology_app.gui.chronology.dragging import FallingLine, drag, entry_in
from chronology_app.gui.chronology.heights import WordWrap, most_lines
from chronology_app.gui.chronology.model import ChronologyModel
from chronology_app.gui.chronology.painting import DATE_LINE, LINE, MARGIN_X, MARGIN_Y, RowPainter, band_height

_LEAST_LINES = 2
_LEAST_CHARACTERS = 48
_LEAST_SHARE = 0.5
_NOTHING_SHOWN = "No entry is of what you chose on the left. “Show every entry” shows them all again."
_NOTHING_YET = "There are no entries yet. Drop the files that the agencies sent on this window, or press Ctrl+I."


class ChronologyTable(QTableView):
    """Shows entries; `chosen` follows the entry in focus (its id, "" for none), `opened` an Enter or double click.

    `placed` asks to put an entry in the place of another one of its day: (its id, the other's id).
    """

    chosen = Signal(str)
    opened = Signal(str)
    placed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ChronologyModel(self)
        self._painter = RowPainter(self)
        self._wrap = WordWrap(self.font())
        self._later = QTimer(self, singleShot=True, interval=120)
        self.setModel(self.rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName("Chronology")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._falling = FallingLine(self)
        self._nothing = _sentence_in(self.viewport())
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self._set_up_headers()
        self._later.timeout.connect(self._set_widths)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.entry_at(index.row())))

    def show_entries(self, chronology: Chronology, entries: tuple[Entry, ...]) -> None:
        """Show these entries; focus and selection stay on the same entries as far as they are still shown."""
        current, selected = self.current_id(), self.selected_ids()
        place = self.rows.position(current)
        self._nothing.setText("" if entries else _NOTHING_SHOWN if chronology.entries else _NOTHING_YET)
        self._nothing.setVisible(not entries)
        if self.rows.show(chronology, entries):
            self.measure()
            self._choose_again(current, selected, place)
        else:
            self.viewport().update()

    def current_id(self) -> str:
        """Return the id of the entry in focus, "" for none."""
        return self.entry_at(self.currentIndex().row())

    def entry_at(self, position: int) -> str:
        """Return the id of the entry at a position, "" where there is none."""
        entries = self.rows.entries
        return entries[position].id if 0 <= position < len(entries) else ""

    def selected_ids(self) -> tuple[str, ...]:
        """Return the ids of the selected entries, in the order shown."""
        chosen = self.selectionModel().selectedRows()
        return tuple(self.entry_at(position) for position in sorted(index.row() for index in chosen))

    def choose(self, entry_id: str) -> bool:
        """Put the focus on an entry and select it alone; False where it is not shown."""
        position = self.rows.position(entry_id)
        if position < 0:
            return False
        # Not selectRow: it would add to the selection while the Ctrl of a command's key is still held.
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.rows.index(position, DATE), alone)
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def choose_next(self, wanted: Callable[[Entry], bool], forwards: bool = True) -> bool:
        """Choose the next (or previous) entry that is wanted, going round once; False where there is none."""
        entries, step = self.rows.entries, 1 if forwards else -1
        here = self.currentIndex().row()
        for distance in range(1, len(entries) + 1):
            entry = entries[(here + step * distance) % len(entries)]
            if wanted(entry):
                return self.choose(entry.id)
        return False

    def move_on(self) -> None:
        """Choose the entry after the selection, if there is one."""
        last = max((index.row() for index in self.selectionModel().selectedRows()), default=-1)
        if last + 1 < len(self.rows.entries):
            self.choose(self.entry_at(last + 1))

    def measure(self) -> None:
        """Set every row's height from its text and the columns' widths."""
        self._later.stop()
        self._painter.forget()
        header = self.verticalHeader()
        widths = [max(40.0, self.columnWidth(number) - 2.0 * MARGIN_X) for number in range(len(COLUMNS))]
        line, band = self._wrap.line * LINE, band_height(self.font())
        least = _LEAST_LINES * line
        shown = [(n, c) for n, c in enumerate(COLUMNS) if c.field and not self.isColumnHidden(n)]
        header.blockSignals(True)
        for position in range(len(self.rows.entries)):
            row = self.rows.row(position)
            dates = sum(self._wrap.lines(t, widths[DATE] * 0.94) for t in row.dates)
            texts = [(column.text(row), widths[n]) for n, column in shown]
            tall = max(dates * self._wrap.line * DATE_LINE, most_lines(self._wrap, texts) * line, least)
            above = band if self.rows.band(position) else 0
            header.resizeSection(position, round(tall) + 2 * MARGIN_Y + above)
        header.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the entry; letters are left to the window's commands."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id():
            self.opened.emit(self.current_id())
        elif event.text().isalnum() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the one entry that is selected."""
        if len(self.selected_ids()) == 1:
            drag(self, self.selected_ids()[0])
        self._falling.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take an entry that is dragged; files go on to the window."""
        event.setAccepted(self.rows.position(entry_in(event.mimeData())) >= 0)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the entry would stand, which is within its day only."""
        event.setAccepted(self._falls_on(event) >= 0)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the line away."""
        self._falling.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask to put the entry where it was let go of."""
        row = self._falls_on(event)
        self._falling.hide()
        event.setAccepted(row >= 0)
        if row >= 0:
            self.placed.emit(entry_in(event.mimeData()), self.entry_at(row))

    def _falls_on(self, event: QDropEvent) -> int:
        source = self.rows.position(entry_in(event.mimeData()))
        entries = self.rows.entries
        return self._falling.row_under(
            event, source, lambda row: source >= 0 and same_slot(entries[source], entries[row])
        )

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the font or the theme changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.PaletteChange):
            self._wrap = WordWrap(self.font())
            self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again a moment after the width has changed; the entry in focus stays in sight."""
        seen = self._sees_current(event.oldSize().height())
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._later.start()
        if seen:
            self.scrollTo(self.currentIndex())

    def _sees_current(self, height: int) -> bool:
        """Return whether any of the entry in focus is seen in so many pixels."""
        place = self.visualRect(self.currentIndex())
        return place.isValid() and place.bottom() > 0 and place.top() < height

    def _set_widths(self) -> None:
        """Give columns their widths; the action's column gives way where both texts would be too narrow to read."""
        seen = self._sees_current(self.viewport().height())
        header, character = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        fixed = {n: c.width * character + 2 * MARGIN_X for n, c in enumerate(COLUMNS) if c.width}
        width = self.viewport().width()
        left = width - sum(fixed.values())
        narrow = left < _LEAST_CHARACTERS * character
        if left < width * _LEAST_SHARE:  # large text on a small screen: what is read keeps half of the width
            shrink = width * (1 - _LEAST_SHARE) / sum(fixed.values())
            fixed = {number: int(wide * shrink) for number, wide in fixed.items()}
            left = width - sum(fixed.values())
        self.setColumnHidden(ACTION, narrow)
        header.blockSignals(True)
        for number, column in enumerate(COLUMNS):
            share = 1.0 if narrow and number == EVENT else column.share
            header.resizeSection(number, fixed.get(number, max(120, int(left * share))))
        header.blockSignals(False)
        self.measure()
        if seen:
            self.scrollTo(self.currentIndex())

    def _set_up_headers(self) -> None:
        header, rows = self.horizontalHeader(), self.verticalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.hide()

    def _choose_again(self, current: str, selected: tuple[str, ...], place: int) -> None:
        """After a reset: the same entries where they are shown, else the one now standing where the focus was."""
        kept = [position for position in map(self.rows.position, selected) if position >= 0]
        position = self.rows.position(current)
        if position < 0:
            position = min(max(place, 0), len(self.rows.entries) - 1)
            kept = [position] if position >= 0 else []
        if position < 0:
            self.chosen.emit("")
            return
        picked = QItemSelection()
        for row in kept:
            picked.select(self.rows.index(row, 0), self.rows.index(row, len(COLUMNS) - 1))
        self.selectionModel().setCurrentIndex(
            self.rows.index(position, DATE), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        self.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def _tell_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self.entry_at(index.row()))


def _sentence_in(area: QWidget) -> QLabel:
    """Return a label in the middle of an area, hidden until there is something to say."""
    label = QLabel()
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    label.hide()
    column = QVBoxLayout(area)
    column.setContentsMargins(40, 40, 40, 40)
    column.addWidget(label)
    return label
