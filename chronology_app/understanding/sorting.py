"""What each row of a table is, before its date and texts are read: an entry, or something that is left out and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from chronology_app.core.fields import Field
from chronology_app.core.sheet import PLAIN, Sheet, State
from chronology_app.core.source import Outcome
from chronology_app.core.when import When
from chronology_app.understanding.dates import month_or_year
from chronology_app.understanding.grid import Grid, Texts
from chronology_app.understanding.headings import known_headings
from chronology_app.understanding.layout import Layout
from chronology_app.understanding.rows import Cues

WHOLE_SHEET = 0
"""In `taken_in`: the person takes in the whole sheet although it is hidden."""

_TITLE = 80
"""Characters of the longest section title; longer texts across a table tell of something."""

_FOOTER_CELLS = 4
_STATES = (
    (State.DELETED, Outcome.DELETED, "The row is deleted in the file's tracked changes."),
    (State.HIDDEN, Outcome.HIDDEN, "The row is hidden in the file."),
    (State.STRUCK, Outcome.STRUCK, "The row is struck out in the file."),
)


@dataclass(frozen=True, slots=True)
class Sorted:
    """What a row is and why. `when` is the period of a nil return or the day a section's title names.

    `section` is the year and month a title gives to the rows below. `runs_on` says that the text belongs to the entry
    before, `narrative` that one text across the columns is all there is.
    """

    outcome: Outcome
    reason: str = ""
    when: When = field(default_factory=When)
    section: tuple[int | None, int | None] = (None, None)
    runs_on: bool = False
    narrative: bool = False


ENTRY = Sorted(Outcome.ENTRY)
BLANK = Sorted(Outcome.BLANK)
_HEADING = Sorted(Outcome.HEADING)
_TITLE_ROW = Sorted(Outcome.SECTION, "A title for the rows below it.")
_NUMBER_ONLY = Sorted(Outcome.BLANK, "Only its number is written.")
_AUTHORS_NOTE = Sorted(Outcome.NOTE, "A note of the author, not an event.")
_FOOTER = Sorted(Outcome.FOOTER, "It closes the table.")
_ABOVE = Sorted(Outcome.NOTE, "It stands above the headings.")
_GIVES_PERIOD = "It gives its year or month to the rows below."
_NIL = "The agency says there was nothing in this period."


def _are_headings(date: str, event: str) -> bool:
    """Return whether the headings are repeated in other words: "When | What happened" below "Date | Event"."""
    found = [known_headings().exact(text) for text in (date, event)]
    return [match.field if match else None for match in found] == [Field.DATE, Field.EVENT]


class Places:
    """Where a row's fields stand, counted from 0 in a row with one blank text added at its end.

    A column that is not there is -1, and so reads as blank.
    """

    def __init__(self, layout: Layout) -> None:
        self.date, self.end, self.time, self.end_time, self.event, self.source, self.reference, self.agency = (
            layout.number_of(name) - 1
            for name in (
                *(Field.DATE, Field.END_DATE, Field.TIME, Field.END_TIME),
                *(Field.EVENT, Field.SOURCE, Field.REFERENCE, Field.AGENCY),
            )
        )


class Sorter:
    """Sorts the rows of one table; `own_date` reads the date a row has of its own."""

    def __init__(
        self,
        sheet: Sheet,
        layout: Layout,
        taken_in: frozenset[int],
        cues: Cues,
        grid: Grid,
        own_date: Callable[[str], When],
    ) -> None:
        self._layout, self._places, self._cues, self._grid = layout, Places(layout), cues, grid
        self._taken_in = taken_in
        self._hidden = sheet.hidden and WHOLE_SHEET not in taken_in
        self._own_date = own_date
        rows = range(max(1, layout.first_row), layout.heading_row + 1)
        written = [sheet.text(row, column.number) for row in rows for column in layout.columns]
        written += [column.heading for column in layout.columns]
        self._headings = {text.strip().casefold() for text in written} - {""}

    def sort(self, row: int, cells: Texts) -> Sorted:
        """Return what physical row `row` is; `cells` are its texts and one blank."""
        if not "".join(cells).strip():
            return BLANK
        if row in self._taken_in:
            return ENTRY
        left_out = self._left_out(row, cells) if self._hidden or row in self._grid.states else None
        if left_out:
            return left_out
        if row <= self._layout.heading_row:
            return self._above(row, cells)
        places = self._places
        if self._cues.is_author_source(cells[places.source].strip()):
            return _AUTHORS_NOTE
        if cells[places.date].strip() and cells[places.event].strip():
            return self._dated(cells)
        return self._thin(row, cells)

    def _left_out(self, row: int, cells: Texts) -> Sorted | None:
        if self._hidden:
            return Sorted(Outcome.HIDDEN, "The sheet is hidden in the file.")
        states = self._grid.states[row]
        whole = states.get(0, PLAIN)
        filled = [states.get(column, PLAIN) for column, text in enumerate(cells, 1) if text.strip()]
        for state, outcome, reason in _STATES:
            if state in whole or all(state in one for one in filled):
                return Sorted(outcome, reason)
        return None

    def _above(self, row: int, cells: Texts) -> Sorted:
        if row >= self._layout.first_row:
            return _HEADING
        filled = [text for text in cells if text.strip()]
        return (self._period_row(filled[0].strip(), alone=True) if len(filled) == 1 else None) or _ABOVE

    def _dated(self, cells: Texts) -> Sorted:
        """Sort a row with a date and an event: an entry, unless it repeats the headings or says there was nothing."""
        date, event = cells[self._places.date].strip(), cells[self._places.event].strip()
        if date[:1].isalpha() and (self._repeats_headings(cells) or _are_headings(date, event)):
            return _HEADING
        if self._cues.may_be_nil(event) and self._cues.is_nil(event):
            when = self._own_date(date)
            if when.known and when.earliest != when.latest:
                return Sorted(Outcome.NIL_RETURN, _NIL, when)
        return ENTRY

    def _thin(self, row: int, cells: Texts) -> Sorted:
        """Sort a row that has no date or no event of its own."""
        places = self._places
        filled = [number for number, text in enumerate(cells) if text.strip()]
        if self._repeats_headings(cells):
            return _HEADING
        telling = [number for number in filled if number not in (places.reference, places.agency)] or filled
        if self._is_footer(cells, filled, telling):
            return _FOOTER
        if len(telling) > 1:
            return ENTRY
        text = cells[telling[0]].strip()
        return self._period_row(text, alone=len(filled) == 1) or self._only(row, text, telling[0])

    def _repeats_headings(self, cells: Texts) -> bool:
        filled = [text.strip().casefold() for text in cells if text.strip()]
        return len(filled) > 1 and self._headings.issuperset(filled)

    def _is_footer(self, cells: Texts, filled: Sequence[int], telling: Sequence[int]) -> bool:
        if len(filled) > _FOOTER_CELLS or not any(self._cues.is_footer(cells[n]) for n in {filled[0], telling[0]}):
            return False
        date = self._places.date
        return date not in filled or filled[0] == date or not self._own_date(cells[date].strip()).known

    def _only(self, row: int, text: str, at: int) -> Sorted:
        """Sort a row that says one thing only, `text` in column `at` (from 0)."""
        if self._cues.is_note(text):
            return _AUTHORS_NOTE
        places = self._places
        spans = self._grid.spanning.get((row, at + 1), -1) > places.event
        title = self._title(text, at, spans)
        if title or (at == places.reference and not spans):
            return title or _NUMBER_ONLY
        runs_on = at == places.event and places.date >= 0 and text[:1].islower()
        return Sorted(Outcome.ENTRY, runs_on=runs_on, narrative=spans and at != places.event)

    def _title(self, text: str, at: int, spans: bool) -> Sorted | None:
        """Return the section a short text across the columns, or alone in the first or date column, begins."""
        stands = spans or (at in (0, self._places.date) and at != self._places.event)
        if not stands or len(text) > _TITLE or text.endswith("."):
            return None
        if not any(map(str.isdigit, text)):
            return _TITLE_ROW
        when = self._own_date(text) if spans else When()
        if when.known:
            return Sorted(Outcome.SECTION, _TITLE_ROW.reason, when)
        found = month_or_year(self._cues.titled(text))
        return Sorted(Outcome.SECTION, _GIVES_PERIOD, section=found) if found else None

    def _period_row(self, text: str, alone: bool) -> Sorted | None:
        """Return what a row is that says only a year or month (`alone`: nothing beside it) or a nil return."""
        found = month_or_year(text) if alone else None
        if found:
            return Sorted(Outcome.SECTION, _GIVES_PERIOD, section=found)
        nil = self._cues.nil_return(text, self._own_date)
        return Sorted(Outcome.NIL_RETURN, _NIL, nil) if nil else None
