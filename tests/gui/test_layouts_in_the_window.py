"""Several events of one row become entries, and layouts go from review to review: each one step that can be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from chronology_app.core.change import Change
from chronology_app.core.remembered import RememberedLayout
from chronology_app.gui.dialogs.split import SplitDialog
from chronology_app.gui.main_window import MainWindow
from tests.gui.answering import NO_SCREEN, when_asked
from tests.gui.opened import a_window
from tests.make import a_chronology, an_entry

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
LAYOUT = RememberedLayout("layout-1", "HV", ("Day", "Text"), ("date", "event"))
EVENT = "10:00 Home visit.\n14:30 Mother rang."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(qtbot, tmp_path, a_chronology(an_entry(1, EVENT), an_entry(2, ""))) as made:
        yield made


def events(window: MainWindow) -> list[str]:
    return sorted(entry.event for entry in window.workspace.chronology.entries.values())


def test_several_events_become_entries_in_one_step(window: MainWindow) -> None:
    window.desk.table.choose("entry-1")
    when_asked(SplitDialog, lambda dialog: dialog.accept())
    window.commands["split"].trigger()
    assert events(window) == ["", "10:00 Home visit.", "14:30 Mother rang."]
    assert window.desk.bar.text == "2 entries of one row, each with the row as sent."
    window.commands["undo"].trigger()
    assert events(window) == ["", EVENT]


def test_nothing_is_split_where_the_person_goes_back_or_nothing_is_written(window: MainWindow) -> None:
    window.desk.table.choose("entry-1")
    when_asked(SplitDialog, lambda dialog: dialog.reject())
    window.commands["split"].trigger()
    assert events(window) == ["", EVENT]
    window.desk.table.choose("entry-2")
    window.commands["split"].trigger()
    assert "nothing to split" in window.desk.bar.text


def test_layouts_are_exported_and_taken_in_again(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "layouts.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.commands["export_layouts"].trigger()
    assert "No layout was corrected" in window.desk.bar.text
    window.desk.do(Change("Remember a layout", (LAYOUT,)))
    window.commands["export_layouts"].trigger()
    assert window.desk.bar.text == "Written: 1 layout, without any entry."
    window.commands["import_layouts"].trigger()
    assert window.desk.bar.text == "The review has all of these layouts already."
    window.commands["undo"].trigger()
    window.commands["import_layouts"].trigger()
    assert [one.headings for one in window.workspace.chronology.layouts.values()] == [LAYOUT.headings]
    path.write_text("nothing", "utf-8")
    window.commands["import_layouts"].trigger()
    assert "nothing was taken in" in window.desk.bar.text
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "layouts.toml"), ""))
    window.commands["export_layouts"].trigger()
    assert "Nothing was lost" in window.desk.bar.text
