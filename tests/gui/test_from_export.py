"""An exported review is taken up again in the window: dropped or pasted, told in numbers, kept under a passphrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from chronology_app.gui.dialogs.from_export import FromExportDialog, told
from chronology_app.gui.importing.import_dialog import ImportDialog
from chronology_app.gui.main_window import MainWindow
from chronology_app.store.store import Store
from chronology_app.work.documents import write_document
from chronology_app.work.exported import read_export
from chronology_app.writing.look import Look
from tests.gui.answering import NO_SCREEN, complaints, shown, write
from tests.gui.opened import a_window
from tests.make import a_chronology
from tests.test_journey import drop, settle, when_asked
from tests.writing.a_full_review import full

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
PASSPHRASE = "seven slow herons"
NOTES = "Date,Event\n14/03/2022,Baby weighed.\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "Baby K.json"
    write_document(full()[0], path, Look())
    return path


def keep_in(qtbot: QtBot, path: Path, dialog: FromExportDialog) -> None:
    write(qtbot, dialog, "Keep the review in", str(path))
    write(qtbot, dialog, "Passphrase", PASSPHRASE)
    write(qtbot, dialog, "Passphrase again", PASSPHRASE)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)


def import_it(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: dialog.is_complete, timeout=30_000)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def paste(window: MainWindow, qtbot: QtBot, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_an_export_pasted_on_the_start_page_becomes_a_review(
    window: MainWindow, qtbot: QtBot, export: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Baby K.chronology"
    when_asked(FromExportDialog, lambda dialog: keep_in(qtbot, path, dialog))
    paste(window, qtbot, [export])
    qtbot.waitUntil(lambda: window.workspace.store is not None, timeout=30_000)
    settle(window, qtbot)
    assert window.workspace.chronology == read_export(export)
    assert window.windowTitle().startswith("Baby K")
    window.commands["undo"].trigger()
    assert not window.workspace.chronology.entries
    window.commands["redo"].trigger()
    assert window.workspace.chronology == read_export(export)


def test_agency_files_dropped_with_it_are_looked_over_in_the_new_review(
    window: MainWindow, qtbot: QtBot, export: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "Housing.csv"
    notes.write_text(NOTES, "utf-8")
    when_asked(FromExportDialog, lambda dialog: keep_in(qtbot, tmp_path / "Baby K.chronology", dialog))
    when_asked(ImportDialog, lambda dialog: import_it(qtbot, dialog))
    drop(window, [notes, export])
    qtbot.waitUntil(lambda: "1 entry imported." in window.desk.bar.text, timeout=30_000)
    settle(window, qtbot)
    assert len(window.workspace.chronology.entries) == 3


def test_on_an_open_review_it_is_said_what_can_be_done(
    window: MainWindow, qtbot: QtBot, export: Path, tmp_path: Path
) -> None:
    window.workspace.take(Store.create(tmp_path / "Other.chronology", PASSPHRASE, "A. Reviewer"))
    drop(window, [export])
    qtbot.waitUntil(lambda: "not an agency's file" in window.desk.bar.text)
    assert not window.workspace.chronology.entries
    when_asked(FromExportDialog, lambda dialog: keep_in(qtbot, tmp_path / "Baby K.chronology", dialog))
    button = next(one for one in window.desk.bar.findChildren(QPushButton) if "New review" in one.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.workspace.chronology.entries) == 2, timeout=30_000)
    settle(window, qtbot)


def test_what_is_no_export_asks_nothing_and_makes_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"format": "chronology-builder/review"}', "utf-8")
    drop(window, [path])
    qtbot.waitUntil(lambda: "nothing was taken in" in window.desk.bar.text)
    assert QApplication.activeModalWidget() is None
    assert window.workspace.store is None
    assert not list(tmp_path.glob("*.chronology"))


def test_the_dialog_tells_what_is_in_it_and_what_is_not(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = FromExportDialog(full()[0], folder=tmp_path)
    shown(qtbot, dialog)
    said = [one.text() for one in dialog.findChildren(QLabel)]
    numbers = "2 entries, 2 agencies, 2 files, 1 mark, 2 notes and questions, 1 tie between entries, 1 person, 1 look"
    assert {"Baby K", numbers} <= set(said)
    assert any("stay in the review it was exported from" in one for one in said)
    assert dialog.path == tmp_path / "Baby K.chronology"
    assert complaints(dialog) == ["The passphrase needs at least 8 characters."]
    assert told(a_chronology()) == "2 agencies, 2 files"
