"""Every command can have another key; what is in use is never taken away, and what was changed comes back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from chronology_app.gui.commands import COMMANDS
from chronology_app.gui.dialogs.keys import KeysDialog
from chronology_app.gui.own_keys import OwnKeys
from chronology_app.gui.preferences import Preferences
from chronology_app.settings import Settings, load
from tests.gui.answering import NO_SCREEN, shown, switch

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONOLOGY_SETTINGS", str(tmp_path))


@pytest.fixture
def actions(qtbot: QtBot) -> dict[str, QAction]:
    return {command.name: QAction(command.text) for command in COMMANDS}


@pytest.fixture
def keys(actions: dict[str, QAction]) -> OwnKeys:
    made = OwnKeys(Preferences(Settings()))
    made.use(actions)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, keys: OwnKeys) -> KeysDialog:
    made = KeysDialog(keys)
    shown(qtbot, made)
    return made


def key_of(action: QAction) -> str:
    return QKeySequence.listToString(action.shortcuts(), QKeySequence.SequenceFormat.PortableText)


def button(dialog: KeysDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == words)


def groups(dialog: KeysDialog) -> list[str]:
    model = dialog.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(qtbot: QtBot, dialog: KeysDialog, words: str) -> None:
    """Find a command by its words and go to it, by keyboard."""
    dialog.search.clear()
    qtbot.keyClicks(dialog.search, words)
    dialog.view.setFocus()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Down)
    if dialog.view.currentIndex().parent() == dialog.view.rootIndex():
        qtbot.keyClick(dialog.view, Qt.Key.Key_Down)


def test_a_command_is_found_by_its_name_or_key(qtbot: QtBot, dialog: KeysDialog) -> None:
    assert groups(dialog)[:2] == ["File", "Edit"]
    qtbot.keyClicks(dialog.search, "ctrl+n")
    assert groups(dialog) == ["File"]
    model = dialog.view.model()
    assert model.index(0, 0, model.index(0, 0)).data() == "New review"


def test_a_command_gets_another_key_by_keyboard_and_keeps_it(
    qtbot: QtBot, dialog: KeysDialog, actions: dict[str, QAction]
) -> None:
    choose(qtbot, dialog, "mark as fact")
    qtbot.keyClick(dialog.pressed, Qt.Key.Key_1, CTRL)
    switch(qtbot, dialog, "Set")
    assert key_of(actions["fact"]) == "Ctrl+1"
    assert dialog.sentence == "Mark as fact has the key Ctrl+1 now."
    assert load().keys == {"fact": "Ctrl+1"}
    again = {command.name: QAction(command.text) for command in COMMANDS}
    OwnKeys(Preferences(load())).use(again)
    assert key_of(again["fact"]) == "Ctrl+1"
    assert key_of(again["opinion"]) == "O"


def test_the_usual_key_comes_back(qtbot: QtBot, dialog: KeysDialog, actions: dict[str, QAction]) -> None:
    choose(qtbot, dialog, "redo")
    assert not button(dialog, "Usual key").isEnabled()
    qtbot.keyClick(dialog.pressed, Qt.Key.Key_F8)
    switch(qtbot, dialog, "Set")
    assert key_of(actions["redo"]) == "F8"
    switch(qtbot, dialog, "Usual key")
    assert key_of(actions["redo"]) == "Ctrl+Y; Ctrl+Shift+Z"
    assert load().keys == {}


def test_a_key_in_use_is_refused_with_the_command_that_has_it(qtbot: QtBot, dialog: KeysDialog) -> None:
    choose(qtbot, dialog, "mark as fact")
    qtbot.keyClick(dialog.pressed, Qt.Key.Key_I, CTRL)
    assert dialog.sentence.startswith("Ctrl+I is the key of “Import agency files”.")
    assert not button(dialog, "Set").isEnabled()
    assert load().keys == {}


def test_usual_keys_that_another_command_has_now_are_not_taken_from_it(qtbot: QtBot, dialog: KeysDialog) -> None:
    for words, key in (("flag", Qt.Key.Key_F9), ("split", Qt.Key.Key_S)):
        choose(qtbot, dialog, words)
        qtbot.keyClick(dialog.pressed, key)
        switch(qtbot, dialog, "Set")
    choose(qtbot, dialog, "flag")
    switch(qtbot, dialog, "Usual key")
    assert dialog.sentence.startswith("S is the key of “Split”.")
    assert load().keys == {"flag": "F9", "split": "S"}


@pytest.mark.parametrize("key", ["Tab", "Return", "Esc", "Down"])
def test_keys_that_move_about_are_not_free(keys: OwnKeys, key: str) -> None:
    assert keys.wrong("fact", key).startswith(f"{key} moves about")


def test_single_letters_can_be_switched_off_also_a_persons_own(keys: OwnKeys, actions: dict[str, QAction]) -> None:
    keys.give("export", "G")
    keys.give("fact", "Ctrl+1")
    assert (key_of(actions["export"]), key_of(actions["opinion"])) == ("G", "O")
    keys.turn_letters()
    assert (key_of(actions["export"]), key_of(actions["opinion"]), key_of(actions["fact"])) == ("", "", "Ctrl+1")
    assert not actions["letters"].isChecked()
    keys.turn_letters()
    assert key_of(actions["export"]) == "G"


def test_no_two_commands_begin_with_the_same_key(actions: dict[str, QAction], keys: OwnKeys) -> None:
    found = [key.toString() for action in actions.values() for key in action.shortcuts()]
    assert len(found) == len(set(found))


def test_tab_leaves_the_field_that_waits_for_a_key(qtbot: QtBot, dialog: KeysDialog) -> None:
    choose(qtbot, dialog, "mark as fact")
    dialog.pressed.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(dialog, "Set")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert load().keys == {"fact": "F9"}
