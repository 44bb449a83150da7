"""The steps of a review as a person sees them: what can be taken back or done again, and the whole trail in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from chronology_app.core.edits import count

_PLURALS = {"entry": "entries", "person": "people", "agency": "agencies", "source": "files", "review": "details"}
_ONE = {"source": "file", "review": "detail"}


class Deed(StrEnum):
    """What a line of the log did."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of one kind a step added, changed and removed."""

    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A step that can be undone (or, where `undone`, done again). `at` is UTC."""

    number: int
    at: datetime
    who: str
    label: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the audit trail. `at` is UTC; `of_step` is the step an undo or redo is about, else None.

    `what` holds the counts by kind of record ("entry", "mark", …).
    """

    number: int
    at: datetime
    who: str
    label: str
    deed: Deed
    of_step: int | None = None
    what: Mapping[str, Counts] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The line in words: "Undid step 3 (Mark 2 entries as fact): 2 marks removed"."""
        said = {
            Deed.DO: self.label,
            Deed.UNDO: f"Undid step {self.of_step} ({self.label})",
            Deed.REDO: f"Did step {self.of_step} again ({self.label})",
        }[self.deed]
        what = ", ".join(_in_words(kind, counts) for kind, counts in self.what.items())
        return f"{said}: {what}" if what else said


def _in_words(kind: str, counts: Counts) -> str:
    parts = (("added", counts.added), ("changed", counts.changed), ("removed", counts.removed))
    return ", ".join(f"{count(n, _ONE.get(kind, kind), _PLURALS.get(kind, ''))} {did}" for did, n in parts if n)


@dataclass(slots=True)
class Trail:
    """The log line by line, and what of it can be undone and redone now. A line is added once it is on disk."""

    lines: list[LogLine] = field(default_factory=list)
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    @property
    def next_number(self) -> int:
        """The number of the next line."""
        return self.lines[-1].number + 1 if self.lines else 1

    def line(self, number: int) -> LogLine:
        """Return a line by its number."""
        return self.lines[number - 1]

    def steps(self) -> tuple[Step, ...]:
        """Return what can be undone and, after it, what can be done again; oldest first."""
        return (*self.done, *reversed(self.undone))

    def add(self, line: LogLine) -> None:
        """Add a line: a new step does away with what could be done again, though never with its line in the log."""
        self.lines.append(line)
        if line.deed is Deed.UNDO:
            self.undone.append(replace(self.done.pop(), undone=True))
        elif line.deed is Deed.REDO:
            self.done.append(replace(self.undone.pop(), undone=False))
        else:
            self.done.append(Step(line.number, line.at, line.who, line.label))
            self.undone.clear()
