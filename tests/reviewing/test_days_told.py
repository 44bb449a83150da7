"""Which other days an entry is said to speak of, and which words only look like one."""

from datetime import date

import pytest

from chronology_app.reviewing.days_told import days_told

FRIDAY = date(2022, 6, 17)


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("Incident on 14/06/2022.", date(2022, 6, 14), "14/06/2022"),
        ("Incident on 14.6.22, father arrested.", date(2022, 6, 14), "14.6.22"),
        ("Seen in ED on 3rd June.", date(2022, 6, 3), "3rd June"),
        ("Evicted 14 June 2022", date(2022, 6, 14), "14 June 2022"),
        ("Police called last night.", date(2022, 6, 16), "last night"),
        ("She rang the day before.", date(2022, 6, 16), "the day before"),
        ("After Tuesday's assault", date(2022, 6, 14), "Tuesday"),
        ("Again on Friday", date(2022, 6, 10), "Friday"),
    ],
)
def test_a_day_before_is_read_with_its_words(text: str, day: date, words: str) -> None:
    assert days_told(text, FRIDAY) == {day.toordinal(): words}


@pytest.mark.parametrize(
    "text",
    [
        "Visit on 20/06/2022.",
        "Born 02/06/2020.",
        "Seen today, 17/06/2022.",
        "To call next Tuesday.",
        "Reply by Tuesday.",
        "Due 31/02/2022 and 5/13/2022.",
        "Plan 2/52, pain 3/10.",
        "30 February",
        "Baby weighed.",
    ],
)
def test_days_to_come_long_ago_and_no_days_are_left_out(text: str) -> None:
    assert days_told(text, FRIDAY) == {}


def test_a_day_without_a_year_may_lie_in_the_year_before() -> None:
    assert days_told("Fell on 30 December.", date(2022, 1, 2)) == {date(2021, 12, 30).toordinal(): "30 December"}
