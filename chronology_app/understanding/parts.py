"""One worksheet or table may hold several: where the headings change half-way, each part is understood on its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from chronology_app.core.fields import Field
from chronology_app.core.sheet import Sheet, Value
from chronology_app.understanding.dates import month_or_year
from chronology_app.understanding.heading_rows import find_heading, read_heading
from chronology_app.understanding.headings import LONGEST, Headings, known_headings
from chronology_app.understanding.rows import known_cues
from chronology_app.understanding.turned import turned

Fields = tuple[Field | None, ...]
"""What the columns of a heading mean, the unclaimed ones at the end left away."""


def parts_of(sheet: Sheet, headings: Headings | None = None) -> tuple[Sheet, ...]:
    """Return the tables a sheet holds: itself, or one for each heading whose columns mean something else.

    A heading half-way names a date and an event, both as resources/headings.toml knows them. One that repeats the
    heading before it begins nothing new. Contacts set as lines are turned into rows first (see `turned`). The parts
    keep the physical row numbers; every row stands in exactly one.
    """
    headings = headings or known_headings()
    sheet = turned(sheet, headings)
    begins = tuple(_begins(sheet, headings))
    if not begins:
        return (sheet,)
    ends = [*begins, len(sheet.rows) + 1]
    return tuple(_part(sheet, first, end) for first, end in pairwise([sheet.first_row, *ends]))


def _begins(sheet: Sheet, headings: Headings) -> Iterator[int]:
    """Yield the row each further part begins with: its heading, or the title above that."""
    before, last = None, 0
    for first, end in _headings_of(sheet, headings):
        fields = _fields(sheet, first, end, headings)
        if before is not None and fields != before and first > last + 1:
            yield _with_title(sheet, first)
        if first > last + 1 or before is None:
            before = fields
        last = end


def _headings_of(sheet: Sheet, headings: Headings) -> list[tuple[int, int]]:
    """Return the first and last row of every heading from the top; a weaker one may stand above the one found first."""
    found = find_heading(sheet, headings)
    if found is None:
        return []
    rows = [row for row in _heading_rows(sheet, headings) if not found[0] <= row <= found[1]]
    known = sorted([found, *((row, row) for row in rows)])
    top = known[0][0]
    above = find_heading(_part(sheet, sheet.first_row, top), headings) if top > sheet.first_row else None
    return [above, *known] if above else known


def _heading_rows(sheet: Sheet, headings: Headings) -> Iterator[int]:
    for row, values in enumerate(sheet.rows, 1):
        if _may_be_heading(values):
            matches = [headings.exact(value) for value in values if isinstance(value, str)]
            if {match.field for match in matches if match} >= {Field.DATE, Field.EVENT}:
                yield row


def _may_be_heading(values: Sequence[Value]) -> bool:
    """Return whether a row holds two short texts or more and nothing else; a quick look, for every row is asked."""
    texts = 0
    for value in values:
        if value is None or value == "":
            continue
        if not isinstance(value, str) or len(value) > LONGEST or value[:1].isdigit():
            return False
        texts += 1
    return texts > 1


def _fields(sheet: Sheet, first: int, last: int, headings: Headings) -> Fields:
    fields = [one.match.field if one.match else None for one in read_heading(sheet, first, last, headings.match)]
    while fields and fields[-1] is None:
        fields.pop()
    return tuple(fields)


def _with_title(sheet: Sheet, heading: int) -> int:
    """Return the first of the rows directly above a heading that are its title: one text each, in the first column."""
    row = heading
    while row > sheet.first_row and _is_title(sheet.rows[row - 2]):
        row -= 1
    return row


def _is_title(values: Sequence[Value]) -> bool:
    filled = [str(value).strip() for value in values if value is not None and str(value).strip()]
    if len(filled) != 1 or values[0] is None or not str(values[0]).strip():
        return False
    cues = known_cues()
    text = filled[0]
    if cues.is_footer(text) or cues.nil_return(text) is not None:
        return False
    return not text[:1].isdigit() or month_or_year(text) is not None


def _part(sheet: Sheet, first: int, end: int) -> Sheet:
    """Return physical rows `first` to before `end` as a sheet of its own; the rows above are blank in it."""
    rows = ((),) * (first - 1) + sheet.rows[first - 1 : end - 1]
    return replace(
        sheet,
        name=sheet.name if first == sheet.first_row else f"{sheet.name}, from row {first}",
        rows=rows,
        shown={at: text for at, text in sheet.shown.items() if first <= at[0] < end},
        states={at: state for at, state in sheet.states.items() if first <= at[0] < end},
        comments={at: text for at, text in sheet.comments.items() if first <= at[0] < end},
        merges=tuple(merge for merge in sheet.merges if first <= merge.top < end),
        first_row=first,
    )
