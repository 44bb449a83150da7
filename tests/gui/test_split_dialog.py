"""A person says where the next event begins, with keys alone, and sees what comes of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from chronology_app.gui.dialogs.split import SplitDialog
from tests.gui.answering import NO_SCREEN, complaints, press, shown
from tests.make import an_entry

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
EVENT = "Seen 👶 at home. Mother rang."
AT = EVENT.index("Mother")


def opened(qtbot: QtBot, *offered: int) -> SplitDialog:
    made = SplitDialog(an_entry(1, EVENT), offered)
    shown(qtbot, made)
    return made


def listed(dialog: SplitDialog) -> list[str]:
    return [dialog.parts.item(row).text() for row in range(dialog.parts.count())]


def test_enter_begins_an_entry_at_the_cursor_and_takes_the_cut_away_again(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.text.moveCursor(QTextCursor.MoveOperation.End)
    for _ in "Mother rang.":
        qtbot.keyClick(dialog.text, Qt.Key.Key_Left)
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert dialog.cuts == (AT,)
    assert listed(dialog) == ["1.  Seen 👶 at home.", "2.  Mother rang."]
    assert dialog.verb.text() == "Split into 2 entries"
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert (dialog.cuts, len(listed(dialog))) == ((), 1)


def test_cuts_on_offer_are_shown_and_accepted(qtbot: QtBot) -> None:
    dialog = opened(qtbot, AT)
    assert len(listed(dialog)) == 2
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog)
    assert dialog.cuts == (AT,)


def test_one_piece_is_no_split(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    press(qtbot, dialog)
    assert dialog.isVisible()
    assert complaints(dialog) == ["Say where the next event begins, or press Cancel."]
