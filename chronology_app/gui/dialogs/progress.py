"""A long job shows where it is and can be stopped; the window behind it stays alive."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from chronology_app.gui.dialogs.form import label
from chronology_app.gui.task import Task


class ProgressDialog(QDialog):
    """Shows a task until it ends, however it ends. Escape and Cancel ask it to stop; it is not started here."""

    def __init__(self, task: Task, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task = task
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(460)
        self._what = label("", "muted")
        self._what.setMinimumHeight(self._what.fontMetrics().lineSpacing() * 2)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._cancel = QPushButton("Cancel")
        self._cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 22)
        column.setSpacing(12)
        column.addWidget(label(title, "heading"))
        column.addWidget(self._bar)
        column.addWidget(self._what)
        column.addLayout(row)
        task.progress.connect(self._show)
        task.ended.connect(self.accept)

    @property
    def what(self) -> str:
        """What is being done, in words."""
        return self._what.text()

    def reject(self) -> None:
        """Ask the task to stop; the dialog closes when it has."""
        self._cancel.setEnabled(False)
        self._what.setText("Stopping…")
        self._task.cancel()

    def _show(self, done: int, total: int, what: str) -> None:
        if not self._cancel.isEnabled():
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._what.setText(what)
