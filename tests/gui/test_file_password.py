"""A protected file: its password is asked for, once more where it is wrong, and the file can be skipped."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from chronology_app.gui.dialogs.file_password import FilePasswordDialog, ask_passwords
from chronology_app.gui.importing.import_dialog import ImportDialog
from chronology_app.gui.main_window import MainWindow
from chronology_app.settings import Settings
from chronology_app.store.store import Store
from chronology_app.work.planning import plan_import
from tests.gui.answering import NO_SCREEN, complaints, named, press, shown, write
from tests.reading.binary import locked_xls_of

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
ROWS = (("Date", "Event"), ("12/03/2022", "Home visit."))


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """A protected file, a plain one and another protected one."""
    found = [tmp_path / name for name in ("Police.xls", "HV.csv", "GP.xls")]
    found[0].write_bytes(locked_xls_of(ROWS, "herons"))
    found[1].write_text("Date,Event\n13/03/2022,Call.\n", "utf-8")
    found[2].write_bytes(locked_xls_of(ROWS, "larks"))
    return found


@pytest.fixture
def answering(qtbot: QtBot) -> Iterator[Callable[[list[str]], list[str]]]:
    """Types each answer into the next dialog ("" skips it); returns what the dialogs said, as they are answered."""
    timer = QTimer(QApplication.instance())

    def begin(answers: list[str]) -> list[str]:
        said: list[str] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, FilePasswordDialog) and dialog.isVisible():
                said.append(named(dialog, "Password").accessibleDescription())
                answer = answers.pop(0)
                write(qtbot, dialog, "Password", answer)
                qtbot.mouseClick(dialog.verb if answer else dialog.cancel, Qt.MouseButton.LeftButton)

        timer.timeout.connect(look)
        timer.start(20)
        return said

    yield begin
    timer.stop()


def test_the_password_is_hidden_and_an_empty_one_is_not_taken(qtbot: QtBot) -> None:
    dialog = FilePasswordDialog("Police.xls")
    shown(qtbot, dialog)
    assert named(dialog, "Password").echoMode() is QLineEdit.EchoMode.Password
    assert dialog.cancel.text() == "Skip this file"
    press(qtbot, dialog)
    assert complaints(dialog) == ["Type the password, or skip this file."]
    write(qtbot, dialog, "Password", "herons")
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog)
    assert dialog.password == "herons"


def test_each_protected_file_is_asked_for_until_it_opens_or_is_skipped(
    qtbot: QtBot, paths: list[Path], answering: Callable[[list[str]], list[str]]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first = plan_import(paths)
    assert [file.locked for file in first.files] == [True, False, True]

    said = answering(["heron", "", "herons"])
    given = ask_passwords(first, paths, {}, window)
    assert given == {paths[0]: "heron", paths[2]: ""}
    second = plan_import(paths, passwords=given)
    given = ask_passwords(second, paths, given, window)
    assert given == {paths[0]: "herons", paths[2]: ""}
    third = plan_import(paths, passwords=given)
    assert [said[0] == said[1], "does not open" in said[2]] == [True, True]
    assert [bool(file.problem) for file in third.files] == [False, False, True]
    assert third.entries() == 2
    assert ask_passwords(third, paths, given, window) is None


def test_a_dropped_file_that_is_protected_is_opened_and_looked_over(
    qtbot: QtBot, tmp_path: Path, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHRONOLOGY_SETTINGS", str(tmp_path / "settings"))
    window = MainWindow(Settings(who="A. Reviewer"))
    qtbot.addWidget(window)
    window.workspace.take(Store.create(tmp_path / "Baby K.chronology", "seven slow herons", "A. Reviewer"))
    asked: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, FilePasswordDialog) and dialog.isVisible():
            asked.append(dialog.windowTitle())
            write(qtbot, dialog, "Password", "larks" if len(asked) == 2 else "")
            qtbot.mouseClick(dialog.verb if len(asked) == 2 else dialog.cancel, Qt.MouseButton.LeftButton)
        elif isinstance(dialog, ImportDialog) and dialog.is_complete:
            dialog.activateWindow()  # the screen that is not there gives the focus back to nobody
            qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    timer = QTimer(QApplication.instance())
    timer.timeout.connect(look)
    timer.start(20)
    window.importing.look_over(paths)
    qtbot.waitUntil(lambda: "imported" in window.desk.bar.text, timeout=20_000)
    timer.stop()
    kept = {source.name: source.sha256 for source in window.workspace.chronology.sources.values()}
    assert kept == {path.name: sha256(path.read_bytes()).hexdigest() for path in paths[1:]}
    assert len(asked) == 2
    window.workspace.take(None)


def test_where_every_file_is_skipped_the_plan_stands(
    qtbot: QtBot, paths: list[Path], answering: Callable[[list[str]], list[str]]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answering(["", ""])
    assert ask_passwords(plan_import(paths), paths, {}, window) is None
