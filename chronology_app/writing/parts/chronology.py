"""The chronology itself: what needs a date first, then month by month, in tables short enough to lay out quickly."""

from collections.abc import Iterator, Sequence

from chronology_app.core.entry import Entry
from chronology_app.writing.columns import Rows
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import date_title, heading, lead, month_heading, said
from chronology_app.writing.wordml import TABLE_END, plain, table_start

MOST = 100
"""Rows of one table. LibreOffice lays out 5,000 rows in one table in 430 s and in tables of 100 rows in 29 s."""


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give the entries under a heading for what is undated and one for each month."""
    yield heading(manuscript, "chronology", new_page=True)
    if not manuscript.entries:
        yield said(manuscript, "chronology", "none")
    rows = Rows(manuscript)
    for number, (title, anchor, entries) in enumerate(manuscript.months):
        yield month_heading(number, title, anchor)
        if not entries[0].when.known and not manuscript.look.publication:
            yield lead(manuscript, "chronology", "undated_intro")
        yield from _tables(manuscript, rows, title, entries)


def _tables(manuscript: Manuscript, rows: Rows, month: str, entries: Sequence[Entry]) -> Iterator[str]:
    """Give the tables of one month, as even in length as they can be."""
    titles = [date_title(manuscript, one.title) if one.name == "date" else one.title for one in rows.columns]
    description = manuscript.say("chronology", "description")
    count = -(-len(entries) // MOST)
    for number in range(count):
        caption = month if number == 0 else manuscript.say("chronology", "continued", month=month)
        if number:
            yield plain(caption, "Continued")
        yield table_start(titles, rows.widths, caption, description)
        yield from rows.rows(entries[number * len(entries) // count : (number + 1) * len(entries) // count])
        yield TABLE_END
    yield plain("", "EntrySmall")
