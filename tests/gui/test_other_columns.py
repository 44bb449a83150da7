"""What stands in columns nobody claimed can be read with the entry, and is nothing to mark."""

from dataclasses import replace

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from chronology_app.core.change import Change
from chronology_app.core.source import SourceTable
from chronology_app.gui.entry.panel import EntryPanel
from tests.make import a_chronology, an_entry


def test_other_columns_stand_below_the_entrys_words(qtbot: QtBot) -> None:
    review = a_chronology(an_entry(1, "Home visit."))
    table = SourceTable("Sheet1", 1, ("Date", "Event", "Initials"), ("date", "event", ""), 2, 1)
    source = replace(review.sources["source-HV"], tables=(table,))
    entry = replace(an_entry(1, "Home visit."), original=("12/03/2022", "Home visit.", "RP\nand MK"))
    panel = EntryPanel()
    qtbot.addWidget(panel)
    panel.show_entry(review.after(Change("", (source, entry))), entry.id, ())
    shown = panel.words.toPlainText()
    assert shown.index("Home visit.") < shown.index("Other column: Initials") < shown.index("RP\nand MK")
    found = panel.words.document().find("RP")
    cursor = panel.words.textCursor()
    cursor.setPosition(found.selectionStart())
    cursor.setPosition(found.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    panel.words.setTextCursor(cursor)
    assert panel.words.selected_passage() is None
