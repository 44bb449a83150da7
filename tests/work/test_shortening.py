"""Finds the abbreviations of a document's entries."""

from dataclasses import replace

from chronology_app.core.findings import Abbreviation
from chronology_app.work.shortening import shortened
from chronology_app.writing.look import Look, only
from tests.make import POLICE, a_chronology, an_entry

TOLD = a_chronology(
    an_entry(1, "GP rang. Team around the child (TAC) met."),
    an_entry(2, "TAC discussed, GP told, XQZ sent.", agency=POLICE),
)


def test_abbreviations_are_counted_over_agencies_with_the_first_entry() -> None:
    found = {one.short: one for one in shortened(TOLD, Look()).abbreviations}
    assert found["GP"] == Abbreviation("GP", "general practitioner", 2, "entry-1")
    assert found["XQZ"] == Abbreviation("XQZ", "", 1, "entry-2")


def test_what_one_agency_explains_is_not_explained_for_another() -> None:
    found = {one.short: one for one in shortened(TOLD, Look()).abbreviations}
    assert (found["TAC"].times, found["TAC"].entry_id) == (1, "entry-2")


def test_only_the_entries_shown_count() -> None:
    assert [one.short for one in shortened(TOLD, only(["entry-1"])).abbreviations] == ["GP"]


def test_nothing_is_looked_for_where_the_part_is_left_out() -> None:
    assert shortened(TOLD, replace(Look(), parts=("chronology",))).abbreviations == ()
