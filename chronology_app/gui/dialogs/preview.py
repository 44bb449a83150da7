"""The preview beside the export dialog's choices: made in the background, drawn again a moment after each of them."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.gui import jobs
from chronology_app.gui.dialogs.form import label
from chronology_app.gui.dialogs.pages import PagesView
from chronology_app.gui.task import Task
from chronology_app.writing.look import Look
from chronology_app.writing.pages import Pages

_A_MOMENT = 250
"""Milliseconds without another choice before the pages are made."""

_MAKING = "Making the preview…"
_ABOUT = "As it will be written. Pages may break elsewhere in Word; a template's pictures are not shown."


class Preview(QWidget):
    """Shows the first pages of the document that `look` gives, never holding the dialog up."""

    def __init__(self, chronology: Chronology, look: Callable[[], Look]) -> None:
        super().__init__()
        self._chronology = chronology
        self._look = look
        self._task: Task | None = None
        self._stale = False
        self.pages = PagesView()
        self._sentence = label(_MAKING, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 28, 0)
        column.addWidget(self._sentence)
        column.addWidget(self.pages, 1)
        column.addStretch()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_A_MOMENT)
        self._soon.timeout.connect(self._make)

    @property
    def sentence(self) -> str:
        """What is said of the preview: that it is being made, what it is, or what is wrong with the template."""
        return self._sentence.text()

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: the first pages are made once there is somebody to see them."""
        super().showEvent(event)
        self._soon.start()

    def refresh(self, instead: str = "") -> None:
        """Make the pages anew in a moment; where there are none, say what stands `instead`."""
        self.pages.setVisible(not instead)
        self._sentence.setText(instead or _MAKING)
        if not instead and self.isVisible():
            self._soon.start()
        else:
            self._soon.stop()

    def _make(self) -> None:
        """Start making the pages, or once more when those being made are ready."""
        if self.pages.isHidden():
            return
        if self._task is not None:
            self._stale = True
            return
        chronology, look = self._chronology, self._look()
        self._task = Task(lambda _: jobs.preview(chronology, look))
        self._task.ended.connect(self._ended)
        self._task.done.connect(self._show)
        self._task.failed.connect(self._fail)
        self._task.start()

    @Slot()
    def _ended(self) -> None:
        self._task = None
        if self._stale:
            self._stale = False
            self._soon.start()

    @Slot(object)
    def _show(self, pages: object) -> None:
        if isinstance(pages, Pages) and not self.pages.isHidden():
            self.pages.show_pages(pages)
            self._sentence.setText(_ABOUT)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._sentence.setText(sentence)
