"""A reading in words, for every kind of thing that can be known about a date."""

from datetime import date, time

import pytest

from chronology_app.core.saying import day_of, say, say_day
from chronology_app.core.when import Precision, When

DAY, LATER = date(2022, 3, 12), date(2022, 3, 14)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When("n/k"), ""),
        (When("", DAY, DAY, Precision.DAY), "12 March 2022"),
        (When("", DAY, DAY, Precision.DAY, approximate=True), "about 12 March 2022"),
        (When("", DAY, DAY, Precision.DAY, uncertain=True), "12 March 2022, uncertain"),
        (When("", DAY, DAY, Precision.MINUTE, time=time(14, 30)), "12 March 2022, 14:30"),
        (When("", DAY, DAY, Precision.MINUTE, time=time(9), end_time=time(10, 5)), "12 March 2022, 09:00 to 10:05"),
        (When("", DAY, DAY, Precision.MINUTE, time=time(15), time_approximate=True), "12 March 2022, about 15:00"),
        (When("", DAY, LATER, Precision.DAY), "between 12 and 14 March 2022"),
        (When("", date(2022, 2, 28), LATER, Precision.DAY), "between 28 February and 14 March 2022"),
        (When("", date(2021, 12, 28), LATER, Precision.DAY), "between 28 December 2021 and 14 March 2022"),
        (When("", DAY, LATER, Precision.DAY, dates=(DAY, LATER)), "12 March 2022 and 14 March 2022"),
        (When("", None, DAY, Precision.DAY), "on or before 12 March 2022"),
        (When("", DAY, None, Precision.DAY), "on or after 12 March 2022"),
        (When("", None, date(2022, 3, 31), Precision.MONTH), "in or before March 2022"),
        (When("", date(2022, 1, 1), None, Precision.YEAR), "in or after 2022"),
        (When("", date(2022, 3, 1), date(2022, 3, 31), Precision.MONTH), "March 2022, day not known"),
        (When("", date(2022, 1, 1), date(2022, 12, 31), Precision.YEAR), "2022, month not known"),
        (When("", date(2022, 3, 1), date(2022, 3, 10), Precision.MONTH, True), "early March 2022"),
        (When("", date(2022, 3, 14), date(2022, 3, 20), Precision.WEEK), "week from 14 March 2022"),
        (When("", date(2021, 12, 1), date(2022, 2, 28), Precision.SEASON), "winter 2021/22"),
        (
            When("", date(2022, 11, 1), date(2023, 1, 31), Precision.SEASON),
            "between 1 November 2022 and 31 January 2023",
        ),
        (When("", date(2010, 1, 1), date(2019, 12, 31), Precision.DECADE), "the 2010s"),
    ],
)
def test_a_reading_is_said_in_words(when: When, said: str) -> None:
    assert say(when) == said


def test_a_day_is_said_in_english_without_a_leading_nought() -> None:
    assert say_day(date(2022, 5, 3)) == "3 May 2022"


@pytest.mark.parametrize(
    ("written", "said"),
    [("2022-03-12T10:00:00", "12 March 2022"), ("2022-03-12T12:00:00Z", "12 March 2022"), ("", ""), ("soon", "")],
)
def test_the_day_of_a_moment_is_said_where_it_is_known(written: str, said: str) -> None:
    assert day_of(written) == said
