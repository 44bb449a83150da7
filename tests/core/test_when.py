"""The reading of a date in EDTF and its place in the order (ISO 8601-2:2019)."""

import re
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chronology_app.core.when import Precision, When, edtf, order_key, span_of

MARCH_12 = date(2022, 3, 12)
MINUTE, DAY, WEEK, MONTH = Precision.MINUTE, Precision.DAY, Precision.WEEK, Precision.MONTH
SEASON, QUARTER, YEAR, DECADE = Precision.SEASON, Precision.QUARTER, Precision.YEAR, Precision.DECADE
POINT = r"(\d{4}(-\d{2}(-\d{2})?)?|\d{3}X)[~?%]?"
EDTF = re.compile(rf"{POINT}|({POINT}|\.\.)/({POINT}|\.\.)|\{{.+\}}|\d{{4}}-\d{{2}}-\d{{2}}T\d\d:\d\d:\d\d")


@pytest.mark.parametrize(
    ("when", "written"),
    [
        (When("", MARCH_12, MARCH_12, DAY), "2022-03-12"),
        (When("", MARCH_12, MARCH_12, DAY, approximate=True), "2022-03-12~"),
        (When("", MARCH_12, MARCH_12, DAY, uncertain=True), "2022-03-12?"),
        (When("", MARCH_12, MARCH_12, DAY, approximate=True, uncertain=True), "2022-03-12%"),
        (When("", MARCH_12, MARCH_12, MINUTE, time=time(14, 30)), "2022-03-12T14:30:00"),
        (When("", MARCH_12, MARCH_12, MINUTE, time=time(14, 30), time_approximate=True), "2022-03-12"),
        (When("", MARCH_12, MARCH_12, MINUTE, uncertain=True, time=time(14, 30)), "2022-03-12?"),
        (When("", date(2022, 3, 1), date(2022, 3, 31), MONTH, uncertain=True), "2022-03?"),
        (When("", date(2022, 1, 1), date(2022, 12, 31), YEAR), "2022"),
        (When("", date(2022, 3, 1), date(2022, 5, 31), SEASON), "2022-21"),
        (When("", date(2021, 12, 1), date(2022, 2, 28), SEASON), "2021-24"),
        (When("", date(2022, 4, 1), date(2022, 6, 30), QUARTER), "2022-34"),
        (When("", date(2020, 1, 1), date(2029, 12, 31), DECADE), "202X"),
        (When("", MARCH_12, date(2022, 3, 14), DAY), "2022-03-12/2022-03-14"),
        (When("", date(2022, 3, 14), date(2022, 3, 20), WEEK), "2022-03-14/2022-03-20"),
        (When("", date(2021, 11, 1), date(2021, 12, 31), MONTH), "2021-11/2021-12"),
        (When("", date(2022, 11, 1), date(2023, 1, 31), SEASON), "2022-11-01/2023-01-31"),
        (When("", date(2022, 2, 1), date(2022, 4, 30), QUARTER), "2022-02-01/2022-04-30"),
        (When("", None, date(2022, 4, 5), DAY), "../2022-04-05"),
        (When("", date(2022, 4, 5), None, DAY, approximate=True), "2022-04-05~/.."),
        (When("", date(2022, 2, 28), date(2022, 3, 2), DAY, dates=(date(2022, 2, 28), date(2022, 3, 2))),
         "{2022-02-28,2022-03-02}"),
        (When("undated"), None),
    ],
)  # fmt: skip
def test_edtf(when: When, written: str | None) -> None:
    assert when.edtf == written


precisions = some.sampled_from(list(Precision))
days = some.dates(date(1990, 1, 1), date(2060, 1, 1))


@given(some.one_of(some.none(), days), some.one_of(some.none(), days), precisions, some.booleans(), some.booleans())
def test_whatever_is_known_is_written_in_edtf(
    first: date | None, last: date | None, precision: Precision, approximate: bool, uncertain: bool
) -> None:
    if first and last and last < first:
        first, last = last, first
    when = When("", first, last, precision, approximate, uncertain)
    written = edtf(when)
    assert (written is None) == (not when.known)
    assert written is None or EDTF.fullmatch(written)


@given(days, precisions)
def test_a_span_holds_the_day_it_starts_from_and_ends_where_the_next_begins(day: date, precision: Precision) -> None:
    first, last = span_of(day, precision)
    assert first <= day <= last
    following, _ = span_of(last + timedelta(days=1), precision)
    assert following == last + timedelta(days=1)


@given(days, days)
def test_earlier_days_sort_earlier_and_undated_first(one: date, other: date) -> None:
    a, b = order_key(When("", one, one, DAY)), order_key(When("", other, other, DAY))
    assert (a < b) == (one < other)
    assert order_key(When("undated")) < a


def test_an_open_end_sorts_last_of_its_start_and_an_open_start_at_its_end() -> None:
    after = order_key(When("after 12 March", MARCH_12, None, DAY))
    on_the_day = order_key(When("12 March", MARCH_12, MARCH_12, DAY))
    before = order_key(When("before 13 March", None, date(2022, 3, 13), DAY))
    assert on_the_day < after < before
