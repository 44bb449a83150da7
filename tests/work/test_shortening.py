"""Finds the abbreviations of a document's entries."""

from dataclasses import replace

from chronology_app.core.change import Change
from chronology_app.core.findings import Abbreviation
from chronology_app.core.person import Person
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


def test_designations_that_stand_for_names_are_no_abbreviations() -> None:
    people = Person("a", "MA", "Maternal aunt"), Person("g", "MGM", "Grandmother of Baby K")
    told = a_chronology(an_entry(1, "MA and MGM saw the GP.")).after(Change("", people))
    designated = Look(anonymise=True)
    assert [one.short for one in shortened(told, Look()).abbreviations] == ["GP", "MA", "MGM"]
    assert [one.short for one in shortened(told, designated).abbreviations] == ["GP"]
    unlisted = replace(designated, parts=("abbreviations", "chronology"))
    found = {one.short: one.meaning for one in shortened(told, unlisted).abbreviations}
    assert (found["MA"], found["MGM"]) == ("Maternal aunt", "Grandmother of Baby K")
