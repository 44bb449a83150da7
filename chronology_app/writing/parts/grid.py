"""The small tables of the front and back matter: a list of rows of words becomes one table."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from chronology_app.core.agency import Agency
from chronology_app.core.entry import Entry
from chronology_app.core.palette import colour
from chronology_app.writing.look import ALL_PARTS
from chronology_app.writing.manuscript import TEXT_WIDTH, Manuscript
from chronology_app.writing.wordml import TABLE_END, Made, bookmark, cell, link, paragraph, plain, row, run, table_start

_RIGHT = '<w:ind w:right="113"/><w:jc w:val="right"/>'
_STYLED = re.compile(r'<w:pPr><w:pStyle w:val="\w+"/>')
_ALONE = ("title", "contents")
"""Parts with pages of their own: what comes after them begins another one."""

_MONTHS, _PARTS = 10_000_000, 20_000_000
"""Where the numbers of the bookmarks of headings begin, far above those of the entries, which count from 1."""

Shares = Sequence[int]
"""How wide the columns of a table are against one another."""


def grid(
    manuscript: Manuscript,
    section: str,
    titles: Sequence[str],
    shares: Shares,
    rows: Iterable[str],
    *,
    named: str = "",
    numeric: Collection[str] = (),
) -> Iterator[str]:
    """Return a table; `titles` are keys of the section in document.toml, `named` begins the keys of its caption.

    The titles of `numeric` columns stand to the right, as their numbers do; see `number`.
    """
    words = [
        _set(run(_title(manuscript, section, title)), "EntryHead", _RIGHT if title in numeric else "")
        for title in titles
    ]
    caption, description = (manuscript.say(section, f"{named}{key}") for key in ("caption", "description"))
    yield table_start(words, widths(shares, manuscript.width), caption, description)
    begun = iter(rows)
    yield from map(_held, islice(begun, 1))
    yield from begun
    yield TABLE_END
    yield plain("", "EntrySmall")


def _held(row: str) -> str:
    """Return the first row of a table kept on one page with the next, so that no table begins with a single row."""
    return _STYLED.sub(r"\g<0><w:keepNext/>", row)


def _title(manuscript: Manuscript, section: str, key: str) -> str:
    return date_title(manuscript, manuscript.say(section, key)) if key == "date" else manuscript.say(section, key)


def date_title(manuscript: Manuscript, title: str) -> str:
    """Return what a column of dates is called: ages stand in their place where the document is published."""
    return manuscript.say("chronology", "age") if manuscript.look.publication else title


def number(value: int) -> Made:
    """Return a number as the paragraph of a cell, at its right edge so that digits stand beneath digits."""
    return _set(run(f"{value:,}"), "EntryText", _RIGHT)


def beneath(words: str) -> Made:
    """Return words in small type beneath a number."""
    return _set(run(words), "EntrySmall", _RIGHT)


def widths(shares: Shares, whole: int = TEXT_WIDTH) -> tuple[int, ...]:
    """Return the widths of columns that fill `whole`, in twentieths of a point."""
    return tuple(share * whole // sum(shares) for share in shares)


def cells(manuscript: Manuscript, shares: Shares, contents: Sequence[str], fills: Sequence[str] = ()) -> str:
    """Return a row; each content is its paragraphs, or words to be shown as one; `fills` colours the first cells."""
    shades = [*fills, *[""] * (len(contents) - len(fills))]
    made = zip(contents, widths(shares, manuscript.width), shades, strict=True)
    return row(cell(_paragraphs(content), width, fill) for content, width, fill in made)


def agency_cells(manuscript: Manuscript, shares: Shares, agency_id: str, contents: Sequence[str]) -> str:
    """Return a row that begins with an agency's code on its colour; see `cells`."""
    agency = manuscript.chronology.agencies.get(agency_id) or Agency(agency_id, "?", "")
    fill = colour(agency.colour).pale.lstrip("#").upper()
    return cells(manuscript, shares, (plain(agency.code, "EntryAgency"), *contents), (fill,))


def _paragraphs(content: str) -> str:
    return content if isinstance(content, Made) else plain(content, "EntryText")


def heading(manuscript: Manuscript, section: str, new_page: bool = False) -> str:
    """Return the heading of a part, at the top of a page where `new_page` or behind the first pages.

    The contents lead to it.
    """
    before = manuscript.parts[: manuscript.parts.index(section)][-1:]
    new_page = new_page or before in [(name,) for name in _ALONE]
    inside = bookmark(_PARTS + ALL_PARTS.index(section), part_anchor(section), run(manuscript.say(section, "heading")))
    return paragraph(inside, "Heading1", new_page)


def part_anchor(section: str) -> str:
    """Return the name of the bookmark of a part's heading."""
    return f"part_{section}"


def month_heading(number: int, title: str, anchor: str) -> str:
    """Return the heading of the month of that number in the document; the contents lead to it."""
    return paragraph(bookmark(_MONTHS + number, anchor, run(title)), "Heading2")


def said(manuscript: Manuscript, section: str, key: str, **values: object) -> str:
    """Return one of the fixed texts as a paragraph of the document."""
    return plain(manuscript.say(section, key, **values), "DocumentText")


def lead(manuscript: Manuscript, section: str, key: str, **values: object) -> str:
    """Return one of the fixed texts as the paragraph before a table, on the same page as the table's beginning."""
    return leading(run(manuscript.say(section, key, **values)))


def leading(inside: str) -> Made:
    """Return runs as the paragraph before a table; see `lead`."""
    return _set(inside, "DocumentText", "<w:keepNext/>")


def _set(inside: str, style: str, properties: str) -> Made:
    """Return a paragraph with properties of its own beside its style's."""
    return Made(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>')


def fact(label: str, words: str) -> str:
    """Return a line that says one thing about the review: its label, then the words."""
    return paragraph(f"{run(label, 'FactLabel')}<w:r><w:tab/></w:r>{run(words)}", "DocumentFact")


def reference(manuscript: Manuscript, entry: Entry) -> str:
    """Return a paragraph with an entry's reference, leading to the entry where the document shows it."""
    number, words = manuscript.bookmarks.get(entry.id), manuscript.references[entry.id]
    return paragraph(link(words, f"entry{number}") if number else run(words), "EntryText")
