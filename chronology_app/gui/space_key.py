"""Space presses the button or box that has the focus, also where a command of the window has that key."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMainWindow, QWidget


class SpaceKey(QObject):
    """Watches one window, which owns it.

    Before a command takes a key, Qt asks the widget with the focus and then those around it whether they want it
    themselves (ShortcutOverride): the window answers for its buttons and lists with ticks, which do not.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Space for what has the focus; called by Qt."""
        asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key()
        if asked == Qt.Key.Key_Space and _is_pressed(self._window.focusWidget()):
            event.accept()
            return True
        return False


def _is_pressed(focus: QWidget | None) -> bool:
    """Return whether Space does something where the focus is."""
    if isinstance(focus, QAbstractItemView):
        return bool(focus.currentIndex().flags() & Qt.ItemFlag.ItemIsUserCheckable)
    return isinstance(focus, QAbstractButton)
