"""Named looks: what each writes, what it does when the review has changed, and which line of looks.toml is wrong."""

from contextlib import closing
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import keep_look, remove_look
from chronology_app.core.errors import OutputProblem, ResourceProblem
from chronology_app.core.filter import ALL_KINDS, Filter
from chronology_app.core.named_look import Choice, NamedLook
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.resources import read_table
from chronology_app.store.store import Store
from chronology_app.work.documents import write_document
from chronology_app.work.looks import (
    FILE,
    checked,
    cut_to,
    is_own,
    known,
    look_named,
    look_of,
    looks_of,
    nobody_to_replace,
    nothing_to_write,
    own_looks,
)
from chronology_app.writing.look import ALL_PARTS, Look
from chronology_app.writing.wording import wording
from tests.make import HEALTH, POLICE, a_chronology, an_entry

FLAGGED = replace(an_entry(3), flagged=True)
ASIDE = replace(an_entry(4), flagged=True, set_aside="sent twice")
REVIEW = a_chronology(an_entry(1), an_entry(2, agency=POLICE), FLAGGED, ASIDE)
NOTED = REVIEW.after(Change("", (Note("note", "entry-1", NoteKind.NOTE, "Look."),)))
COLUMNS = tuple(column.name for column in wording().columns)
PANEL = NamedLook("look-1", "Panel", ("title", "chronology"), ("date", "event"))
PASSPHRASE = "three crows on a gate"

names = st.sampled_from([*ALL_PARTS, *COLUMNS, "of a later version"])
lists = st.lists(names, max_size=12).map(tuple)
texts = st.text(max_size=6)
sets = st.none() | st.frozensets(st.sampled_from([HEALTH.id, POLICE.id, "gone", *ALL_KINDS]), max_size=3)
filters = st.builds(Filter, sets, sets, sets, texts, needing=st.booleans(), flagged=st.booleans(), aside=st.booleans())
agencies = st.sampled_from(["", HEALTH.id, "gone"])
looks = st.builds(
    NamedLook,
    st.just("l"),
    texts,
    lists,
    lists,
    st.sampled_from(Choice),
    filters,
    agencies,
    st.booleans(),
    st.booleans(),
)


@given(looks)
def test_what_is_known_of_a_look_writes_the_same_and_stays_what_it_is(look: NamedLook) -> None:
    kept = known(look)
    assert known(kept) == kept
    assert look_of(REVIEW, kept) == look_of(REVIEW, look)
    assert kept.columns == tuple(n for n in dict.fromkeys([*look.columns, "event"]) if n in COLUMNS)
    assert kept.parts == tuple(n for n in dict.fromkeys([*look.parts, "chronology"]) if n in ALL_PARTS)
    assert replace(kept, parts=look.parts, columns=look.columns) == look


@given(looks)
def test_a_look_writes_entries_of_the_chronology_and_no_others(look: NamedLook) -> None:
    written = {entry.id for entry in cut_to(REVIEW, look_of(REVIEW, look)).in_order()}
    in_order = {entry.id for entry in REVIEW.in_order()}
    wanted = {
        Choice.ALL: in_order,
        Choice.RAPID: {"entry-3"},
        Choice.AGENCY: {e.id for e in REVIEW.in_order() if e.agency_id == look.agency_id},
    }
    assert written == wanted.get(look.choice, written)
    assert written <= in_order


def test_the_whole_chronology_is_what_is_written_without_a_look() -> None:
    whole = replace(look_of(NOTED, own_looks()[0]), columns=())
    assert whole == Look()


def test_a_filter_is_asked_anew_each_time() -> None:
    look = replace(PANEL, choice=Choice.FILTER, asked=Filter(flagged=True))
    assert look_of(REVIEW, look).entry_ids == {"entry-3"}
    later = REVIEW.after(Change("", (replace(an_entry(1), flagged=True),)))
    assert look_of(later, look).entry_ids == {"entry-1", "entry-3"}


def test_what_was_set_aside_is_never_written() -> None:
    look = replace(PANEL, choice=Choice.FILTER, asked=Filter(aside=True))
    assert look_of(REVIEW, look).entry_ids == frozenset()
    assert "No entry answers this filter" in nothing_to_write(REVIEW, look)


def test_a_look_of_an_agency_that_is_gone_writes_nothing_and_says_so() -> None:
    look = replace(PANEL, choice=Choice.AGENCY, agency_id="gone")
    assert cut_to(REVIEW, look_of(REVIEW, look)).in_order() == ()
    assert "no longer in the review" in nothing_to_write(REVIEW, look)
    assert nothing_to_write(REVIEW, replace(look, agency_id=POLICE.id)) == ""


def test_names_can_be_replaced_once_somebody_is_listed() -> None:
    look = replace(PANEL, publication=True)
    assert nobody_to_replace(REVIEW, look).startswith("Nobody is on the list of people")
    assert nobody_to_replace(REVIEW.after(Change("", (Person("p", "MGM"),))), look) == ""
    assert nobody_to_replace(REVIEW, PANEL) == ""


def test_a_publication_never_holds_a_name_or_what_reviewers_noted() -> None:
    look = look_of(NOTED, replace(PANEL, columns=COLUMNS, publication=True))
    assert look.anonymise
    assert (look.notes, "notes" in look.columns) == (False, False)


