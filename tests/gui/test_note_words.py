"""A note says who wrote it, when and about which words; a proposal shows its words beside those it would replace."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from chronology_app.core.change import Change
from chronology_app.core.note import Note, NoteKind
from chronology_app.gui.dialogs.note import NoteDialog
from chronology_app.gui.entry.note_words import day_of, note_words
from chronology_app.gui.main_window import MainWindow
from chronology_app.gui.theme import theme
from chronology_app.gui.word_changes import differences_html, differences_in_words
from chronology_app.reviewing.versions import differences
from chronology_app.settings import Settings
from chronology_app.store.store import Store
from tests.gui.answering import NO_SCREEN
from tests.make import a_chronology, an_entry

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)

LONG = " ".join(f"word{number}" for number in range(60))


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (Note("n", "e", NoteKind.THEME, "Hidden men"), "Theme: Hidden men"),
        (
            Note(
                "n",
                "e",
                NoteKind.NOTE,
                "Who says so?",
                "R. Ellery",
                "2026-03-12T12:00:00+00:00",
                "event",
                "seemed settled",
            ),
            "Note by R. Ellery, 12 March 2026 on “seemed settled” (Event)\nWho says so?",
        ),
        (Note("n", "e", NoteKind.NOTE, "Whole row.", "R. Ellery"), "Note by R. Ellery\nWhole row."),
        (
            Note("n", "e", NoteKind.PROPOSAL, "Kit was calm.", "R. Ellery", "", "event", "Kit was settled."),
            "Proposed words by R. Ellery (Event)\nKit was [was: settled.] [now: calm.]",
        ),
        (Note("n", "e", NoteKind.PROPOSAL, "Kit was calm."), "Proposed words: Kit was calm."),
    ],
)
def test_a_note_is_read_with_who_wrote_it_and_about_what(note: Note, words: str) -> None:
    assert note_words(note) == words


def test_enter_opens_a_proposal_beside_the_words_it_is_for_and_only_its_own_words_change(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHRONOLOGY_SETTINGS", str(tmp_path / "settings"))
    window = MainWindow(Settings(who="A. Reviewer"))
    qtbot.addWidget(window)
    before = a_chronology(an_entry(1, "Kit was settled."))
    proposed = Note("n", "entry-1", NoteKind.PROPOSAL, "Kit was calm.", "R. Ellery", "", "event", "Kit was settled.")
    store = Store.create(tmp_path / "Baby K.chronology", "seven slow herons", "A. Reviewer")
    store.apply(Change("Begin", (*(r for kept in before.records.values() for r in kept.values()), proposed)))
    window.workspace.take(store)
    window.desk.table.choose("entry-1")
    seen: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NoteDialog)
        seen.extend(shown.text() for shown in dialog.findChildren(QLabel))
        dialog.findChildren(QPlainTextEdit)[0].setPlainText("Kit was quiet.")
        dialog.accept()

    QTimer.singleShot(0, answer)
    window.desk.panel.notes.setCurrentRow(0)
    qtbot.keyClick(window.desk.panel.notes, Qt.Key.Key_Return)
    assert "12/03/2022, Health visiting\nIn the place of “Kit was settled.”" in seen
    after = window.workspace.chronology
    assert after.all(Note)["n"] == replace(proposed, text="Kit was quiet.")
    assert after.entries == before.entries
    qtbot.keyClick(window.desk.panel.notes, Qt.Key.Key_Delete)
    assert not window.workspace.chronology.all(Note)
    window.workspace.take(None)


def test_a_day_nobody_knows_is_not_made_up() -> None:
    assert [day_of(written) for written in ("", "last week", "2026-03-12")] == ["", "", "12 March 2026"]


def test_far_words_are_left_out_and_every_changed_word_is_there() -> None:
    new = LONG.replace("word30", "other").replace("word0 ", "")
    said = differences_in_words(differences(LONG, new))
    assert said.startswith("[taken out: word0] word1 ")
    assert "word29 [was: word30] [now: other] word31" in said
    assert "word12 … word18" in said
    assert said.endswith("word42 …")


def test_what_went_and_came_is_told_by_sign_and_line_and_never_read_as_markup() -> None:
    html = differences_html(differences("Kit <b>slept</b> well.", "Kit <i>woke</i> well."), theme())
    assert 'line-through">&lt;b&gt;slept&lt;/b&gt;</span>' in html
    assert 'underline">&lt;i&gt;woke&lt;/i&gt;</span>' in html
    assert html.index("[was:") < html.index("[now:")
