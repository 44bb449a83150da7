"""The window's commands do what their menu says, by key, and nothing is shown that should not be."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from chronology_app.core.change import Change
from chronology_app.core.errors import ReviewProblem
from chronology_app.core.when import Precision, When
from chronology_app.gui.commands import COMMANDS
from chronology_app.gui.main_window import MainWindow
from chronology_app.gui.theme import theme
from chronology_app.settings import load
from tests.gui.opened import a_window
from tests.make import POLICE, a_chronology, an_entry, on

PASSPHRASE = "seven slow herons"
CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
ENTRIES = (
    replace(an_entry(1, "Call from a neighbour.", When("spring?")), needs="No year is written."),
    an_entry(2, "Baby weighed 4.2 kg."),
    an_entry(3, "Officers called at the home.", on("14/03/2022", date(2022, 3, 14)), POLICE),
    an_entry(4, "Mother seemed tired.", on("2 April 2022", date(2022, 4, 2))),
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(qtbot, tmp_path, a_chronology(*ENTRIES)) as made:
        made.desk.table.choose("entry-2")
        yield made


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(widget, key, keys)


def test_every_command_has_a_job_and_no_key_is_given_twice(window: MainWindow) -> None:
    assert {command.name for command in COMMANDS} == set(window.commands)
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    given = {command.name: len(window.commands[command.name].shortcuts()) for command in COMMANDS}
    assert given == {command.name: len(command.keys) for command in COMMANDS}


def test_no_letter_is_underlined_twice_in_a_menu() -> None:
    underlined = [(command.menu, command.text.partition("&")[2][:1].casefold()) for command in COMMANDS]
    assert [one for one in underlined if underlined.count(one) > 1] == []


def test_a_review_that_is_open_is_not_opened_again(window: MainWindow) -> None:
    store = window.workspace.store
    assert store is not None
    window.opening.open(store.path)
    assert window.desk.bar.text == "This review is open already."
    assert window.workspace.store is store


def test_next_that_needs_attention(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window.desk.table, Qt.Key.Key_Period, CTRL)
    assert window.desk.table.current_id() == "entry-1"


def test_find_goes_to_the_next_entry_and_says_when_there_is_none(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window.desk.table, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is not None
    qtbot.keyClicks(QApplication.focusWidget(), "TIRED")
    press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.desk.table.current_id() == "entry-4"
    press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.desk.table.hasFocus()


def test_go_to_a_date_written_as_people_write_dates(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window.desk.table, Qt.Key.Key_G, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "13th March 2022")
    press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.desk.table.current_id() == "entry-3"


def test_letters_typed_in_a_field_mark_nothing(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window.desk.table, Qt.Key.Key_F, CTRL | SHIFT)
    qtbot.keyClicks(window.desk.sidebar.words, "for")
    assert window.desk.sidebar.words.text() == "for"
    assert window.workspace.chronology.kind_of("entry-2") is None


def test_filtering_by_words_keeps_the_order_and_tells_how_many(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.desk.sidebar.filtered):
        qtbot.keyClicks(window.desk.sidebar.words, "called at")
    assert [entry.id for entry in window.desk.table.rows.entries] == ["entry-3"]
    window.commands["clear_filter"].trigger()
    assert len(window.desk.table.rows.entries) == 4


def test_single_letters_can_be_switched_off(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["letters"].trigger()
    press(qtbot, window.desk.table, Qt.Key.Key_F)
    assert window.workspace.chronology.kind_of("entry-2") is None
    assert not load().letter_keys


def test_set_aside_offers_undo(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window.desk.table, Qt.Key.Key_Delete)
    assert len(window.desk.table.rows.entries) == 3
    assert window.desk.bar.text.startswith("1 entry set aside")
    press(qtbot, window.desk.table, Qt.Key.Key_Z, CTRL)
    assert len(window.desk.table.rows.entries) == 4


def test_undo_is_offered_until_another_step_is_made(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window.desk.table, Qt.Key.Key_Delete)
    press(qtbot, window.desk.table, Qt.Key.Key_F)
    assert window.desk.bar.text == "", "Undo would take the mark back, not what the sentence says"
    window.desk.bar.say("Written: x.docx", "Open the document")
    press(qtbot, window.desk.table, Qt.Key.Key_F)
    assert window.desk.bar.text == "Written: x.docx"


def test_undo_in_the_menu_says_what_it_would_undo(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window.desk.table, Qt.Key.Key_S)
    assert window.commands["undo"].text() == "&Undo: Flag 1 entry"


def test_same_event_needs_two(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window.desk.table, Qt.Key.Key_D)
    assert "Select two or more" in window.desk.bar.text
    press(qtbot, window.desk.table, Qt.Key.Key_Down, SHIFT)
    press(qtbot, window.desk.table, Qt.Key.Key_D)
    (link,) = window.workspace.chronology.links.values()
    assert link.entry_ids == ("entry-2", "entry-3")


def test_locking_covers_every_window_until_the_passphrase(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window.desk.table, Qt.Key.Key_L, CTRL)
    dialog = window.lock.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    picture = window.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(5, picture.width(), 40) for y in range(5, 600, 40)}
    assert colours == {theme().window}
    dialog.reject()
    assert window.lock.dialog is dialog
    qtbot.keyClicks(dialog.field, "not the passphrase")
    press(qtbot, dialog.field, Qt.Key.Key_Return)
    assert "does not open" in dialog.words.text()
    qtbot.keyClicks(dialog.field, PASSPHRASE)
    press(qtbot, dialog.field, Qt.Key.Key_Return)
    assert window.lock.dialog is None
    assert len(window.workspace.chronology.entries) == 4


def test_a_step_that_cannot_be_written_is_told_and_shows_nothing_new(window: MainWindow, qtbot: QtBot) -> None:
    def refuse(*_: object) -> Change:
        raise ReviewProblem("There is no room on the disk. Nothing was lost; make room and do it again.")

    assert window.workspace.store is not None
    window.workspace.store.apply = refuse  # type: ignore[method-assign]
    press(qtbot, window.desk.table, Qt.Key.Key_F)
    assert window.desk.bar.text.startswith("There is no room on the disk")
    assert window.workspace.chronology.kind_of("entry-2") is None


@pytest.mark.parametrize(("command", "text_size"), [("larger", 110), ("smaller", 90), ("normal_size", 100)])
def test_text_grows_and_shrinks(window: MainWindow, command: str, text_size: int) -> None:
    window.commands[command].trigger()
    assert load().text_size == text_size
    window.commands["normal_size"].trigger()


def test_dark_is_kept(window: MainWindow) -> None:
    window.commands["theme_dark"].trigger()
    assert theme().dark
    assert load().theme == "dark"
    window.commands["theme_system"].trigger()


def test_closing_the_review_shows_the_empty_window(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window.desk.table, Qt.Key.Key_W, CTRL)
    assert window.start_page.isVisible()
    assert not window.commands["export"].isEnabled()
    assert window.commands["import_files"].isEnabled()
    assert window.windowTitle() == "Chronology Builder"


def test_the_focus_goes_round_the_parts(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.table.setFocus()
    press(qtbot, window.desk.table, Qt.Key.Key_F6)
    assert window.desk.panel.words.hasFocus()


def test_a_computer_that_slept_finds_the_review_locked(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    monkeypatch.setattr("chronology_app.gui.lock.time.time", lambda: now + 3600)
    window.lock._look_for_sleep()
    assert window.lock.dialog is not None


def test_one_key_takes_the_date_that_is_offered_and_undo_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    asked = When("12/13/22?", reason="There is no month 13.", offers=(on("", date(2022, 12, 13)),))
    window.desk.do(Change("Add", (replace(an_entry(9, when=asked), needs=asked.reason),)))
    window.desk.table.choose("entry-9")
    press(qtbot, window.desk.table, Qt.Key.Key_Y)
    taken = window.workspace.chronology.entries["entry-9"]
    assert (taken.when.earliest, taken.when.text, taken.needs) == (date(2022, 12, 13), "12/13/22?", "")
    press(qtbot, window.desk.table, Qt.Key.Key_Z, CTRL)
    assert not window.workspace.chronology.entries["entry-9"].when.known
    window.desk.table.choose("entry-2")
    press(qtbot, window.desk.table, Qt.Key.Key_Y)
    assert window.desk.bar.text.startswith("No reading is offered")


def test_a_row_with_several_days_becomes_an_entry_a_day(window: MainWindow) -> None:
    days = (date(2022, 2, 28), date(2022, 3, 2))
    window.desk.do(Change("Add", (an_entry(9, when=When("28/2 & 2/3/22", *days, Precision.DAY, dates=days)),)))
    before = len(window.desk.table.rows.entries)
    window.desk.table.choose("entry-9")
    window.commands["split"].trigger()
    assert len(window.desk.table.rows.entries) == before + 1
    window.commands["undo"].trigger()
    assert len(window.desk.table.rows.entries) == before


def test_a_row_dropped_within_its_day_stands_there_from_then_on(window: MainWindow) -> None:
    window.desk.do(Change("Add", (an_entry(8), an_entry(9))))
    window.desk.table.placed.emit("entry-9", "entry-2")
    order = [entry.id for entry in window.desk.table.rows.entries]
    assert order.index("entry-9") < order.index("entry-2") < order.index("entry-8")
    assert window.workspace.stack.undoText() == "Move an entry"


def test_space_presses_what_has_the_focus_and_accepts_where_nothing_is_pressed(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk, accepted = window.desk, []
    window.commands["accept"].triggered.connect(lambda: accepted.append(1))
    box = next(b for b in desk.sidebar.findChildren(QCheckBox) if b.text().startswith("Flagged"))
    box.setFocus()
    press(qtbot, box, Qt.Key.Key_Space)
    assert (box.isChecked(), accepted) == (True, [])
    desk.bar.say("Set aside.", "Undo", lambda: desk.bar.say("Taken back."))
    undo = next(b for b in desk.bar.findChildren(QPushButton) if b.text() == "Undo")
    undo.setFocus()
    press(qtbot, undo, Qt.Key.Key_Space)
    assert (desk.bar.text, accepted) == ("Taken back.", [])
    desk.table.setFocus()
    press(qtbot, desk.table, Qt.Key.Key_Space)
    assert accepted == [1]


def test_space_ticks_an_agency_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    tree = window.desk.sidebar.findChildren(QTreeWidget)[0]
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0)
    tree.setFocus()
    tree.setCurrentItem(tree.topLevelItem(0))
    press(qtbot, tree, Qt.Key.Key_Space)
    assert tree.topLevelItem(0).checkState(0) is Qt.CheckState.Unchecked
