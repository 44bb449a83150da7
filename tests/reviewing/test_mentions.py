"""The leak check against the labelled mentions: what it finds, what it must not find, and what is left by both."""

from collections import defaultdict

from chronology_app.core.chronology import Chronology
from chronology_app.reviewing.designations import designate
from chronology_app.reviewing.leaks import leaks
from tests.make import an_entry
from tests.mentions import CLEAN, mentions, the_people

LEAST = 0.99
"""The share of mentions that must be found."""


def test_there_are_enough_mentions_of_every_kind() -> None:
    kinds = {mention.way.partition(":")[0] for mention in mentions()}
    assert len(mentions()) >= 900
    assert kinds == {"name", "birth", "nhs", "phone", "email", "postcode", "place"}


def test_the_leak_check_finds_ninety_nine_of_a_hundred() -> None:
    told = {str(number): mention.text for number, mention in enumerate(mentions())}
    found: dict[str, set[str]] = defaultdict(set)
    for leak in leaks(the_people(), told):
        found[leak.where].add(leak.designation)
    missed = [m for number, m in enumerate(mentions()) if m.designation not in found[str(number)]]
    assert 1 - len(missed) / len(told) >= LEAST, missed


def test_what_names_nobody_raises_no_alarm() -> None:
    assert leaks(the_people(), {text: text for text in CLEAN}) == []


def test_every_mention_becomes_a_designation_or_is_found() -> None:
    entries = [an_entry(number, mention.text) for number, mention in enumerate(mentions())]
    published = designate(Chronology.of([*entries, *the_people()])).entries
    left = {leak.where for leak in leaks(the_people(), {key: entry.event for key, entry in published.items()})}
    unsafe = [e.event for e in entries if published[e.id].event == e.event and e.id not in left]
    assert len(unsafe) / len(entries) <= 1 - LEAST, unsafe
