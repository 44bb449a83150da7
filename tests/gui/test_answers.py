"""A question gets its answer by keyboard: found, opened, answered, and not asked again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from chronology_app.core.asking import open_questions
from chronology_app.core.change import Change
from chronology_app.core.note import Note, NoteKind
from chronology_app.gui.dialogs.note import NoteDialog
from chronology_app.gui.dialogs.query_sheets import QuerySheetsDialog
from chronology_app.gui.main_window import MainWindow
from tests.gui.answering import NO_SCREEN, shown, switch
from tests.gui.opened import a_window
from tests.make import POLICE, a_chronology, an_entry
from tests.test_journey import settle, when_asked

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
CTRL = Qt.KeyboardModifier.ControlModifier
ENTRIES = (an_entry(1), an_entry(2), an_entry(3, "Officers called.", agency=POLICE))
NOTES = (
    Note("n1", "entry-1", NoteKind.NOTE, "Look again."),
    Note("n2", "entry-1", NoteKind.QUESTION, "Who was there?"),
    Note("n3", "entry-3", NoteKind.QUESTION, "Which officers?", answer="Two constables."),
    Note("n4", "entry-3", NoteKind.QUESTION, "Who called?"),
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(qtbot, tmp_path, a_chronology(*ENTRIES).after(Change("", NOTES))) as made:
        made.desk.table.choose("entry-2")
        yield made


def listed(window: MainWindow) -> list[str]:
    notes = window.desk.panel.notes
    return [notes.item(row).text() for row in range(notes.count())]


def next_of(window: MainWindow) -> QPushButton:
    return next(one for one in window.desk.sidebar.findChildren(QPushButton) if "open question" in one.text())


def test_the_next_open_question_is_found_opened_and_answered(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.desk.table, Qt.Key.Key_Comma, CTRL)
    assert window.desk.table.current_id() == "entry-3"
    assert listed(window) == [
        "Question to the agency: Which officers?\nAnswer: Two constables.",
        "Question to the agency: Who called?\nOpen: no answer yet.",
    ]
    notes = window.desk.panel.notes
    assert notes.hasFocus()
    assert notes.currentRow() == 1

    def answer(dialog: NoteDialog) -> None:
        field = dialog.findChildren(QPlainTextEdit)[1]
        assert field.accessibleName() == "The agency's answer"
        qtbot.keyClicks(field, "A neighbour.")
        qtbot.keyClick(dialog.verb, Qt.Key.Key_Space)

    when_asked(NoteDialog, answer)
    qtbot.keyClick(notes, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert listed(window)[1] == "Question to the agency: Who called?\nAnswer: A neighbour."
    assert window.workspace.stack.undoText() == "Note the answer"
    window.commands["undo"].trigger()
    assert listed(window)[1].endswith("Open: no answer yet.")


def test_a_question_and_its_answer_are_changed_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.table.choose("entry-3")
    before = window.workspace.chronology

    def change(dialog: NoteDialog) -> None:
        question, answer = dialog.findChildren(QPlainTextEdit)
        assert (question.toPlainText(), answer.toPlainText()) == ("Which officers?", "Two constables.")
        question.setPlainText("Which officers came?")
        answer.setPlainText("")
        qtbot.keyClick(dialog.verb, Qt.Key.Key_Space)

    when_asked(NoteDialog, change)
    window.desk.panel.notes.opened.emit("n3")
    changed = window.workspace.chronology.all(Note)["n3"]
    assert (changed.text, changed.answer) == ("Which officers came?", "")
    window.commands["undo"].trigger()
    assert window.workspace.chronology == before


def test_the_sidebar_counts_open_questions_and_enter_goes_to_the_next(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not next_of_is_gone(window))
    assert next_of(window).text() == "Go to the next of 2 open questions"
    qtbot.keyClick(next_of(window), Qt.Key.Key_Return)
    assert window.desk.table.current_id() == "entry-3"
    qtbot.keyClick(next_of(window), Qt.Key.Key_Return)
    assert window.desk.table.current_id() == "entry-1"
    window.desk.sidebar.words.setText("Officers")
    qtbot.waitUntil(lambda: len(window.desk.table.rows.entries) == 1)
    answered = tuple(Note(one.id, one.entry_id, one.kind, one.text, answer="Yes.") for one in NOTES[1:])
    window.workspace.do(Change("Answer", answered[1:]))
    window.commands["next_question"].trigger()
    assert "not shown" in window.desk.bar.text
    window.workspace.do(Change("Answer", answered))
    qtbot.waitUntil(lambda: next_of_is_gone(window))
    window.commands["next_question"].trigger()
    assert window.desk.bar.text == "No question is open."


def next_of_is_gone(window: MainWindow) -> bool:
    return not any("open question" in one.text() and one.isVisible() for one in window.findChildren(QPushButton))


def test_query_sheets_hold_open_questions_and_the_others_on_request(window: MainWindow, qtbot: QtBot) -> None:
    chronology = window.workspace.chronology
    dialog = QuerySheetsDialog(chronology)
    shown(qtbot, dialog)
    told = [one.text() for one in dialog.findChildren(QLabel)]
    assert "Health visiting: 1 question\nPolice: 1 question" in told
    assert (dialog.answered, dialog.verb.text()) == (False, "Write 2 query sheets")
    switch(qtbot, dialog, "Questions that are answered, too")
    assert "Health visiting: 1 question\nPolice: 2 questions" in [one.text() for one in dialog.findChildren(QLabel)]
    assert dialog.answered


def test_where_every_question_is_answered_the_sheets_hold_all(window: MainWindow, qtbot: QtBot) -> None:
    waiting = open_questions(window.workspace.chronology)
    closed = tuple(Note(one.id, one.entry_id, one.kind, one.text, answer="Yes.") for one in waiting)
    dialog = QuerySheetsDialog(window.workspace.chronology.after(Change("", closed)))
    shown(qtbot, dialog)
    (box,) = (one for one in dialog.findChildren(QCheckBox) if "answered" in one.text())
    assert (dialog.asked, dialog.answered, box.isEnabled()) == (True, True, False)
    assert QApplication.focusWidget() is not None
