"""Everything a person does is on disk when it is done, and undo survives closing the review."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.mark import Kind
from chronology_app.gui.workspace import Workspace
from chronology_app.store.store import Store
from tests.make import HEALTH, an_entry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Baby K.chronology"


@pytest.fixture
def workspace(path: Path) -> Workspace:
    opened = Workspace()
    opened.take(Store.create(path, "a long passphrase", "Reviewer"))
    opened.do(Change("Add entries", (HEALTH, an_entry(1), an_entry(2))))
    return opened


def test_a_change_is_told_and_can_be_undone_and_redone(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.changed):
        workspace.do(edits.mark(workspace.chronology, ["entry-1"], Kind.FACT))
    assert workspace.stack.undoText() == "Mark 1 entry as fact"
    workspace.stack.undo()
    assert workspace.chronology.kind_of("entry-1") is None
    workspace.stack.redo()
    assert workspace.chronology.kind_of("entry-1") is Kind.FACT
    workspace.take(None)


def test_undo_survives_closing_and_opening(workspace: Workspace, path: Path) -> None:
    workspace.do(edits.mark(workspace.chronology, ["entry-1"], Kind.FACT))
    workspace.do(edits.mark(workspace.chronology, ["entry-2"], Kind.OPINION))
    workspace.stack.undo()
    workspace.take(None)
    workspace.take(Store.open(path, "a long passphrase", "Reviewer"))
    assert (workspace.stack.undoText(), workspace.stack.redoText()) == (
        "Mark 1 entry as fact",
        "Mark 1 entry as opinion",
    )
    workspace.stack.redo()
    workspace.stack.undo()
    workspace.stack.undo()
    assert workspace.chronology.kind_of("entry-1") is None
    workspace.take(None)


def test_an_empty_change_makes_no_step(workspace: Workspace) -> None:
    steps = workspace.stack.count()
    assert not workspace.do(edits.clear_marks(workspace.chronology, ["entry-1"]))
    assert workspace.stack.count() == steps
    workspace.take(None)


def test_without_a_review_nothing_is_done(qtbot: QtBot) -> None:
    workspace = Workspace()
    assert not workspace.do(Change("Add an agency", (HEALTH,)))
    assert not workspace.chronology.agencies
