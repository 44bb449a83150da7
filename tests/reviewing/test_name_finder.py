"""What may name somebody is suggested with the words that led to it, grouped, counted, and never what is listed."""

import pytest

from chronology_app.core.chronology import Chronology
from chronology_app.core.person import Person
from chronology_app.reviewing.name_finder import Named, find_named
from tests.make import an_entry


def found(*told: str, people: tuple[Person, ...] = ()) -> tuple[Named, ...]:
    return find_named(Chronology.of([*(an_entry(n, text) for n, text in enumerate(told, 1)), *people]))


@pytest.mark.parametrize(
    ("text", "form", "why"),
    [
        ("Call from Ms Harrowgate today.", "Ms Harrowgate", "a title"),
        ("Isla Harrowgate was in.", "Isla Harrowgate", "words with capitals"),
        ("Seen with Wrenna at home.", "Wrenna", "inside a sentence"),
        ("Wrenna's cot was cold.", "Wrenna", "belongs to it"),
        ("Joshua said so.", "Joshua", "first names"),
        ("PC J. O'Dunmore came.", "J. O'Dunmore", "words with capitals"),
        ("Wrote to Mary-Ann Ashby-Pell.", "Mary-Ann Ashby-Pell", "words with capitals"),
    ],
)
def test_names_are_suggested_with_the_words_that_led_to_them(text: str, form: str, why: str) -> None:
    (one,) = found(text)
    assert one.forms == (form,)
    assert form in one.cues[0]
    assert why in one.cues[0]


@pytest.mark.parametrize(
    "text",
    [
        "Home visit by the Health Visitor on Monday.",
        "Early Help Assessment in March; Strategy Meeting held.",
        "HV and GP agreed. Mother was tired.",
        "The Emergency Department rang.",
    ],
)
def test_ordinary_capitals_are_no_names(text: str) -> None:
    assert found(text) == ()


def test_forms_of_one_person_stand_together_and_are_counted() -> None:
    one, *others = found(
        "Elizabeth Tarnworth came.", "Saw Liz today.", "Mrs Tarnworth and E Tarnworth, Elizbeth Tarnworth."
    )
    assert others == []
    assert set(one.forms) == {
        "Elizabeth Tarnworth", "Liz", "Mrs Tarnworth", "E Tarnworth", "Elizbeth Tarnworth",
    }  # fmt: skip
    assert (one.count, one.entry_id, one.text) == (5, "entry-1", "Elizabeth Tarnworth")


def test_a_surname_two_people_share_stays_by_itself() -> None:
    assert {one.forms for one in found("Saw Isla Moss and Joshua Moss.", "Ms Moss rang.")} == {
        ("Isla Moss",), ("Joshua Moss",), ("Ms Moss",),
    }  # fmt: skip


def test_what_is_listed_is_not_suggested_and_what_is_like_it_says_whose_it_may_be() -> None:
    mother = Person("p", "Mother", "", ("Elizabeth Tarnworth", "07700 900123"))
    told = ("Elizabeth Tarnworth (+44 7700 900123).", "Seen with Tarnwroth and Benedict Osgood.")
    slip, other = sorted(found(*told, people=(mother,)), key=lambda one: one.text, reverse=True)
    assert (slip.forms, slip.person_id) == (("Tarnwroth",), "p")
    assert "may be Mother" in slip.cues[-1]
    assert (other.forms, other.person_id) == (("Benedict Osgood",), "")


def test_identifiers_are_suggested_each_by_its_sort() -> None:
    told = "Of 14 Osierbank Road, ZE1 0AA, DOB 6/4/22, NHS 943 476 5919, 07700 900123, a@example.org, Larkfen Surgery."
    sorts = {one.sort: one.forms[0] for one in found(told)}
    assert sorts == {
        "address": "14 Osierbank Road",
        "postcode": "ZE1 0AA",
        "birth": "born 6/4/22",
        "nhs": "943 476 5919",
        "phone": "07700 900123",
        "email": "a@example.org",
        "surgery": "Larkfen Surgery",
    }
