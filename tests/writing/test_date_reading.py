"""Prints the reading of a date only where the agency's own words leave anything open."""

from datetime import date, time

import pytest

from chronology_app.core.when import Precision, When
from chronology_app.writing.reading import reading_of

DAY = date(2022, 3, 12)


@pytest.mark.parametrize(
    "text",
    ["12/03/2022", "12.3.22", "12-03-2022", "Sat 12/03/22", "12th March 2022", "12 March 2022", "12th Mar. 2022"],
)
def test_a_plain_day_needs_no_reading(text: str) -> None:
    assert reading_of(When(text, DAY, DAY, Precision.DAY)) == ""


@pytest.mark.parametrize("text", ["12/03/22 14:30", "12/3/2022 1430hrs"])
def test_a_plain_day_and_time_needs_no_reading(text: str) -> None:
    assert reading_of(When(text, DAY, DAY, Precision.MINUTE, time=time(14, 30))) == ""


@pytest.mark.parametrize(
    "when",
    [
        When("03/12/2022", DAY, DAY, Precision.DAY),
        When("?12/03/2022", DAY, DAY, Precision.DAY, uncertain=True),
        When("c. 12/03/2022", DAY, DAY, Precision.DAY, approximate=True),
        When("March 22", date(2022, 3, 1), date(2022, 3, 31), Precision.MONTH),
        When("", DAY, DAY, Precision.DAY),
        When("before 12/03/2022", None, DAY, Precision.DAY),
    ],
    ids=lambda when: when.text or "none written",
)
def test_anything_less_plain_has_its_reading(when: When) -> None:
    assert "2022" in reading_of(when)


def test_what_could_not_be_read_has_no_reading() -> None:
    assert reading_of(When("31/02/2022", reason="This day does not exist.")) == ""
