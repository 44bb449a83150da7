"""The table of measurements: what it shows, what it judges, and where it is put."""

from math import nan

import pytest

from tests.bench.run import END, START, placed, table


def test_a_budget_is_shown_and_judged() -> None:
    lines = table([("one", 1.234, "<= 1.5 x zip"), ("two", 120.0, ">= 100 x"), ("three", 9.0, "told only")])
    assert lines.splitlines()[2:] == [
        "| one | 1.23 | ≤ 1.5 × zip | yes |",
        "| two | 120 | ≥ 100 × | yes |",
        "| three | 9 | told only |  |",
    ]


def test_what_could_not_be_measured_says_why_and_shows_no_number() -> None:
    assert table([("one", nan, "not measured: >= 1 hour")]).endswith("| one | – | not measured: ≥ 1 hour |  |")


@pytest.mark.parametrize(("ratio", "budget"), [(1.51, "<= 1.5 x"), (99.0, ">= 100 x"), (20.5, "<= 20 MB")])
def test_a_budget_that_is_not_kept_stands_out(ratio: float, budget: str) -> None:
    assert table([("one", ratio, budget)]).endswith("| **no** |")


def test_the_table_replaces_the_one_before_and_nothing_else() -> None:
    once = placed(f"above\n{START}\nold\n{END}\nbelow\n", "new")
    assert once == f"above\n{START}\nnew\n{END}\nbelow\n"
    assert placed(once, "new") == once


def test_a_page_without_the_markers_is_left_alone() -> None:
    with pytest.raises(ValueError, match="not both there"):
        placed(f"above {START}", "new")
