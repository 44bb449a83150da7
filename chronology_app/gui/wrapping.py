"""Lines of a list that wrap are laid out anew when the list or its text changes size; Qt does so only when told."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView

_CHANGES = (QEvent.Type.Resize, QEvent.Type.FontChange)


class Wrapping(QObject):
    """Keeps the lines of one list as tall as their words need."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt before the list hears of an event; the layout follows once the list has heard of it."""
        if event.type() in _CHANGES:
            self._view.scheduleDelayedItemsLayout()
        return False
