"""The document and the export tell the versions of a file apart, and show what the newest one says."""

import json
from dataclasses import replace
from datetime import date

from chronology_app.core.chronology import Chronology
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.source import OtherRow, Outcome
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts import agencies, left_out
from chronology_app.writing.tidy import rows
from chronology_app.writing.to_json import to_json
from tests.make import HEALTH, a_chronology, a_source, an_entry

NIL = OtherRow("Sheet1", 9, 9, Outcome.NIL_RETURN, "No contact in May 2022.")
OLD = replace(a_source(HEALTH, 1), others=(NIL,), sha256="a" * 64)
NEW = replace(
    OLD, id="later", name="HV v2.xlsx", sha256="b" * 64, received=date(2022, 10, 1), others=(), replaces=OLD.id
)
BEFORE = an_entry(1)
AFTER = replace(BEFORE, source_id=NEW.id, row=7, event="Home visit: asleep.", earlier=(BEFORE.origin,))
LOST = Mark("mark", BEFORE.id, Kind.OPINION, "event", words="Kit seemed settled.")


def replaced() -> Chronology:
    return Chronology.of([*a_chronology().agencies.values(), OLD, NEW, AFTER, LOST])


def test_the_files_are_told_with_their_versions_days_and_hashes() -> None:
    told = "".join(agencies.blocks(Manuscript(replaced())))
    marks = ("HV.xlsx", "Version 1, replaced by a later one", "aaaaaaaaaaaa…", "1 September 2022")
    marks += ("HV v2.xlsx", "Version 2", "bbbbbbbbbbbb…", "1 October 2022")
    places = [told.index(mark) for mark in marks]
    assert places == sorted(places)
    assert "Version 1" not in "".join(agencies.blocks(Manuscript(a_chronology(BEFORE))))


def test_what_an_earlier_version_left_out_is_not_said_of_the_newest() -> None:
    manuscript = Manuscript(replaced())
    assert "No contact in May" not in "".join(left_out.blocks(manuscript))
    assert manuscript.nil_returns == ()


def test_a_mark_whose_words_changed_is_not_printed() -> None:
    (row,) = rows(Manuscript(replaced()))
    assert not any("[O]" in str(value) for value in row)


def test_the_export_tells_versions_and_earlier_rows() -> None:
    whole = json.loads(to_json(replaced()))
    assert [(one["name"], one["version"], one["replaces"]) for one in whole["sources"]] == [
        ("HV.xlsx", 1, ""),
        ("HV v2.xlsx", 2, OLD.id),
    ]
    (entry,) = whole["entries"]
    assert entry["event"] == "Home visit: asleep."
    assert entry["earlier"] == [
        {"source_id": OLD.id, "table": "Sheet1", "row": 2, "last_row": 2, "original": list(BEFORE.original)}
    ]
    assert entry["marks"][0]["words"] == "Kit seemed settled."
