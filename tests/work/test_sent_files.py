"""Forty invented files as agencies send them, with the truth of every row written by hand beside them.

`truth.json` says of each row its outcome (several where any of them is sound), and of an entry its first and last day
(null: nothing is known), the mark of doubt, its time and texts. `may_ask`: the app may ask for that date, but not read
another; `within`: the days lie within these; `may_time`: that time or none. A table that is null holds no entry.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from chronology_app.core.fields import Field
from chronology_app.core.source import Outcome
from chronology_app.understanding.draft import Draft
from chronology_app.work.plan import FilePlan
from chronology_app.work.planning import plan_import

SENT = Path(__file__).parents[1] / "data" / "sent"
TRUTH: dict[str, Any] = json.loads((SENT / "truth.json").read_text("utf-8"))
TEXTS = (Field.EVENT, Field.SOURCE, Field.ACTION, Field.SEEN)


@cache
def planned(name: str) -> FilePlan:
    (file,) = plan_import([SENT / name]).files
    return file


def rows_of(drafts: tuple[Draft, ...]) -> list[Draft]:
    """The drafts with one for every physical row."""
    return [one for one in drafts for _ in range(one.row, one.last_row + 1)]


def pairs(name: str) -> list[tuple[dict[str, Any], Draft]]:
    tables = zip(TRUTH[name]["tables"], planned(name).tables, strict=False)
    return [pair for truth, table in tables if truth for pair in zip(truth, rows_of(table.drafts), strict=True)]


@pytest.mark.parametrize("name", TRUTH)
def test_no_row_is_lost(name: str) -> None:
    file = planned(name)
    assert file.problem == ""
    assert sum(file.counts().values()) == sum(table.sheet.height for table in file.tables)


@pytest.mark.parametrize("name", TRUTH)
def test_every_row_is_what_it_is(name: str) -> None:
    for truth, found in pairs(name):
        assert truth["outcome"] == ["*"] or found.outcome in truth["outcome"], found
    aside = [t for truth, t in zip(TRUTH[name]["tables"], planned(name).tables, strict=False) if not truth]
    assert not [one for table in aside for one in table.drafts if one.outcome is Outcome.ENTRY]


@pytest.mark.parametrize("name", TRUTH)
def test_every_date_is_the_one_written(name: str) -> None:
    for truth, found in pairs(name):
        if truth["outcome"] == ["entry"] and not (truth.get("may_ask") and not found.when.known):
            assert found.when.known or found.reason
            assert right_days(truth, found), found
            assert right_time(truth, found), found


def right_days(truth: dict[str, Any], found: Draft) -> bool:
    when = found.when
    if "within" in truth:
        first, last = map(date.fromisoformat, truth["within"])
        return bool(when.earliest and when.latest and first <= when.earliest <= when.latest <= last)
    days = tuple(map(date.fromisoformat, truth["when"])) if truth["when"] else (None, None)
    mark = "~" * when.approximate + "?" * when.uncertain
    return (when.earliest, when.latest) == days and (mark == truth.get("mark", mark) or not when.known)


def right_time(truth: dict[str, Any], found: Draft) -> bool:
    time = "-".join(f"{one:%H:%M}" for one in (found.when.time, found.when.end_time) if one)
    return time in ("", truth["may_time"]) if "may_time" in truth else time == truth["time"]


@pytest.mark.parametrize("name", TRUTH)
def test_every_text_stands_in_its_field(name: str) -> None:
    for truth, found in pairs(name):
        if truth["outcome"] == ["entry"]:
            read = {field: found.texts.get(field, "") for field in TEXTS if field in truth}
            assert read == {field: truth[field] for field in TEXTS if field in truth}
