"""Where a table's headings stand: agencies put titles and explanations above them and split them over two rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from chronology_app.core.fields import Field
from chronology_app.core.sheet import Sheet
from chronology_app.understanding.headings import LONGEST, Headings, Match, plain

NEEDED = frozenset({Field.DATE, Field.EVENT})
"""A table with neither of these is no chronology."""

_SEARCHED = 100
"""Filled rows that are searched: explanations above a table can be long."""

_GUESSED = 0.6
"""What a roughly matched heading counts for, where one matched word for word counts 1."""

_STANDS_ABOVE = 45
"""Characters of the longest text that is the heading of several columns; a longer one above them explains."""

_HALVES = frozenset({"from", "to"})
"""Words in a second heading row that mean something only with the word above them."""


Matcher = Callable[[str], Match | None]
"""What a text means as a heading: `Headings.match`, or only what it knows word for word."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column: its text as written (both rows, where there are two) and what it means."""

    text: str
    match: Match | None


def find_heading(sheet: Sheet, headings: Headings) -> tuple[int, int] | None:
    """Return the first and last row of the heading that explains most columns (the topmost of equals), or None."""
    best, found = 0.0, None
    for row in first_filled(sheet):
        alone = _score(sheet, row, row, headings)
        below = _score(sheet, row + 1, row + 1, headings)
        both = _score(sheet, row, row + 1, headings)
        if both > max(best, alone, below):
            best, found = both, (row, row + 1)
        elif alone > best:
            best, found = alone, (row, row)
    return found


def read_heading(sheet: Sheet, first: int, last: int, match: Matcher) -> tuple[Heading, ...]:
    """Return the heading of every column, read from rows `first` and `last` (the same, or the one below)."""
    if first == last:
        texts = row_texts(sheet, first)
        return tuple(Heading(text, match(text) if text else None) for text in texts)
    tops, bottoms = row_texts(sheet, first), row_texts(sheet, last)
    filled = _spread(tops, bottoms)
    spans = [bool(top) and top in (filled[i - 1 : i] + filled[i + 1 : i + 2]) for i, top in enumerate(filled)]
    return tuple(_two_rows(*column, match) for column in zip(filled, bottoms, spans, strict=True))


def unknown_heading(sheet: Sheet, first: int, headings: Headings) -> int:
    """Return the row right above the first dated row if short texts there are its headings, else 0.

    For a table whose heading of date and event nobody knows: one of its other words is known, at least roughly.
    """
    above = [row for row in first_filled(sheet) if row < first]
    if not above or not _can_be_heading(sheet, above[-1]):
        return 0
    texts = [text for text in row_texts(sheet, above[-1]) if text]
    known = [text for text in texts if headings.match(text)]
    return above[-1] if len(texts) > 1 and known and max(map(len, texts)) <= _STANDS_ABOVE else 0


def row_texts(sheet: Sheet, row: int) -> list[str]:
    """Return the texts of a row, one for every column of the sheet, without the space around them."""
    return [sheet.text(row, column).strip() for column in range(1, sheet.width + 1)]


def first_filled(sheet: Sheet) -> Iterator[int]:
    """Yield the first 100 physical rows that hold anything: where a heading is looked for."""
    left = _SEARCHED
    for row, values in enumerate(sheet.rows, 1):
        if any(value is not None and value != "" for value in values):
            left -= 1
            yield row
        if not left:
            return


def _score(sheet: Sheet, first: int, last: int, headings: Headings) -> float:
    """Return how many fields a heading in these rows would explain; 0 where they cannot be one."""
    if last > len(sheet.rows) or not all(_can_be_heading(sheet, row) for row in range(first, last + 1)):
        return 0.0
    if not any(heading.match for heading in read_heading(sheet, first, last, headings.exact)):
        return 0.0
    found = read_heading(sheet, first, last, headings.match)
    if first != last and any(b and not h.match for b, h in zip(row_texts(sheet, last), found, strict=True)):
        return 0.0
    worth: dict[Field, float] = {}
    for match in (heading.match for heading in found):
        if match and match.field:
            worth[match.field] = max(worth.get(match.field, 0.0), 1.0 if match.sure else _GUESSED)
    if len(worth) < 2 or 1.0 not in worth.values() or not worth.keys() & NEEDED:
        return 0.0
    return sum(worth.values())


def _can_be_heading(sheet: Sheet, row: int) -> bool:
    """Return whether a row holds no date, no number beside words, and no text too long for a heading."""
    values = [value for value in sheet.rows[row - 1] if value is not None and value != ""]
    if any(isinstance(value, date | int | float) for value in values):
        return False
    texts = [value.strip() for value in values if isinstance(value, str)]
    return bool(texts) and not any(len(text) > LONGEST or text[:1].isdigit() for text in texts)


def _spread(tops: Sequence[str], bottoms: Sequence[str]) -> list[str]:
    """Return the upper texts with each carried right over the columns it stands above, unless it is an explanation."""
    filled: list[str] = []
    for number, (top, bottom) in enumerate(zip(tops, bottoms, strict=True)):
        carried = number and not top and bottom and bottoms[number - 1] and len(filled[-1]) <= _STANDS_ABOVE
        filled.append(filled[-1] if carried else top)
    return filled


def _two_rows(top: str, bottom: str, spans: bool, match: Matcher) -> Heading:
    """Return the heading of a column with two rows: together, or the lower one under a heading of several columns."""
    joined = f"{top} {bottom}".strip()
    together = [joined, f"{bottom} {top}".strip()]
    alone = [bottom] if bottom else [top]
    texts = alone + together if spans and plain(bottom) not in _HALVES else together + alone
    matches = [found for text in texts if text and (found := match(text))]
    return Heading(joined, next((found for found in matches if found.sure), matches[0] if matches else None))
