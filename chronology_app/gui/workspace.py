"""The open review as the window sees it: a snapshot, one way to change it, and undo for everything."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import ChronologyError

if TYPE_CHECKING:  # the store costs half a second to import and is not needed until a review is opened
    from chronology_app.store.store import Store


class _Step(QUndoCommand):
    """One step that is already on disk; undoing and redoing ask the store, which knows the inverse."""

    def __init__(self, workspace: "Workspace", label: str) -> None:
        super().__init__(label)
        self._workspace = workspace

    def undo(self) -> None:
        """Called by Qt."""
        self._workspace.step_back()

    def redo(self) -> None:
        """Called by Qt, also when the command is pushed (the step is then done already)."""
        self._workspace.step_forward()


class Workspace(QObject):
    """Holds the store and the undo stack. Views re-read `chronology` on `changed` and keep nothing of it.

    `opened` follows when another review was opened or the review was closed, `changed` after every step and after
    `opened`. `failed` carries the sentence when a step could not be written; the snapshot is then as before.
    """

    opened = Signal()
    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: Store | None = None
        self.stack = QUndoStack(self)
        self._quiet = False

    @property
    def chronology(self) -> Chronology:
        """The snapshot; an empty one while no review is open."""
        return self.store.chronology if self.store else Chronology()

    def take(self, store: "Store | None") -> None:
        """Take over an open store (closing the one before), or with None close the review."""
        if self.store is not None:
            self.store.close()
        self.store = store
        self._read_steps()
        self.opened.emit()
        self.changed.emit()

    def do(self, change: Change, files: Mapping[str, bytes] | None = None) -> bool:
        """Apply a change and push it on the undo stack; an empty change does nothing. Returns whether it was done."""
        if not change or self.store is None:
            return False
        try:
            self.store.apply(change, files or {})
        except ChronologyError as problem:
            self.failed.emit(str(problem))
            return False
        self.done(change.label)
        return True

    def done(self, label: str) -> None:
        """Push a step that the store has already applied (by a background task) and tell everybody."""
        with self._quietly():
            self.stack.push(_Step(self, label))
        self.changed.emit()

    def step_back(self) -> None:
        """Undo the last step; called by the undo stack."""
        self._walk(lambda store: store.undo())

    def step_forward(self) -> None:
        """Redo the next step; called by the undo stack."""
        self._walk(lambda store: store.redo())

    def _walk(self, step: "Callable[[Store], object]") -> None:
        if self._quiet or self.store is None:
            return
        try:
            step(self.store)
        except ChronologyError as problem:
            self.failed.emit(str(problem))
            QTimer.singleShot(0, self._read_steps)  # the stack is in the middle of this very step
        self.changed.emit()

    def _read_steps(self) -> None:
        """Make the undo stack show the store's steps, those undone included."""
        steps = self.store.steps() if self.store else ()
        with self._quietly():
            self.stack.clear()
            for step in steps:
                self.stack.push(_Step(self, step.label))
            self.stack.setIndex(sum(not step.undone for step in steps))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """While this holds, the undo stack moves without asking the store: the step is there already."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False
