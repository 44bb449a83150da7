"""The law of every reader: what a person wrote in a cell is read back as the same text at the same place."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from chronology_app.core.sheet import Sheet
from chronology_app.reading.readers import sheets_of
from tests.reading.build import saved, word_of, workbook_of

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], include_characters="\t\n"), max_size=12)
TYPED = WORDS.filter(lambda text: text == text.strip() and "_x" not in text)
"""Words as they stand in a cell. "_xHHHH_" is how workbooks write characters; blanks at the ends are Word's to keep."""


def _grids(words: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    widths = st.integers(2, 4)
    rows = widths.flatmap(lambda width: st.lists(st.lists(words, min_size=width, max_size=width), max_size=6))
    return rows.map(lambda grid: [["Date", *["Event"] * (len(grid[0]) - 1 if grid else 1)], *grid])


GRIDS = _grids(TYPED)


def _same(content: bytes, grid: list[list[str]]) -> None:
    (sheet,) = sheets_of(content)
    assert _texts(sheet, grid) == grid
    assert len(sheet.rows) <= len(grid)


def _texts(sheet: Sheet, grid: list[list[str]]) -> list[list[str]]:
    return [[sheet.text(i, j) for j in range(1, len(row) + 1)] for i, row in enumerate(grid, 1)]


@given(GRIDS)
@settings(max_examples=60, deadline=None)
def test_a_text_file_reads_back(grid: list[list[str]]) -> None:
    for delimiter, encoding in ((",", "utf-8"), ("\t", "utf-8-sig"), (";", "utf-16")):
        file = io.StringIO(newline="")
        csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(grid)
        _same(file.getvalue().encode(encoding), grid)


@given(GRIDS)
@settings(max_examples=40, deadline=None)
def test_a_workbook_reads_back(grid: list[list[str]]) -> None:
    book = workbook_of([[text or None for text in row] for row in grid])
    for cells in book.worksheets[0].iter_rows():
        for place in cells:
            place.data_type = "s" if place.value is not None else place.data_type
    _same(saved(book), grid)


@given(GRIDS)
@settings(max_examples=40, deadline=None)
def test_a_document_reads_back(grid: list[list[str]]) -> None:
    _same(word_of(grid), grid)
