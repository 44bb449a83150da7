"""The leak check against the labelled mentions: what it finds, what it must not find, and what is left by both."""

from collections.abc import Sequence

from chronology_app.core.chronology import Chronology
from chronology_app.core.person import Person
from chronology_app.reviewing.designations import designate
from chronology_app.reviewing.leaks import Leak, leaks, looking_for
from tests.make import an_entry
from tests.mentions import CLEAN, EASILY_TAKEN, Mention, called_like_words, mentions, mentions_of_words, the_people

LEAST = 0.99
"""The share of mentions that must be found."""

MOST = 0.1
"""The share of texts that name nobody in which a word may be taken for a name all the same."""


def test_there_are_enough_mentions_of_every_kind() -> None:
    kinds = {mention.way.partition(":")[0] for mention in mentions()}
    assert len(mentions()) >= 900
    assert kinds == {"name", "birth", "nhs", "phone", "email", "postcode", "place"}


def missed(people: Sequence[Person], told: Sequence[Mention]) -> list[Mention]:
    places_in = looking_for(people)
    return [one for one in told if one.designation not in {place.designation for place in places_in(one.text)}]


def test_the_leak_check_finds_ninety_nine_of_a_hundred() -> None:
    left = missed(the_people(), mentions())
    assert 1 - len(left) / len(mentions()) >= LEAST, left


def test_so_it_does_where_people_are_called_like_ordinary_words() -> None:
    left = missed(called_like_words(), mentions_of_words())
    assert len(mentions_of_words()) >= 500
    assert 1 - len(left) / len(mentions_of_words()) >= LEAST, left


def test_what_is_easily_taken_for_a_name_seldom_is() -> None:
    alarms = leaks(called_like_words(), {text: text for text in EASILY_TAKEN})
    assert len(EASILY_TAKEN) >= 150
    assert len(alarms) / len(EASILY_TAKEN) <= MOST, alarms


def test_what_names_nobody_raises_no_alarm() -> None:
    assert leaks(the_people(), {text: text for text in CLEAN}) == []


def test_every_mention_becomes_a_designation_or_is_found() -> None:
    entries = [an_entry(number, mention.text) for number, mention in enumerate(mentions())]
    published = designate(Chronology.of([*entries, *the_people()])).entries
    left = {leak.where for leak in leaks(the_people(), {key: entry.event for key, entry in published.items()})}
    unsafe = [e.event for e in entries if published[e.id].event == e.event and e.id not in left]
    assert len(unsafe) / len(entries) <= 1 - LEAST, unsafe


def test_a_slip_of_the_pen_in_a_longer_word_is_found_and_another_word_is_not() -> None:
    told = {"slip": "Letter to Mrs Carpneter about the cot.", "other": "Letter about Tuner repairs and a Barker."}
    assert leaks(called_like_words(), told) == [Leak("slip", "Person 19")]
