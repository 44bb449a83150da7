"""The baby's age in the units midwives and health visitors use, and nothing where nothing is known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chronology_app.core.age import age_at, age_of, ages_of, corrected_age_at
from chronology_app.core.when import Precision, When

BORN, DUE = date(2022, 4, 6), date(2022, 4, 11)


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2022, 4, 6), "day of birth"),
        (date(2022, 4, 7), "1 day"),
        (date(2022, 4, 19), "13 days"),
        (date(2022, 4, 20), "2 weeks"),
        (date(2022, 4, 28), "3 weeks 1 day"),
        (date(2022, 7, 13), "14 weeks"),
        (date(2024, 4, 5), "104 weeks 2 days"),
        (date(2024, 4, 6), "2 years"),
        (date(2024, 5, 7), "2 years 1 month"),
        (date(2022, 4, 5), "39+1 weeks' gestation"),
        (date(2021, 9, 14), "10+1 weeks' gestation"),
        (date(2021, 7, 5), ""),
        (date(2019, 1, 1), ""),
    ],
)
def test_age(day: date, age: str) -> None:
    assert age_at(day, BORN, DUE) == age


def test_without_a_due_date_days_before_birth_are_counted_back() -> None:
    assert age_at(date(2022, 4, 1), BORN) == "5 days before birth"
    assert age_at(date(2022, 1, 6), BORN) == "12 weeks before birth"


def test_gestation_is_forty_weeks_on_the_due_date_and_goes_on_three_weeks_at_most() -> None:
    assert age_at(DUE, None, DUE) == "40+0 weeks' gestation"
    assert age_at(DUE + timedelta(days=21), None, DUE) == "43+0 weeks' gestation"
    assert age_at(DUE + timedelta(days=22), None, DUE) == ""


@given(some.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_nothing_is_known_without_birth_and_due_date(day: date) -> None:
    assert age_at(day, None, None) == ""


@given(some.integers(14, 700))
def test_weeks_and_days_add_up(days: int) -> None:
    words = age_at(BORN + timedelta(days=days), BORN).split()
    counted = int(words[0]) * 7 + (int(words[2]) if len(words) == 4 else 0)
    assert counted == days or words[1].startswith("year")


@pytest.mark.parametrize(
    ("born", "due", "day", "age"),
    [
        (date(2022, 2, 1), date(2022, 4, 11), date(2022, 5, 9), "4 weeks"),
        (date(2022, 2, 1), date(2022, 4, 11), date(2022, 4, 10), ""),
        (BORN, DUE, date(2022, 7, 13), ""),
        (date(2022, 3, 21), DUE, date(2022, 7, 13), ""),
        (None, DUE, date(2022, 7, 13), ""),
    ],
)
def test_corrected_age_is_for_babies_born_before_37_weeks(born: date | None, due: date, day: date, age: str) -> None:
    assert corrected_age_at(day, born, due) == age


def test_an_uncertain_date_has_an_age_at_both_ends() -> None:
    june = When("June 2022", date(2022, 6, 1), date(2022, 6, 30), Precision.MONTH)
    assert age_of(june, BORN) == "8 weeks to 12 weeks 1 day"


def test_a_date_open_at_an_end_has_no_age() -> None:
    assert age_of(When("before June", None, date(2022, 5, 31), Precision.DAY), BORN) == ""
    assert age_of(When("undated"), BORN, DUE) == ""


def test_the_corrected_age_stands_beside_the_age_of_a_baby_born_early() -> None:
    born, due, day = date(2022, 1, 20), date(2022, 3, 3), date(2022, 3, 12)
    month = When("", date(2022, 3, 1), date(2022, 3, 31), Precision.MONTH)
    assert ages_of(When("", day, day, Precision.DAY), born, due) == "7 weeks 2 days (corrected 9 days)"
    assert ages_of(month, born, due) == "5 weeks 5 days to 10 weeks (corrected 4 weeks)"
    assert ages_of(When("", day, day, Precision.DAY), born, born) == "7 weeks 2 days"
    assert ages_of(When(), born, due) == ""
