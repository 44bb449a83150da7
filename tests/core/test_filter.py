"""What a filter shows: always a part of the chronology, in its order, and every question narrows it."""

from dataclasses import replace

import pytest

from chronology_app.core import edits
from chronology_app.core.chronology import Chronology
from chronology_app.core.filter import ALL_KINDS, UNMARKED, Filter
from chronology_app.core.mark import Kind
from chronology_app.core.showing import shown
from tests.make import HEALTH, POLICE, a_chronology, an_entry


@pytest.fixture
def chronology() -> Chronology:
    """Six entries of two agencies: marked, flagged, needing a person and set aside."""
    found = a_chronology(
        an_entry(1, "Weighed, 3.2 kg."),
        an_entry(2, "Mother STATED that he slept."),
        replace(an_entry(3), needs="The date cannot be read."),
        replace(an_entry(4, agency=POLICE), flagged=True),
        replace(an_entry(5, "Sent twice."), set_aside="sent twice"),
        an_entry(6, "Home seemed calm.", agency=POLICE),
    )
    found = found.after(edits.mark(found, ["entry-1", "entry-6"], Kind.FACT))
    return found.after(edits.mark_passage(found, "entry-6", "event", 5, 11, Kind.OPINION))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Filter(), "12346"),
        (Filter(agencies=frozenset({POLICE.id})), "46"),
        (Filter(agencies=frozenset()), ""),
        (Filter(sources=frozenset({"source-HV"})), "123"),
        (Filter(kinds=frozenset({Kind.FACT})), "1"),
        (Filter(kinds=frozenset({Kind.MIXED})), "6"),
        (Filter(kinds=frozenset({UNMARKED})), "234"),
        (Filter(text="mother stated"), "2"),
        (Filter(text="3.2 KG"), "1"),
        (Filter(needing=True), "3"),
        (Filter(flagged=True), "4"),
        (Filter(aside=True), "5"),
        (Filter(aside=True, text="weighed"), ""),
        (Filter(agencies=frozenset({HEALTH.id}), kinds=frozenset({UNMARKED}), text="slept"), "2"),
    ],
)
def test_what_is_asked_is_what_is_shown(chronology: Chronology, asked: Filter, expected: str) -> None:
    assert "".join(entry.id[-1] for entry in shown(chronology, asked)) == expected


@pytest.mark.parametrize("kind", sorted(ALL_KINDS))
def test_every_entry_shows_under_exactly_one_kind(chronology: Chronology, kind: str) -> None:
    others = ALL_KINDS - {kind}
    found = shown(chronology, Filter(kinds=frozenset({kind}))) + shown(chronology, Filter(kinds=others))
    assert sorted(entry.id for entry in found) == sorted(entry.id for entry in chronology.in_order())


def test_two_questions_together_show_what_both_show(chronology: Chronology) -> None:
    health, calm = Filter(agencies=frozenset({POLICE.id})), Filter(text="calm")
    both = Filter(agencies=frozenset({POLICE.id}), text="calm")
    quiet = shown(chronology, calm)
    assert shown(chronology, both) == tuple(e for e in shown(chronology, health) if e in quiet)


def test_asking_nothing_costs_no_second_list(chronology: Chronology) -> None:
    assert shown(chronology, Filter()) is chronology.in_order()
