"""Dates in the window: intervals and the order of a day are shown, rows are dragged, offers taken, days parted."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from chronology_app.core import edits
from chronology_app.core.beside import Beside
from chronology_app.core.chronology import Chronology
from chronology_app.core.when import Precision, When
from chronology_app.gui.chronology.columns import DATE
from chronology_app.gui.chronology.dragging import FORMAT, carrying
from chronology_app.gui.chronology.table import ChronologyTable
from chronology_app.gui.entry.panel import EntryPanel
from tests.make import a_chronology, an_entry, on

LATER = on("21/03/2022", date(2022, 3, 21))
TWO_A_DAY = a_chronology(an_entry(1), an_entry(2), an_entry(3), an_entry(4, when=LATER))
NO_ORDER = "order within the day not known"


@pytest.fixture
def table(qtbot: QtBot) -> ChronologyTable:
    shown = ChronologyTable()
    qtbot.addWidget(shown)
    shown.resize(900, 900)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_entries(TWO_A_DAY, TWO_A_DAY.in_order())
    return shown


def drop(table: ChronologyTable, mime: QMimeData, on_row: int) -> QDropEvent:
    """Let go of what is dragged in the middle of a row."""
    place = QPoint(200, table.rowViewportPosition(on_row) + table.rowHeight(on_row) // 2)
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(place), Qt.DropAction.MoveAction, mime, button, no_key)
    table.dropEvent(event)
    return event


def test_the_interval_and_the_open_order_stand_under_the_date_and_are_read_out(table: ChronologyTable) -> None:
    lines = [table.rows.index(row, DATE).data().splitlines() for row in range(4)]
    spoken = [table.rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert [line[-1] for line in lines] == ["⇅ order not known"] * 3 + ["9 days since the last entry"]
    assert [NO_ORDER in said for said in spoken] == [True, True, True, False]
    assert "9 days since the last entry" in spoken[3]
    assert "Alt+Up" in table.rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_once_a_person_has_ordered_the_day_the_sign_is_gone_and_rows_are_lower(table: ChronologyTable) -> None:
    before = table.rowHeight(1)
    ordered = TWO_A_DAY.after(edits.move_to(TWO_A_DAY, "entry-3", "entry-1"))
    table.show_entries(ordered, ordered.in_order())
    assert [entry.id for entry in table.rows.entries] == ["entry-3", "entry-1", "entry-2", "entry-4"]
    assert "⇅" not in table.rows.index(1, DATE).data()
    assert table.rowHeight(1) < before


def test_a_row_is_dragged_within_its_day(table: ChronologyTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.placed) as told:
        assert drop(table, carrying("entry-3"), on_row=0).isAccepted()
    assert told.args == ["entry-3", "entry-1"]


@pytest.mark.parametrize(("entry_id", "row"), [("entry-3", 3), ("entry-4", 0), ("entry-1", 0), ("entry-9", 0)])
def test_it_falls_nowhere_else(table: ChronologyTable, qtbot: QtBot, entry_id: str, row: int) -> None:
    with qtbot.assertNotEmitted(table.placed):
        assert not drop(table, carrying(entry_id), row).isAccepted()


def test_only_what_shares_its_day_can_be_dragged_and_it_carries_no_words(table: ChronologyTable) -> None:
    can = [bool(table.rows.index(row, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled) for row in range(4)]
    assert can == [True, True, True, False]
    assert carrying("entry-1").formats() == [FORMAT]


def test_files_that_are_dragged_go_on_to_the_window(table: ChronologyTable) -> None:
    assert not drop(table, QMimeData(), 0).isAccepted()


def test_the_panel_tells_the_interval_the_open_order_and_what_is_offered(qtbot: QtBot) -> None:
    offers = (on("03/04/22", date(2022, 4, 3)), on("03/04/22", date(2022, 3, 4)))
    asked = When("03/04/22", reason="The order is not clear.", offers=offers)
    chronology = a_chronology(replace(an_entry(1, when=asked), needs=asked.reason))
    panel = EntryPanel()
    qtbot.addWidget(panel)
    panel.show_entry(chronology, "entry-1", (), Beside(9, True))
    assert panel.heading == (
        "03/04/22",
        "Date not known · 9 days since the last entry · order within the day not known\n"
        "Health visiting · HV.xlsx, Sheet1, row 2",
        "Needs you: The order is not clear.\nOffered: 3 April 2022. Y takes it (F2 shows 1 more).",
    )


def several() -> Chronology:
    """An entry whose row gives two days."""
    days = (date(2022, 2, 28), date(2022, 3, 2))
    return a_chronology(an_entry(1, when=When("28/2 & 2/3/22", *days, Precision.DAY, dates=days)))


def test_the_panel_says_that_several_days_can_be_parted(qtbot: QtBot) -> None:
    panel = EntryPanel()
    qtbot.addWidget(panel)
    panel.show_entry(several(), "entry-1", ())
    assert "Split makes one entry a day" in panel.heading[1]
