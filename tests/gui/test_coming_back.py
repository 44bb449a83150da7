"""A combined chronology that comes back from Word goes its own road; no file of an agency is mistaken for one."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from msoffcrypto.format.ooxml import OOXMLFile
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from chronology_app.core.agency import Agency
from chronology_app.core.change import Change
from chronology_app.core.note import Note
from chronology_app.gui.dialogs.file_password import FilePasswordDialog
from chronology_app.gui.importing.import_dialog import ImportDialog
from chronology_app.gui.main_window import MainWindow
from chronology_app.gui.returned.window import ReturnedWindow
from chronology_app.work.documents import write_document
from chronology_app.writing.look import Look
from tests.gui.a_return import a_review
from tests.gui.answering import NO_SCREEN, write
from tests.gui.opened import a_window
from tests.make import a_chronology, an_entry

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
REVIEW = a_review()
LIBRARY = Agency("agency-lib", "LIB", "Library", 2)
NAME = "Baby K for the panel.docx"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(qtbot, tmp_path, REVIEW) as made:
        yield made


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """The combined chronology as it was sent to the panel."""
    write_document(REVIEW, tmp_path / NAME, Look())
    return tmp_path / NAME


@pytest.fixture
def commented(sent: Path) -> Path:
    """The same, with a comment of R. Ellery beside what the police wrote."""
    document = Document(str(sent))
    runs = [
        run
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if "Officers called" in run.text
    ]
    document.add_comment(runs, "Which officers?", author="R. Ellery", initials="RE")
    document.save(str(sent))
    return sent


@pytest.fixture
def visits(tmp_path: Path) -> Path:
    """What an agency sends: a Word table of its own."""
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for texts in (("Date", "Event"), ("02/05/2022", "Clinic, 5.2 kg."), ("09/05/2022", "Home visit, baby asleep.")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.save(str(tmp_path / "visits.docx"))
    return tmp_path / "visits.docx"


def drop(window: MainWindow, *paths: Path) -> None:
    """Let go of files over the window, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(40, 40), Qt.DropAction.CopyAction, data, buttons, keys))


def came_back(qtbot: QtBot, window: MainWindow) -> ReturnedWindow:
    qtbot.waitUntil(lambda: window.importing.returning.window is not None, timeout=20_000)
    shown = window.importing.returning.window
    assert shown is not None
    with qtbot.waitActive(shown):
        shown.activateWindow()
    return shown


@pytest.fixture
def imports(qtbot: QtBot) -> Iterator[list[list[str]]]:
    """The files of every import dialog that opens; each is closed again."""
    seen: list[list[str]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ImportDialog) and dialog.is_complete:
            seen.append([file.name for file in dialog.plan.files])
            dialog.reject()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    yield seen
    timer.stop()


def says(window: MainWindow, words: str) -> Callable[[], bool]:
    return lambda: words in window.desk.bar.text


def test_a_dropped_copy_is_read_taken_undone_and_known_the_next_time(
    window: MainWindow, qtbot: QtBot, commented: Path, imports: list[list[str]]
) -> None:
    drop(window, commented)
    shown = came_back(qtbot, window)
    assert shown.verb.text() == "&Take 1 comment"
    qtbot.keyClick(shown.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (note,) = window.workspace.chronology.all(Note).values()
    assert (note.entry_id, note.author, note.text) == ("entry-2", "R. Ellery", "Which officers?")
    assert window.desk.bar.text == f"1 comment taken from {NAME}."
    assert dict(window.workspace.chronology.entries) == dict(REVIEW.entries)
    drop(window, commented)
    again = came_back(qtbot, window)
    assert again.ids == ()
    assert "Taken already." in [row.does for row in again.list.returned.rows]
    again.reject()
    window.workspace.stack.undo()
    assert window.workspace.chronology == REVIEW
    assert imports == []


def test_a_copy_nobody_wrote_in_is_told_in_one_sentence(
    window: MainWindow, qtbot: QtBot, sent: Path, imports: list[list[str]]
) -> None:
    drop(window, sent)
    qtbot.waitUntil(says(window, "Nobody"), timeout=20_000)
    assert window.desk.bar.text == f"Nobody commented or changed anything in {NAME}: 2 entries recognised."
    assert window.importing.returning.window is None
    assert imports == []


def test_files_of_agencies_are_imported_once_what_came_back_is_done_with(
    window: MainWindow, qtbot: QtBot, commented: Path, visits: Path, imports: list[list[str]]
) -> None:
    drop(window, visits, commented)
    shown = came_back(qtbot, window)
    assert imports == []
    shown.reject()
    qtbot.waitUntil(lambda: imports == [["visits.docx"]], timeout=20_000)
    assert window.workspace.chronology == REVIEW


def test_a_person_can_still_say_that_it_is_an_agencys_file(
    window: MainWindow, qtbot: QtBot, commented: Path, imports: list[list[str]]
) -> None:
    drop(window, commented)
    shown = came_back(qtbot, window)
    qtbot.keyClick(shown.agency, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: imports == [[NAME]], timeout=20_000)
    assert window.importing.returning.window is None


def test_a_protected_copy_is_left_out_of_the_import_and_says_what_to_do(
    window: MainWindow, qtbot: QtBot, sent: Path
) -> None:
    plain = BytesIO(sent.read_bytes())
    with sent.open("wb") as locked:
        OOXMLFile(plain).encrypt("herons", locked)
    told: list[tuple[bool, bool]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, FilePasswordDialog) and dialog.isVisible():
            write(qtbot, dialog, "Password", "herons")
            dialog.accept()
        elif isinstance(dialog, ImportDialog) and dialog.is_complete:
            said = any("combined chronology of this review" in one.text() for one in dialog.findChildren(QLabel))
            told.append((dialog.plan.files[0].included, said))
            dialog.reject()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    drop(window, sent)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    timer.stop()
    assert told == [(False, True)]


def test_the_command_imports_nothing_unasked(
    window: MainWindow, qtbot: QtBot, visits: Path, imports: list[list[str]]
) -> None:
    window.importing.returning.take_from([visits])
    qtbot.waitUntil(says(window, "nothing came back"), timeout=20_000)
    assert imports == []
    window.desk.bar._action.click()
    qtbot.waitUntil(lambda: imports == [["visits.docx"]], timeout=20_000)


def test_a_copy_of_another_review_says_so_and_the_next_one_is_shown(
    window: MainWindow, qtbot: QtBot, commented: Path, imports: list[list[str]]
) -> None:
    other = a_chronology(*(an_entry(number, f"Another visit {number}.", agency=LIBRARY) for number in range(1, 6)))
    path = commented.with_name("Baby L.docx")
    write_document(other.after(Change("", (LIBRARY,))), path, Look())
    drop(window, path, commented)
    came_back(qtbot, window).reject()
    assert window.desk.bar.text.startswith("This is a combined chronology of another review")
    assert imports == []
    window.desk.bar._action.click()
    qtbot.waitUntil(lambda: imports == [["Baby L.docx"]], timeout=20_000)
