"""Dialogs are answered with keys and clicks; what is wrong is said under its field and nothing is accepted."""

import time
from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from chronology_app.core.note import NoteKind
from chronology_app.core.progress import Report
from chronology_app.core.when import When
from chronology_app.gui.dialogs.date import DateDialog
from chronology_app.gui.dialogs.help import HelpDialog
from chronology_app.gui.dialogs.note import NoteDialog
from chronology_app.gui.dialogs.progress import ProgressDialog
from chronology_app.gui.task import Task
from tests.gui.answering import NO_SCREEN, complaints, press, shown, write
from tests.make import an_entry, on

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
ACCEPTED = QDialog.DialogCode.Accepted


def test_a_date_is_read_back_as_it_is_typed(qtbot: QtBot) -> None:
    dialog = DateDialog(an_entry(1, when=When("12th", reason="The month is not written.")))
    shown(qtbot, dialog)
    press(qtbot, dialog)
    assert dialog.isVisible()
    write(qtbot, dialog, "Date", "12/03/22")
    press(qtbot, dialog)
    assert dialog.result() == ACCEPTED
    assert (dialog.when.earliest, dialog.when.latest) == (date(2022, 3, 12), date(2022, 3, 12))


def test_a_reading_on_offer_is_taken_with_a_click(qtbot: QtBot) -> None:
    offers = (on("", date(2022, 2, 28)), on("", date(2022, 3, 3)))
    dialog = DateDialog(an_entry(1, when=When("31/02/2022", reason="No such day.", offers=offers)))
    shown(qtbot, dialog)
    button = next(b for b in dialog.findChildren(QPushButton) if b.accessibleName().endswith("3 March 2022"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (dialog.result(), dialog.when) == (ACCEPTED, offers[1])


@pytest.mark.parametrize("kind", NoteKind)
def test_a_note_is_accepted_with_ctrl_enter_once_it_has_words(qtbot: QtBot, kind: NoteKind) -> None:
    dialog = NoteDialog(kind, "HV, 12 March 2022")
    shown(qtbot, dialog)
    edit = dialog.findChild(QPlainTextEdit)
    assert edit is not None
    dialog.accept()
    assert complaints(dialog) == ["Write something first, or press Cancel."]
    qtbot.keyClicks(edit, "Who was there? And when?")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (dialog.result(), dialog.text) == (ACCEPTED, "Who was there? And when?")


def test_progress_shows_what_is_done_and_closes_before_the_result_is_known(qtbot: QtBot) -> None:
    def job(report: Report) -> str:
        report(1, 2, "first.docx")
        return "ready"

    task = Task(job)
    dialog = ProgressDialog(task, "Reading 2 files")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    shown(qtbot, dialog)
    seen: list[tuple[object, bool]] = []
    task.done.connect(lambda result: seen.append((result, dialog.isVisible())))
    with qtbot.waitSignal(task.done):
        task.start()
    assert dialog.what == "first.docx"
    assert seen == [("ready", False)]


def test_escape_asks_the_job_to_stop(qtbot: QtBot) -> None:
    def job(report: Report) -> None:
        while True:
            report(0, 0, "still reading")
            time.sleep(0.001)

    task = Task(job)
    dialog = ProgressDialog(task, "Reading 2 files")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    shown(qtbot, dialog)
    with qtbot.waitSignal(task.stopped):
        task.start()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_help_opens_no_address_by_itself(qtbot: QtBot) -> None:
    dialog = HelpDialog(text="# Help\n\n[far](https://example.org/page)")
    shown(qtbot, dialog)
    assert (dialog.address, dialog.page.openLinks()) == ("", False)
    dialog.page.anchorClicked.emit(QUrl("https://example.org/page"))
    assert dialog.address == "https://example.org/page"


def test_help_leads_to_its_other_pages_and_back(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    shown(qtbot, dialog)
    for page, words in (("template.md", "content control"), ("help.md", "Make a review")):
        dialog.page.anchorClicked.emit(QUrl(page))
        assert words.casefold() in dialog.page.toPlainText().casefold()
    assert dialog.address == ""


def test_the_help_page_is_there(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    shown(qtbot, dialog)
    assert "missing" not in dialog.page.toPlainText()[:200]
    assert len(dialog.page.toPlainText()) > 500
