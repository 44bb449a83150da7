"""A year or month that is written once, above the rows or as the worksheet's name, holds for the rows below it."""

from datetime import date

import pytest

from chronology_app.core.sheet import Merge
from chronology_app.core.source import Outcome
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import find_layout
from tests.make import a_sheet

HEADING = ("Date", "Event", "Action")


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("January 2022", "3rd", date(2022, 1, 3)),
        ("Jan 22", "3rd", date(2022, 1, 3)),
        ("2022", "3 January", date(2022, 1, 3)),
        ("2022", "3/1/21", date(2021, 1, 3)),
        ("January", "3rd", None),
        ("Log 3", "3rd", None),
        ("Sheet1", "3 January", None),
    ],
)
def test_the_name_of_a_worksheet_is_such_a_title(name: str, text: str, day: date | None) -> None:
    sheet = a_sheet(HEADING, (text, "Home visit.", "None"), name=name)
    assert draft(sheet, find_layout(sheet))[1].when.earliest == day


def test_a_title_across_the_table_ends_with_its_year() -> None:
    rows = (("3 May", "Home visit.", "None"), ("Police chronology 2022",), ("4 May", "Call.", "None"))
    sheet = a_sheet(HEADING, ("2021",), *rows)
    drafts = draft(sheet, find_layout(sheet))
    assert [one.outcome for one in drafts if one.row in (2, 4)] == [Outcome.SECTION, Outcome.SECTION]
    assert [drafts[at].when.earliest for at in (2, 4)] == [date(2021, 5, 3), date(2022, 5, 4)]


def test_an_event_across_the_table_is_none_though_it_ends_with_a_year() -> None:
    text = "Her first partner died in 2019"
    sheet = a_sheet(HEADING, ("3 May 2022", "Home visit.", "None"), (text,))
    spanning = type(sheet)(sheet.name, sheet.rows, merges=(Merge(3, 1, 3, 3),))
    assert draft(spanning, find_layout(spanning))[2].outcome is Outcome.ENTRY
