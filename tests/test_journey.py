"""The whole road as a person walks it, by keyboard: dropped files, marks, Word document, closed and opened again."""

import json
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chronology_app.core.mark import Kind
from chronology_app.core.source import Outcome
from chronology_app.gui.dialogs.export import ExportDialog
from chronology_app.gui.dialogs.new_review import NewReviewDialog
from chronology_app.gui.dialogs.passphrase import PassphraseDialog
from chronology_app.gui.importing.import_dialog import ImportDialog
from chronology_app.gui.main_window import MainWindow
from chronology_app.work.sample import sample
from tests.gui.answering import when_asked, write
from tests.gui.opened import a_window

PASSPHRASE = "seven slow herons"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(qtbot, tmp_path) as made:
        yield made


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until no dialog is open and the keys go to the window again."""
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    with qtbot.waitActive(window):
        window.activateWindow()


def drop(window: MainWindow, paths: list[Path]) -> None:
    """Drop files on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(300, 300), action, data, Qt.MouseButton.LeftButton, none))


def test_from_dropped_files_to_a_word_document_and_back(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    review, document = tmp_path / "Baby K.chronology", tmp_path / "Baby K combined chronology.docx"
    drop_files_on_a_new_review(window, qtbot, review)
    mark_and_undo(window, qtbot)
    export_to_word(window, qtbot, document)
    close_and_open_again(window, qtbot, review)
    in_the_clear = [path for path in tmp_path.rglob("*") if path.is_file() and b"Leanne" in path.read_bytes()]
    assert in_the_clear == [], "but for the packed document, nothing on the way lies open beside the review"


def drop_files_on_a_new_review(window: MainWindow, qtbot: QtBot, review: Path) -> None:
    def fill(dialog: NewReviewDialog) -> None:
        write(qtbot, dialog, "Keep the review in", str(review))
        write(qtbot, dialog, "Passphrase", PASSPHRASE)
        write(qtbot, dialog, "Passphrase again", PASSPHRASE)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    when_asked(NewReviewDialog, fill)
    when_asked(ImportDialog, lambda dialog: import_all(dialog, qtbot))
    drop(window, [file.path for file in sample().files])
    qtbot.waitUntil(lambda: "150 entries imported." in window.desk.bar.text, timeout=60_000)
    chronology = window.workspace.chronology
    assert len(chronology.sources) == 6
    for source in chronology.sources.values():
        assert sum(source.counts().values()) == sum(table.rows for table in source.tables)
    assert len(chronology.entries) == sum(s.counts()[Outcome.ENTRY] for s in chronology.sources.values()) == 150
    settle(window, qtbot)


def import_all(dialog: ImportDialog, qtbot: QtBot) -> None:
    """Wait until every file has come, then import with Ctrl+Enter."""
    qtbot.waitUntil(lambda: len(dialog.plan.files) == 6 and dialog.is_complete, timeout=30_000)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def mark_and_undo(window: MainWindow, qtbot: QtBot) -> None:
    table, chronology = window.desk.table, window.workspace
    table.setFocus()
    first = table.entry_at(20)
    table.choose(first)
    qtbot.keyClick(table, Qt.Key.Key_F)
    assert chronology.chronology.kind_of(first) is Kind.FACT
    assert table.current_id() == table.entry_at(21)
    qtbot.keyClick(table, Qt.Key.Key_O)
    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert chronology.chronology.kind_of(table.entry_at(21)) is None
    qtbot.keyClick(table, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert chronology.chronology.kind_of(table.entry_at(21)) is Kind.OPINION
    mark_words(window, qtbot)


def mark_words(window: MainWindow, qtbot: QtBot) -> None:
    """Choose an entry, go to its words with Enter, select the first word with the keyboard, press R."""
    table, words = window.desk.table, window.desk.panel.words
    entry = next(e for e in table.rows.entries[30:] if e.event and not e.needs)
    table.choose(entry.id)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert words.hasFocus()
    qtbot.keyClick(words, Qt.Key.Key_Down)
    qtbot.keyClick(words, Qt.Key.Key_Home)
    qtbot.keyClick(words, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(words, Qt.Key.Key_R)
    (mark,) = window.workspace.chronology.marks_of(entry.id)
    assert (mark.kind, mark.field, mark.start) == (Kind.REPORTED, "event", 0)
    assert entry.event[: mark.end] == entry.event.split()[0]


def export_to_word(window: MainWindow, qtbot: QtBot, document: Path) -> None:
    def fill(dialog: ExportDialog) -> None:
        write(qtbot, dialog, "Where", str(document))
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    when_asked(ExportDialog, fill)
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.desk.bar.text.startswith("Written"), timeout=60_000)
    settle(window, qtbot)
    with ZipFile(document) as parts:
        text = parts.read("word/document.xml").decode()
    for entry in window.workspace.chronology.in_order():
        assert all(escape(word) in text for word in entry.event.split()[:5])
    assert text.count("<w:tblHeader") >= 10
    assert "OFFICIAL-SENSITIVE" in "".join(_headers(document))


def _headers(document: Path) -> list[str]:
    with ZipFile(document) as parts:
        return [parts.read(name).decode() for name in parts.namelist() if "header" in name or "footer" in name]


def close_and_open_again(window: MainWindow, qtbot: QtBot, review: Path) -> None:
    before = window.workspace.chronology
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.store is None
    assert PASSPHRASE.encode() not in review.read_bytes()
    assert b"Leanne" not in review.read_bytes()

    def fill(dialog: PassphraseDialog) -> None:
        write(qtbot, dialog, "Passphrase", PASSPHRASE)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    when_asked(PassphraseDialog, fill)
    drop(window, [review])
    qtbot.waitUntil(lambda: window.workspace.store is not None, timeout=30_000)
    settle(window, qtbot)
    assert window.workspace.chronology == before
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.chronology != before
    assert str(review) in json.dumps(window.preferences.settings.recent)
