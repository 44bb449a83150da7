"""Keeps references with their entries whatever else changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import bring_back, mark, move, set_aside, set_date, split
from chronology_app.core.entry import Entry
from chronology_app.core.mark import Kind
from chronology_app.core.person import Person
from chronology_app.core.source import Source
from chronology_app.core.when import When
from chronology_app.reviewing.designations import designate
from chronology_app.work.publication import publish
from chronology_app.writing.extracts import of_agency
from chronology_app.writing.references import codes, references
from tests.make import HEALTH, POLICE, a_chronology, a_source, on
from tests.make import an_entry as made

TWIN = replace(HEALTH, id="agency-hv-north", name="Health visiting, north", colour=2)
"""Another agency with the same code."""

DAYS = date(2022, 3, 1), date(2022, 3, 2)
BOTH = replace(on("1 & 2/3/22", DAYS[0]), latest=DAYS[1], dates=DAYS)


def an_entry(number: int, *rest: Any, **more: Any) -> Entry:
    """An entry whose id, as in every review, sorts before those made later."""
    return replace(made(number, *rest, **more), id=f"0-{number}")


def whole() -> Chronology:
    """Three agencies, two of which share their code, with three entries each."""
    entries = [an_entry(n, f"Visit {n}. Call {n}.", BOTH) for n in range(1, 7)]
    twins = [replace(an_entry(n, "Visit."), agency_id=TWIN.id, source_id="source-north") for n in (7, 8, 9)]
    police = [replace(entry, agency_id=POLICE.id, source_id="source-POL") for entry in entries[3:]]
    source = replace(a_source(TWIN, 3), id="source-north", position=2)
    return a_chronology(*entries[:3], *police).after(Change("", (TWIN, source, *twins)))


def clock(chronology: Chronology) -> str:
    """When a file comes in, after all that are there."""
    return f"2023-01-{len(chronology.sources):02d}"


def later_version(chronology: Chronology, source_id: str) -> Change:
    """A file sent again: its first row is gone, the others moved down a row, and a new one stands above them."""
    old = next((one for one in chronology.sources.values() if one.id == source_id), None)
    if old is None or any(one.replaces == source_id for one in chronology.sources.values()):
        return Change("")
    new = replace(old, id=f"{old.id}+", replaces=old.id, imported=clock(chronology))
    kept = sorted((e for e in chronology.entries.values() if e.source_id == old.id), key=lambda e: (e.row, e.id))
    followed = [
        replace(e, source_id=new.id, row=e.row + 1, last_row=e.row + 1, earlier=(*e.earlier, e.origin))
        for e in kept
        if e.row > kept[0].row
    ]
    gone = [replace(e, set_aside="Not in version 2.") for e in kept if e.row == kept[0].row]
    added = replace(kept[0], id=f"new-{new.id}", source_id=new.id, row=1, last_row=1, event="New.", earlier=())
    return Change("Replace", (new, *followed, *gone, added))


def another_file(chronology: Chronology, agency_id: str) -> Change:
    """One more file of an agency."""
    number = len(chronology.sources)
    source = Source(f"more-{number}", agency_id, "more.csv", "", 0, None, clock(chronology), position=number)
    return Change("", (source, Entry(f"more-{number}", agency_id, source.id, "", 2, 2, When(""), event="More.")))


IDS = st.sampled_from([f"0-{n}" for n in range(1, 10)])
DEEDS: tuple[Callable[[Chronology, str], Change], ...] = (
    lambda c, i: mark(c, [i], Kind.FACT),
    lambda c, i: set_date(c, i, on("", date(2020, 1, 1))),
    lambda c, i: set_aside(c, [i], "Sent twice."),
    lambda c, i: bring_back(c, [i]),
    lambda c, i: move(c, i, 1),
    lambda c, i: split(c, i),
    lambda c, i: split(c, i, (len(c.entries[i].event) // 2,)),
    lambda c, i: later_version(c, c.entries[i].source_id),
    lambda c, i: another_file(c, c.entries[i].agency_id),
    lambda c, i: Change("", (Person("p", "Mother", "", ("Visit",)),)),
)


@given(st.lists(st.tuples(st.sampled_from(DEEDS), IDS), max_size=12))
def test_whatever_a_person_does_every_entry_keeps_its_reference_and_none_is_used_twice(
    deeds: list[tuple[Callable[[Chronology, str], Change], str]],
) -> None:
    chronology = whole()
    for deed, entry_id in deeds:
        before = references(chronology)
        chronology = chronology.after(deed(chronology, entry_id))
        after = references(chronology)
        assert {entry_id: after[entry_id] for entry_id in before} == before
        assert len(set(after.values())) == len(after) == len(chronology.entries)
    every = references(chronology)
    assert references(designate(chronology)) == every
    assert references(publish(chronology)) == every
    for agency_id in chronology.agencies:
        own = references(of_agency(chronology, agency_id))
        assert own == {i: every[i] for i, entry in chronology.entries.items() if entry.agency_id == agency_id}


def test_entries_are_numbered_per_agency_in_the_order_they_were_sent() -> None:
    late, early = an_entry(1), an_entry(2, when=on("1/1/22", date(2022, 1, 1)))
    police = an_entry(3, agency=POLICE)
    found = references(a_chronology(late, early, police))
    assert dict(found) == {"0-1": "HV-001", "0-2": "HV-002", "0-3": "POL-001"}


def test_entries_made_of_one_row_share_its_number() -> None:
    chronology = a_chronology(an_entry(1, "Visit. Call. Letter."), an_entry(2))
    chronology = chronology.after(split(chronology, "0-1", (7, 13)))
    found = references(chronology)
    assert {chronology.entries[i].event: ref for i, ref in found.items()} == {
        "Visit.": "HV-001",
        "Call.": "HV-001b",
        "Letter.": "HV-001c",
        "Home visit.": "HV-002",
    }


@pytest.mark.parametrize(("part", "ending"), [(0, ""), (1, "b"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba")])
def test_however_many_entries_one_row_has_each_has_its_letters(part: int, ending: str) -> None:
    rows = [replace(an_entry(1), id=f"0-{n:03d}") for n in range(60)]
    assert references(a_chronology(*rows))[f"0-{part:03d}"] == f"HV-001{ending}"


def test_what_is_new_in_a_later_version_is_numbered_after_what_was_there() -> None:
    chronology = a_chronology(an_entry(1), an_entry(2))
    chronology = chronology.after(later_version(chronology, "source-HV"))
    assert references(chronology) == {"0-1": "HV-001", "0-2": "HV-002", "new-source-HV+": "HV-003"}


def test_agencies_that_share_a_code_never_share_a_reference() -> None:
    chronology = whole()
    found = references(chronology)
    assert codes(chronology) == {HEALTH.id: "HV", TWIN.id: "HV.2", POLICE.id: "POL"}
    assert (found["0-1"], found["0-7"]) == ("HV-001", "HV.2-001")
    taken = chronology.after(Change("", (replace(POLICE, code="HV.2"),)))
    assert codes(taken) == {HEALTH.id: "HV", TWIN.id: "HV.3", POLICE.id: "HV.2"}


def test_entries_of_an_agency_nobody_named_have_references_too() -> None:
    strays = replace(an_entry(1), agency_id="gone"), replace(an_entry(2), agency_id="lost", source_id="none")
    assert sorted(references(a_chronology(*strays)).values()) == ["?-001", "?.2-001"]
