"""Whether a file is new or a later version of one the agency sent before: offered where there is one, decided here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.saying import say_day
from chronology_app.core.source import Source, versions
from chronology_app.gui.dialogs.form import Field
from chronology_app.work.later import likeness, sent_before
from chronology_app.work.plan import FilePlan

_NEW = "Nothing: a new file"
_FOLLOWS = "What you wrote stays with its entries. You see what changed before anything is replaced."


class VersionField(QWidget):
    """Shows what a file replaces; `changed` carries the id of the source a person chose, "" for a new file.

    There is nothing to see where the agency has sent no file before.
    """

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.replaces = QComboBox()
        self._field = Field("Re&places", self.replaces, " ")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        self.replaces.activated.connect(lambda number: self.changed.emit(self.replaces.itemData(number)))

    @property
    def sentence(self) -> str:
        """What stands under the list: why the file looks like a later version, or what replacing means."""
        return self._field.sentence

    def show_file(self, file: FilePlan, chronology: Chronology) -> None:
        """Show what the file replaces, among the agency's files in the review."""
        before = sent_before(file.agency, chronology)
        self.setVisible(bool(before) and not file.problem)
        self.replaces.clear()
        self.replaces.addItem(_NEW, "")
        for source in before:
            self.replaces.addItem(_described(source, chronology), source.id)
        self.replaces.setCurrentIndex(max(0, self.replaces.findData(file.replaces)))
        like = likeness(file, chronology) if before else None
        self._field.hint(_FOLLOWS if file.replaces else like.words if like else "")


def _described(source: Source, chronology: Chronology) -> str:
    number = len(versions(chronology.sources, source.id))
    received = f", received {say_day(source.received)}" if source.received else ""
    return f"{source.name}, version {number}{received}"
