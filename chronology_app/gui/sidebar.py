"""The left of the window: agencies and their files with counts and what needs attention, and what is shown."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from chronology_app.core.agency import Agency
from chronology_app.core.asking import open_questions
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.filter import ALL_KINDS, UNMARKED, Filter
from chronology_app.core.mark import Kind
from chronology_app.core.source import Source, current, versions
from chronology_app.gui.entry.original import named
from chronology_app.gui.glyph import badge_icon, kind_icon

_ID = Qt.ItemDataRole.UserRole
_KINDS = (
    (Kind.FACT, "Fact"),
    (Kind.OPINION, "Opinion"),
    (Kind.REPORTED, "Reported"),
    (Kind.MIXED, "Mixed"),
    (UNMARKED, "Not marked yet"),
)
_LINES = 8
"""How many lines of agencies and files are seen at least."""


class Sidebar(QWidget):
    """Holds the filter and nothing else; `filtered` carries it whenever the person changed it.

    `asked` is sent when the person wants to see the next open question.
    """

    filtered = Signal(object)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setPlaceholderText("Show entries with these words")
        self.words.setAccessibleName("Filter by words")
        self.words.setClearButtonEnabled(True)
        self._agencies = _agency_tree()
        self._kinds = {str(kind): QCheckBox(title) for kind, title in _KINDS}
        self._needing = QCheckBox("Needs attention")
        self._flagged = QCheckBox("Flagged")
        self._aside = QCheckBox("Set aside")
        self._questions, self._all = QPushButton(), QPushButton("Show every entry")
        self._later, self._inside = QTimer(self), QWidget()
        self._lay_out()
        self._connect()

    def filter(self) -> Filter:
        """Return what the person asked to see."""
        roots = self._items()
        ticked = {str(item.data(0, _ID)) for item in roots if item.checkState(0) is Qt.CheckState.Checked}
        kinds = frozenset(kind for kind, box in self._kinds.items() if box.isChecked())
        return Filter(
            agencies=None if len(ticked) == len(roots) else frozenset(ticked),
            kinds=None if kinds == ALL_KINDS else kinds,
            text=self.words.text().strip(),
            needing=self._needing.isChecked(),
            flagged=self._flagged.isChecked(),
            aside=self._aside.isChecked(),
        )

    def show_chronology(self, chronology: Chronology) -> None:
        """Show the agencies, their files and counts of a chronology; what was unticked stays unticked."""
        before, unticked = self.filter().agencies, {str(item.data(0, _ID)) for item in self._items()}
        unticked -= before if before is not None else unticked
        self._agencies.blockSignals(True)
        self._agencies.clear()
        shown = _shown(chronology)
        for agency in chronology.agencies.values():
            sources = [source for source in shown if source.agency_id == agency.id]
            if sources:
                self._add_agency(agency, Qt.CheckState.Unchecked if agency.id in unticked else Qt.CheckState.Checked)
                self._add_sources(sources, chronology)
        self._agencies.expandAll()
        self._agencies.blockSignals(False)
        self._count(chronology)

    def _add_agency(self, agency: Agency, state: Qt.CheckState) -> None:
        item = QTreeWidgetItem(self._agencies, [agency.name])
        item.setFirstColumnSpanned(True)
        item.setIcon(0, badge_icon(agency.code, agency.colour))
        item.setData(0, _ID, agency.id)
        item.setCheckState(0, state)

    def _add_sources(self, sources: Sequence[Source], chronology: Chronology) -> None:
        """Under the agency added last: its files, with how many entries each brought and how many need a person."""
        entries = chronology.in_order()
        brought = Counter(entry.source_id for entry in entries)
        needing = Counter(entry.source_id for entry in entries if entry.needs)
        for source in sources:
            see = f"{needing[source.id]:,}" if needing[source.id] else ""
            name, *before = (named(chronology, one.id) for one in reversed(versions(chronology.sources, source.id)))
            item = QTreeWidgetItem(self._items()[-1], [name, f"{brought[source.id]:,}", see])
            item.setToolTip(0, "\n".join((name, *(f"before: {one}" for one in before))))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)

    def clear_filter(self) -> None:
        """Show every entry again."""
        for box in (*self._kinds.values(), self._needing, self._flagged, self._aside):
            box.blockSignals(True)
            box.setChecked(box in self._kinds.values())
            box.blockSignals(False)
        self._agencies.blockSignals(True)
        for item in self._items():
            item.setCheckState(0, Qt.CheckState.Checked)
        self._agencies.blockSignals(False)
        self.words.blockSignals(True)
        self.words.clear()
        self.words.blockSignals(False)
        self._tell()

    def _items(self) -> list[QTreeWidgetItem]:
        found = [self._agencies.topLevelItem(row) for row in range(self._agencies.topLevelItemCount())]
        return [item for item in found if item is not None]

    def _lay_out(self) -> None:
        self.setMinimumWidth(235)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(10, 6, 10, 10)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(_heading("Agencies and their files"))
        column.addWidget(self._agencies, 1)
        column.addWidget(_heading("Show"))
        for kind, box in self._kinds.items():
            box.setChecked(True)
            box.setIconSize(QSize(18, 18))
            if kind != UNMARKED:
                box.setIcon(kind_icon(Kind(kind), 18))
            column.addWidget(box)
        for box in (self._needing, self._flagged, self._aside):
            column.addWidget(box)
        column.addSpacing(4)
        for button in (self._questions, self._all):
            button.setAutoDefault(True)  # so that Enter presses it
            column.addWidget(button)
        self._questions.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(_scrolled(self._inside))

    def _connect(self) -> None:
        self._later.setSingleShot(True)
        self._later.setInterval(180)
        self._later.timeout.connect(self._tell)
        self.words.textChanged.connect(lambda _: self._later.start())
        self._agencies.itemChanged.connect(lambda *_: self._tell())
        for box in (*self._kinds.values(), self._needing, self._flagged, self._aside):
            box.toggled.connect(lambda _: self._tell())
        self._all.clicked.connect(self.clear_filter)
        self._questions.clicked.connect(self.asked)

    def _count(self, chronology: Chronology) -> None:
        entries = chronology.in_order()
        kinds = Counter(str(chronology.kind_of(entry.id) or UNMARKED) for entry in entries)
        for kind, title in _KINDS:
            self._kinds[str(kind)].setText(f"{title}  {kinds[str(kind)]:,}")
        self._needing.setText(f"Needs attention only  {sum(entry.needs != '' for entry in entries):,}")
        self._flagged.setText(f"Flagged only  {sum(entry.flagged for entry in entries):,}")
        self._aside.setText(f"Set aside  {len(chronology.aside()):,}")
        waiting = len(open_questions(chronology))
        way = "Go to the next of" if waiting > 1 else "Go to"
        self._questions.setText(f"{way} {count(waiting, 'open question')}")
        self._questions.setVisible(waiting > 0)

    def _tell(self) -> None:
        self.filtered.emit(self.filter())


def _shown(chronology: Chronology) -> list[Source]:
    """Return the files, an earlier version only where a person brought entries of it back."""
    newest = {source.id for source in current(chronology.sources)}
    brought = {entry.source_id for entry in chronology.in_order()}
    return [source for source in chronology.sources.values() if source.id in newest | brought]


def _scrolled(inside: QWidget) -> QScrollArea:
    """Return what can be scrolled where large text needs more room than the window has."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def _agency_tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setMinimumHeight(_LINES * tree.fontMetrics().height())
    tree.setHeaderLabels(["Agency and file", "Entries", "To see"])
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.setIndentation(14)
    tree.setIconSize(QSize(52, 20))
    tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    tree.setAccessibleName("Agencies and their files")
    return tree
