"""Nearly four hundred invented date cells as agencies send them: nothing is given that was not written."""

from datetime import date
from pathlib import Path

import pytest

from chronology_app.core.when import When
from chronology_app.understanding.dates import read_when

Case = tuple[str, str, str, str, str]

LINES = (Path(__file__).parents[1] / "data" / "dates_sent.txt").read_text("utf-8").splitlines()
CASES: list[Case] = [
    tuple(part.strip() for part in line.split(" | "))  # type: ignore[misc]
    for line in LINES
    if not line.startswith("#")
]


def read(text: str, given: str) -> When:
    said = dict(one.split("=") for one in given.split(",") if "=" in one)
    year, month = (int(said[name]) if name in said else None for name in "ym")
    return read_when(text, day_first="us" not in given, year=year, month=month)


def days(truth: str) -> tuple[date | None, date | None]:
    ends = truth.lstrip("?<").split("/")
    first, last = (None if end == ".." else date.fromisoformat(end) for end in (ends[0], ends[-1]))
    return first, last


def holds(outer: tuple[date | None, date | None], inner: tuple[date | None, date | None]) -> bool:
    """Whether one stretch of days, perhaps open, holds another."""
    return (outer[0] or date.min) <= (inner[0] or date.min) and (outer[1] or date.max) >= (inner[1] or date.max)


@pytest.mark.parametrize(("text", "given", "truth", "marks", "time"), CASES)
def test_it_reads_what_was_written_and_nothing_more(text: str, given: str, truth: str, marks: str, time: str) -> None:
    when = read(text, given)
    read_days = when.earliest, when.latest
    if truth == "-":
        assert not when.known
    elif truth[0] == "?":
        assert not when.known or holds(read_days, days(truth))
        assert when.known or when.reason
    elif truth[0] == "<":
        assert when.known
        assert holds(days(truth), read_days)
    else:
        assert read_days == days(truth)


@pytest.mark.parametrize(("text", "given", "truth", "marks", "time"), CASES)
def test_its_doubt_and_time_are_those_written(text: str, given: str, truth: str, marks: str, time: str) -> None:
    when = read(text, given)
    if when.known and marks != "*":
        assert ("~" * when.approximate + "?" * when.uncertain or ".") == marks
    ends = [f"{one:%H:%M}" for one in (when.time, when.end_time) if one]
    assert time == "*" or "-".join(ends) in (time.lstrip("*"), "" if time[0] in "-*" else time)
