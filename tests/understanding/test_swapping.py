"""A column in which a spreadsheet may have swapped day and month of its true dates is noticed and asked about."""

from datetime import date, datetime

import pytest

from chronology_app.core.sheet import Sheet, Value
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import Layout, find_layout
from chronology_app.understanding.swapping import SWAPPED_BACK, in_doubt, why_swapped
from chronology_app.work import correcting
from chronology_app.work.plan import FilePlan, ImportPlan, TablePlan
from chronology_app.work.planning import plan_table
from tests.make import HEALTH, a_sheet

SAME = datetime(2022, 5, 5)
MIXED: tuple[Value, ...] = ("25/03/2022", datetime(2022, 4, 3), "28/03/2022", datetime(2022, 6, 5), SAME)


def a_column(*dates: Value) -> Sheet:
    """A sheet with these cells as its dates."""
    return a_sheet(("Date", "Event"), *((value, "Home visit.") for value in dates))


def found(sheet: Sheet) -> Layout:
    layout = find_layout(sheet)
    assert layout is not None
    return layout


def test_text_after_the_12th_and_true_dates_before_it_are_noticed_and_asked_about() -> None:
    sheet = a_column(*MIXED)
    _, text, true, _, other, same = draft(sheet, found(sheet))
    assert (text.when.earliest, text.reason) == (date(2022, 3, 25), "")
    assert "American" in true.reason
    assert (true.when.earliest, [o.earliest for o in true.when.offers]) == (
        date(2022, 4, 3),
        [date(2022, 4, 3), date(2022, 3, 4)],
    )
    assert other.reason == true.reason
    assert (same.when.earliest, same.reason) == (date(2022, 5, 5), "")
    assert in_doubt(sheet, found(sheet)) == (datetime(2022, 4, 3), datetime(2022, 6, 5))


@pytest.mark.parametrize(
    "dates",
    [
        ("25/03/2022", datetime(2022, 4, 3), datetime(2022, 6, 25)),
        ("25/03/2022", "03/04/2022", datetime(2022, 4, 3), datetime(2022, 6, 5)),
        ("25 March 2022", datetime(2022, 4, 3), datetime(2022, 6, 5)),
        ("25/03/2022", datetime(2022, 4, 3)),
        (datetime(2022, 4, 3), datetime(2022, 6, 5)),
        ("25/03/2022", datetime(2022, 4, 4), datetime(2022, 6, 6)),
        ("25/03/2022", "28/03/2022"),
    ],
    ids=["a true date after the 12th", "a text that may be swapped", "text in words", "one true date", "no text",
         "the same either way", "no true date"],
)  # fmt: skip
def test_other_columns_are_not(dates: tuple[Value, ...]) -> None:
    sheet = a_column(*dates)
    assert why_swapped(sheet, found(sheet)) == ""
    assert not any(one.reason for one in draft(sheet, found(sheet)))


def decided(swapped: bool) -> TablePlan:
    plan = ImportPlan((FilePlan("HV.xlsx", b"", "a", HEALTH, (plan_table(a_column(*MIXED)),)),))
    return correcting.with_swapped(plan, 0, 0, swapped).files[0].tables[0]


def test_a_person_leaves_them_as_the_file_holds_them() -> None:
    table = decided(False)
    assert [one.when.earliest for one in table.entries][1:4:2] == [date(2022, 4, 3), date(2022, 6, 5)]
    assert not table.needing


def test_or_swaps_them_back_and_the_entry_says_so() -> None:
    table = decided(True)
    text, true, _, other, same = table.entries
    assert [one.when.earliest for one in (true, other)] == [date(2022, 3, 4), date(2022, 5, 6)]
    assert (true.when.text, true.comment, text.comment, same.comment) == ("03/04/2022", SWAPPED_BACK, "", "")
    assert not table.needing


def test_another_order_of_the_column_asks_again() -> None:
    plan = ImportPlan((FilePlan("HV.xlsx", b"", "a", HEALTH, (plan_table(a_column(*MIXED)),)),))
    turned = correcting.with_day_first(correcting.with_swapped(plan, 0, 0, True), 0, 0, False).files[0].tables[0]
    assert turned.layout is not None
    assert turned.layout.swapped is None
    assert "month first" in turned.entries[1].reason
