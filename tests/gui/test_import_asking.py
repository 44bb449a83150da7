"""The import dialog asks about dates it must not settle itself: swapped ones, and those counted from the row above."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chronology_app.core.chronology import Chronology
from chronology_app.gui.importing.import_dialog import ImportDialog
from chronology_app.work.plan import FilePlan, ImportPlan
from chronology_app.work.planning import plan_table
from tests.gui.answering import NO_SCREEN
from tests.make import HEALTH, a_sheet

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)


def test_true_dates_that_a_spreadsheet_may_have_swapped_are_asked_about_and_swapped_back(qtbot: QtBot) -> None:
    days = ("25/03/2022", datetime(2022, 4, 3), "28/03/2022", datetime(2022, 6, 5))
    sheet = a_sheet(("Date", "Event"), *((day, "Home visit.") for day in days))
    plan = ImportPlan((FilePlan("HV.xlsx", b"", "a", HEALTH, (plan_table(sheet),)),))
    dialog = ImportDialog(plan, Chronology())
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    swapping = dialog.page.tools.swapping
    assert "2 dates would change" in swapping.question
    assert "03/04/2022 is 3 April 2022, or 4 March 2022" in swapping.question
    assert [swapping.held.isChecked(), swapping.back.isChecked()] == [False, False]
    assert dialog.plan.needing() == 2
    swapping.back.click()
    read = [draft.when.earliest for draft in dialog.plan.files[0].tables[0].entries]
    assert read == [date(2022, 3, 25), date(2022, 3, 4), date(2022, 3, 28), date(2022, 5, 6)]
    assert (dialog.plan.needing(), swapping.back.isChecked()) == (0, True)
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.plan.needing() == 2
    assert not swapping.back.isChecked()


def test_later_that_day_is_offered_and_taken_with_one_key_never_silently(qtbot: QtBot) -> None:
    sheet = a_sheet(
        ("Date", "Event"), ("12/03/2022", "Home visit."), ("later that day", "Called."), ("next day", "Seen.")
    )
    plan = ImportPlan((FilePlan("HV.xlsx", b"", "a", HEALTH, (plan_table(sheet),)),))
    dialog = ImportDialog(plan, Chronology())
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()

    def read() -> list[date | None]:
        return [draft.when.earliest for draft in dialog.plan.files[0].tables[0].entries]

    assert read() == [date(2022, 3, 12), None, None]
    rows = dialog.page.table
    rows.choose(rows.rows.place_of(3))
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert read() == [date(2022, 3, 12), date(2022, 3, 12), None]
    rows.choose(rows.rows.place_of(4))
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert read() == [date(2022, 3, 12), date(2022, 3, 12), date(2022, 3, 13)]
    assert dialog.plan.files[0].tables[0].entries[1].when.text == "later that day"
