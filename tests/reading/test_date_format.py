"""What a number format shows of a date is told wherever it is not the whole date."""

from datetime import date, datetime, time, timedelta

import pytest

from chronology_app.core.sheet import Value
from chronology_app.reading.date_format import BUILT_IN, date_format, shows_nothing

DAY = date(2022, 3, 12)
MOMENT = datetime(2022, 3, 12, 14, 30)


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("mmm-yy", DAY, "Mar-22"),
        ("mmmm yyyy", DAY, "March 2022"),
        ("yyyy", DAY, "2022"),
        ("d mmm", DAY, "12 Mar"),
        ("dddd", DAY, "Saturday"),
        ('"w/c" d mmm', DAY, "w/c 12 Mar"),
        ("dd/mm/yyyy", MOMENT, "12/03/2022"),
        ("hh:mm", DAY, "00:00"),
        ("hh:mm", MOMENT, "14:30"),
        ("h:mm AM/PM", MOMENT, "2:30 PM"),
        ("[h]:mm", timedelta(hours=26, minutes=5), "26:05"),
        ("dd/mm/yyyy", time(14, 30), "00/01/1900"),
        ("mmm\\-yy;@", DAY, "Mar-22"),
    ],
)
def test_what_says_less_or_more_than_the_date_is_shown(code: str, value: Value, shown: str) -> None:
    found = date_format(code)
    assert found is not None
    assert found.shown(value) == shown


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("dd/mm/yyyy", DAY),
        (BUILT_IN[14], DAY),
        (BUILT_IN[22], MOMENT),
        ("dd/mm/yyyy hh:mm", DAY),
        ("[$-809]dd mmmm yyyy;@", DAY),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", DAY),
        ("yyyy-mm-dd hh:mm:ss", MOMENT),
        ("hh:mm", time(14, 30)),
    ],
)
def test_a_whole_date_or_time_needs_no_word(code: str, value: Value) -> None:
    found = date_format(code)
    assert found is not None
    assert found.shown(value) is None


@pytest.mark.parametrize("code", ["General", "0", "#,##0.00", '"Day "0', "[Magenta]0", "0.00E+00", "@", '00":"00', ""])
def test_a_number_format_is_no_date_format(code: str) -> None:
    assert date_format(code) is None


def test_a_format_can_show_nothing() -> None:
    assert shows_nothing(";;;")
    assert not shows_nothing("dd/mm/yyyy;;;")
