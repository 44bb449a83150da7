"""Which entries a document holds: all, those shown now, a rapid review's, or what one agency sent."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.gui.dialogs.form import label
from chronology_app.writing.extracts import rapid_review


class WhichEntries(QWidget):
    """Asks for one of four; `changed` is sent after each choice, `rapid` whether it is the rapid review's extract."""

    changed = Signal()
    rapid = Signal(bool)

    def __init__(self, chronology: Chronology, shown: Collection[str] | None) -> None:
        super().__init__()
        self._shown = shown
        self._rapid_ids = rapid_review(chronology)
        total = len(chronology.in_order())
        visible = total if shown is None else len(shown)
        self._all = QRadioButton(f"&All {_entries(total)}")
        self._some = QRadioButton(f"&Only what is shown now: {_entries(visible)}")
        self._rapid = QRadioButton(f"&Rapid review: {_entries(len(self._rapid_ids))} flagged, tied or about practice")
        self._one = QRadioButton("What o&ne agency sent:")
        self._agency = QComboBox()
        self._agency.setAccessibleName("Agency")
        for agency in chronology.agencies.values():
            self._agency.addItem(f"{agency.code} · {agency.name}", agency.id)
        self._all.setChecked(True)
        self._some.setEnabled(visible != total)
        self._rapid.setEnabled(bool(self._rapid_ids))
        self._one.setEnabled(self._agency.count() > 1)
        self._agency.setEnabled(False)
        self._lay_out()
        self._connect()

    @property
    def ids(self) -> frozenset[str] | None:
        """The ids of the entries to be written, None for all."""
        if self._some.isChecked():
            return frozenset(self._shown or ())
        return self._rapid_ids if self._rapid.isChecked() else None

    @property
    def agency_id(self) -> str:
        """The agency whose extract is to be written, "" for all agencies."""
        return str(self._agency.currentData()) if self._one.isChecked() else ""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label("Entries", "heading"))
        for button in (self._all, self._some, self._rapid):
            column.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(self._one)
        row.addWidget(self._agency, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        for button in (self._all, self._some, self._rapid, self._one):
            button.toggled.connect(lambda on: self.changed.emit() if on else None)
        self._rapid.toggled.connect(self.rapid)
        self._one.toggled.connect(self._agency.setEnabled)
        self._agency.currentIndexChanged.connect(lambda _: self.changed.emit())


def _entries(number: int) -> str:
    return count(number, "entry", "entries")
