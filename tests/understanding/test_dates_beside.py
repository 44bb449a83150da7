"""Dates with what stands beside them: other columns, the whole column, true date cells, the row above, the review."""

from datetime import date, datetime, time

import pytest

from chronology_app.core.sheet import Value
from chronology_app.core.when import Precision, When
from chronology_app.understanding.dates import (
    doubts,
    join,
    month_or_year,
    read_time,
    read_when,
    relative,
    settle_order,
    when_of_value,
)
from chronology_app.understanding.dates.date_offer import offer

DAY = date(2022, 3, 12)


@pytest.mark.parametrize(
    ("texts", "day_first"),
    [
        (["01/02/22", "13/02/22"], True),
        (["03/25/22", "03/04/22"], False),
        (["13/02/22", "02/13/22"], True),
        (["01/02/22", "03/04/22"], None),
        (["Sat 05/03/22", "01/01/22"], True),
        (["05/04/22", "01/05/22"], True),
        (["01/05/22", "02/04/22", "03/03/22", "04/02/22", "05/01/22", "06/01/22"], False),
        (["01/05/22", "02/04/22"], None),
        (["12 March 2022", "2022-03-25", "n/k", ""], None),
        ([], None),
    ],
)
def test_the_order_is_settled_by_the_whole_column(texts: list[str], day_first: bool | None) -> None:
    assert settle_order(texts) is day_first


@pytest.mark.parametrize(
    ("value", "shown", "edtf"),
    [
        (datetime(2022, 3, 12), "12/03/2022", "2022-03-12"),
        (datetime(2022, 3, 12), "03/12/2022", "2022-03-12"),
        (datetime(2022, 3, 1), "Mar-22", "2022-03"),
        (datetime(2022, 1, 1), "2022", "2022"),
        (datetime(2022, 3, 12, 14, 30), "12/03/2022 14:30", "2022-03-12T14:30:00"),
        (datetime(2022, 3, 12, 14, 29, 59, 999_997), "12/03/2022 14:30", "2022-03-12T14:30:00"),
        (datetime(2022, 3, 12), "12/03/2022 00:00", "2022-03-12T00:00:00"),
        (DAY, "12/03/2022", "2022-03-12"),
        (2022, "2022", "2022"),
        ("12/03/22", "12/03/22", "2022-03-12"),
    ],
)
def test_a_true_date_says_no_more_than_it_shows(value: Value, shown: str, edtf: str) -> None:
    when = when_of_value(value, shown)
    assert (when.text, when.edtf, when.reason) == (shown, edtf, "")


def test_a_true_date_that_shows_no_year_is_looked_at() -> None:
    when = when_of_value(datetime(2022, 3, 12), "12-Mar")
    assert (when.earliest, when.reason) == (DAY, "The cell shows no year; the file holds 12 March 2022.")


@pytest.mark.parametrize("value", [date(9999, 12, 31), datetime.max, datetime(1899, 12, 30, 14, 30), date.min])
def test_a_true_date_of_no_plausible_year_asks(value: date) -> None:
    """Systems write 31/12/9999 where they mean that there is no end, and spreadsheets keep a bare time in 1899."""
    when = when_of_value(value, f"{value:%d/%m/%Y}")
    assert (when.known, when.reason) == (False, f"The year {value.year} is not plausible.")


@pytest.mark.parametrize("value", [44632, 44632.604])
def test_a_number_is_only_offered_as_a_date(value: float) -> None:
    when = when_of_value(value, str(value))
    assert not when.known
    assert [found.earliest for found in when.offers] == [DAY]


@pytest.mark.parametrize(("value", "shown"), [(True, "Yes"), (time(14, 30), "14:30"), (None, ""), (7, "7")])
def test_other_values_are_no_dates(value: Value, shown: str) -> None:
    assert not when_of_value(value, shown).known


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022", (2022, None)), ("January 2022", (2022, 1)), ("JAN 22", (2022, 1)), ("Mar-22", (2022, 3)),
        ("January", (None, 1)), ("2022:", (2022, None)), ("01/2022", (2022, 1)), ("12/03/22", None), ("", None),
        ("Spring 2022", None), ("early 2022", None), ("2021/22", None), ("c. 2022", None), ("Home visits 2022", None),
        ("March 1", None),
    ],
)  # fmt: skip
def test_a_section_gives_its_year_or_month(text: str, found: tuple[int | None, int | None] | None) -> None:
    assert month_or_year(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14:30", (time(14, 30), None, False)), ("2.30pm", (time(14, 30), None, False)),
        ("1430", (time(14, 30), None, False)), ("930", (time(9, 30), None, False)),
        ("09.30", (time(9, 30), None, False)), ("approx 3pm", (time(15), None, True)),
        ("14:00-15:00", (time(14), time(15), False)), ("between 2 and 3pm", (time(14), time(15), False)),
        ("midday", (time(12), None, False)), ("n/k", (None, None, False)), ("", (None, None, False)),
        ("-", (None, None, False)), ("am", (None, None, False)), ("2.30", None), ("midnight", None),
        ("after lunch", None), ("25:00", None), ("12/03/22", None),
    ],
)  # fmt: skip
def test_a_time_column_is_read(text: str, found: tuple[time | None, time | None, bool] | None) -> None:
    assert read_time(text) == found


