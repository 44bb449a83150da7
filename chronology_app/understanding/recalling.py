"""A layout that a person corrected before is found again by its headings, wherever in the table they stand."""

from collections.abc import Iterable
from dataclasses import replace

from chronology_app.core.fields import Field
from chronology_app.core.remembered import RememberedLayout
from chronology_app.core.sheet import Sheet
from chronology_app.understanding.chronolator import is_chronolator
from chronology_app.understanding.heading_rows import first_filled, read_heading
from chronology_app.understanding.headings import Match
from chronology_app.understanding.layout import Column, Layout, settled


def recall(sheet: Sheet, remembered: Iterable[RememberedLayout]) -> Layout | None:
    """Return the layout of a table whose heading (one row, or two) is that of a remembered one, None where none is.

    The topmost heading counts. The order of dates is what the column says now; only where it says nothing is it the one
    that was chosen then.
    """
    known = {_bare(one.headings): one for one in remembered}
    if not known:
        return None
    for first in first_filled(sheet):
        for last in (first, first + 1):
            texts = tuple(heading.text for heading in read_heading(sheet, first, last, _unread))
            found = known.get(_bare(texts))
            if found:
                return _laid_out(sheet, found, texts, first, last)
    return None


def _laid_out(sheet: Sheet, found: RememberedLayout, texts: tuple[str, ...], first: int, last: int) -> Layout:
    fields = found.fields + ("",) * (len(texts) - len(found.fields))
    columns = tuple(
        Column(number, text, Field(field) if field else None)
        for number, (text, field) in enumerate(zip(texts, fields, strict=False), 1)
    )
    layout = Layout(last, columns, first, constants=found.constants, is_chronolator=is_chronolator(texts))
    layout = settled(sheet, layout)
    if layout.day_first is None and found.day_first is not None:
        return replace(layout, day_first=found.day_first, either="")
    return layout


def _bare(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return headings without the blank ones at the end: a stray cell far to the right makes no other table."""
    end = next((number for number in range(len(texts), 0, -1) if texts[number - 1]), 0)
    return texts[:end]


def _unread(_text: str) -> Match | None:
    return None