def test_there_is_a_column_of_notes_only_where_there_are_notes() -> None:
    look = replace(PANEL, columns=COLUMNS)
    assert (look_of(REVIEW, look).notes, look_of(REVIEW, look).columns) == (
        False,
        tuple(name for name in COLUMNS if name != "notes"),
    )
    assert (look_of(NOTED, look).notes, look_of(NOTED, look).columns) == (True, COLUMNS)


def test_a_kept_look_goes_before_the_apps_own_of_that_name() -> None:
    own = own_looks()[0]
    assert looks_of(REVIEW) == own_looks()
    kept = REVIEW.after(Change("", (PANEL, replace(PANEL, id="look-2", name=own.name.upper()))))
    assert [look.id for look in looks_of(kept)] == ["look-1", "look-2", *[""] * (len(own_looks()) - 1)]
    assert look_named(kept, f" {own.name} ").id == "look-2"
    assert (is_own(f" {own.name.upper()} "), is_own("Panel")) == (True, False)


def test_an_unknown_name_is_told_with_those_there_are() -> None:
    with pytest.raises(OutputProblem) as told:
        look_named(REVIEW.after(Change("", (PANEL,))), "Pannel")
    assert all(f"“{name}”" in str(told.value) for name in ("Panel", *(look.name for look in own_looks())))


def test_a_look_is_kept_over_a_restart_and_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "Baby K.chronology"
    look = replace(PANEL, id="", choice=Choice.FILTER, asked=Filter(text="visit", kinds=frozenset({"fact"})))
    with closing(Store.create(path, PASSPHRASE, "S. Reed")) as store:
        store.apply(keep_look(store.chronology, look))
    with closing(Store.open(path, PASSPHRASE, "S. Reed")) as store:
        kept = look_named(store.chronology, "panel")
        assert replace(kept, id="") == look
        store.apply(keep_look(store.chronology, replace(look, name="PANEL", choice=Choice.ALL)))
        assert [look.id for look in store.chronology.looks.values()] == [kept.id]
        store.apply(remove_look(store.chronology, kept.id))
        assert not store.chronology.looks
        for before in ("PANEL", "Panel"):
            store.undo()
            assert [look.name for look in store.chronology.looks.values()] == [before]
        store.undo()
        assert not store.chronology.looks


def test_no_two_looks_have_one_name() -> None:
    """Whatever id it comes with, a look of a name that is there takes the place of the one that has it."""
    both = REVIEW.after(Change("", (PANEL, replace(PANEL, id="other", name="Other"))))
    renamed = both.after(keep_look(both, replace(PANEL, name="other")))
    assert [look.name for look in renamed.looks.values()] == ["Panel", "other"]


@pytest.mark.parametrize("look", own_looks(), ids=lambda look: str(look.name))
def test_every_own_look_makes_a_document(look: NamedLook, tmp_path: Path) -> None:
    review = NOTED.after(Change("", (Person("p", "MGM", names=("Denise",)),)))
    assert nothing_to_write(review, look) == nobody_to_replace(review, look) == ""
    write_document(review, tmp_path / "out.docx", look_of(review, look))
    assert (tmp_path / "out.docx").stat().st_size > 5_000


@pytest.fixture
def table() -> dict[str, Any]:
    return deepcopy(read_table(FILE))


WRONG: tuple[tuple[dict[str, object], str], ...] = (
    ({"name": " "}, r"line \d+: a look needs a name"),
    ({"name": 7}, r"line \d+: a look needs a name"),
    ({"name": "rapid review"}, r"line \d+: two looks have this name"),
    ({"part": ["title"]}, 'a look has no "part"'),
    ({"entries": "flagged"}, 'the entries are "all" or "rapid"'),
    ({"publication": "yes"}, "publication is true or false"),
    ({"parts": "title"}, "parts is a list of names"),
    ({"parts": ["titel"]}, '"titel" is none of the parts'),
    ({"columns": [3]}, '"3" is none of the columns'),
)


@pytest.mark.parametrize(("change", "told"), WRONG)
def test_a_mistake_in_the_table_is_told(table: dict[str, Any], change: dict[str, object], told: str) -> None:
    table["look"][0].update(change)
    with pytest.raises(ResourceProblem, match=told):
        checked(table)


def test_the_line_that_is_told_is_the_line_that_is_wrong(table: dict[str, Any]) -> None:
    table["look"][-1]["columns"] = ["ref", "practice"]
    table["look"][2]["parts"].append("child")
    with pytest.raises(ResourceProblem) as told:
        checked(table)
    number = int(str(told.value).split("line ")[1].split(":")[0])
    lines = (Path(__file__).parents[2] / "resources" / FILE).read_text("utf-8").splitlines()
    assert '"child"' in lines[number - 1]


@pytest.mark.parametrize("empty", [{}, {"look": []}, {"look": "all"}])
def test_a_table_without_looks_is_told(empty: dict[str, Any]) -> None:
    with pytest.raises(ResourceProblem, match="there is no look"):
        checked(empty)


def test_a_review_without_anything_has_the_apps_own_looks() -> None:
    assert looks_of(Chronology()) == own_looks()
