"""Laws every reading of a date keeps, whatever the text: nothing invented, what is said is read back as itself."""

import os
import re
import subprocess
import sys
import tomllib
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology_app.core.saying import say
from chronology_app.core.when import Precision, When, span_of
from chronology_app.understanding.dates import read_when
from chronology_app.understanding.dates.pieces import easter

ROOT = Path(__file__).parents[2]
TABLE = tomllib.loads((ROOT / "tests" / "data" / "dates.toml").read_text("utf-8"))
READ = [text for row in TABLE["reads"] for text in row["texts"] if not {"year", "day_first"} & row.keys()]
IN_WORDS = [text for text in READ if not re.search(r"^\{|\.\.|%$|\dX$", text)]
ASKED = [text for row in TABLE["asks"] for text in row["texts"]]
SPACES = [" ", "  ", "\t", "\n", "\u00a0", "\u200b"]
DAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
EDTF = re.compile(
    r"(\{D(,D)+\}|(\.\.|D)/(\.\.|D)|D)".replace(
        "D", r"(\d{3}X|\d{4}(-(\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?))?)[~?%]?"
    )
)  # fmt: skip


def as_read(text: str) -> When:
    return replace(read_when(text), text="", offers=())


@given(DAYS)
def test_every_way_the_app_writes_a_day_is_read_back(day: date) -> None:
    whole = When("", day, day, Precision.DAY)
    for text in (f"{day:%d/%m/%Y}", f"{day:%d/%m/%y}", day.isoformat(), say(whole)):
        assert as_read(text) == whole


@given(DAYS, TIMES)
def test_every_way_the_app_writes_a_time_is_read_back(day: date, at: time) -> None:
    when = When("", day, day, Precision.MINUTE, time=at)
    for text in (f"{day:%d/%m/%Y} {at:%H:%M}", f"{day}T{at:%H:%M}", say(when)):
        assert as_read(text) == when


@given(st.sampled_from(READ), st.booleans(), st.booleans())
def test_what_is_said_is_read_back(text: str, about: bool, perhaps: bool) -> None:
    when = as_read(text)
    when = replace(when, approximate=when.approximate or about, uncertain=when.uncertain or perhaps)
    assert as_read(say(when)) == when


@given(DAYS, st.integers(1, 500), st.booleans(), st.booleans())
def test_ranges_are_read_back(first: date, days: int, about: bool, perhaps: bool) -> None:
    when = When("", first, first + timedelta(days=days), Precision.DAY, about, perhaps)
    assert as_read(say(when)) == when


@given(DAYS, st.sampled_from([Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.YEAR, Precision.DECADE]))
def test_weeks_months_quarters_years_and_decades_are_read_back(day: date, unit: Precision) -> None:
    day = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1) if unit is Precision.QUARTER else day
    first, last = span_of(day, unit)
    assert as_read(say(When("", first, last, unit))) == When("", first, last, unit)


@given(DAYS, st.booleans(), st.booleans())
def test_open_ends_are_read_back(day: date, at_start: bool, perhaps: bool) -> None:
    when = When("", day if at_start else None, None if at_start else day, Precision.DAY, uncertain=perhaps)
    assert as_read(say(when)) == when


@given(st.text(alphabet="0123456789/.-: ,&?~mayrchdecsattofbwn'()", max_size=24))
def test_whatever_is_written_the_ends_are_in_order_and_the_edtf_is_well_formed(text: str) -> None:
    when = read_when(text)
    if when.earliest and when.latest:
        assert when.earliest <= when.latest
    assert when.known or when.reason
    assert when.edtf is None or EDTF.fullmatch(when.edtf)


@pytest.mark.parametrize("text", READ)
def test_the_edtf_of_every_reading_is_well_formed(text: str) -> None:
    assert EDTF.fullmatch(read_when(text).edtf or "")


@given(st.sampled_from(READ), st.booleans(), st.booleans())
def test_edtf_is_read_back_or_offered(text: str, about: bool, perhaps: bool) -> None:
    when = read_when(text)
    assert_edtf_is_read_back(replace(when, approximate=when.approximate or about, uncertain=when.uncertain or perhaps))


@given(st.none() | DAYS, st.none() | st.integers(0, 900), st.sampled_from([*Precision]), st.booleans(), st.booleans())
def test_edtf_of_any_span_is_read_back_or_offered(
    day: date | None, days: int | None, unit: Precision, about: bool, perhaps: bool
) -> None:
    first = day and (day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1) if unit is Precision.QUARTER else day)
    first, last = span_of(first, unit) if first and days == 0 else (first, first and days and first + timedelta(days))
    assert_edtf_is_read_back(When("", first, last or None, unit, about, perhaps))


