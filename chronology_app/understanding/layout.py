"""How one table is laid out: where its headings stand and which column means what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chronology_app.core.fields import DATE_FIELDS, Field
from chronology_app.core.remembered import Constant
from chronology_app.core.sheet import PLAIN, Sheet, State
from chronology_app.understanding.chronolator import is_chronolator
from chronology_app.understanding.dates import leading, read_when, reads_either_way, settle_order
from chronology_app.understanding.evidence import Evidence, evidence, is_dated
from chronology_app.understanding.heading_rows import (
    NEEDED,
    Heading,
    find_heading,
    first_filled,
    read_heading,
    unknown_heading,
)
from chronology_app.understanding.headings import Headings, known_headings

_MAY_TELL = DATE_FIELDS | {Field.SOURCE}
"""Fields whose cells are looked at where no heading names the event: "Record" may be where it is told."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its number from 1, its heading as written, the field it was understood as (None: kept, unclaimed).

    `sure` is False where the heading was matched only roughly, so that the person is asked to look. Where several
    columns hold the same field, their texts follow one another in the entry, each on its own line.
    """

    number: int
    heading: str
    field: Field | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's layout. `heading_row` is the last row of the heading (0: none); `first_row` its first.

    `day_first` is None where nothing in the date column settles the order: it is then read day first and, where
    `either` is a date of the column that reads either way, said so. `constants` are words a person gives to a field of
    every row that has none; `is_chronolator` says that the headings are Chronolator's, whose conventions then hold.
    """

    heading_row: int
    columns: tuple[Column, ...]
    first_row: int = 0
    day_first: bool | None = None
    either: str = ""
    constants: tuple[Constant, ...] = ()
    is_chronolator: bool = False
    swapped: bool | None = None

    def number_of(self, field: Field) -> int:
        """Return the number of the (first) column understood as `field`, 0 where there is none."""
        return next((column.number for column in self.columns if column.field is field), 0)


def find_layout(sheet: Sheet, headings: Headings | None = None, like: Layout | None = None) -> Layout | None:
    """Return how a table is laid out, None where it has neither a date nor an event column.

    The heading may stand anywhere in the first 100 filled rows and take two of them. A table without one is guessed
    from its cells, or read as the table before it (`like`) going on, where that has as many columns.
    """
    headings = headings or known_headings()
    rows = find_heading(sheet, headings)
    layout = _laid_out(sheet, *rows, headings) if rows else _without_heading(sheet, like, headings)
    layout = layout or _in_one_column(sheet, headings)
    if layout is None or not any(column.field in NEEDED for column in layout.columns):
        return None
    return settled(sheet, layout)


def layout_at(sheet: Sheet, heading_row: int, headings: Headings | None = None) -> Layout:
    """Return the layout of a table whose heading, a person says, is physical row `heading_row` (0: it has none)."""
    headings = headings or known_headings()
    if heading_row:
        return settled(sheet, _laid_out(sheet, heading_row, heading_row, headings))
    return settled(sheet, _by_cells(sheet) or unclaimed(sheet))


def unclaimed(sheet: Sheet) -> Layout:
    """Return the layout of a table nothing is known about: no heading, every column unclaimed."""
    return Layout(0, tuple(Column(number, "") for number in range(1, sheet.width + 1)))


def settled(sheet: Sheet, layout: Layout) -> Layout:
    """Return the layout with `day_first` as the texts of its whole date column settle it, or those of the end date."""
    below = sheet.rows[layout.heading_row :]
    either = ""
    for number in (layout.number_of(Field.DATE), layout.number_of(Field.END_DATE)):
        values = (row[number - 1] for row in below if 0 < number <= len(row))
        texts = list(dict.fromkeys(text for text in values if isinstance(text, str)))
        day_first = settle_order(texts)
        if day_first is not None:
            return replace(layout, day_first=day_first, either="", swapped=None)
        either = either or next(filter(reads_either_way, texts), "")
    return replace(layout, day_first=None, either=either.strip(), swapped=None)


def hidden_columns(sheet: Sheet, heading_row: int) -> frozenset[int]:
    """Return the numbers of the columns that are hidden in the heading row (or, without one, in every row)."""
    if not sheet.states:
        return frozenset()
    rows = [heading_row] if heading_row else range(1, len(sheet.rows) + 1)
    return frozenset(column for column in range(1, sheet.width + 1) if _is_hidden(sheet, rows, column))


