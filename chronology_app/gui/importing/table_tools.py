"""What holds for a whole table: which row has the headings, and in which order day and month were written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from chronology_app.core.edits import count
from chronology_app.core.remembered import Constant
from chronology_app.core.saying import say
from chronology_app.gui.dialogs.form import label
from chronology_app.gui.importing.constants_dialog import ConstantDialog
from chronology_app.gui.importing.layout_words import about_layout
from chronology_app.gui.importing.swapped_field import SwappedField
from chronology_app.understanding.dates import read_when, reads_either_way
from chronology_app.work.plan import TablePlan

_NO_LAYOUT = (
    "No headings were found here, so nothing comes in. If this is a chronology, choose the row that holds the headings."
)


def question_of(table: TablePlan) -> str:
    """Return what a person must decide about the table as a whole, "" where nothing."""
    if table.layout is None:
        return _NO_LAYOUT
    text = table.layout.either if table.layout.day_first is None else ""
    if not text:
        return ""
    day, month = say(read_when(text)), say(read_when(text, day_first=False))
    changes = sum(reads_either_way(draft.when.text) for draft in table.entries)
    would = f"; month first would change {count(changes, 'date')}" if changes else ""
    asked = f"Nothing in this column says whether {text} is {day} or {month}."
    return f"{asked} It is read day first until you choose{would}."


class TableTools(QWidget):
    """`heading_row` carries a row number, `day_first` the order chosen; `use_chosen` asks for the chosen row.

    `given` carries a field and the words a person gives to it in every row ("" takes them back).
    """

    heading_row = Signal(int)
    use_chosen = Signal()
    day_first = Signal(bool)
    hidden_taken = Signal(bool)
    given = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = label("", "attention")
        self.hidden = QCheckBox("&Take in this sheet, which was hidden in the file")
        self._first, self._rows = 1, 0
        self._shown = 0
        self.row = QLineEdit()
        self.row.setAccessibleName("Heading row")
        self.row.setPlaceholderText("none")
        self.row.setFixedWidth(self.row.fontMetrics().averageCharWidth() * 12)
        self.use = QPushButton("&Use the chosen row as the headings")
        self.use.setAutoDefault(False)
        self.words = QPushButton("Give &words to a field…")
        self.words.setAutoDefault(False)
        self._about = label("", "muted")
        self._constants: tuple[Constant, ...] = ()
        self.day, self.month = QRadioButton("&Day first"), QRadioButton("&Month first")
        self._orders = QButtonGroup(self)
        for button in (self.day, self.month):
            self._orders.addButton(button)
        self._order = QWidget()
        self.swapping = SwappedField()
        self._lay_out()
        self.row.editingFinished.connect(self._tell_row)
        self.use.clicked.connect(self.use_chosen)
        self.words.clicked.connect(self._ask_for_words)
        self.hidden.clicked.connect(self.hidden_taken)
        self.day.clicked.connect(lambda: self.day_first.emit(True))
        self.month.clicked.connect(lambda: self.day_first.emit(False))

    @property
    def question(self) -> str:
        """What the person is asked about the whole table, "" where nothing."""
        return self._question.text()

    def show_table(self, table: TablePlan) -> None:
        """Show a table's heading row and date order."""
        question = question_of(table)
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self.swapping.show_table(table)
        self.hidden.setVisible(table.sheet.hidden)
        self.hidden.setChecked(0 in table.taken_in)
        about = about_layout(table)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.words.setVisible(table.layout is not None)
        self._constants = table.layout.constants if table.layout else ()
        self._first, self._rows = table.sheet.first_row, len(table.sheet.rows)
        self._shown = table.layout.heading_row if table.layout else 0
        self.row.setText(str(self._shown or ""))
        order = table.layout.day_first if table.layout else None
        self._order.setVisible(table.layout is not None and (order is not None or bool(question)))
        self._orders.setExclusive(order is not None)
        self.day.setChecked(order is True)
        self.month.setChecked(order is False)
        self._orders.setExclusive(True)

    @property
    def about(self) -> str:
        """What is worth knowing about the table's layout, "" where nothing is."""
        return self._about.text()

    def _ask_for_words(self) -> None:
        dialog = ConstantDialog(self._constants, self.window())
        dialog.accepted.connect(lambda: self.given.emit(dialog.field, dialog.text))
        dialog.open()

    def _tell_row(self) -> None:
        """Tell of another row that the table has; whatever else was typed gives way to the row in force."""
        typed = self.row.text().strip()
        wanted = int(typed) if typed.isdecimal() else 0 if not typed else -1
        if wanted != self._shown and (wanted == 0 or self._first <= wanted <= self._rows):
            self.heading_row.emit(wanted)
        else:
            self.row.setText(str(self._shown or ""))

    def _lay_out(self) -> None:
        heading = QLabel("&Heading row")
        heading.setBuddy(self.row)
        order = QHBoxLayout(self._order)
        order.setContentsMargins(0, 0, 0, 0)
        order.setSpacing(10)
        for part in (QLabel("Dates are written"), self.day, self.month):
            order.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(heading)
        row.addWidget(self.row)
        row.addWidget(self.use)
        row.addWidget(self.words)
        row.addStretch(1)
        row.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.hidden)
        column.addWidget(self._question)
        column.addWidget(self.swapping)
        column.addLayout(row)
        column.addWidget(self._about)
