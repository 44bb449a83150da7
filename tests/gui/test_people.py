"""People are listed by a person, one undoable step at a time; designations stand for names wherever names stood."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.mark import Kind
from chronology_app.core.person import Person
from chronology_app.gui.main_window import MainWindow
from chronology_app.gui.people.not_names import NotNamesDialog
from chronology_app.gui.people.person_dialog import PersonDialog
from chronology_app.gui.people.window import PeopleWindow
from chronology_app.reviewing.name_finder import find_named
from tests.gui.answering import NO_SCREEN, shown
from tests.gui.opened import a_window
from tests.make import a_chronology, an_entry, on

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
MOTHER = Person("p", "Mother", "Baby K's mother", ("Isla Harrowgate", "Isla"))
TOLD = "Home visit: Isla Harrowgate was in. Isla seemed tired."
ENTRIES = (
    an_entry(1, TOLD),
    an_entry(2, "Seen with Mrs Harrowgate and Benedict Osgood.", on("14/03/2022", date(2022, 3, 14))),
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(qtbot, tmp_path, a_chronology(*ENTRIES).after(Change("", (MOTHER,)))) as made:
        made.desk.table.choose("entry-1")
        yield made


@pytest.fixture
def people(qtbot: QtBot, window: MainWindow) -> PeopleWindow:
    made = PeopleWindow(window.workspace)
    shown(qtbot, made)
    qtbot.waitUntil(lambda: made.suggestions.count() > 0)
    return made


def show_designations(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.desk.designating.changed):
        window.commands["show_designations"].trigger()


def select(window: MainWindow, words: str) -> None:
    found = window.desk.panel.words.document().find(words)
    assert found.hasSelection()
    cursor = window.desk.panel.words.textCursor()
    cursor.setPosition(found.selectionStart())
    cursor.setPosition(found.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    window.desk.panel.words.setTextCursor(cursor)


def test_designations_are_off_until_they_are_asked_for_and_names_come_back(window: MainWindow, qtbot: QtBot) -> None:
    words = window.desk.panel.words
    assert TOLD in words.toPlainText()
    show_designations(qtbot, window)
    assert "Home visit: Mother was in. Mother seemed tired." in words.toPlainText()
    assert "Isla" not in words.toPlainText() + window.desk.panel.original.toPlainText()
    assert "Mother was in" in window.desk.table.rows.row(0).event
    window.commands["show_designations"].trigger()
    assert TOLD in words.toPlainText()
    assert not window.commands["show_designations"].isChecked()


@pytest.mark.parametrize(
    ("selected", "marked"),
    [("Mother seemed tired", "Isla seemed tired"), ("was in.", "was in."), ("her was", "Isla Harrowgate was")],
)
def test_a_mark_made_on_designations_lands_on_the_agency_words(
    window: MainWindow, qtbot: QtBot, selected: str, marked: str
) -> None:
    show_designations(qtbot, window)
    select(window, selected)
    window.commands["opinion"].trigger()
    (mark,) = window.workspace.chronology.marks_of("entry-1")
    assert TOLD[mark.start : mark.end] == marked
    assert window.desk.designating.on
    (shown_mark,) = window.desk.designating.chronology.marks_of("entry-1")
    assert selected in window.desk.designating.chronology.entries["entry-1"].event[shown_mark.start : shown_mark.end]


def test_a_mark_on_an_entry_shows_at_once_and_is_undone(window: MainWindow, qtbot: QtBot) -> None:
    show_designations(qtbot, window)
    assert window.desk.table.selected_ids() == ("entry-1",)
    window.commands["fact"].trigger()
    assert window.desk.designating.chronology.kind_of("entry-1") is Kind.FACT
    window.commands["undo"].trigger()
    assert window.desk.designating.chronology.kind_of("entry-1") is None


def test_who_is_listed_while_designations_are_shown_is_hidden_too(window: MainWindow, qtbot: QtBot) -> None:
    show_designations(qtbot, window)
    with qtbot.waitSignal(window.desk.designating.changed):
        change = edits.set_person(window.workspace.chronology, Person("q", "HV1", "", ("Benedict Osgood",)))
        window.workspace.do(change)
        assert "Isla" not in repr(window.desk.designating.chronology.records)
    assert "HV1" in window.desk.designating.chronology.entries["entry-2"].event


def test_closing_the_review_turns_designations_off(window: MainWindow, qtbot: QtBot) -> None:
    show_designations(qtbot, window)
    window.workspace.take(None)
    assert not window.desk.designating.on


def test_without_people_the_switch_stays_off_and_says_why(window: MainWindow) -> None:
    window.workspace.do(edits.remove_person(window.workspace.chronology, "p"))
    window.commands["show_designations"].trigger()
    assert not window.commands["show_designations"].isChecked()
    assert window.desk.bar.text.startswith("Nobody is on the list of people yet")


def test_a_suggestion_is_given_to_whom_it_may_belong_with_enter_and_taken_back(
    people: PeopleWindow, window: MainWindow, qtbot: QtBot
) -> None:
    found = people.suggestions.findItems("Mrs Harrowgate", Qt.MatchFlag.MatchContains)
    people.suggestions.setCurrentItem(found[0])
    assert "May be Mother" in found[0].text()
    qtbot.keyClick(people.suggestions, Qt.Key.Key_Return)
    assert "Mrs Harrowgate" in window.workspace.chronology.people["p"].names
    qtbot.keyClick(people, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.chronology.people["p"] == MOTHER


def test_what_names_nobody_is_not_suggested_again_until_it_is_brought_back(
    people: PeopleWindow, window: MainWindow, qtbot: QtBot
) -> None:
    found = people.suggestions.findItems("Benedict Osgood", Qt.MatchFlag.MatchContains)
    people.suggestions.setCurrentItem(found[0])
    qtbot.keyClick(people.suggestions, Qt.Key.Key_Delete)
    assert people.suggestions.findItems("Benedict Osgood", Qt.MatchFlag.MatchContains) == []
    assert [one.words for one in window.workspace.chronology.not_names.values()] == ["Benedict Osgood"]
    assert [one.text for one in find_named(window.workspace.chronology)] == ["Mrs Harrowgate"]
    again = NotNamesDialog(window.workspace, people)
    shown(qtbot, again)
    qtbot.keyClick(again.list, Qt.Key.Key_Delete)
    assert window.workspace.chronology.not_names == {}
    qtbot.waitUntil(lambda: people.suggestions.count() == 2)
    qtbot.keyClick(again, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert again.list.count() == 1


def test_somebody_is_removed_with_delete(people: PeopleWindow, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(people.people, Qt.Key.Key_Delete)
    assert window.workspace.chronology.people == {}
    assert people.people.count() == 0


def test_a_list_is_brought_in_as_one_step_and_a_wrong_one_says_why(
    people: PeopleWindow, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "people.csv").write_text("designation,role,names\nMother,,Ms Harrowgate\nGP1,GP,Benedict Osgood\n")
    people.bring_in(tmp_path / "people.csv")
    assert window.workspace.stack.undoText() == "Add the people"
    names = {person.designation: person.names for person in window.workspace.chronology.people.values()}
    assert names == {"Mother": ("Isla Harrowgate", "Isla", "Ms Harrowgate"), "GP1": ("Benedict Osgood",)}
    people.bring_in(tmp_path / "nothing.csv")
    assert "cannot be read" in people._said.text()


def test_a_person_needs_a_designation_of_their_own_and_a_form(qtbot: QtBot) -> None:
    dialog = PersonDialog(None, [MOTHER])
    shown(qtbot, dialog)
    designation, forms = dialog.findChildren(QLineEdit)[0], dialog.findChildren(QPlainTextEdit)[0]
    dialog.accept()
    assert dialog.isVisible()
    designation.setText("mother")
    forms.setPlainText("Benedict Osgood\n\nBen")
    dialog.accept()
    assert dialog.isVisible()
    designation.setText("GP1")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.person == replace(dialog.person, designation="GP1", names=("Benedict Osgood", "Ben"))
