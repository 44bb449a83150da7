"""Holds the export to its contract: it keeps its schema and tells everything the schema names."""

import json

import pytest

from chronology_app.core.resources import resource
from chronology_app.writing.to_json import to_json
from tests.writing.a_full_review import full
from tests.writing.schema import faults

SCHEMA = json.loads(resource("schema/chronology.schema.json").read_text("utf-8"))


def test_the_export_keeps_its_schema() -> None:
    assert faults(json.loads(to_json(*full())), SCHEMA) == []


@pytest.mark.parametrize("name", SCHEMA["required"])
def test_the_schema_notices_what_is_missing(name: str) -> None:
    whole = json.loads(to_json(*full()))
    del whole[name]
    assert faults(whole, SCHEMA) == [f"{name} is missing"]


def test_the_schema_notices_what_is_too_much_or_wrong() -> None:
    whole = json.loads(to_json(*full()))
    whole["entries"][0]["when"]["earliest"] = "12/03/2022"
    whole["entries"][0]["invented"] = 1
    assert len(faults(whole, SCHEMA)) == 2


def test_an_entry_is_told_as_the_contract_says() -> None:
    entry = json.loads(to_json(*full()))["entries"][0]
    assert (entry["id"], entry["ref"], entry["agency"]) == ("entry-1", "HV-001", "HV")
    assert entry["place"] == {"file": "HV.xlsx", "source_id": "source-HV", "table": "Sheet1", "row": 2, "last_row": 2}
    assert entry["when"]["edtf"] == "2022-03-12~"
    assert (entry["time"], entry["age"], entry["kind"]) == ("14:00:00", "7 weeks 2 days", "opinion")
    assert entry["suggestions"] == [
        {"start": 5, "end": 11, "kind": "opinion", "cue": "seemed", "why": "A guess.", "field": "event"}
    ]


def test_a_source_tells_what_became_of_every_row() -> None:
    source = json.loads(to_json(*full()))["sources"][0]
    assert (source["counts"]["entry"], source["counts"]["nil_return"], sum(source["counts"].values())) == (2, 1, 3)
    (nil,) = source["others"]
    assert (nil["earliest"], nil["latest"]) == ("2022-05-01", "2022-05-31")
