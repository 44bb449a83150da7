"""Locks the window after idle minutes or on demand: every window is covered, and the passphrase is the way back.

Dialogs stay open under their cover, so half-typed text is there again after unlocking.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from chronology_app.gui.theme import theme

_LIVELY = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.DragMove}
)
_BEAT_SECONDS = 15
WRONG = "That passphrase does not open this review. Nothing was lost; try again."


class LockDialog(QDialog):
    """Asks for the passphrase until `knows` accepts it; there is no way round it but quitting."""

    quitted = Signal()

    def __init__(self, knows: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knows = knows
        self.setWindowTitle("Locked")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        title = QLabel("This review is locked")
        title.setProperty("role", "title")
        self.words = QLabel("Type the passphrase to go on where you were. Everything was saved as you did it.")
        self.words.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName("Passphrase")
        self.field.setPlaceholderText("Passphrase")
        unlock, leave = QPushButton("&Unlock"), QPushButton("&Quit")
        unlock.setProperty("verb", True)
        unlock.setDefault(True)
        leave.setAutoDefault(False)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(unlock)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(14)
        for widget in (title, self.words, self.field):
            column.addWidget(widget)
        column.addLayout(row)
        self.setMinimumWidth(460)
        unlock.clicked.connect(self._try)
        leave.clicked.connect(self.quitted)

    def reject(self) -> None:
        """Escape and the window's close button do not unlock."""

    def _try(self) -> None:
        typed = self.field.text()
        self.field.clear()
        if self._knows(typed):
            self.accept()
        else:
            self.words.setText(WRONG)
            self.field.setFocus()


class Lock(QObject):
    """Watches for idle time while `minutes` > 0 and a review is open; `lock` covers every window at once."""

    locked = Signal()
    unlocked = Signal()
    quitted = Signal()

    def __init__(self, window: QWidget, knows: Callable[[str], bool], minutes: int) -> None:
        super().__init__(window)
        self._window, self._knows = window, knows
        self._covers: dict[QObject, QWidget] = {}
        self.dialog: LockDialog | None = None
        self._beat, self._last_beat = QTimer(self), 0.0
        self._beat.setInterval(_BEAT_SECONDS * 1000)
        self._beat.timeout.connect(self._look_for_sleep)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(max(0, minutes) * 60_000)
        self._idle.timeout.connect(self.lock)

    def watch(self, on: bool) -> None:
        """Start watching (a review was opened) or stop (it was closed)."""
        app = QApplication.instance()
        if app is None:
            return
        app.removeEventFilter(self)
        self._idle.stop()
        self._beat.stop()
        if on:
            app.installEventFilter(self)
            self._last_beat = time.time()
            self._beat.start()
            if self._idle.interval():
                self._idle.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start the idle time anew whenever the person does something; keep covers as large as their windows."""
        if event.type() in _LIVELY and self._idle.isActive():
            self._idle.start()
        if event.type() is QEvent.Type.Resize and watched in self._covers:
            window = self._covers[watched].window()
            self._covers[watched].setGeometry(window.rect())
        return False

    def lock(self) -> None:
        """Cover every window and ask for the passphrase."""
        if self.dialog is not None:
            return
        self._idle.stop()
        self._covers = {widget: _cover(widget) for widget in QApplication.topLevelWidgets() if _shows(widget)}
        self.dialog = LockDialog(self._knows, QApplication.activeModalWidget() or self._window)
        self.dialog.accepted.connect(self._unlock)
        self.dialog.quitted.connect(self.quitted)
        self.dialog.open()
        self.locked.emit()

    def _look_for_sleep(self) -> None:
        """Lock where the clock has jumped: the computer slept between two beats, whatever system it runs."""
        before, self._last_beat = self._last_beat, time.time()
        if self._last_beat - before > 4 * _BEAT_SECONDS:
            self.lock()

    def _unlock(self) -> None:
        for cover in self._covers.values():
            cover.deleteLater()
        self._covers, self.dialog = {}, None
        if self._idle.interval():
            self._idle.start()
        self.unlocked.emit()


def _shows(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isWindow() and not isinstance(widget, LockDialog)


def _cover(window: QWidget) -> QWidget:
    cover = QWidget(window)
    cover.setAutoFillBackground(True)
    cover.setStyleSheet(f"background: {theme().window};")
    cover.setGeometry(window.rect())
    cover.show()
    cover.raise_()
    return cover
