"""The small tables of the front and back matter: a list of rows of words becomes one table."""

from collections.abc import Iterable, Iterator, Sequence

from chronology_app.core.entry import Entry
from chronology_app.writing.manuscript import TEXT_WIDTH, Manuscript
from chronology_app.writing.wordml import TABLE_END, cell, link, paragraph, plain, row, run, table_start

Shares = Sequence[int]
"""How wide the columns of a table are against one another."""


def grid(
    manuscript: Manuscript, section: str, titles: Sequence[str], shares: Shares, rows: Iterable[str], named: str = ""
) -> Iterator[str]:
    """Return a table; `titles` are keys of the section in document.toml, `named` begins the keys of its caption."""
    words = [manuscript.say(section, title) for title in titles]
    caption, description = (manuscript.say(section, f"{named}{key}") for key in ("caption", "description"))
    yield table_start(words, widths(shares), caption, description)
    yield from rows
    yield TABLE_END
    yield plain("", "EntrySmall")


def widths(shares: Shares) -> tuple[int, ...]:
    """Return the widths of columns that fill the page, in twentieths of a point."""
    return tuple(share * TEXT_WIDTH // sum(shares) for share in shares)


def cells(shares: Shares, contents: Sequence[str], fills: Sequence[str] = ()) -> str:
    """Return a row; each content is its paragraphs, or words to be shown as one; `fills` colours the first cells."""
    shades = [*fills, *[""] * (len(contents) - len(fills))]
    made = zip(contents, widths(shares), shades, strict=True)
    return row(cell(_paragraphs(content), width, fill) for content, width, fill in made)


def _paragraphs(content: str) -> str:
    return content if content.startswith("<w:p>") else plain(content, "EntryText")


def heading(manuscript: Manuscript, section: str, new_page: bool = False) -> str:
    """Return the heading of a part, at the top of a page where `new_page`."""
    return paragraph(run(manuscript.say(section, "heading")), "Heading1", new_page)


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
