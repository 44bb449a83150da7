"""Numbers, dates of birth, addresses and places are found however agencies write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.chronology import Chronology
from chronology_app.core.person import Person
from chronology_app.reviewing.designations import designate
from chronology_app.reviewing.identifiers import HARD, PLACES, Sort, identifiers, is_nhs_number
from chronology_app.reviewing.searching import is_slip, short_forms
from chronology_app.reviewing.spelling import key_of
from tests.make import an_entry


@pytest.mark.parametrize(
    ("text", "sort", "found"),
    [
        ("rang 07700 900123 twice", Sort.PHONE, "07700 900123"),
        ("on (01632) 960 001.", Sort.PHONE, "(01632) 960 001"),
        ("call +44 (0)7700 900123", Sort.PHONE, "+44 (0)7700 900123"),
        ("NHS no. 943 476 5919", Sort.NHS, "943 476 5919"),
        ("of ZE1 0AA, and", Sort.POSTCODE, "ZE1 0AA"),
        ("of ze1 0aa", Sort.POSTCODE, "ze1 0aa"),
        ("a.b-c@example.org wrote", Sort.EMAIL, "a.b-c@example.org"),
        ("(DOB: 6/4/22)", Sort.BIRTH, "6/4/22"),
        ("born on 6th April 2022", Sort.BIRTH, "6th April 2022"),
        ("lives at 14a Osier Bank Road now", Sort.ADDRESS, "14a Osier Bank Road"),
        ("Flat 2, 9 Larkfen Ct", Sort.ADDRESS, "Flat 2, 9 Larkfen Ct"),
        ("The Osierbank Primary School rang", Sort.SCHOOL, "Osierbank Primary School"),
        ("Registered with Larkfen Surgery", Sort.SURGERY, "Larkfen Surgery"),
        ("taken to Tidemill General Hospital", Sort.HOSPITAL, "Tidemill General Hospital"),
    ],
)
def test_identifiers_are_found(text: str, sort: Sort, found: str) -> None:
    one = next(one for one in identifiers(text, (*HARD, *PLACES)))
    assert (one.sort, one.text) == (sort, found)
    assert text[one.start : one.end] == one.text


@pytest.mark.parametrize(
    "text",
    [
        "weight 4.2 kg at 10 5PM",
        "crime 4823/22 of 12/03/2022",
        "number 943 476 5918",
        "the school and the surgery",
        "Born early in 2022.",
        "HV1 and MGM2 on page 3",
        "0192f3a4-7b21-7123-8123-019283746501",
        "0123456789012345",
    ],
)
def test_what_only_looks_like_one_is_left(text: str) -> None:
    assert identifiers(text, (*HARD, *PLACES)) == []


@given(st.integers(400_000_000, 799_999_999))
def test_of_all_last_digits_at_most_one_makes_an_nhs_number(nine: int) -> None:
    assert sum(is_nhs_number(f"{nine}{last}") for last in range(10)) <= 1


def test_an_nhs_number_has_ten_digits_that_differ() -> None:
    assert is_nhs_number("9434765919")
    assert not any(map(is_nhs_number, ("943476591", "94347659190", "0000000000", "943476591x")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("07700 900123", "+44 (0)7700-900-123"),
        ("14 Osier Road", "14 OSIER RD."),
        ("14/02/1999", "14th Feb 99"),
        ("born 14/02/1999", "1999-02-14"),
        ("ZE1 0AA", "ze10aa"),
    ],
)
def test_two_ways_to_write_one_thing_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_a_date_of_birth_on_the_list_is_replaced_in_every_way_of_writing_it() -> None:
    mother = Person("p", "Mother", "", ("14/02/1999",))
    told = "14.2.99, 14th February 1999, 1999-02-14 and 15/02/1999"
    chronology = Chronology.of([an_entry(1, told), mother])
    assert designate(chronology).entries["entry-1"].event == "Mother, Mother, Mother and 15/02/1999"


def test_a_date_after_born_is_replaced_only_where_it_is_a_date_of_birth() -> None:
    baby = Person("p", "Date of birth 1", "", ("born 06/04/2022",))
    chronology = Chronology.of([an_entry(1, "Born on 6 April 2022. Seen 06/04/2022."), baby])
    assert designate(chronology).entries["entry-1"].event == "Date of birth 1. Seen 06/04/2022."


def test_numbers_nobody_listed_say_what_they_were() -> None:
    chronology = Chronology.of([an_entry(1, "Rang 07700 900123 (NHS 943 476 5919).")])
    assert designate(chronology).entries["entry-1"].event == "Rang [phone number] (NHS [NHS number])."


@pytest.mark.parametrize(
    ("word", "name", "is_one"),
    [
        ("ashbey", "ashby", True),
        ("ahsby", "ashby", True),
        ("ilsa", "isla", True),
        ("ashbys", "ashby", False),
        ("ashby", "ashby", False),
        ("islay", "isla", False),
        ("crashby", "ashby", False),
        ("hollingrave", "hollingrake", True),
        ("ashton", "ashby", False),
    ],
)
def test_a_slip_of_the_pen(word: str, name: str, is_one: bool) -> None:
    assert is_slip(word, name) is is_one


def test_short_forms_lead_both_ways() -> None:
    assert "liz" in short_forms("Elizabeth")
    assert "elizabeth" in short_forms("Liz")
    assert short_forms("Wrenna") == frozenset()
