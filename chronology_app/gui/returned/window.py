"""The window of a combined chronology that came back from Word: what the panel wrote, taken or left by a person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from chronology_app.core.edits import count
from chronology_app.gui.designating import Designating
from chronology_app.gui.dialogs.form import label
from chronology_app.gui.entry.text import EntryText
from chronology_app.gui.returned.listed import ReturnedList
from chronology_app.gui.returned.rows import Kind, Row, numbers, rows_of
from chronology_app.gui.workspace import Workspace
from chronology_app.work.returned import Returned

_PROMISE = (
    "Comments become notes, changed words become proposals beside the entry; the agency's words stay as sent. "
    "Space ticks, Enter goes to the entry."
)


class ReturnedWindow(QDialog):
    """Lists what came back. `taken` carries the ids a person takes, `opened` an entry to go to.

    `as_agency` asks to import the file as an agency's after all.
    """

    taken = Signal(object)
    opened = Signal(str)
    as_agency = Signal()

    def __init__(
        self, returned: Returned, workspace: Workspace, designating: Designating, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._returned, self._workspace, self._designating = returned, workspace, designating
        self.list, self.words = ReturnedList(), EntryText()
        self.verb, self.close_it = QPushButton(), QPushButton("C&lose")
        self.all, self.none = QPushButton("Tick e&verything"), QPushButton("Tick &nothing")
        self.agency = QPushButton("&Import it as an agency's file…")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Comments from Word")
        self.setMinimumSize(640, 420)
        self.resize(1080, 680)
        self._lay_out()
        self._connect()
        self.list.returned.begin(self._rows())
        self.list.choose_first()
        self.list.setFocus()

    @property
    def ids(self) -> tuple[str, ...]:
        """What is ticked."""
        return (*self.list.returned.ticked(Kind.COMMENT), *self.list.returned.ticked(Kind.PROPOSAL))

    def accept(self) -> None:
        """Take what is ticked; nothing where nothing is."""
        ids = self.ids
        if ids:
            self.taken.emit(ids)
            super().accept()

    def _rows(self) -> tuple[Row, ...]:
        shown = self._designating
        return rows_of(self._returned, self._workspace.chronology, shown.chronology, shown.text)

    def _show_anew(self) -> None:
        """Show names or designations, whichever are to be shown now."""
        at = self.list.currentIndex().row()
        self.list.returned.show_rows(self._rows())
        self.list.setCurrentIndex(self.list.returned.index(at))

    def _show_entry(self, row: Row | None) -> None:
        """Show the whole entry that a row is about, with its marks; the words a comment is about are selected."""
        chronology = self._designating.chronology
        entry = chronology.entries.get(row.entry_id) if row else None
        marks = chronology.marks_of(entry.id) if entry else ()
        self.words.show_words(entry, marks, (), chronology.kept_of(entry) if entry else ())
        if row and entry:
            field, about = row.passage
            start = entry.text(field).find(about)
            self.words.select(field, start, start + len(about) if start >= 0 else start)

    def _count(self) -> None:
        ticked = self.list.returned.ticked
        said = numbers(len(ticked(Kind.COMMENT)), len(ticked(Kind.PROPOSAL)))
        self.verb.setText(f"&Take {said}")
        self.verb.setEnabled(said != "nothing")

    def _connect(self) -> None:
        self.list.returned.ticked_anew.connect(self._count)
        self.list.picked.connect(self._show_entry)
        self.list.opened.connect(self.opened)
        self.all.clicked.connect(lambda: self.list.returned.tick(True))
        self.none.clicked.connect(lambda: self.list.returned.tick(False))
        self.verb.clicked.connect(self.accept)
        self.close_it.clicked.connect(self.reject)
        self.agency.clicked.connect(self.as_agency)
        self.agency.clicked.connect(self.reject)
        self._workspace.opened.connect(self.reject)
        self._designating.changed.connect(self._show_anew)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)

    def _lay_out(self) -> None:
        self.verb.setProperty("verb", "true")
        for button in (self.all, self.none, self.agency, self.close_it, self.verb):
            button.setAutoDefault(False)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        for widget, share in ((self.list, 5), (self.words, 3)):
            parts.addWidget(widget)
            parts.setStretchFactor(parts.count() - 1, share)
        parts.setSizes([660, 380])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label("Comments from Word", "title"))
        column.addWidget(label(said_of(self._returned)))
        column.addWidget(label(_PROMISE, "muted"))
        column.addWidget(parts, 1)
        column.addLayout(_row(self.all, self.none))
        column.addLayout(_row(self.agency, None, self.close_it, self.verb))


def _row(*buttons: QPushButton | None) -> QHBoxLayout:
    """Return buttons beside one another, with what room is left at None, else at the end."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for button in buttons:
        if button:
            row.addWidget(button)
        else:
            row.addStretch(1)
    if None not in buttons:
        row.addStretch(1)
    return row


def said_of(returned: Returned) -> str:
    """Return in a sentence or two what came back in a document."""
    came = numbers(len(returned.comments), len(returned.proposals))
    since = f"{count(len(returned.since), 'entry has', 'entries have')} changed here since it was written."
    return " ".join(
        filter(
            None,
            (
                f"{returned.name}: {came}; {count(returned.recognised, 'entry', 'entries')} recognised.",
                since if returned.since else "",
            ),
        )
    )
