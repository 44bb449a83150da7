"""The entry panel shows the agency's words unchanged, and marks fall on exactly the words chosen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from chronology_app.core import edits
from chronology_app.core.findings import Accounts
from chronology_app.core.mark import Kind
from chronology_app.core.note import NoteKind
from chronology_app.gui.entry.panel import EntryPanel, open_suggestions
from chronology_app.gui.entry.words import write_words
from chronology_app.gui.theme import theme
from tests.make import POLICE, a_chronology, an_entry

WORDS = "Kit weighed 4.2 kg 👶 and was alert. Home appeared chaotic. Mother stated that he slept well."
REVIEW = a_chronology(an_entry(1, WORDS), an_entry(2, "Officers called at the home.", agency=POLICE))


@pytest.fixture
def panel(qtbot: QtBot) -> EntryPanel:
    shown = EntryPanel()
    qtbot.addWidget(shown)
    shown.resize(420, 800)
    shown.show()
    shown.show_entry(REVIEW, "entry-1", [Accounts(("entry-1", "entry-2"), ("same day",))])
    return shown


def select(panel: EntryPanel, words: str) -> None:
    """Select words in the panel as a person would."""
    found = panel.words.document().find(words)
    cursor = panel.words.textCursor()
    cursor.setPosition(found.selectionStart())
    cursor.setPosition(found.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    panel.words.setTextCursor(cursor)


def test_the_words_stand_there_as_sent(panel: EntryPanel) -> None:
    assert WORDS in panel.words.toPlainText()


@pytest.mark.parametrize("words", ["Kit", "weighed 4.2 kg", "Home appeared chaotic", "slept well.", " was alert. "])
def test_selected_words_are_the_passage_even_after_signs_outside_the_basic_plane(panel: EntryPanel, words: str) -> None:
    select(panel, words)
    field, start, end = panel.words.selected_passage() or ("", 0, 0)
    assert (field, WORDS[start:end]) == ("event", words.strip())


def test_headings_cannot_be_marked(panel: EntryPanel) -> None:
    select(panel, "Event")
    assert panel.words.selected_passage() is None


def test_a_marked_passage_stands_out_by_more_than_colour(panel: EntryPanel) -> None:
    start = WORDS.index("Home")
    marked = REVIEW.after(edits.mark_passage(REVIEW, "entry-1", "event", start, start + 21, Kind.OPINION))
    panel.show_entry(marked, "entry-1", ())
    cursor = panel.words.document().find("appeared")
    look = cursor.charFormat()
    assert look.fontItalic()
    assert look.underlineStyle() is not look.UnderlineStyle.NoUnderline


def test_a_suggestion_is_listed_with_its_reason_and_space_accepts_it(panel: EntryPanel, qtbot: QtBot) -> None:
    texts = [panel.marks.item(n).text() for n in range(panel.marks.count())]
    assert any("Suggested opinion: “Home appeared chaotic" in text for text in texts)
    panel.marks.setCurrentRow(0)
    with qtbot.waitSignal(panel.accepted) as told:
        qtbot.keyClick(panel.marks, Qt.Key.Key_Space)
    assert told.args[0] == open_suggestions(REVIEW, REVIEW.entries["entry-1"])[0]


def test_a_decided_passage_is_suggested_no_more(panel: EntryPanel) -> None:
    entry = REVIEW.entries["entry-1"]
    first = open_suggestions(REVIEW, entry)[0]
    marked = REVIEW.after(edits.mark_passage(REVIEW, "entry-1", "event", first.start, first.end, Kind.FACT))
    assert first not in open_suggestions(marked, entry)


def test_delete_clears_the_mark_in_focus(panel: EntryPanel, qtbot: QtBot) -> None:
    marked = REVIEW.after(edits.mark(REVIEW, ["entry-1"], Kind.FACT))
    panel.show_entry(marked, "entry-1", ())
    panel.marks.setCurrentRow(0)
    with qtbot.waitSignal(panel.cleared) as told:
        qtbot.keyClick(panel.marks, Qt.Key.Key_Delete)
    assert told.args == [marked.marks_of("entry-1")[0]]


def test_other_accounts_are_listed_with_the_evidence_and_open(panel: EntryPanel, qtbot: QtBot) -> None:
    assert "same day" in panel.accounts.item(0).text()
    panel.accounts.setCurrentRow(0)
    with qtbot.waitSignal(panel.accounts.opened) as told:
        qtbot.keyClick(panel.accounts, Qt.Key.Key_Return)
    assert told.args == ["entry-2"]


def test_the_original_row_is_shown_with_its_place(panel: EntryPanel) -> None:
    text = panel.original.toPlainText()
    assert "HV.xlsx, Sheet1, row 2" in text
    assert "12/03/2022" in text


def test_agency_text_is_never_taken_for_markup(panel: EntryPanel) -> None:
    entry = replace(an_entry(3), original=("12/03/2022", "<img src='http://example.invalid/x.png'>", "<b>no</b>"))
    panel.show_entry(a_chronology(entry), "entry-3", ())
    assert "<img src='http://example.invalid/x.png'>" in panel.original.toPlainText()


def test_notes_are_listed_and_counted(panel: EntryPanel) -> None:
    noted = REVIEW.after(edits.add_note(REVIEW, "entry-1", NoteKind.QUESTION, "Who weighed him?"))
    panel.show_entry(noted, "entry-1", ())
    assert panel.notes.item(0).text() == "Question to the agency: Who weighed him?\nOpen: no answer yet."


def test_nothing_chosen_shows_nothing(panel: EntryPanel) -> None:
    panel.show_entry(REVIEW, "", ())
    assert panel.words.toPlainText() == ""
    assert not panel.isEnabled()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1), st.data())
def test_positions_map_both_ways(text: str, data: st.DataObject) -> None:
    document = QTextDocument()
    (span, *_) = write_words(document, replace(an_entry(1), event=text, action=""), theme())
    offset = data.draw(st.integers(0, len(text)))
    assert span.to_field(span.to_document(offset)) == offset
