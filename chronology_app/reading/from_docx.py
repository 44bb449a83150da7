"""The tables of a Word document become Sheets, read by a walk of our own over its main part.

python-docx is not used for reading: it silently leaves out tracked insertions, content controls and nested tables.
Element names are those of ECMA-376 part 1, chapter 17 (WordprocessingML).
"""

from collections.abc import Iterator

from lxml import etree

from chronology_app.core.errors import FileProblem
from chronology_app.core.sheet import Sheet
from chronology_app.reading.docx_grid import Grid, rows_of
from chronology_app.reading.docx_words import TABLE, Surroundings, W, Words, states_of_styles
from chronology_app.reading.package import Package, open_package, parse

_FOREIGN = (
    "This document holds a part that is not Word's own (a web page put in by the system that made it), so nothing was "
    "taken from it. Open it in Word, save it again under a new name and add that one."
)
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


def read(content: bytes) -> tuple[Sheet, ...]:
    """Return every table of a document's body in order: "Table 1", "Table 2"…; a nested one follows its table.

    Every row of a table is kept, blank ones at its end too. Columns are those of the table's grid, so that a cell
    spanning two counts as two. A nested table is a Sheet of its own ("Table 2, nested in row 3"); the cell it stands
    in says so in a comment and does not repeat its words.

    Raises:
        FileProblem: damaged, hostile or too large.
    """
    package = open_package(content)
    name = package.main_part()
    document = package.part(name)
    root = parse(document)
    if next(root.iter(f"{W}altChunk"), None) is not None:
        raise FileProblem(_FOREIGN)
    for either in list(root.iter(_ALTERNATIVES)):  # the same words twice, for newer and older Word: the newer counts
        for other in list(either)[1:]:
            either.remove(other)
    around = _surroundings(package, name, document)
    tables = [table for table in root.iter(TABLE) if next(table.iterancestors(TABLE), None) is None]
    return tuple(sheet for i, table in enumerate(tables, 1) for sheet in _sheets(table, f"Table {i}", around))


def _sheets(table: etree._Element, name: str, around: Surroundings) -> Iterator[Sheet]:
    grid = Grid(name)
    for row in rows_of(table, around):
        grid.add(row)
    yield grid.sheet()
    for nested_name, nested in grid.nested:
        yield from _sheets(nested, nested_name, around)


def _surroundings(package: Package, name: str, document: bytes) -> Surroundings:
    notes: dict[tuple[str, str], str] = {}
    for kind in ("comment", "footnote", "endnote"):
        part = package.related(name, f"{kind}s")
        for note in parse(part).iterchildren(f"{W}{kind}") if part else ():
            words = Words(Surroundings())
            words.walk(note)
            notes[kind, note.get(f"{W}id") or ""] = words.settle(deleted=False)[0].strip()
    styles = package.related(name, "styles")
    states = states_of_styles(parse(styles)) if styles else {}
    used = {style: state for style, state in states.items() if f'"{style}"'.encode() in document}
    return Surroundings(notes, used)
