"""How well events told by several agencies are found among the contacts of ninety-six invented weeks."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Accounts
from chronology_app.core.review import Review
from chronology_app.core.when import Precision, When
from chronology_app.reviewing.accounts import same_event
from chronology_app.reviewing.conflicts import conflicts
from tests.make import an_entry, on

FIRST = date(2021, 1, 4)
Pairs = set[frozenset[str]]


def lines(name: str) -> list[str]:
    text = (Path(__file__).parent / name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def weeks() -> list[list[tuple[str, str, str, str]]]:
    """Agency, day, event and words of every entry, week by week, four or five contacts of every day among them."""
    found: list[list[tuple[str, str, str, str]]] = []
    for line in lines("weeks_of_families.txt"):
        if line == "week":
            found.append([])
        else:
            head, text = line.split(" | ", 1)
            agency, day, event = head.split()
            found[-1].append((agency, day, event, text))
    everyday = [line.split(" | ", 1) for line in lines("contacts_of_every_day.txt")]
    for number, week in enumerate(found):
        for place in range(4 + number % 2):
            agency, text = everyday[(number * 9 // 2 + place) % len(everyday)]
            week.append((agency, str((number * 3 + place * 2) % 7), "-", text))
    return found


def dated(day: str, start: date) -> When:
    if day != "M":
        return on(f"{start + timedelta(days=int(day)):%d/%m/%Y}", start + timedelta(days=int(day)))
    last = (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return When(f"{start:%B %Y}", start.replace(day=1), last, Precision.MONTH)


def told(week: int, number: int, row: tuple[str, str, str, str]) -> Entry:
    agency, day, _, text = row
    start = FIRST + timedelta(weeks=week)
    text = re.sub(r"\{d(\d)\}", lambda m: f"{start + timedelta(days=int(m[1])):%d/%m/%Y}", text)
    text = re.sub(r"\{wd(\d)\}", lambda m: f"{start + timedelta(days=int(m[1])):%A}", text)
    return an_entry(1000 * week + number, text, dated(day, start), Agency(agency, agency, agency, 0))


WEEKS = len(weeks())
ROWS = [(week, number, row) for week, rows in enumerate(weeks()) for number, row in enumerate(rows)]
ENTRIES = [told(*place) for place in ROWS]
EVENTS: dict[tuple[int, str], list[str]] = {}
for (in_week, _, told_row), told_entry in zip(ROWS, ENTRIES, strict=True):
    if told_row[2] != "-":
        EVENTS.setdefault((in_week, told_row[2]), []).append(told_entry.id)


def pairs(groups: Iterable[Iterable[str]]) -> Pairs:
    return {frozenset(two) for group in groups for two in combinations(group, 2)}


def found(by_family: bool) -> list[Accounts]:
    if not by_family:
        return same_event(ENTRIES)
    family = [[e for (week, _, _), e in zip(ROWS, ENTRIES, strict=True) if week == number] for number in range(WEEKS)]
    return [group for entries in family for group in same_event(entries)]


def test_there_are_as_many_near_misses_as_events() -> None:
    assert len(ENTRIES) >= 900
    assert len(EVENTS) >= 96
    assert all(len(ids) > 1 for ids in EVENTS.values())


@pytest.mark.parametrize("by_family", [False, True])
def test_events_told_in_other_words_are_found_and_near_misses_are_not(by_family: bool) -> None:
    true, offered = pairs(EVENTS.values()), [group.entry_ids for group in found(by_family)]
    right = len(true & pairs(offered))
    assert right / len(pairs(offered)) >= 0.97
    assert right / len(true) >= 0.64
    assert sum(pairs([group]) <= true for group in offered) / len(offered) >= 0.95
    known = sum(bool(pairs([ids]) & pairs(offered)) for ids in EVENTS.values())
    assert known / len(EVENTS) >= 0.83


def test_entries_that_speak_of_the_same_day_do_not_differ_about_it() -> None:
    agencies = {entry.agency_id for entry in ENTRIES}
    chronology = Chronology.of([Review("", ""), *(Agency(a, a, a, n) for n, a in enumerate(agencies)), *ENTRIES])
    noticed = conflicts(chronology, [Accounts(tuple(ids), ()) for ids in EVENTS.values()])
    assert {conflict.about for conflict in noticed} == {"day"}
    assert len(noticed) <= 30