def _is_hidden(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    filled = [row for row in rows if sheet.text(row, column)]
    return bool(filled) and all(State.HIDDEN in sheet.states.get((r, column), PLAIN) for r in filled)


def _laid_out(sheet: Sheet, first: int, last: int, headings: Headings) -> Layout:
    found = read_heading(sheet, first, last, headings.match)
    asked = DATE_FIELDS if any(one.match and one.match.field is Field.EVENT for one in found) else _MAY_TELL
    unclear = {n for n, one in enumerate(found, 1) if one.match is None or one.match.field in asked}
    columns = _claimed(found, evidence(sheet, last + 1, unclear), hidden_columns(sheet, last))
    return Layout(last, columns, first, is_chronolator=is_chronolator(heading.text for heading in found))


def _claimed(
    found: Sequence[Heading], seen: Sequence[Evidence], hidden: frozenset[int] = frozenset()
) -> tuple[Column, ...]:
    """Return the columns, each field given to those that have the best claim to it; the rest stay unclaimed.

    A heading matched word for word goes before a guess, a column that is shown before a hidden one, and of two date
    columns the one with more dates. Without a date, time or event heading the cells decide; where nothing but a
    "Record" or "File" tells what happened, it is that.
    """
    columns = [_column(number, heading, hidden) for number, heading in enumerate(found, 1)]
    for field in {column.field for column in columns if column.field}:
        _keep_best(columns, field, seen, hidden)
    free = [c.number for c, h in zip(columns, found, strict=True) if h.match is None]
    _guess(columns, Field.DATE, [n for n in free if seen[n - 1].is_dates])
    times = [n for n in free if seen[n - 1].is_times]
    _guess(columns, Field.TIME, times)
    beside = [n for n in times if n > 1 and columns[n - 2].field is Field.TIME]
    _guess(columns, Field.END_TIME, [n for n in beside if n - 1 in times])
    prose = sorted((n for n in free if seen[n - 1].is_prose), key=lambda n: -seen[n - 1].letters)
    _guess(columns, Field.EVENT, prose)
    sources = [c for c in columns if c.field is Field.SOURCE and seen[c.number - 1].is_prose]
    if len(sources) == 1 and not any(c.field in (None, Field.EVENT) for c in columns):
        columns[sources[0].number - 1] = replace(sources[0], field=Field.EVENT, sure=False)
    return tuple(columns)


def _column(number: int, heading: Heading, hidden: frozenset[int]) -> Column:
    match = heading.match
    sure = number not in hidden and (match is None or match.sure)
    return Column(number, heading.text, match.field if match else None, sure)


def _keep_best(columns: list[Column], field: Field, seen: Sequence[Evidence], hidden: frozenset[int]) -> None:
    claims = [column for column in columns if column.field is field]
    claims.sort(key=lambda c: (c.number in hidden, not c.sure, -seen[c.number - 1].dated * (field in DATE_FIELDS)))
    best = claims[0]
    alone = field in DATE_FIELDS or not best.sure
    for claim in claims[1:]:
        if alone or not claim.sure:
            columns[claim.number - 1] = replace(claim, field=None)


def _guess(columns: list[Column], field: Field, numbers: Sequence[int]) -> None:
    """Give a field no heading claims to the first of these columns that is still free."""
    free = [number for number in numbers if columns[number - 1].field is None]
    if free and not any(column.field is field for column in columns):
        columns[free[0] - 1] = replace(columns[free[0] - 1], field=field, sure=False)


def _without_heading(sheet: Sheet, like: Layout | None, headings: Headings) -> Layout | None:
    """Return a guess for a table without a known heading: as the table before it, or by a date and a prose column.

    None where the dates are known to be others: dates of birth, or by which an action is due.
    """
    seen = evidence(sheet, 1, range(1, sheet.width + 1))
    dated = like.number_of(Field.DATE) if like and len(like.columns) == sheet.width else 0
    if like and dated and seen[dated - 1].is_dates:
        return Layout(0, tuple(replace(column, sure=False) for column in like.columns))
    dates = next((number for number, one in enumerate(seen, 1) if one.is_dates and one.dated > 1), 0)
    row = _heading_above(sheet, dates, headings) if dates else 0
    if not row:
        return _by_cells(sheet)
    named = headings.exact(sheet.text(row, dates).strip())
    if named and named.field is None:
        return None
    layout = _laid_out(sheet, row, row, headings)
    return layout if all(layout.number_of(field) for field in NEEDED) else _by_cells(sheet)


def _in_one_column(sheet: Sheet, headings: Headings) -> Layout | None:
    """Return the layout of a table that tells in one column what happened, each text beginning with its date."""
    rows = list(first_filled(sheet))
    filled = [at for at in range(1, sheet.width + 1) if any(sheet.text(row, at).strip() for row in rows)]
    begun = [row for row in rows if len(filled) == 1 and leading(sheet.text(row, filled[0]), read_when)]
    if len(begun) < 2 or 2 * len(begun) < len(rows):
        return None
    above = max((row for row in rows if row < begun[0]), default=0)
    heading = above if above and headings.match(sheet.text(above, filled[0]).strip()) else 0
    named = [sheet.text(heading, at).strip() for at in range(1, sheet.width + 1)]
    columns = (Column(n, name, Field.EVENT if n == filled[0] else None, False) for n, name in enumerate(named, 1))
    return Layout(heading, tuple(columns), heading)


def _heading_above(sheet: Sheet, dates: int, headings: Headings) -> int:
    """Return the heading row whose words above column `dates` nobody has listed as a date's; 0 without one."""
    rows = range(1, len(sheet.rows) + 1)
    first = next((row for row in rows if is_dated(sheet.value(row, dates), sheet.text(row, dates).strip())), 0)
    row = unknown_heading(sheet, first, headings)
    return row if row and sheet.text(row, dates).strip() else 0


def _by_cells(sheet: Sheet) -> Layout | None:
    """Return a guess by a date and a prose column, None where there are none."""
    seen = evidence(sheet, 1, range(1, sheet.width + 1))
    columns = _claimed([Heading("", None)] * sheet.width, seen)
    layout = Layout(0, columns)
    several = layout.number_of(Field.DATE) and seen[layout.number_of(Field.DATE) - 1].dated > 1
    return layout if several and layout.number_of(Field.EVENT) else None
