"""What the window's jobs work on: the open review, the views of it, and where to speak to the person."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from chronology_app.core.change import Change
from chronology_app.gui.chronology.table import ChronologyTable
from chronology_app.gui.designating import Designating
from chronology_app.gui.entry.panel import EntryPanel
from chronology_app.gui.sentence import SentenceBar
from chronology_app.gui.sidebar import Sidebar
from chronology_app.gui.workspace import Workspace


@dataclass(frozen=True, slots=True, weakref_slot=True)  # a signal holds what it calls by a weak reference
class Desk:
    """The parts of one window. `window` is the parent of every dialog."""

    window: QWidget
    workspace: Workspace
    table: ChronologyTable
    panel: EntryPanel
    sidebar: Sidebar
    bar: SentenceBar
    designating: Designating

    def chosen(self) -> Sequence[str]:
        """Return the ids of the selected entries."""
        return self.table.selected_ids()

    def do(self, change: Change) -> bool:
        """Apply a change as one undoable step."""
        return self.workspace.do(change)

    def go_to(self, entry_id: str) -> None:
        """Choose an entry, also one that a filter hides, and bring the main window to the front."""
        if not self.table.choose(entry_id):
            self.sidebar.clear_filter()
            self.table.choose(entry_id)
        self.window.activateWindow()
        self.table.setFocus()

    def do_and_offer_undo(self, change: Change, said: str) -> None:
        """Apply a change and say what was done, with Undo beside it."""
        if self.workspace.do(change):
            self.bar.offer_undo(said, self.workspace.stack.undo)
