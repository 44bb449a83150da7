"""The law of every reader: what a person wrote in a cell is read back as the same text at the same place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology_app.core.sheet import Sheet
from chronology_app.reading.readers import sheets_of
from tests.reading.kinds import KINDS

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], include_characters="\t\n"), max_size=12)
TYPED = WORDS.filter(lambda text: text == text.strip() and "_x" not in text)
"""Words as they stand in a cell. "_xHHHH_" is how workbooks write characters; blanks at the ends are Word's to keep."""


def _grids(words: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    widths = st.integers(2, 4)
    rows = widths.flatmap(lambda width: st.lists(st.lists(words, min_size=width, max_size=width), max_size=6))
    return rows.map(lambda grid: [["Date", *["Event"] * (len(grid[0]) - 1 if grid else 1)], *grid])


GRIDS = _grids(TYPED)


def _read(content: bytes, grid: list[list[str]]) -> list[list[str]]:
    """Return the texts at the grid's places, and any row beyond it."""
    (sheet,) = sheets_of(content)
    beyond = [[sheet.text(row, 1)] for row in range(len(grid) + 1, len(sheet.rows) + 1)]
    return _texts(sheet, grid) + beyond


def _texts(sheet: Sheet, grid: list[list[str]]) -> list[list[str]]:
    return [[sheet.text(i, j) for j in range(1, len(row) + 1)] for i, row in enumerate(grid, 1)]


@pytest.mark.parametrize("kind", KINDS)
@given(grid=GRIDS)
@settings(max_examples=40, deadline=None)
def test_what_was_written_is_read(kind: str, grid: list[list[str]]) -> None:
    assert _read(KINDS[kind](grid), grid) == grid
