"""Tells a partnership which line of document.toml is wrong."""

from copy import deepcopy
from typing import Any

import pytest

from chronology_app.core.errors import ResourceProblem
from chronology_app.core.resources import read_table
from chronology_app.writing.look import ALL_PARTS
from chronology_app.writing.parts import PARTS
from chronology_app.writing.wording import FILE, checked, widths_on, wording


@pytest.fixture
def table() -> dict[str, Any]:
    return deepcopy(read_table(FILE))


def test_every_part_is_in_the_look_in_the_order_it_is_printed() -> None:
    assert tuple(PARTS) == ALL_PARTS


def test_a_part_without_a_heading_is_told(table: dict[str, Any]) -> None:
    del table["left_out"]["heading"]
    with pytest.raises(ResourceProblem, match='"left_out" has no heading'):
        checked(table)


@pytest.mark.parametrize("wrong", [{"width": 3}, {"width": "wide"}, {"fields": []}, {"fields": ["nonsense"]}])
def test_a_wrong_column_is_told_with_its_line(table: dict[str, Any], wrong: dict[str, Any]) -> None:
    event = next(column for column in table["column"] if column["name"] == "event")
    event.update(wrong)
    with pytest.raises(ResourceProblem, match=r"line \d+: a column needs"):
        checked(table)


def test_a_file_without_columns_is_told(table: dict[str, Any]) -> None:
    del table["column"]
    with pytest.raises(ResourceProblem, match="no column"):
        checked(table)


@pytest.mark.parametrize("text", ["{nobody}", "{", "{0}"])
def test_words_that_cannot_be_filled_are_told(table: dict[str, Any], text: str) -> None:
    table["page"]["version"] = text
    with pytest.raises(ResourceProblem, match="cannot be used"):
        checked(table).say("page", "version", version="1")


def test_the_columns_fill_an_a4_landscape_page() -> None:
    widths = {column.name: column.width for column in wording().columns}
    assert sum(width for name, width in widths.items() if name != "notes") == 267


def test_codes_keep_their_width_and_the_other_columns_fill_the_page() -> None:
    columns = wording().columns
    narrow, wide = widths_on(12000, columns), widths_on(20000, columns)
    named = [column.name for column in columns]
    for name, millimetres in (("ref", 20), ("agency", 16), ("mark", 15)):
        at = named.index(name)
        assert narrow[at] == wide[at] == round(millimetres * 1440 / 25.4)
    assert 12000 - len(columns) <= sum(narrow) <= 12000
    assert 20000 - len(columns) <= sum(wide) <= 20000


def test_where_codes_alone_or_too_narrow_a_page_are_left_all_columns_are_stretched_alike() -> None:
    codes = [column for column in wording().columns if column.name in ("ref", "agency")]
    assert widths_on(15120, codes) == (8400, 6720)
    assert sum(widths_on(6000, wording().columns)) <= 6000


def test_a_long_code_gets_the_room_it_needs() -> None:
    columns = wording().columns
    named = [column.name for column in columns]
    usual, wide = (widths_on(15137, columns, {"ref": n, "agency": n - 4}) for n in (7, 12))
    for name in ("ref", "agency"):
        assert wide[named.index(name)] > usual[named.index(name)]
    assert wide[named.index("mark")] == usual[named.index("mark")]
    assert 15137 - len(columns) <= sum(wide) <= 15137
