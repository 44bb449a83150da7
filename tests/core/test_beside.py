"""What neighbours say of an entry: the interval before it, and whether the order inside its day is known."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from chronology_app.core import edits
from chronology_app.core.beside import NOTHING, Beside, beside
from chronology_app.core.entry import Entry
from chronology_app.core.when import Precision, When
from tests.make import a_chronology, an_entry, on

DAY = date(2022, 3, 12)
MONTH = When("March 2022", date(2022, 3, 1), date(2022, 3, 31), Precision.MONTH)


def day(number: int, days: int, **of_when: object) -> Entry:
    """Entry `number`, so many days after the first one."""
    return an_entry(number, when=replace(on("", DAY + timedelta(days=days)), **of_when))


def test_an_interval_is_told_in_words() -> None:
    told = beside([day(1, 0), day(2, 9), day(3, 10)])
    assert told == {"entry-2": Beside(since=9)}
    assert told["entry-2"].interval() == "9 days since the last entry"
    assert NOTHING.interval() == ""


@pytest.mark.parametrize(
    "entries",
    [
        [an_entry(1, when=When("soon")), day(2, 9)],
        [an_entry(1, when=MONTH), day(2, 60)],
        [day(1, 0), an_entry(2, when=replace(MONTH, earliest=date(2022, 4, 1), latest=date(2022, 4, 30)))],
        [day(1, 0, approximate=True), day(2, 9)],
        [day(1, 0), day(2, 9, uncertain=True)],
        [day(1, 0), day(2, 0, latest=DAY + timedelta(days=20)), day(3, 5), day(4, 19)],
    ],
    ids=["undated", "after a month", "before a month", "about", "perhaps", "while one lasted longer"],
)  # fmt: skip
def test_an_interval_that_is_not_certain_is_not_told(entries: list[Entry]) -> None:
    assert {found.since for found in beside(entries).values()} <= {0}


def test_the_order_inside_a_day_is_not_known_until_a_time_or_a_person_says_so() -> None:
    chronology = a_chronology(day(1, 0), day(2, 0), day(3, 0, time=time(9)), day(4, 1))
    loose = {"entry-1": Beside(unordered=True), "entry-2": Beside(unordered=True)}
    assert beside(chronology.in_order()) == loose
    moved = chronology.after(edits.move(chronology, "entry-1", 1))
    assert beside(moved.in_order()) == {}


def test_two_entries_of_the_same_minute_have_no_order_either() -> None:
    assert len(beside([day(1, 0, time=time(9)), day(2, 0, time=time(9))])) == 2
    assert beside([day(1, 0, time=time(9)), day(2, 0, time=time(10))]) == {}


def test_a_month_has_no_order_to_be_known() -> None:
    assert beside([an_entry(1, when=MONTH), an_entry(2, when=MONTH)]) == {}
