"""Every row of a table becomes a draft: an entry with its date and texts, or a row left out with the reason."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby

from chronology_app.core.collecting import uncollected
from chronology_app.core.fields import DATE_FIELDS, TITLES, Field
from chronology_app.core.sheet import PLAIN, Sheet, State, Value
from chronology_app.core.source import Outcome
from chronology_app.core.when import When
from chronology_app.understanding.chronolator import in_sequence
from chronology_app.understanding.dates import leading, month_or_year
from chronology_app.understanding.dating import AS_ABOVE, NO_DATE, Cells, Dating
from chronology_app.understanding.draft import Draft
from chronology_app.understanding.grid import Texts, grid_of, numbered_rows
from chronology_app.understanding.layout import Column, Layout, hidden_columns
from chronology_app.understanding.rows import Cues, known_cues
from chronology_app.understanding.sorting import Places, Sorted, Sorter
from chronology_app.understanding.swapping import SWAPPED_BACK, can_swap, why_swapped

NO_EVENT = "No event is written."
IN_THE_TEXT = "There is no column of dates, but the text seems to begin with one."
NO_CHRONOLOGY = "This table has neither a date nor an event column."

_UNSEEN = frozenset({Outcome.NIL_RETURN, Outcome.HIDDEN, Outcome.STRUCK, Outcome.DELETED})
"""Rows whose date no row below may borrow; the date of an author's note is there for everybody to see."""

_PARTLY = (
    (State.STRUCK, "struck out"),
    (State.DELETED, "deleted in tracked changes"),
    (State.INSERTED, "inserted in tracked changes"),
    (State.HIDDEN, "hidden"),
)


def draft(
    sheet: Sheet,
    layout: Layout | None,
    *,
    dates: Mapping[int, When] | None = None,
    taken_in: frozenset[int] = frozenset(),
) -> tuple[Draft, ...]:
    """Return the drafts of a sheet in order: together they stand for every physical row exactly once.

    `dates` are the dates a person decided, by row; they replace the reading, never the agency's words. `taken_in` are
    rows the person took in although they would be left out (0: a hidden sheet). Without a layout no row is an entry.
    """
    cues = known_cues()
    if layout is None:
        return _in_runs(_no_entries(sheet, cues))
    with uncollected():
        drafts = _in_runs(_Drafting(sheet, layout, dates or {}, taken_in, cues).rows())
    return in_sequence(drafts) if layout.is_chronolator else drafts


def _no_entries(sheet: Sheet, cues: Cues) -> Iterator[Draft]:
    for row, texts in numbered_rows(sheet):
        filled = [text for text in texts if text.strip()]
        nil = cues.nil_return(filled[0]) if len(filled) == 1 else None
        if not filled:
            yield Draft(sheet.name, row, row, Outcome.BLANK)
        elif nil:
            yield Draft(sheet.name, row, row, Outcome.NIL_RETURN, nil, original=texts)
        else:
            yield Draft(sheet.name, row, row, Outcome.NOTE, original=texts, reason=NO_CHRONOLOGY)


def _in_runs(drafts: Iterator[Draft]) -> tuple[Draft, ...]:
    """Return the drafts with each run of blank rows as one."""
    runs: list[Draft] = []
    for is_blank, some in groupby(drafts, lambda one: one.outcome is Outcome.BLANK and not one.original):
        if is_blank:
            blank = list(some)
            runs.append(replace(blank[0], last_row=blank[-1].last_row))
        else:
            runs.extend(some)
    return tuple(runs)


