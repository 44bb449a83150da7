"""What was understood of the files, looked over and corrected by a person before anything is in the review."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.fields import TITLES, Field
from chronology_app.core.saying import say
from chronology_app.core.when import When
from chronology_app.gui.dialogs.form import label
from chronology_app.gui.importing.files_list import FilesList
from chronology_app.gui.importing.files_model import first_to_look_at
from chronology_app.gui.importing.table_page import TablePage
from chronology_app.gui.importing.words import sums_of_plan
from chronology_app.work import correcting
from chronology_app.work.plan import FilePlan, ImportPlan

_STAYS = "Your corrections are still here. Press Cancel to leave without importing."


class ImportDialog(QDialog):
    """Shows an `ImportPlan` and lets a person correct it; accepted, `plan` is what is to come in.

    It holds the plan (and the plans before it, for Ctrl+Z) and which table is looked at, nothing else. With `more` to
    come, those that are there can be looked at and corrected; `add` brings the next, `finish` says that all are there.
    """

    def __init__(
        self, plan: ImportPlan, chronology: Chronology, parent: QWidget | None = None, more: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Import files")
        self.setMinimumSize(960, 600)
        self.resize(1240, 690)
        self.plan = plan
        self._before: list[ImportPlan] = []
        self._more = more
        self._chronology = chronology
        self.files = FilesList(plan)
        self.page = TablePage()
        self._sums = label("")
        self._sums.setAccessibleName("What becomes of the rows")
        self._go = QPushButton()
        self._cancel = QPushButton("Cancel")
        self._lay_out()
        self._connect()
        self._at = self._first = first_to_look_at(plan)
        self.files.choose(*self._at)
        self._show()
        start = self.page.table if plan.needing() else self._go
        start.setFocus()

    @property
    def is_complete(self) -> bool:
        """Whether every file has come."""
        return not self._more

    def add(self, file: FilePlan) -> None:
        """Add a file that has been read; corrections made meanwhile stay, and can still be taken back."""
        self._change_all(lambda plan: ImportPlan((*plan.files, file)))

    def put(self, number: int, file: FilePlan) -> None:
        """Put a file that was read again (with its password) in the place of what stood there."""
        self._change_all(lambda plan: ImportPlan((*plan.files[:number], file, *plan.files[number + 1 :])))

    def finish(self) -> None:
        """No more files come: what is there can be imported. Who has not begun is led to what needs a person."""
        self._more = False
        if not self._before and self._at == self._first:
            self.files.choose(*first_to_look_at(self.plan))
        self._show()

    def _change_all(self, change: Callable[[ImportPlan], ImportPlan]) -> None:
        self.plan = change(self.plan)
        self._before = [change(plan) for plan in self._before]
        self._show()

    def accept(self) -> None:
        """Accept what comes in, unless an agency of it has no code: then show that file."""
        if not self._go.isEnabled():
            return
        nameless = next((n for n, f in enumerate(self.plan.files) if f in self.plan.accepted and not f.agency.code), -1)
        if nameless < 0:
            super().accept()
            return
        self.files.choose(nameless, -1)
        self.page.agency.code.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Escape closes only what holds no work."""
        if event.key() == Qt.Key.Key_Escape and self._before:
            self.page.tell(_STAYS)
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._go.setProperty("verb", "true")
        for button in (self._go, self._cancel):
            button.setAutoDefault(False)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.files)
        halves.addWidget(self.page)
        halves.setSizes([280, 960])
        halves.setStretchFactor(1, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(10)
        bottom.addWidget(self._sums, 1)
        bottom.addWidget(self._cancel)
        bottom.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(halves, 1)
        column.addLayout(bottom)

    def _connect(self) -> None:
        self.files.chosen.connect(self._look_at)
        self.files.files.ticked.connect(self._include)
        page = self.page
        page.agency.changed.connect(self._set_agency)
        page.version.changed.connect(self._set_replaces)
        page.strip.changed.connect(self._set_field)
        page.tools.heading_row.connect(self._set_heading_row)
        page.tools.use_chosen.connect(lambda: self._set_heading_row(page.table.chosen()))
        page.tools.day_first.connect(self._set_day_first)
        page.tools.given.connect(self._give_words)
        page.tools.swapping.swapped.connect(self._set_swapped)
        page.tools.hidden_taken.connect(lambda on: self._take_in(0, on))
        page.table.dated.connect(self._set_date)
        page.table.taken.connect(self._take_in)
        self._go.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        for keys, act in (("Ctrl+Z", self._undo), ("Ctrl+.", self._next), ("Ctrl+Return", self.accept)):
            QShortcut(QKeySequence(keys), self, act)

    def _look_at(self, file: int, table: int) -> None:
        self._at = (file, max(table, 0) if file >= 0 and self.plan.files[file].tables else -1)
        self.page.tell("")
        self._show()

    def _show(self) -> None:
        """Show the plan as it is now."""
        self.files.show_plan(self.plan)
        self.page.show_plan(self.plan, *self._at, self._chronology)
        entries = self.plan.entries()
        later = any(file.replaces for file in self.plan.accepted)
        self._go.setText("&See what changed" if later else f"&Import {count(entries, 'entry', 'entries')}")
        self._go.setEnabled(entries > 0 and not self._more)
        reading = "More files are being read …\n" if self._more else ""
        self._sums.setText(reading + sums_of_plan(self.plan))

    def _correct(self, plan: ImportPlan, said: str) -> None:
        self._before.append(self.plan)
        self.plan = plan
        self._show()
        self.page.tell(f"{said} Ctrl+Z takes it back.")

    def _undo(self) -> None:
        if self._before:
            self.plan = self._before.pop()
            self._show()
            self.page.tell("Taken back.")

    def _next(self) -> None:
        """Go to the next row that needs a person, in this table or the next one that has any."""
        if self.page.next_needing():
            return
        tables = [
            (f, t)
            for f, file in enumerate(self.plan.files)
            for t, table in enumerate(file.tables)
            if file in self.plan.accepted and table.included and table.needing
        ]
        following = next((at for at in tables if at > self._at), tables[0] if tables else None)
        if following:
            self.files.choose(*following)
            self.page.table.choose(0)
            self.page.table.setFocus()
        else:
            self.page.tell("No row needs a person.")

    def _include(self, file: int, table: int, comes_in: bool) -> None:
        made = (
            correcting.with_file(self.plan, file, comes_in)
            if table < 0
            else correcting.with_table(self.plan, file, table, comes_in)
        )
        self._correct(made, "It comes in." if comes_in else "It is left out.")

    def _set_agency(self, agency: Agency) -> None:
        made = correcting.with_agency(self.plan, self._at[0], agency, self._chronology.layouts.values())
        self._correct(made, f"The agency is {agency.name}.")

    def _set_replaces(self, source_id: str) -> None:
        said = "It is a later version." if source_id else "It is a new file."
        self._correct(correcting.with_replaces(self.plan, self._at[0], source_id), said)

    def _set_field(self, column: int, field: Field | None) -> None:
        self._correct(correcting.with_field(self.plan, *self._at, column, field), "The column is understood anew.")

    def _set_heading_row(self, row: int) -> None:
        self._correct(correcting.with_heading_row(self.plan, *self._at, row), f"The headings are in row {row}.")

    def _set_day_first(self, day_first: bool) -> None:
        order = "day first" if day_first else "month first"
        self._correct(correcting.with_day_first(self.plan, *self._at, day_first), f"Dates are read {order}.")

    def _set_swapped(self, swapped: bool) -> None:
        said = "with day and month swapped back" if swapped else "as the file holds them"
        self._correct(correcting.with_swapped(self.plan, *self._at, swapped), f"True dates are read {said}.")

    def _give_words(self, field: Field, text: str) -> None:
        made = correcting.with_constant(self.plan, *self._at, field, text)
        self._correct(
            made, f"{TITLES[field]} is “{text}” where a row has none." if text else "The words are taken back."
        )

    def _set_date(self, row: int, when: When) -> None:
        self._correct(correcting.with_date(self.plan, *self._at, row, when), f"Row {row}: {say(when)}.")

    def _take_in(self, row: int, on: bool) -> None:
        made = correcting.with_taken_in(self.plan, *self._at, row, on)
        what = f"Row {row}" if row else "The hidden sheet"
        self._correct(made, f"{what} is {'taken in' if on else 'left out'}.")
        self.page.follow(row)
