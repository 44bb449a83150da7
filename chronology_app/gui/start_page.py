"""The empty window: a place to drop files, with the same thing by keyboard beside it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from chronology_app.gui.theme import theme

_KEPT = 5


class StartPage(QWidget):
    """Says what to drop. `asked` carries the name of a command, `picked` the path of a recent review."""

    asked = Signal(str)
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(320, 240)
        self._recent = QVBoxLayout()
        column = QVBoxLayout(self)
        column.addStretch(2)
        for text, role in (
            ("Drop the files the agencies sent", "title"),
            (
                "Word tables, spreadsheets and csv files, each in its own layout – or a review you saved or exported.",
                "muted",
            ),
        ):
            label = QLabel(text)
            label.setProperty("role", role)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(18)
        column.addLayout(self._buttons())
        column.addSpacing(8)
        column.addWidget(self._for_senders(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(18)
        column.addLayout(self._recent)
        column.addStretch(3)
        self.footer = QLabel("Everything stays on this computer, in one encrypted file. Nothing is sent anywhere.")
        self.footer.setProperty("role", "muted")
        self.footer.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.footer.setWordWrap(True)
        column.addWidget(self.footer)
        column.setContentsMargins(60, 40, 60, 30)

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """Offer the reviews opened lately that are still there."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            gone = item.widget() if item else None
            if gone is not None:
                gone.deleteLater()
        for path in [path for path in paths if path.exists()][:_KEPT]:
            button = QPushButton(f"Open {path.stem}")
            button.setToolTip(str(path))
            button.setFlat(True)
            button.clicked.connect(lambda _=False, path=path: self.picked.emit(path))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outline that says: here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme().suggestion), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(24, 20, -24, -20), 14, 14)
        painter.end()

    def _for_senders(self) -> QPushButton:
        """Return what an agency looks for that is about to send a file: it needs no review."""
        button = QPushButton("Sending a file? &Check it first…")
        button.setFlat(True)
        button.clicked.connect(lambda: self.asked.emit("check"))
        return button

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        for name, text, verb in (
            ("import_files", "&Browse for files…", True),
            ("new", "&New review…", False),
            ("open", "&Open a review…", False),
            ("sample", "Open the &sample review", False),
        ):
            button = QPushButton(text)
            button.setProperty("verb", verb)
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
            row.addWidget(button)
        row.addStretch()
        return row