def assert_edtf_is_read_back(when: When) -> None:
    """What a month of two numbers may as well be ("2011-12", "2021-24") is offered; nothing is read as another date.

    EDTF has seconds, and 00:00:00 is what systems write where no time is known: of midnight it gives the day back.
    "2022-23" is the autumn of 2022 in EDTF, but two years in a row to whoever writes it: they hold the autumn.
    """
    if when.edtf is None:
        return
    if when.time == time.min and when.end_time is None:
        assert read_when(when.edtf).earliest == when.earliest
        return
    back = read_when(when.edtf)
    if back.known and is_season_of_two_years(when.edtf):
        year = int(when.edtf[:4])
        assert (back.earliest, back.latest) == (date(year, 1, 1), date(year + 1, 12, 31))
        return
    found = next((one for one in (back, *back.offers) if one.edtf == when.edtf), back)
    assert (found.earliest, found.latest, found.edtf) == (when.earliest, when.latest, when.edtf)
    assert found is back or not back.known


def is_season_of_two_years(edtf: str) -> bool:
    """Whether it is a season whose number is that of the year after."""
    season = re.fullmatch(r"\d\d(\d\d)-(2[1-4])[~?%]?", edtf)
    return season is not None and int(season[2]) == int(season[1]) + 1


@pytest.mark.parametrize(("text", "edtf"), [("spring 2020", "2020-21"), ("autumn of 2022?", "2022-23?")])
def test_the_edtf_of_a_season_that_looks_like_two_years_holds_the_season(text: str, edtf: str) -> None:
    assert read_when(text).edtf == edtf
    assert_edtf_is_read_back(read_when(text))


@given(st.sampled_from(IN_WORDS), st.sampled_from(["on", "dated", "the", "in", "on the"]))
def test_words_that_mean_nothing_change_nothing(text: str, words: str) -> None:
    assert as_read(f"{words} {text}") == as_read(text)


@given(st.sampled_from(READ + ASKED), st.lists(st.sampled_from(SPACES), min_size=1))
def test_more_white_space_changes_nothing(text: str, spaces: list[str]) -> None:
    parts = text.split(" ")
    wider = "".join(part + spaces[i % len(spaces)] + " " for i, part in enumerate(parts))
    assert as_read(wider) == as_read(text)
    assert as_read("".join(spaces) + text) == as_read(text)


@given(st.sampled_from(READ))
def test_case_changes_nothing(text: str) -> None:
    assert as_read(text.upper()) == as_read(text) == as_read(text.lower())


@settings(deadline=None)  # the first text that dateparser is asked about loads it
@given(st.sampled_from(READ), st.sampled_from(["visit", "seen by HV1", "zzz", "MGM", "41st floor flat", "%"]))
def test_words_that_are_not_part_of_a_date_are_never_ignored(text: str, words: str) -> None:
    for cell in (f"{text} {words}", f"{words} {text}"):
        assert not read_when(cell).known
        assert read_when(cell).reason


@given(st.integers(1900, 2100))
def test_easter_is_a_sunday_after_the_spring_equinox(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_easter_agrees_with_the_calendar() -> None:
    known = {2000: (4, 23), 2008: (3, 23), 2011: (4, 24), 2016: (3, 27), 2019: (4, 21), 2022: (4, 17), 2038: (4, 25)}
    assert {year: (easter(year).month, easter(year).day) for year in known} == known


def test_the_reading_does_not_depend_on_today_place_or_language() -> None:
    program = (
        "import sys, locale\n"
        "locale.setlocale(locale.LC_ALL, '')\n"
        "from chronology_app.understanding.dates import read_when\n"
        "print([read_when(t).edtf or read_when(t).reason for t in eval(sys.stdin.read())])\n"
    )
    texts = repr([*READ[::7], *ASKED[::7]])
    answers = set()
    for zone in ("Pacific/Kiritimati", "America/Adak"):
        env = {**os.environ, "TZ": zone, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", program], input=texts, env=env, capture_output=True, text=True, check=True
        )
        answers.add(done.stdout)
    here = [read_when(t).edtf or read_when(t).reason for t in [*READ[::7], *ASKED[::7]]]
    assert answers == {f"{here}\n"}


@pytest.mark.parametrize("text", ["12 March", "12th", "March", "Mon", "14:30", "28/2", "spring", "Easter", "w/c 14/3"])
def test_a_year_that_is_not_written_is_not_even_offered(text: str) -> None:
    when = read_when(text)
    assert not when.known
    assert when.offers == ()
