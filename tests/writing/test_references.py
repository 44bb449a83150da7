"""Keeps references with their entries whatever else changes."""

from datetime import date

from chronology_app.core.edits import mark, set_aside, set_date
from chronology_app.core.mark import Kind
from chronology_app.writing.references import references
from tests.make import POLICE, a_chronology, an_entry, on


def test_entries_are_numbered_per_agency_in_the_order_they_were_sent() -> None:
    late, early = an_entry(1), an_entry(2, when=on("1/1/22", date(2022, 1, 1)))
    police = an_entry(3, agency=POLICE)
    found = references(a_chronology(late, early, police))
    assert dict(found) == {"entry-1": "HV-001", "entry-2": "HV-002", "entry-3": "POL-001"}


def test_a_mark_a_date_or_setting_aside_changes_no_reference() -> None:
    chronology = a_chronology(an_entry(1), an_entry(2), an_entry(3))
    before = references(chronology)
    for change in (
        mark(chronology, ["entry-1"], Kind.FACT),
        set_date(chronology, "entry-3", on("", date(2020, 1, 1))),
        set_aside(chronology, ["entry-2"], "Sent twice."),
    ):
        assert references(chronology.after(change)) == before
