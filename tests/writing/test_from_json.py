"""Holds the way back to its promise: an export comes in as it was, and what does not hold together not at all."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from chronology_app.core.change import RECORD_TYPES
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import FileProblem
from chronology_app.core.resources import resource
from chronology_app.writing.from_json import from_json
from chronology_app.writing.to_json import to_json
from tests.writing.a_full_review import full
from tests.writing.schema import faults
from tests.writing.sound_reviews import sound_reviews

SCHEMA = json.loads(resource("schema/chronology.schema.json").read_text("utf-8"))
OLD = Path(__file__).parents[1] / "data" / "format_3.json"
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
Change = Callable[[dict[str, Any]], object]


@settings(max_examples=60, suppress_health_check=SLOW)
@given(sound_reviews())
def test_what_is_exported_comes_back_the_same(chronology: Chronology) -> None:
    text = to_json(chronology)
    assert from_json(text) == chronology
    assert from_json(text.encode().decode()) == chronology


@settings(max_examples=30, suppress_health_check=SLOW)
@given(sound_reviews())
def test_every_export_keeps_the_schema(chronology: Chronology) -> None:
    assert faults(json.loads(to_json(chronology)), SCHEMA) == []


def test_a_review_with_every_kind_of_record_comes_back() -> None:
    chronology, found = full()
    assert set(chronology.records) == set(RECORD_TYPES)
    assert from_json(to_json(chronology, found)) == chronology


def test_an_export_of_an_older_version_comes_in() -> None:
    whole = json.loads(OLD.read_text("utf-8"))
    assert whole["format_version"] == 1
    assert "looks" not in whole
    assert len(from_json(json.dumps(whole)).entries) == len(whole["entries"])


def test_an_export_of_a_later_version_is_told() -> None:
    text = to_json(full()[0]).replace('"format_version": 2', '"format_version": 3')
    with pytest.raises(FileProblem, match="later version"):
        from_json(text)


NO_EXPORTS = (
    *("", "[]", "{}", "null", '"text"', '{"format": "other"}', '{"format": 1', "[" * 100_000, '{"a":' * 100_000),
    *("9" * 5_000, "[1, 2", "\x00", to_json(full()[0])[:-40], to_json(full()[0]).replace('"born": "2', '"born": "x')),
    '{"format": "chronology-builder/review", "format_version": 2}' + "[],{}," * 9_000,
)


@pytest.mark.parametrize("text", NO_EXPORTS, ids=range(len(NO_EXPORTS)))
def test_what_is_no_export_is_told(text: str) -> None:
    with pytest.raises(FileProblem, match=r"nothing was taken in\. Export"):
        from_json(text)


def refused(text: str) -> None:
    with pytest.raises(FileProblem, match=r"nothing was taken in\. Export"):
        from_json(text)


def put(*way: Any) -> Change:
    """Put the last thing of `way` where the others lead."""

    def change(whole: dict[str, Any]) -> None:
        held: Any = whole
        for step in way[:-2]:
            held = held[step]
        held[way[-2]] = way[-1]

    return change


def again(name: str) -> Change:
    return lambda whole: whole[name].append(whole[name][0])


def offered_in_turn(whole: dict[str, Any]) -> None:
    """A reading that offers a reading that offers a reading, and so on."""
    when = whole["entries"][0]["when"]
    for _ in range(90):
        when["offers"] = [{**whole["stays"][0]["started"], "offers": []}]
        when = when["offers"][0]


ENTRY, MARK = ("entries", 0), ("entries", 0, "marks", 0)
BROKEN: dict[str, Change] = {
    **{f"the same of {name} twice": again(name) for name in ("agencies", "sources", "entries", "notes", "links")},
    "an id of nothing": put("agencies", 1, "id", ""),
    "another review": put("review", "id", "other"),
    "a version that is a word": put("format_version", "2"),
    "something nobody knows": put("themes", []),
    "something nobody knows in an entry": put(*ENTRY, "feeling", "cold"),
    "words that are missing": lambda whole: whole["entries"][0].pop("event"),
    "a part that is missing": lambda whole: whole.pop("links"),
    "a place without its row": lambda whole: whole["entries"][0]["place"].pop("row"),
    "an entry of no agency": put(*ENTRY, "agency_id", "none"),
    "an entry of no file": put(*ENTRY, "place", "source_id", "none"),
    "an entry in row 0": put(*ENTRY, "place", "row", 0),
    "an entry that ends before it begins": put(*ENTRY, "place", "last_row", 1),
    "a number no review can keep": put(*ENTRY, "sequence", 2**63),
    "half a row": put(*ENTRY, "sequence", 1.5),
    "half a character": put(*ENTRY, "event", "\ud83d"),
    "no such day": put(*ENTRY, "when", "earliest", "2022-02-30"),
    "a day in words": put(*ENTRY, "when", "earliest", "yesterday"),
    "a day at the end of time": put(*ENTRY, "when", "latest", "9999-12-31"),
    "a day before its first": put(*ENTRY, "when", "latest", "2022-03-11"),
    "a time of somewhere": put(*ENTRY, "when", "time", "14:00:00+01:00"),
    "a unit nobody knows": put(*ENTRY, "when", "precision", "fortnight"),
    "readings without end": offered_in_turn,
    "an earlier row of no file": put(*ENTRY, "earlier", 0, "source_id", "none"),
    "a mark past its words": put(*MARK, "end", 500),
    "a mark before its words": put(*MARK, "start", -1),
    "a mark on no words": put(*MARK, "end", 5),
    "a mark on nothing": put(*MARK, "entry_id", "none"),
    "a mark on a field of none": put(*MARK, "field", "date"),
    "a mark that is mixed": put(*MARK, "kind", "mixed"),
    "a note on nothing": put("notes", 0, "entry_id", "none"),
    "a note about a field of none": put("notes", 0, "field", "weather"),
    "a note of no kind": put("notes", 0, "kind", "sermon"),
    "a note from the end of time": put("notes", 1, "written", "9999-12-31T23:59-11:00"),
    "a tie of one": put("links", 0, "entry_ids", ["entry-1"]),
    "a tie to nothing": put("links", 0, "entry_ids", ["entry-1", "none"]),
    "a tie to itself": put("links", 0, "entry_ids", ["entry-1", "entry-1"]),
    "a tie out of order": put("links", 0, "entry_ids", ["entry-2", "entry-1"]),
    "a file of no agency": put("sources", 0, "agency_id", "none"),
    "a file after itself": put("sources", 0, "replaces", "source-HV"),
    "a file after nothing": put("sources", 0, "replaces", "none"),
    "files in a circle": lambda whole: [
        put("sources", n, "replaces", whole["sources"][1 - n]["id"])(whole) for n in (0, 1)
    ],
    "a row of a file before the first": put("sources", 0, "others", 0, "row", 0),
    "a column of no field": put("sources", 0, "tables", 0, "fields", 0, "weather"),
    "a table with a column too many": put("sources", 0, "tables", 0, "fields", [""]),
    "a person without a designation": put("people", 0, "designation", " "),
    "a stay of no entry": put("stays", 0, "entry_id", "none"),
    "a layout of no field": put("layouts", 0, "fields", ["weather"]),
    "a layout with a column too many": put("layouts", 0, "fields", ["date", ""]),
    "a look without a name": put("looks", 0, "name", ""),
    "a look for marks of no kind": put("looks", 0, "asked", "kinds", ["sermon"]),
    "a list that is an object": put("people", {}),
    "an object that is a list": put("review", []),
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN.keys())
def test_what_does_not_hold_together_is_refused(change: Change) -> None:
    chronology, found = full()
    whole = json.loads(to_json(chronology, found))
    assert from_json(json.dumps(whole)) == chronology
    change(whole)
    refused(json.dumps(whole))
