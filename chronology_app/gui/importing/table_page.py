"""The right side of the import dialog: one table of one file, with everything about it that can be corrected."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.gui.dialogs.form import label
from chronology_app.gui.importing.agency_fields import AgencyFields
from chronology_app.gui.importing.columns_strip import ColumnsStrip
from chronology_app.gui.importing.rows_table import RowsTable
from chronology_app.gui.importing.table_tools import TableTools
from chronology_app.gui.importing.version_field import VersionField
from chronology_app.gui.importing.words import needs_person, sums_of_table
from chronology_app.work.agencies import known_agencies
from chronology_app.work.plan import FilePlan, ImportPlan, TablePlan

_KEYS = "F2 write a date   ·   Space take what is offered   ·   Ctrl+. next row that needs a person"


class TablePage(QWidget):
    """Shows one table of a plan. Its parts tell of corrections themselves; this only shows what it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan_table: TablePlan | None = None
        self.agency = AgencyFields()
        self.version = VersionField()
        self._problem = label("", "attention")
        self._title = label("", "heading")
        self.strip = ColumnsStrip()
        self.tools = TableTools()
        self.only = QCheckBox("O&nly rows that need a person")
        self._told = label("", "muted")
        self.table = RowsTable()
        self._whole = QWidget()
        self._lay_out()
        self.only.toggled.connect(lambda _: self._show_rows())
        self.table.moved.connect(self._mind_the_row)

    @property
    def told(self) -> str:
        """The sentence about the last correction."""
        return self._told.text()

    def tell(self, sentence: str) -> None:
        """Say what the last correction did; without a sentence, which keys there are."""
        self._told.setText(sentence or _KEYS)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self._told, QAccessible.Event.Alert))

    def show_plan(self, plan: ImportPlan, file: int, table: int, chronology: Chronology) -> None:
        """Show a table of a file (table -1: the file has none) that is to come into a chronology."""
        shown = plan.files[file] if file >= 0 else None
        self.setVisible(shown is not None)
        if shown is None:
            return
        kept = tuple(chronology.agencies.values())
        others = (each.agency for each in plan.files)
        expected = (Agency("", each.code, each.name) for each in known_agencies().agencies)
        ids = frozenset(agency.id for agency in kept)
        self.agency.show_agency(shown.agency, (*kept, *others, *expected), ids)
        self.version.show_file(shown, chronology)
        self._problem.setText(shown.problem)
        self._problem.setVisible(bool(shown.problem))
        self.agency.setVisible(not shown.problem)
        self._plan_table = shown.tables[table] if 0 <= table < len(shown.tables) else None
        self._whole.setVisible(self._plan_table is not None)
        if self._plan_table is not None:
            self._show_table(shown, self._plan_table)

    def next_needing(self) -> bool:
        """Choose the next row below that needs a person; False where there is none in this table."""
        following = self.table.currentIndex().row() + 1
        draft = self.table.rows.draft(following)
        if draft is None or not needs_person(draft):
            return False
        self.table.choose(following)
        self.table.setFocus()
        return True

    def follow(self, row: int) -> None:
        """Choose a physical row where it stands now."""
        self.table.choose(self.table.rows.place_of(row))

    def _show_table(self, file: FilePlan, table: TablePlan) -> None:
        several = f"{table.sheet.name}:  " if len(file.tables) > 1 else ""
        self._title.setText(several + sums_of_table(file, table))
        self.strip.show_layout(table.layout)
        self._order_tabs()
        self.tools.show_table(table)
        self.only.setEnabled(bool(table.needing) or self.only.isChecked())
        self._show_rows()

    def _order_tabs(self) -> None:
        """Tab goes down the page as it is read; cards of columns that came later stand in their place too."""
        cards = [control for card in self.strip.cards for control in (card.fields, card.right)]
        tools = (
            self.tools.hidden,
            self.tools.swapping.held,
            self.tools.swapping.back,
            self.tools.row,
            self.tools.use,
            self.tools.words,
            self.tools.day,
            self.tools.month,
        )
        for first, second in pairwise(
            [self.agency.colour, self.version.replaces, *cards, *tools, self.only, self.table]
        ):
            self.setTabOrder(first, second)

    def _show_rows(self) -> None:
        self.table.show_table(self._plan_table, self.only.isChecked())
        self._mind_the_row()

    def _mind_the_row(self) -> None:
        self.tools.use.setEnabled(self.table.chosen() > 0)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(16)
        filters.addWidget(self.only)
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        filters.addWidget(self._told, 1)
        inside = QVBoxLayout(self._whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(9)
        for part in (self._title, self.strip, self.tools):
            inside.addWidget(part)
        inside.addLayout(filters)
        inside.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.agency)
        column.addWidget(self.version)
        column.addWidget(self._problem)
        column.addWidget(self._whole, 1)
        column.addStretch(0)