class _Drafting:
    """One pass down a table: its rows bear on those below them (a section's year, the date above)."""

    def __init__(
        self, sheet: Sheet, layout: Layout, dates: Mapping[int, When], taken_in: frozenset[int], cues: Cues
    ) -> None:
        self._sheet, self._layout, self._dates = sheet, layout, dates
        self._grid, self._places = grid_of(sheet), Places(layout)
        self._dating = Dating(layout.day_first is not False, why_swapped(sheet, layout), layout.swapped)
        self._dating.begin_section(*_period_of(sheet.name))
        self._sorter = Sorter(sheet, layout, taken_in, cues, self._grid, self._dating.of_text)
        claims: dict[Field, list[int]] = {}
        for column in layout.columns:
            if column.field and column.field not in DATE_FIELDS:
                claims.setdefault(column.field, []).append(column.number - 1)
        self._single = tuple((field, numbers[0]) for field, numbers in claims.items() if len(numbers) == 1)
        self._several = tuple((field, numbers) for field, numbers in claims.items() if len(numbers) > 1)
        hidden = hidden_columns(sheet, layout.heading_row)
        self._given = tuple((Field(one.field), one.text) for one in layout.constants)
        self._hidden = tuple(c for c in layout.columns if c.field and c.number in hidden)

    def rows(self) -> Iterator[Draft]:
        """Yield the drafts from the first row; text that ran on is part of the entry before it."""
        last: Draft | None = None
        for row, texts in numbered_rows(self._sheet):
            one = self._row(row, texts, last)
            if last and one.row == last.row:
                last = one
                continue
            if last:
                yield last
            last = one
        if last:
            yield last

    def _row(self, row: int, texts: Texts, last: Draft | None) -> Draft:
        cells = (*texts, "")
        found = self._sorter.sort(row, cells)
        if found.runs_on and row not in self._dates and last and last.outcome is Outcome.ENTRY:
            return _run_on(last, row, texts, cells[self._places.event])
        if found.outcome is Outcome.ENTRY:
            return self._entry(row, texts, cells, found.narrative)
        self._mind(row, found, cells)
        words = () if not found.reason and found.outcome is Outcome.BLANK else texts
        return Draft(self._sheet.name, row, row, found.outcome, found.when, {}, words, found.reason)

    def _mind(self, row: int, found: Sorted, cells: Texts) -> None:
        """Remember what a row that is no entry means for the dates below it."""
        if found.outcome is Outcome.SECTION:
            self._dating.begin_section(*found.section, found.when)
        elif found.outcome is Outcome.FOOTER or row == self._layout.heading_row:
            self._dating.begin_section()
        elif found.outcome in _UNSEEN:
            self._dating.left_out(cells[self._places.date])
        elif found.outcome is Outcome.NOTE and cells[self._places.date].strip() and row > self._layout.heading_row:
            self._dating.read(self._date_cells(row, cells))

    def _entry(self, row: int, texts: Texts, cells: Texts, narrative: bool) -> Draft:
        if narrative:
            cells = tuple("".join(cells) if place == self._places.event else "" for place in range(len(cells)))
        elif row in self._grid.merged:
            cells = self._with_merged(row, cells)
        fields = {field: text for field, number in self._single if (text := cells[number].strip())}
        for field, numbers in self._several:
            joined = "\n".join(text for number in numbers if (text := cells[number].strip()))
            if joined:
                fields[field] = joined
        when, comment = self._when(row, texts, cells, narrative)
        if self._given:
            comment = self._give(fields, comment)
        reason = when.reason if Field.EVENT in fields else f"{when.reason} {NO_EVENT}".strip()
        return Draft(
            self._sheet.name, row, row, Outcome.ENTRY, when, fields, texts, reason, self._comment(row, texts, comment)
        )

    def _give(self, fields: dict[Field, str], comment: str) -> str:
        """Fill the fields a person gave words for where the row has none; return the comment that tells of it."""
        given = [(field, text) for field, text in self._given if field not in fields]
        fields.update(given)
        told = (f"given at the import: {TITLES[field]} “{text}”" for field, text in given)
        return "; ".join(filter(None, (comment, *told)))

    def _when(self, row: int, texts: Texts, cells: Texts, narrative: bool) -> tuple[When, str]:
        """Return the date of an entry and what was noticed about it."""
        places = self._places
        written = cells[places.date].strip()
        decided = self._dates.get(row)
        if decided is not None:
            return self._dating.decided(written, decided), ""
        if narrative:
            return When(reason=NO_DATE), ""
        begun = leading(cells[places.event], self._dating.of_text) if places.date < 0 else None
        if begun:
            return When(reason=IN_THE_TEXT, offers=(begun,)), ""
        read = self._date_cells(row, cells)
        if not written:
            when = self._dating.carried(read)
            return when, AS_ABOVE if when.known else ""
        if self._layout.swapped and isinstance(read[0], date) and can_swap(read[0]):
            return self._dating.read(read), SWAPPED_BACK
        return self._dating.read(read), "" if texts[places.date].strip() else AS_ABOVE

    def _date_cells(self, row: int, cells: Texts) -> Cells:
        places = self._places
        return (
            self._value(row, places.date),
            cells[places.date],
            cells[places.time],
            self._value(row, places.end),
            cells[places.end],
            cells[places.end_time],
        )

    def _value(self, row: int, place: int) -> Value:
        if place < 0:
            return None
        tops = dict(self._grid.merged[row]) if row in self._grid.merged else {}
        return self._sheet.value(tops.get(place + 1, row), place + 1)

    def _with_merged(self, row: int, cells: Texts) -> Texts:
        """Return the texts of a row with what merged cells above it say of it too."""
        filled = list(cells)
        for column, top in self._grid.merged[row]:
            if column < len(filled) and not filled[column - 1].strip():
                filled[column - 1] = self._sheet.text(top, column)
        return tuple(filled)

    def _comment(self, row: int, texts: Texts, comment: str) -> str:
        """Return what a person should know about a row: hidden or struck out parts, comments in the file."""
        states, comments = self._grid.states.get(row), self._grid.comments.get(row)
        if not (states or comments or self._hidden):
            return comment
        parts = [comment] if comment else []
        parts += [f"{_name(c)} stands in a hidden column" for c in self._hidden if texts[c.number - 1].strip()]
        shown = [c for c in self._layout.columns if c not in self._hidden and texts[c.number - 1].strip()]
        for state, what in _PARTLY if states else ():
            names = [_name(column) for column in shown if state in _state(states or {}, column.number)]
            parts += [f"{what}: {', '.join(names)}"] if names else []
        parts += [f"in the file: {text}" for _, text in comments or ()]
        return "; ".join(parts)


def _period_of(name: str) -> tuple[int | None, int | None]:
    """Return the year and month a worksheet's name gives to its rows: people keep one for every month or year."""
    return month_or_year(name.partition(",")[0]) or (None, None)


def _state(states: Mapping[int, State], column: int) -> State:
    return states.get(column, PLAIN) | states.get(0, PLAIN)


def _name(column: Column) -> str:
    return f"“{column.heading}”" if column.heading else f"column {column.number}"


def _run_on(entry: Draft, row: int, texts: Texts, event: str) -> Draft:
    """Return an entry with the text of the row below it, which ran on, on a line of its own."""
    original = tuple(f"{a}\n{b}" if a and b else a or b for a, b in zip(entry.original, texts, strict=True))
    joined = "\n".join(filter(None, (entry.texts.get(Field.EVENT, ""), event.strip())))
    return replace(entry, last_row=row, texts={**entry.texts, Field.EVENT: joined}, original=original)
