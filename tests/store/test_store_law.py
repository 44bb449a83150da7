"""Whatever a person does: undo gives back what was, reopening gives what is, and the log has every step."""

import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.link import LinkKind
from chronology_app.core.mark import Kind
from chronology_app.core.note import NoteKind
from chronology_app.core.when import When
from chronology_app.store.store import Store
from tests.make import HEALTH, POLICE, an_entry

IDS = st.lists(st.sampled_from(["entry-1", "entry-2", "entry-3"]), min_size=1, max_size=3)
ONE = st.sampled_from(["entry-1", "entry-2", "entry-3"])
Act = Callable[[Chronology], Change]
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(lambda ids, kind: lambda c: edits.mark(c, ids, kind), IDS, st.sampled_from([Kind.FACT, Kind.OPINION])),
    st.builds(
        lambda one, a, b: lambda c: edits.mark_passage(c, one, "event", a, b, Kind.REPORTED),
        ONE,
        st.integers(0, 6),
        st.integers(3, 11),
    ),
    st.builds(lambda ids: lambda c: edits.clear_marks(c, ids), IDS),
    st.builds(lambda one: lambda c: edits.set_date(c, one, When("", None, None, reason="not said")), ONE),
    st.builds(lambda ids: lambda c: edits.set_aside(c, ids, "not about the baby"), IDS),
    st.builds(lambda ids: lambda c: edits.bring_back(c, ids), IDS),
    st.builds(lambda one: lambda c: edits.move(c, one, 1), ONE),
    st.builds(lambda ids: lambda c: edits.link(c, ids, LinkKind.SAME_EVENT), IDS),
    st.builds(lambda one, text: lambda c: edits.add_note(c, one, NoteKind.NOTE, text), ONE, st.text(max_size=5)),
)
UNDO, REDO = "undo", "redo"
MOVES = st.lists(st.one_of(ACTS, st.sampled_from([UNDO, REDO])), max_size=12)


@settings(max_examples=10, deadline=None)
@given(moves=MOVES)
def test_undo_redo_and_reopening_keep_the_law(moves: list[Act | str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "law.chronology"
        with closing(Store.create(path, "p", "who")) as store:
            past, future, lines = _moved(store, moves)
        with closing(Store.open(path, "p", "who")) as again:
            assert (again.chronology, again.steps(), again.log()) == (past[-1], store.steps(), store.log())
            assert [line.number for line in again.log()] == list(range(1, lines + 1))
            assert [step.undone for step in again.steps()] == [False] * (len(past) - 1) + [True] * len(future)
            for before in reversed(past[:-1]):
                assert again.undo() is not None
                assert again.chronology == before


def _moved(store: Store, moves: list[Act | str]) -> tuple[list[Chronology], list[Chronology], int]:
    """Make the moves in the review and in a plain model: what was, what was undone, how many lines the log has."""
    store.apply(Change("Import", (HEALTH, POLICE, *(an_entry(number) for number in (1, 2, 3)))))
    past: list[Chronology] = [Chronology(), store.chronology]
    future: list[Chronology] = []
    lines = 1
    for move in moves:
        lines += _move(store, move, past, future)
        assert store.chronology == past[-1]
    return past, future, lines


def _move(store: Store, move: Act | str, past: list[Chronology], future: list[Chronology]) -> int:
    """Make one move in both; return by how many lines the log must grow. The import stays: edits need entries."""
    if move == UNDO:
        if len(past) == 2:
            return 0
        future.append(past.pop())
        return int(store.undo() is not None)
    if move == REDO:
        if future:
            past.append(future.pop())
        return int(store.redo() is not None)
    assert callable(move)
    change = move(store.chronology)
    inverse = store.apply(change)
    if not change:
        return 0
    assert store.chronology.after(inverse) == past[-1]
    past.append(past[-1].after(change))
    future.clear()
    return 1