def joined(start: str, at: str = "", end: str = "", end_at: str = "") -> When:
    return join(read_when(start), at, read_when(end) if end else None, end_at)


def test_date_and_time_columns_are_joined() -> None:
    when = joined("12/03/22", "14:30", "", "15:00")
    assert (when.text, when.time, when.end_time) == ("12/03/22 14:30 to 15:00", time(14, 30), time(15))
    assert (when.precision, when.reason) == (Precision.MINUTE, "")


def test_an_end_date_makes_a_range() -> None:
    when = joined("12/03/22", "22:00", "13/03/22", "02:00")
    assert (when.earliest, when.latest, when.edtf) == (
        DAY,
        date(2022, 3, 13),
        "2022-03-12T22:00:00/2022-03-13T02:00:00",
    )
    assert joined("12/03/22", end="ongoing").edtf == "2022-03-12/.."
    assert joined("12/03/22", end="n/k") == When("12/03/22 to n/k", DAY, DAY, Precision.DAY)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (("12/03/22", "after lunch"), "The time cannot be read."),
        (("12/03/22", "2.30"), "It is not clear whether the time is in the morning or in the afternoon."),
        (("12/03/22", "", "11/03/22"), "The end is before the start."),
        (("12/03/22", "14:30", "", "13:30"), "The end is before the start."),
        (("12/03/22", "", "31/02/22"), "There is no day 31 in February 2022, which has 28 days."),
        (("12/03/22 14:30", "15:30"), "The date and the time column give different times."),
        (("March 2022", "15:30"), "A time is written, but not for one single day."),
    ],
)
def test_what_does_not_fit_leaves_the_date_and_says_so(cells: tuple[str, ...], reason: str) -> None:
    when = joined(*cells)
    assert (when.earliest, when.latest) == (read_when(cells[0]).earliest, read_when(cells[0]).latest)
    assert when.reason == reason


def test_a_doubtful_time_is_offered_both_ways() -> None:
    assert [found.time for found in joined("12/03/22", "2.30").offers] == [time(2, 30), time(14, 30)]
    assert [found.edtf for found in read_when("12/03/22 midnight").offers] == [
        "2022-03-12T00:00:00",
        "2022-03-13T00:00:00",
    ]
    assert [found.edtf for found in read_when("12/03/22 22:00-02:00").offers] == [
        "2022-03-12T22:00:00/2022-03-13T02:00:00"
    ]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("same day", "2022-03-12"), ("next day", "2022-03-13"), ("Later that day, 3pm", "2022-03-12T15:00:00"),
        ("the following day", "2022-03-13"), ("previous day", "2022-03-11"), ("14:30 same day", "2022-03-12T14:30:00"),
    ],
)  # fmt: skip
def test_a_relative_date_is_offered_and_never_taken(text: str, edtf: str) -> None:
    when = relative(text, read_when("12/03/22"))
    assert when is not None
    assert (when.known, when.text, [found.edtf for found in when.offers]) == (False, text, [edtf])


def test_nothing_is_offered_from_a_row_that_is_not_one_day() -> None:
    asked = relative("same day", read_when("March 2022"))
    assert asked is not None
    assert asked.offers == ()
    assert relative("12/03/22", read_when("12/03/22")) is None


def test_a_date_outside_the_review_is_doubted() -> None:
    born, received = date(1980, 1, 1), date(2022, 9, 1)
    assert doubts(read_when("12/03/22"), earliest_birth=born, received=received) == ""
    assert doubts(read_when("12/03/1972"), earliest_birth=born) == (
        "It is before 1 January 1980, when nobody in this review was born."
    )
    assert (
        doubts(read_when("12/03/23"), received=received) == "It is after 1 September 2022, when the file was received."
    )
    assert doubts(read_when("before 2022"), received=received) == ""


def test_dateparser_is_only_believed_where_today_does_not_matter() -> None:
    assert offer("12|03|2022") is not None
    assert [offer(text) for text in ("march", "2022", "12th", "yesterday", "10 days", "monday 2022")] == [None] * 6
