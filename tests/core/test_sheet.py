"""A sheet answers for every place, shows values as a British reader would write them, and knows what is hidden."""

import pickle
import pickletools
from datetime import date, datetime, time

import pytest

from chronology_app.core.sheet import PLAIN, Cell, Place, Sheet, State, Value, text_of

SHEET = Sheet(
    "Sheet1",
    (("Date", "Event"), (datetime(2022, 3, 1), "Seen.", 3.0), ()),
    shown={(2, 1): "Mar-22"},
    states={(2, 0): State.HIDDEN, (2, 2): State.STRUCK},
    comments={(2, 2): "Who wrote this?"},
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("as it is ", "as it is "),
        (True, "Yes"),
        (False, "No"),
        (7, "7"),
        (7.0, "7"),
        (7.25, "7.25"),
        (1e20, "1e+20"),
        (date(2022, 3, 1), "01/03/2022"),
        (datetime(2022, 3, 1), "01/03/2022"),
        (datetime(2022, 3, 1, 14, 30), "01/03/2022 14:30"),
        (time(9, 5), "09:05"),
    ],
)
def test_a_value_is_shown_day_first_and_without_a_needless_point(value: Value, text: str) -> None:
    assert text_of(value) == text


def test_what_the_cell_showed_goes_before_its_value() -> None:
    assert SHEET.text(2, 1) == "Mar-22"
    assert SHEET.value(2, 1) == datetime(2022, 3, 1)


@pytest.mark.parametrize("at", [(0, 1), (1, 0), (1, 3), (3, 1), (4, 1), (-1, -1)])
def test_there_is_nothing_outside_the_sheet(at: tuple[int, int]) -> None:
    assert SHEET.value(*at) is None
    assert SHEET.text(*at) == ""


def test_a_cell_is_as_hidden_as_its_row() -> None:
    assert SHEET.cell(2, 2) == Cell(
        Place("Sheet1", 2, 2), "Seen.", "Seen.", State.HIDDEN | State.STRUCK, "Who wrote this?"
    )
    assert SHEET.cell(1, 1).state == PLAIN


def test_a_sheet_is_as_wide_as_its_widest_row() -> None:
    assert SHEET.width == 3
    assert Sheet("Empty", ()).width == 0


@pytest.mark.parametrize("state", [PLAIN, State.HIDDEN, State.STRUCK | State.DELETED])
def test_a_state_is_pickled_without_naming_anything_but_itself(state: State) -> None:
    packed = pickle.dumps(state)
    words = {argument for _, argument, _ in pickletools.genops(packed) if isinstance(argument, str)}
    assert words == {"chronology_app.core.sheet", "State"}
    assert pickle.loads(packed) is state
