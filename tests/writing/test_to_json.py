"""Holds the export to its contract: it keeps its schema, and comes back without loss."""

import json
from dataclasses import fields, replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronology_app.core.agency import Agency
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import mark_passage, set_aside
from chronology_app.core.entry import Entry
from chronology_app.core.errors import FileProblem
from chronology_app.core.findings import Accounts, Conflict, Findings, Gap, Suggestion
from chronology_app.core.link import Link
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.note import Note
from chronology_app.core.person import Person
from chronology_app.core.remembered import Constant, RememberedLayout
from chronology_app.core.resources import resource
from chronology_app.core.review import Review
from chronology_app.core.source import OtherRow, Outcome, Source
from chronology_app.core.stay import Stay
from chronology_app.core.when import Precision, When
from chronology_app.writing.from_json import from_json
from chronology_app.writing.to_json import to_json
from tests.make import HEALTH, a_chronology, an_entry
from tests.writing.schema import faults

SCHEMA = json.loads(resource("schema/chronology.schema.json").read_text("utf-8"))
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=8)
DATES = st.none() | st.dates(date(1900, 1, 1))


def built(kind: type, **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Records of a kind with any text in every text of theirs."""
    texts = {field.name: ANY_TEXT for field in fields(kind) if field.type is str}
    return st.builds(kind, **{**texts, **known})


PLAIN_WHENS = built(When, earliest=DATES, latest=DATES, precision=st.none(), offers=st.just(()))
WHENS = built(When, earliest=DATES, latest=DATES, offers=st.lists(PLAIN_WHENS, max_size=2).map(tuple))
ENTRIES = built(Entry, id=st.sampled_from("abc"), when=PLAIN_WHENS | WHENS)
MARKS = built(Mark, entry_id=st.just("a"))
OTHERS = (
    *map(built, (Agency, Source, Person, Link, Note, RememberedLayout)),
    built(Stay, started=PLAIN_WHENS, ended=PLAIN_WHENS),
)
RECORDS = st.lists(st.one_of(ENTRIES, MARKS, *OTHERS), max_size=5)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(RECORDS)
def test_what_is_exported_comes_back_the_same(records: list[Any]) -> None:
    chronology = Chronology.of([Review(title="Baby K"), Entry("a", "", "", "", 1, 1), *records])
    text = to_json(chronology)
    assert from_json(text) == chronology
    assert from_json(text.encode().decode()) == chronology


def full() -> tuple[Chronology, Findings]:
    when = When(
        "c. 12/3/22 2pm", date(2022, 3, 12), date(2022, 3, 12), Precision.MINUTE, approximate=True, time=time(14)
    )
    chronology = a_chronology(
        an_entry(1, "Home seemed cold.", when), replace(an_entry(2), needs="No date.", when=When())
    )
    chronology = chronology.after(mark_passage(chronology, "entry-1", "event", 5, 16, Kind.OPINION))
    chronology = chronology.after(set_aside(chronology, ["entry-2"], "Sent twice."))
    nil = OtherRow("Sheet1", 4, 4, Outcome.NIL_RETURN, "Nothing in May.", "", date(2022, 5, 1), date(2022, 5, 31))
    source = replace(chronology.sources["source-HV"], others=(nil,))
    layout = RememberedLayout("layout-1", "HV", ("Day",), ("date",), True, (Constant("source", "Record"),))
    chronology = chronology.after(Change("Read a file", (source, layout)))
    found = Findings(
        {"entry-1": (Suggestion(5, 11, Kind.OPINION, "seemed", "A guess."),)},
        (Accounts(("entry-1", "entry-2"), ("The same day.",)),),
        (Conflict(("entry-1", "entry-2"), "time", ("14:00 or 15:00.",)),),
        (Gap(HEALTH.id, date(2022, 4, 1), date(2022, 4, 30)),),
    )
    return chronology, found


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


def test_an_export_from_before_layouts_were_remembered_comes_in() -> None:
    whole = json.loads(to_json(*full()))
    del whole["layouts"]
    assert not from_json(json.dumps(whole)).layouts


def test_a_source_tells_what_became_of_every_row() -> None:
    source = json.loads(to_json(*full()))["sources"][0]
    assert (source["counts"]["entry"], source["counts"]["nil_return"], sum(source["counts"].values())) == (2, 1, 3)
    (nil,) = source["others"]
    assert (nil["earliest"], nil["latest"]) == ("2022-05-01", "2022-05-31")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"format": "other"}', to_json(a_chronology()).replace('"born": "2', '"born": "x')]
)
def test_what_is_no_export_is_told(text: str) -> None:
    with pytest.raises(FileProblem, match="nothing was taken in"):
        from_json(text)


def test_an_export_of_a_later_version_is_told() -> None:
    text = to_json(a_chronology()).replace('"format_version": 1', '"format_version": 2')
    with pytest.raises(FileProblem, match="later version"):
        from_json(text)
