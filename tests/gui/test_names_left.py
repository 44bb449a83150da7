"""Names that stop a document are shown where they stand; once each is dealt with, the document is written."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.errors import Hit, NamesLeft
from chronology_app.core.person import Person
from chronology_app.core.progress import Report
from chronology_app.gui import jobs
from chronology_app.gui.for_agencies import ForAgencies
from chronology_app.gui.main_window import MainWindow
from chronology_app.gui.people.names_left import NamesLeftWindow
from chronology_app.gui.people.stopped import tell_when_stopped
from chronology_app.gui.people.window import PeopleWindow
from chronology_app.gui.task import Task
from chronology_app.writing.look import Look
from tests.gui.answering import NO_SCREEN
from tests.gui.opened import a_window
from tests.make import a_chronology, an_entry, on

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
MOTHER = Person("p", "Mother", "Baby K's mother", ("Isla Harrowgate", "Isla"))
ENTRIES = (
    an_entry(1, "Home visit. Mrs Harrowgate was in."),
    an_entry(2, "Seen at the Harrowgate Clinic by a nurse.", on("14/03/2022", date(2022, 3, 14))),
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(qtbot, tmp_path, a_chronology(*ENTRIES).after(Change("", (MOTHER,)))) as made:
        yield made


def export(window: MainWindow, path: Path) -> Task:
    """Write the document, and write it again each time a person asks for it."""
    chronology = window.workspace.chronology
    task = Task(lambda report: jobs.write_document(chronology, path, Look(anonymise=True), report))
    tell_when_stopped(task, window.desk, lambda: export(window, path))
    task.start()
    return task


@pytest.fixture
def left(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> NamesLeftWindow:
    with qtbot.waitSignal(export(window, tmp_path / "x.csv").ended):
        pass
    qtbot.waitUntil(lambda: len(window.findChildren(NamesLeftWindow)) == 1)
    assert not (tmp_path / "x.csv").exists()
    return window.findChildren(NamesLeftWindow)[0]


def test_each_place_is_listed_with_its_words_its_entry_and_whose_it_is(left: NamesLeftWindow) -> None:
    told = [left.list.item(row).text() for row in range(left.list.count())]
    assert told == [
        "Home visit. Mrs [Harrowgate] was in.. Mother · HV-001 · its text",
        "Seen at the [Harrowgate] Clinic by a nurse.. Mother · HV-002 · its text",
    ]


def test_once_each_place_is_dealt_with_the_document_is_written(
    left: NamesLeftWindow, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    left.list.setCurrentRow(1)
    qtbot.mouseClick(left.none, Qt.MouseButton.LeftButton)
    assert "✓ no name here" in left.list.item(1).text()
    assert left.list.currentRow() == 0, "the next place is in focus"
    assert left.add.text() == "&Add to the names of Mother"
    qtbot.mouseClick(left.add, Qt.MouseButton.LeftButton)
    assert window.workspace.chronology.people["p"].names == ("Isla Harrowgate", "Isla", "Harrowgate")
    assert left._said.text() == "2 of 2 places dealt with · 1 place a person looked at and said is no name"
    qtbot.mouseClick(left.verb, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "x.csv").exists)
    assert "Home visit. Mrs Mother was in." in (tmp_path / "x.csv").read_text("utf-8-sig")
    assert "Seen at the Harrowgate Clinic by a nurse." in (tmp_path / "x.csv").read_text("utf-8-sig")


def test_several_are_said_to_be_none_in_one_step_that_can_be_undone(
    left: NamesLeftWindow, window: MainWindow, qtbot: QtBot
) -> None:
    left.list.selectAll()
    qtbot.keyClick(left.list, Qt.Key.Key_Delete)
    assert len(window.workspace.chronology.not_names) == 2
    assert left.verb.hasFocus(), "nothing is left to be dealt with"
    qtbot.keyClick(left, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.chronology.not_names == {}
    assert "✓" not in left.list.item(0).text()


def test_enter_goes_to_the_entry_also_where_a_filter_hides_it(
    left: NamesLeftWindow, window: MainWindow, qtbot: QtBot
) -> None:
    window.desk.sidebar.words.setText("Home visit")
    left.list.setCurrentRow(1)
    qtbot.keyClick(left.list, Qt.Key.Key_Return)
    assert window.desk.table.current_id() == "entry-2"


def test_the_sentence_leads_back_to_a_window_that_was_closed(
    left: NamesLeftWindow, window: MainWindow, qtbot: QtBot
) -> None:
    assert "in 2 places" in window.desk.bar.text
    left.close()
    qtbot.waitUntil(lambda: window.findChildren(NamesLeftWindow) == [])
    window.desk.bar._action.click()
    assert len(window.findChildren(NamesLeftWindow)) == 1


def test_another_review_closes_the_window(left: NamesLeftWindow, window: MainWindow, qtbot: QtBot) -> None:
    assert left.isVisible()
    window.workspace.take(None)
    qtbot.waitUntil(lambda: window.findChildren(NamesLeftWindow) == [])
    assert window.desk.bar.isHidden(), "nothing leads back to a window of a review that is closed"


def test_a_name_that_is_listed_already_says_why_it_is_left(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    changes = edits.set_person(window.workspace.chronology, Person("q", "Uncle", "", ("12 March 2022",)))
    window.workspace.do(changes)
    export(window, tmp_path / "x.docx")
    qtbot.waitUntil(lambda: len(window.findChildren(NamesLeftWindow)) == 1)
    (left,) = window.findChildren(NamesLeftWindow)
    told = [left.list.item(row).text() for row in range(left.list.count())]
    listed = [one for one in told if "[12 March 2022]" in one]
    assert listed
    assert all("on the list already" in one for one in listed)


def test_what_is_written_for_agencies_shows_what_stopped_it_too(window: MainWindow, qtbot: QtBot) -> None:
    def stopped(_: Report) -> None:
        raise NamesLeft("A name is left.", (Hit("the text", "entry-1", "HV-001", "Mother", "Isla", "saw [Isla]"),))

    ForAgencies(window.desk)._start(Task(stopped), "Writing", lambda: None)
    qtbot.waitUntil(lambda: len(window.findChildren(NamesLeftWindow)) == 1)
    assert window.desk.bar.text == "A name is left."


def test_the_export_command_shows_them_and_says_when_the_document_is_written(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.exporting._write(tmp_path / "x.csv", Look(anonymise=True))
    qtbot.waitUntil(lambda: len(window.findChildren(NamesLeftWindow)) == 1)
    (left,) = window.findChildren(NamesLeftWindow)
    left.list.selectAll()
    qtbot.mouseClick(left.add, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(left.verb, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.desk.bar.text == "Written: x.csv")
    assert "Harrowgate" not in (tmp_path / "x.csv").read_text("utf-8-sig")


def test_somebody_who_was_not_listed_deals_with_each_place_their_whole_name_stands_at(
    left: NamesLeftWindow, window: MainWindow, qtbot: QtBot
) -> None:
    chronology = window.workspace.chronology
    clinic = Person("c", "The clinic", "Clinic", ("Harrowgate Clinic",))
    window.workspace.do(edits.set_person(chronology, clinic))
    assert "✓ listed as The clinic" in left.list.item(1).text()
    assert "✓" not in left.list.item(0).text()
    assert left._said.text() == "1 of 2 places dealt with"


def test_the_list_of_people_opens_from_there(left: NamesLeftWindow, qtbot: QtBot) -> None:
    seen: list[str] = []

    def close() -> None:
        opened = left.findChildren(PeopleWindow)
        seen.extend(window.windowTitle() for window in opened)
        for window in opened:
            window.reject()

    QTimer.singleShot(300, close)
    qtbot.mouseClick(left.people, Qt.MouseButton.LeftButton)
    assert seen == ["People and designations"]
