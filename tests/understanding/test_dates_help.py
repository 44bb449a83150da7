"""The page that tells people how dates are read is kept true: every row of its tables is what the app does."""

from pathlib import Path

import pytest

from chronology_app.core.saying import say
from chronology_app.understanding.dates import read_when

PAGE = (Path(__file__).parents[2] / "resources" / "help" / "dates.md").read_text("utf-8")
LINES = [line.strip("|").split("|") for line in PAGE.splitlines() if line.startswith("| ")]
ROWS = [tuple(cell.strip() for cell in cells) for cells in LINES if cells[0].strip() != "Written"]


@pytest.mark.parametrize(("written", "second", "third"), ROWS)
def test_the_page_says_what_the_app_does(written: str, second: str, third: str) -> None:
    when = read_when(written)
    if third.startswith("`"):
        assert (say(when), f"`{when.edtf}`", when.reason) == (second, third, "")
    else:
        assert (when.reason, "; ".join(map(say, when.offers))) == (second, third)


def test_every_row_of_the_page_is_looked_at() -> None:
    assert len(ROWS) >= 80
