"""Other accounts of the event in the chosen entry: what a person decided, and what the machine thinks may belong."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.findings import Accounts
from chronology_app.gui.glyph import badge_icon

_ENTRY = Qt.ItemDataRole.UserRole


class AccountList(QListWidget):
    """Entries that (may) tell of the same event. `opened` carries the id of one that a person wants to read."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Other accounts of the same event")
        self.setWordWrap(True)
        self.setIconSize(QSize(64, 20))
        self.setSpacing(3)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(_ENTRY)))

    def show_accounts(self, chronology: Chronology, entry_id: str, groups: Iterable[Accounts]) -> None:
        """Show the other entries of every group that holds `entry_id`, with the evidence."""
        self.clear()
        for group in groups:
            if entry_id in group.entry_ids:
                self._add_group(chronology, group, entry_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the account in focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self.opened.emit(self.currentItem().data(_ENTRY))
        else:
            super().keyPressEvent(event)

    def _add_group(self, chronology: Chronology, group: Accounts, entry_id: str) -> None:
        lead = "You said: same event" if group.decided else "May be the same event"
        for other in (chronology.entries.get(other_id) for other_id in group.entry_ids if other_id != entry_id):
            if other is None:
                continue
            agency = chronology.agency_of(other)
            reasons = f" – {'; '.join(group.reasons)}" if group.reasons else ""
            text = f"{other.when.text}  {agency.name}\n{other.event}\n{lead}{reasons}"
            item = QListWidgetItem(badge_icon(agency.code, agency.colour), text, self)
            item.setData(_ENTRY, other.id)
