"""What has to be said about the cells of a worksheet beside their values, gathered from all that was found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_

from chronology_app.core.sheet import PLAIN, Merge, State, Value
from chronology_app.reading.marks import At, Look, Marks, Runs

Rows = list[list[Value]]
UNSOLVED = "a formula whose value was never worked out: open the file in Excel and save it"
_UNDER_MERGE = "hidden under a merged cell"


@dataclass(slots=True)
class Notes:
    """Notes on the cells of `rows` (values as the fast reader gave them, "" where empty); errors are put into them."""

    rows: Rows
    shown: dict[At, str] = field(default_factory=dict)
    states: dict[At, State] = field(default_factory=dict)
    comments: dict[At, str] = field(default_factory=dict)

    def take(self, marks: Marks, looks: Mapping[str, Look]) -> None:
        """Take over what the pass over the sheet found."""
        for at, text in marks.errors.items():
            self._put(at, text)
        for at, style in marks.styled.items():
            self._look(at, looks[style])
        for at, runs in marks.runs.items():
            self._strike(at, runs)
        for row in marks.rows:
            if row <= len(self.rows):
                self._add((row, 0), State.HIDDEN)
        for first, last in marks.columns:
            self._hide(Merge(1, first, len(self.rows), last))

    def cover(self, merges: Iterable[Merge]) -> None:
        """Say of values under a merge that Excel does not show them."""
        for merge in merges:
            top_left = (merge.top, merge.left)
            for at in self._hide(merge, but=top_left):
                self.comment(at, _UNDER_MERGE)

    def comment(self, at: At, text: str) -> None:
        """Add a line to what is said of a cell."""
        self.comments[at] = "\n".join(filter(None, (self.comments.get(at), text)))

    def whole_rows(self) -> dict[At, State]:
        """Return the states; what is true of all values of a row is said of the row too."""
        for row in {row for row, column in self.states if column}:
            states = [self.states.get((row, i), PLAIN) for i, value in enumerate(self.rows[row - 1], 1) if value != ""]
            self._add((row, 0), reduce(and_, states) if states else PLAIN)
        return {at: state for at, state in self.states.items() if state}

    def _value(self, at: At) -> Value:
        values = self.rows[at[0] - 1] if 0 < at[0] <= len(self.rows) else []
        return values[at[1] - 1] if 0 < at[1] <= len(values) else ""

    def _put(self, at: At, text: str) -> None:
        row, column = at
        self.rows.extend([] for _ in range(row - len(self.rows)))
        values = self.rows[row - 1]
        values.extend([""] * (column - len(values)))
        values[column - 1] = text

    def _look(self, at: At, look: Look) -> None:
        value = self._value(at)
        if value == "":
            return
        self._add(at, look.state)
        shown = look.shown(value)
        if shown is not None:
            self.shown[at] = shown

    def _strike(self, at: At, runs: Runs) -> None:
        gone = "".join(text for text, struck in runs if struck).strip()
        if gone and all(struck for text, struck in runs if text.strip()):
            self._add(at, State.STRUCK)
        elif gone:
            self.comment(at, f"struck out: {gone}")

    def _hide(self, area: Merge, but: At = (0, 0)) -> list[At]:
        """Say of the values in an area that they are hidden; return their places."""
        found = [
            (row, column)
            for row in range(area.top, min(area.bottom, len(self.rows)) + 1)
            for column, value in enumerate(self.rows[row - 1][area.left - 1 : area.right], area.left)
            if value != "" and (row, column) != but
        ]
        for at in found:
            self._add(at, State.HIDDEN)
        return found

    def _add(self, at: At, state: State) -> None:
        if state is not PLAIN:
            self.states[at] = self.states.get(at, PLAIN) | state


def tidy(rows: Rows, *, returns: bool = True) -> tuple[tuple[Value, ...], ...]:
    """Return rows with None where a cell is empty; blank rows are empty ones, and there are none at the end.

    `returns` says that texts may hold the line breaks of Windows or of old Macs, which become LF.
    """
    if returns:
        rows = [[_one_break(value) for value in row] for row in rows]
    tidy = [tuple(row) if "" not in row else _tidy_row(row) for row in rows]
    while tidy and not tidy[-1]:
        tidy.pop()
    return tuple(tidy)


def _tidy_row(row: list[Value]) -> tuple[Value, ...]:
    values = tuple([None if value == "" else value for value in row])
    return () if values.count(None) == len(values) else values


def _one_break(value: Value) -> Value:
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value
