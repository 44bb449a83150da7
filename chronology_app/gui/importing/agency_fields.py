"""Whose file it is: the agency's name, its short code and its colour, taken from those known or written anew."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from chronology_app.core.agency import Agency
from chronology_app.core.identity import new_id
from chronology_app.core.palette import colour, palette
from chronology_app.gui.dialogs.form import Field, label

_LONGEST_CODE = 8


def swatch(number: int, size: int = 16) -> QIcon:
    """Return a square of an agency colour."""
    picture = QPixmap(QSize(size, size))
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colour(number).ink))
    painter.setBrush(QColor(colour(number).strong))
    painter.drawRoundedRect(0, 0, size - 1, size - 1, 4, 4)
    painter.end()
    return QIcon(picture)


class AgencyFields(QWidget):
    """Shows an agency; `changed` carries the agency as a person wants it. A known name brings its code and colour."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agency = Agency("", "", "")
        self._known: tuple[Agency, ...] = ()
        self._kept: frozenset[str] = frozenset()
        self.name, self.code, self.colour = QComboBox(), QLineEdit(), QComboBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.code.setMaxLength(_LONGEST_CODE)
        for number, each in enumerate(palette()):
            self.colour.addItem(swatch(number), each.name.capitalize())
        self._sentence = label("", "attention")
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(Field("A&gency", self.name), 4)
        row.addWidget(Field("&Code", self.code), 1)
        row.addWidget(Field("C&olour", self.colour), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._sentence)
        self.name.activated.connect(self._choose)
        self._line.editingFinished.connect(self._rename)
        self.code.editingFinished.connect(self._recode)
        self.colour.activated.connect(lambda number: self._tell(replace(self._agency, colour=number)))

    @property
    def sentence(self) -> str:
        """What is wrong with the code, "" where nothing is."""
        return self._sentence.text()

    @property
    def _line(self) -> QLineEdit:
        line = self.name.lineEdit()
        assert line is not None  # the list is editable
        return line

    def show_agency(self, agency: Agency, known: Iterable[Agency], kept: frozenset[str]) -> None:
        """Show an agency among those `known`; one without an id is only expected, not yet in the review or the plan.

        Agencies whose ids are in `kept` are in the review: another name then means another agency.
        """
        self._agency, self._kept = agency, kept
        named = tuple({each.name.casefold(): each for each in reversed([*known])}.values())[::-1]
        if named != self._known:
            self._known = named
            self.name.clear()
            for each in named:
                self.name.addItem(swatch(each.colour), each.name)
        self.name.setCurrentIndex(next((n for n, each in enumerate(named) if each == agency), -1))
        self._line.setText(agency.name)
        self._line.setCursorPosition(0)
        self.code.setText(agency.code)
        self.colour.setCurrentIndex(agency.colour % len(palette()))
        self._sentence.setText(self._wrong(agency))
        self._sentence.setVisible(bool(self._sentence.text()))

    def _wrong(self, agency: Agency) -> str:
        if not agency.code:
            return "Give the agency a short code, for example HV: it stands beside every entry."
        same = next((each for each in self._known if each.id not in ("", agency.id) and each.code == agency.code), None)
        return f"{same.name} has the code {same.code} too. Give one of them another code." if same else ""

    def _choose(self, number: int) -> None:
        chosen = self._known[number]
        self._tell(chosen if chosen.id else replace(chosen, id=new_id(), colour=self._free_colour()))

    def _free_colour(self) -> int:
        used = {each.colour for each in self._known if each.id}
        return next((number for number in range(len(palette())) if number not in used), self._agency.colour)

    def _rename(self) -> None:
        name = self._line.text().strip()
        if name == self._agency.name:
            return
        number = next((n for n, each in enumerate(self._known) if each.name.casefold() == name.casefold()), -1)
        if number >= 0:
            self._choose(number)
        elif name:
            in_review = self._agency.id in self._kept
            self._tell(replace(self._agency, id=new_id() if in_review else self._agency.id, name=name))
        else:
            self._line.setText(self._agency.name)

    def _recode(self) -> None:
        self._tell(replace(self._agency, code=self.code.text().strip()))

    def _tell(self, agency: Agency) -> None:
        if agency != self._agency:
            self.changed.emit(agency)
