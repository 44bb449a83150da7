"""What the panel wrote is read word by word, ticked and taken by keyboard; nothing is taken that nobody ticked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from chronology_app.core.mark import Kind as MarkKind
from chronology_app.core.note import Note, NoteKind
from chronology_app.gui.main_window import MainWindow
from chronology_app.gui.returned.model import ReturnedModel
from chronology_app.gui.returned.rows import Kind, rows_of, sentence_of
from chronology_app.gui.returned.window import ReturnedWindow
from tests.gui.a_return import RETURNED, TOLD, a_comment, a_review
from tests.gui.answering import NO_SCREEN
from tests.gui.opened import a_window

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
REVIEW = a_review()
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(qtbot, tmp_path, REVIEW) as made:
        yield made


@pytest.fixture
def window(qtbot: QtBot, main: MainWindow) -> ReturnedWindow:
    main.importing.returning.show([(Path(RETURNED.name), RETURNED)])
    made = main.importing.returning.window
    assert made is not None
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def heads(window: ReturnedWindow) -> list[str]:
    return [row.head for row in window.list.returned.rows if row.kind in (Kind.SECTION, Kind.ENTRY)]


def press(qtbot: QtBot, window: ReturnedWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.list, key)


def test_comments_come_first_and_each_stands_under_its_entry_in_order(window: ReturnedWindow) -> None:
    first, second = "HV-001 · 12 March 2022 · Health visiting", "POL-001 · 14 March 2022 · Police"
    assert heads(window) == [
        "Comments (3)", first, second, "Proposals: changed words (3)", first, second,
        "Beside no entry (1)", "Rows added in Word (1)", "Rows deleted in Word (1)",
    ]  # fmt: skip


def test_a_row_says_who_when_about_what_and_what_taking_it_does(window: ReturnedWindow) -> None:
    rows = window.list.returned.rows
    said = [sentence_of(row, row.id == "comment-2") for row in rows if row.kind not in (Kind.SECTION, Kind.ENTRY)]
    assert said[0] == (
        "HV-001 · 12 March 2022 · Health visiting. R. Ellery · 12 March 2026, on “seemed settled” in Event. "
        "Who says that Isla was calm? Becomes a note beside the entry, with its author. Ticked."
    )
    assert said[1].endswith("Said before. Taken already.")
    assert "Event, changed by S. Quill. Home visit: Isla Harrowgate was in. Kit seemed [was: settled.]" in said[3]
    assert [row.does for row in rows if row.kind is Kind.PROPOSAL] == [
        "Becomes a proposal beside the entry; the agency's words stay.",
        "Sets the date to 15 March 2022; the agency's words of it stay.",
        "Marks the entry as opinion.",
    ]


def test_comments_are_ticked_from_the_start_and_proposals_are_not(window: ReturnedWindow) -> None:
    assert window.ids == ("comment-2", "comment-1")
    assert window.verb.text() == "&Take 2 comments"


def test_space_ticks_and_what_is_taken_already_or_stands_nowhere_cannot_be(
    window: ReturnedWindow, qtbot: QtBot
) -> None:
    press(qtbot, window, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert window.ids == ("comment-1",)
    press(qtbot, window, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert window.ids == ("comment-1", "proposal-1")
    assert window.verb.text() == "&Take 1 comment and 1 proposal"
    press(qtbot, window, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert window.ids == ("comment-1", "proposal-1")


def test_a_screen_reader_says_each_row_and_its_tick(window: ReturnedWindow, qtbot: QtBot) -> None:
    def spoken() -> str:
        return str(window.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken().startswith("HV-001 · 12 March 2022")
    assert spoken().endswith(" Ticked.")
    press(qtbot, window, Qt.Key.Key_Space)
    assert spoken().endswith(" Not ticked.")
    named = (window.list, window.words)
    assert [widget.accessibleName() for widget in named] == ["Comments and proposals from Word", "The entry's words"]


def test_a_click_on_the_box_ticks_and_one_on_the_words_only_chooses(window: ReturnedWindow, qtbot: QtBot) -> None:
    first = window.list.visualRect(window.list.returned.index(2))
    for at, left in ((QPoint(120, 12), 2), (QPoint(16, 12), 1)):
        qtbot.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=first.topLeft() + at)
        assert len(window.ids) == left


def test_everything_and_nothing_are_ticked_at_once(window: ReturnedWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.none, Qt.Key.Key_Space)
    assert window.ids == ()
    assert not window.verb.isEnabled()
    qtbot.keyClick(window.all, Qt.Key.Key_Space)
    assert len(window.ids) == 5


def test_what_is_ticked_is_taken_as_one_step_and_taken_back(
    main: MainWindow, window: ReturnedWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window.all, Qt.Key.Key_Space)
    qtbot.keyClick(window.list, Qt.Key.Key_Return, CTRL)
    after = main.workspace.chronology
    notes = {(note.kind, note.author, note.about) for note in after.all(Note).values()}
    assert (NoteKind.NOTE, "R. Ellery", "seemed settled") in notes
    assert (NoteKind.PROPOSAL, "S. Quill", TOLD) in notes
    assert after.entries["entry-1"] == REVIEW.entries["entry-1"]
    assert str(after.entries["entry-2"].when.earliest) == "2022-03-15"
    assert after.entries["entry-2"].when.text == "14/03/2022"
    assert after.kind_of("entry-2") is MarkKind.OPINION
    assert main.desk.bar.text == "2 comments and 3 proposals taken from Baby K for the panel.docx."
    assert main.importing.returning.window is None
    main.workspace.stack.undo()
    assert main.workspace.chronology == REVIEW


def test_enter_goes_to_the_entry_and_takes_nothing(main: MainWindow, window: ReturnedWindow, qtbot: QtBot) -> None:
    main.desk.sidebar.words.setText("Home visit")
    press(qtbot, window, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert main.desk.table.current_id() == "entry-2"
    assert window.isVisible()
    assert main.workspace.chronology == REVIEW


def test_the_entry_stands_beside_the_list(window: ReturnedWindow, qtbot: QtBot) -> None:
    assert TOLD in window.words.toPlainText()
    press(qtbot, window, Qt.Key.Key_End)
    assert "Officers called" in window.words.toPlainText()
    press(qtbot, window, Qt.Key.Key_Up)
    assert window.words.toPlainText() == ""


def test_the_words_a_comment_is_about_are_selected_in_the_entry(window: ReturnedWindow) -> None:
    assert window.words.textCursor().selectedText() == "seemed settled"


def test_words_that_cannot_be_taken_can_be_copied(window: ReturnedWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_End, Qt.Key.Key_Up)
    qtbot.keyClick(window.list, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Isla Harrowgate called the school."


def test_no_name_appears_while_designations_are_shown(main: MainWindow, window: ReturnedWindow, qtbot: QtBot) -> None:
    assert "Isla" in repr(window.list.returned.rows)
    press(qtbot, window, Qt.Key.Key_Space)
    with qtbot.waitSignal(main.desk.designating.changed):
        main.commands["show_designations"].trigger()
    assert "Isla" not in repr(window.list.returned.rows) + window.words.toPlainText()
    assert "Mother was in" in window.words.toPlainText()
    assert window.ids == ("comment-1",)


def test_words_of_a_document_are_never_read_as_markup(window: ReturnedWindow) -> None:
    hostile = replace(RETURNED, comments=(a_comment(1, "entry-1", "<img src='http://example.invalid/x.png'>"),))
    window.list.returned.begin(rows_of(hostile, REVIEW, REVIEW))
    assert not window.list.grab().isNull()


def test_the_list_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = ReturnedModel()
    model.begin(rows_of(RETURNED, REVIEW, REVIEW))
    qtmodeltester.check(model)


def test_closing_the_review_closes_the_window(main: MainWindow, window: ReturnedWindow) -> None:
    main.workspace.take(None)
    assert main.importing.returning.window is None
