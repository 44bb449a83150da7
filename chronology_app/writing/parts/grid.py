"""The small tables of the front and back matter: a list of rows of words becomes one table."""

from collections.abc import Iterable, Iterator, Sequence

from chronology_app.core.agency import Agency
from chronology_app.core.entry import Entry
from chronology_app.core.palette import colour
from chronology_app.writing.look import ALL_PARTS
from chronology_app.writing.manuscript import TEXT_WIDTH, Manuscript
from chronology_app.writing.wordml import TABLE_END, Made, bookmark, cell, link, paragraph, plain, row, run, table_start

_MONTHS, _PARTS = 10_000_000, 20_000_000
"""Where the numbers of the bookmarks of headings begin, far above those of the entries, which count from 1."""

Shares = Sequence[int]
"""How wide the columns of a table are against one another."""


def grid(
    manuscript: Manuscript, section: str, titles: Sequence[str], shares: Shares, rows: Iterable[str], named: str = ""
) -> Iterator[str]:
    """Return a table; `titles` are keys of the section in document.toml, `named` begins the keys of its caption."""
    words = [manuscript.say(section, title) for title in titles]
    caption, description = (manuscript.say(section, f"{named}{key}") for key in ("caption", "description"))
    yield table_start(words, widths(shares, manuscript.width), caption, description)
    yield from rows
    yield TABLE_END
    yield plain("", "EntrySmall")


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
    """Return the heading of a part, at the top of a page where `new_page`; the contents lead to it."""
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


def fact(label: str, words: str) -> str:
    """Return a line that says one thing about the review: its label, then the words."""
    return paragraph(f"{run(label, 'FactLabel')}<w:r><w:tab/></w:r>{run(words)}", "DocumentFact")


def reference(manuscript: Manuscript, entry: Entry) -> str:
    """Return a paragraph with an entry's reference, leading to the entry where the document shows it."""
    number, words = manuscript.bookmarks.get(entry.id), manuscript.references[entry.id]
    return paragraph(link(words, f"entry{number}") if number else run(words), "EntryText")
