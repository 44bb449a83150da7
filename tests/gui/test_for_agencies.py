"""What concerns the agencies, as a person does it: check a file without a review, send a form, send the questions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.note import NoteKind
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.gui.dialogs.check_report import CheckReportDialog
from chronology_app.gui.dialogs.file_password import FilePasswordDialog
from chronology_app.gui.dialogs.query_sheets import QuerySheetsDialog
from chronology_app.gui.dialogs.template import TemplateDialog
from chronology_app.gui.for_agencies import ForAgencies
from chronology_app.gui.main_window import MainWindow
from chronology_app.gui.start_page import StartPage
from chronology_app.store.store import Store
from chronology_app.work.planning import plan_import
from tests.gui.answering import complaints, press, shown, switch, when_asked, write
from tests.gui.opened import a_window
from tests.make import HEALTH, a_source, an_entry
from tests.reading.binary import locked_xls_of

ROWS = "Date,What happened\n13/03/2022,QST attended.\n31/02/2022,Rang <b>twice</b>.\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Police log.csv"
    path.write_text(ROWS, "utf-8")
    return path


def reported(qtbot: QtBot, file: Path, review: Review) -> CheckReportDialog:
    dialog = CheckReportDialog(plan_import([file]), review)
    shown(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.report is not None)
    return dialog


def test_a_file_is_checked_without_a_review(
    window: MainWindow, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))

    def read(dialog: CheckReportDialog) -> None:
        qtbot.waitUntil(lambda: dialog.report is not None)
        told.append(dialog.page.toPlainText())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    when_asked(CheckReportDialog, read)
    window.commands["check"].trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "There is no day 31 in February" in told[0]
    assert "Look the date up" in told[0]
    assert "QST" in told[0]
    assert window.workspace.store is None


def test_the_password_of_a_protected_file_is_asked_for(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Police.xls"
    path.write_bytes(locked_xls_of((("Date", "Event"), ("12/03/2022", "Home visit.")), "herons"))
    told: list[str] = []

    def unlock(dialog: FilePasswordDialog) -> None:
        when_asked(CheckReportDialog, read)
        write(qtbot, dialog, "Password", "herons")
        press(qtbot, dialog)

    def read(dialog: CheckReportDialog) -> None:
        qtbot.waitUntil(lambda: dialog.report is not None)
        told.append(dialog.page.toPlainText())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    when_asked(FilePasswordDialog, unlock)
    ForAgencies(window.desk).look_into([path])
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "2 rows = 1 entry + 1 heading" in told[0]


def test_the_empty_window_offers_the_check(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)
    button = next(button for button in page.findChildren(QPushButton) if "Check" in button.text())
    with qtbot.waitSignal(page.asked) as asked:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert asked.args == ["check"]


def test_the_report_can_be_selected_and_read_by_keyboard(qtbot: QtBot, file: Path) -> None:
    dialog = reported(qtbot, file, Review())
    assert dialog.page.hasFocus()
    qtbot.keyClick(dialog.page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "Police log.csv" in dialog.page.textCursor().selectedText()
    top = dialog.page.verticalScrollBar().value()
    qtbot.keyClick(dialog.page, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert dialog.page.verticalScrollBar().value() > top


def test_another_scope_is_tried_at_once(qtbot: QtBot, file: Path) -> None:
    dialog = reported(qtbot, file, Review(scope_from=date(2022, 3, 1)))
    before = dialog.report
    assert before is not None
    assert before.files[0].outside == ()
    write(qtbot, dialog, "Scope from", "1 April 2022")
    switch(qtbot, dialog, "Check with this scope")
    qtbot.waitUntil(lambda: dialog.report is not before)
    assert dialog.report is not None
    assert [row.row for row in dialog.report.files[0].outside] == [2]
    write(qtbot, dialog, "Scope from", "April")
    now = dialog.report
    dialog.check()
    assert complaints(dialog) != []
    assert dialog.report is now


@pytest.mark.parametrize("name", ["report.docx", "report.html"])
def test_the_report_is_saved(qtbot: QtBot, file: Path, tmp_path: Path, name: str) -> None:
    dialog = reported(qtbot, file, Review())
    dialog.save(tmp_path / name)
    qtbot.waitUntil((tmp_path / name).exists)
    qtbot.waitUntil(lambda: name in dialog.said)
    saved = (tmp_path / name).read_bytes()
    assert saved.startswith(b"PK" if name.endswith(".docx") else b"<!DOCTYPE html>")
    dialog.save(tmp_path / "nowhere" / name)
    qtbot.waitUntil(lambda: "not written" in dialog.said)
    assert (tmp_path / name).read_bytes() == saved


def test_a_form_for_an_agency_is_written(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "blank.docx"

    def fill(dialog: TemplateDialog) -> None:
        write(qtbot, dialog, "Where", str(path))
        press(qtbot, dialog)

    when_asked(TemplateDialog, fill)
    window.commands["template"].trigger()
    qtbot.waitUntil(lambda: "blank.docx" in window.desk.bar.text)
    assert path.read_bytes().startswith(b"PK")


def test_the_kind_of_form_gives_the_ending(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = TemplateDialog(Review(designation="Baby K"), folder=tmp_path)
    shown(qtbot, dialog)
    assert dialog.path == tmp_path / "Blank chronology Baby K.docx"
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.path.suffix == ".xlsx"


def with_a_question(window: MainWindow, folder: Path) -> None:
    """Open a review with one entry, a person, and a question about the entry."""
    window.workspace.take(Store.create(folder / "Baby K.chronology", "a long passphrase", "Reviewer"))
    people = Person("mother", "Mother", "", ("Isla",))
    window.workspace.do(Change("Add", (HEALTH, a_source(HEALTH, 1), people, an_entry(1, "Isla was seen."))))
    window.workspace.do(edits.add_note(window.workspace.chronology, "entry-1", NoteKind.QUESTION, "Who saw Isla?"))


def test_questions_are_written_to_a_folder(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with_a_question(window, tmp_path)
    folder = tmp_path / "sheets"
    folder.mkdir()

    def fill(dialog: QuerySheetsDialog) -> None:
        write(qtbot, dialog, "Folder", str(folder))
        switch(qtbot, dialog, "Designations instead of names")
        press(qtbot, dialog)

    when_asked(QuerySheetsDialog, fill)
    window.commands["query_sheets"].trigger()
    qtbot.waitUntil(lambda: "1 query sheet written to sheets." in window.desk.bar.text)
    assert [path.name for path in folder.iterdir()] == ["Questions for HV.docx"]


def test_a_folder_must_be_there(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with_a_question(window, tmp_path)
    dialog = QuerySheetsDialog(window.workspace.chronology, folder=tmp_path / "nowhere")
    shown(qtbot, dialog)
    assert complaints(dialog) == ["There is no such folder. Choose one with Browse."]


def test_without_a_question_it_says_how_to_ask(window: MainWindow, tmp_path: Path) -> None:
    window.workspace.take(Store.create(tmp_path / "Baby K.chronology", "a long passphrase", "Reviewer"))
    window.commands["query_sheets"].trigger()
    assert "press Q to ask" in window.desk.bar.text
