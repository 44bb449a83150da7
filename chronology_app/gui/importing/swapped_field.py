"""Asks whether a spreadsheet swapped day and month of true dates, and shows which dates would be other days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from chronology_app.core.edits import count
from chronology_app.core.saying import say_day
from chronology_app.core.sheet import text_of
from chronology_app.gui.dialogs.form import label
from chronology_app.understanding.swapping import in_doubt, swap, why_swapped
from chronology_app.work.plan import TablePlan

_SHOWN = 3
_QUESTION = (
    "A spreadsheet with another country's settings may have swapped day and month of the true dates here: "
    "those that are text can only be read the other way round."
)


def question_of_swapping(table: TablePlan) -> str:
    """Return what a person is asked about a table's true dates, with what would change; "" where nothing."""
    layout = table.layout
    days = in_doubt(table.sheet, layout) if layout and why_swapped(table.sheet, layout) else ()
    if not days:
        return ""
    one_by_one = list(dict.fromkeys(days))
    told = [f"{text_of(day)} is {say_day(day)}, or {say_day(swap(day))}" for day in one_by_one[:_SHOWN]]
    more = f"; {len(one_by_one) - _SHOWN} more" if len(one_by_one) > _SHOWN else ""
    change = f"{count(len(days), 'date')} would change: {'; '.join(told)}{more}."
    return f"{_QUESTION} {change}"


class SwappedField(QWidget):
    """Two choices under the question; `swapped` carries what the person chose. Hidden where nothing is in doubt."""

    swapped = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._question = label("", "attention")
        self.held = QRadioButton("as the &file holds them")
        self.back = QRadioButton("with day and month swapped &back")
        self._choices = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(QLabel("True dates are read"))
        for button in (self.held, self.back):
            self._choices.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._question)
        column.addLayout(row)
        self.held.clicked.connect(lambda: self.swapped.emit(False))
        self.back.clicked.connect(lambda: self.swapped.emit(True))

    @property
    def question(self) -> str:
        """What is asked, "" where nothing is."""
        return self._question.text()

    def show_table(self, table: TablePlan) -> None:
        """Show the question about a table and what was chosen; neither button is pressed until somebody has."""
        question = question_of_swapping(table)
        chosen = table.layout.swapped if table.layout else None
        self.setVisible(bool(question))
        self._question.setText(question)
        self._choices.setExclusive(chosen is not None)
        self.held.setChecked(chosen is False)
        self.back.setChecked(chosen is True)
        self._choices.setExclusive(True)
