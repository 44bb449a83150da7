"""What a person does about names that are left is enough: once each is dealt with, nothing is found any more."""

import pytest

from chronology_app.core import edits
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import Hit, NamesLeft
from chronology_app.gui.people.hits import add_to_names, answers, looked_at, say_none
from chronology_app.reviewing.designations import designate
from chronology_app.work.leak_check import see_that_no_name_is_left
from tests.make import an_entry
from tests.mentions import mentions, the_people


def left_in(chronology: Chronology) -> tuple[Hit, ...]:
    """What the leak check finds in the words of the entries once designations are put."""
    shown = designate(chronology)
    try:
        see_that_no_name_is_left(chronology, shown, {"x": tuple(e.event for e in shown.entries.values())}, {})
    except NamesLeft as problem:
        return problem.hits
    return ()


@pytest.mark.parametrize("dealt", ["add to the names", "say that it is none"])
def test_once_all_that_was_found_is_dealt_with_nothing_is_found(dealt: str) -> None:
    entries = [an_entry(number, mention.text) for number, mention in enumerate(mentions())]
    chronology = Chronology.of([*entries, *the_people()])
    hits = left_in(chronology)
    assert hits
    change = add_to_names(chronology, hits) if dealt == "add to the names" else say_none(chronology, hits)
    assert left_in(chronology.after(change)) == ()


def test_words_are_added_to_each_of_those_whose_they_are_in_one_step() -> None:
    chronology = Chronology.of([an_entry(1), *the_people()])
    hits = [
        Hit("", "", "", "Mother", "Lizzie", ""),
        Hit("", "", "", "Father", "Josh", ""),
        Hit("", "", "", "?", "x", ""),
    ]
    change = add_to_names(chronology, [*hits, Hit("", "", "", "Mother", "Beth", "")])
    assert change.label == "Add to the names of 2 people"
    names = {person.designation: person.names[-2:] for person in chronology.after(change).people.values()}
    assert names["Mother"] == ("Lizzie", "Beth")
    assert names["Father"][-1] == "Josh"
    assert [answers(chronology.after(change)).is_listed(hit) for hit in hits] == [True, True, False]


def test_places_looked_at_are_counted() -> None:
    chronology = Chronology.of([an_entry(1), *the_people()])
    assert looked_at(chronology) == ""
    hits = [Hit("", "", "", "Mother", "Liz", f"{word} [Liz]") for word in "abcd"]
    chronology = chronology.after(say_none(chronology, hits))
    assert looked_at(chronology) == "4 places a person looked at and said are no names"
    back = edits.may_be_names(chronology, list(chronology.not_names)[:3])
    assert looked_at(chronology.after(back)) == "1 place a person looked at and said is no name"
