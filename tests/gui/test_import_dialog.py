"""The import dialog is worked with keys and clicks; every correction goes into the plan, and nothing anywhere else."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from chronology_app.core.chronology import Chronology
from chronology_app.core.fields import Field
from chronology_app.core.source import Outcome
from chronology_app.gui.importing.import_dialog import ImportDialog
from chronology_app.gui.importing.rows_model import CELL, DATE
from chronology_app.work.plan import FilePlan, ImportPlan, TablePlan
from chronology_app.work.planning import plan_table
from tests.gui.a_plan import PLAN, VISITS
from tests.gui.answering import NO_SCREEN, named
from tests.make import HEALTH, POLICE

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)


@pytest.fixture
def dialog(qtbot: QtBot) -> ImportDialog:
    made = ImportDialog(PLAN, Chronology.of([POLICE]))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def table_of(dialog: ImportDialog, file: int = 0, table: int = 0) -> TablePlan:
    return dialog.plan.files[file].tables[table]


def rows(dialog: ImportDialog) -> list[int]:
    model = dialog.page.table.rows
    return [draft.row for n in range(model.rowCount()) if (draft := model.draft(n))]


def outcome(dialog: ImportDialog, row: int) -> Outcome:
    return next(draft.outcome for draft in table_of(dialog).drafts if draft.row == row)


def write_date(qtbot: QtBot, dialog: ImportDialog, text: str) -> QLineEdit:
    """Press F2 on the chosen row and type; the line is given back, still open."""
    qtbot.keyClick(dialog.page.table, Qt.Key.Key_F2)
    line = next(line for line in dialog.page.table.findChildren(QLineEdit) if line.isVisible())
    line.selectAll()
    qtbot.keyClicks(line, text)
    return line


def test_rows_that_need_a_person_stand_first_and_have_the_focus(dialog: ImportDialog) -> None:
    assert rows(dialog)[:3] == [4, 5, 6]
    assert dialog.page.table.hasFocus()
    assert dialog.page.table.chosen() == 4


def test_a_row_says_what_becomes_of_it_and_why(dialog: ImportDialog) -> None:
    model = dialog.page.table.rows
    cell = model.index(0, 1).data(CELL)
    assert (cell.text, cell.attention) == ("Entry, needs a date", True)
    assert cell.under
    assert model.index(2, 1).data(CELL).text == "Left out: struck out"
    sentence = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence.startswith("Row 4, Entry, needs a date, ")
    assert "Telephone call from mother." in sentence


def test_a_date_is_written_in_place_and_read_back(qtbot: QtBot, dialog: ImportDialog) -> None:
    line = write_date(qtbot, dialog, "w/c 25/4/22")
    assert "week from 25 April 2022" in line.accessibleDescription()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: 4 in table_of(dialog).dates)
    decided = table_of(dialog).dates[4]
    assert (decided.earliest, decided.latest) == (date(2022, 4, 25), date(2022, 5, 1))
    assert dialog.page.table.chosen() == 5
    assert "Row 4: week from 25 April 2022." in dialog.page.told


def test_a_date_that_cannot_be_read_decides_nothing(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.keyClick(write_date(qtbot, dialog, "one day"), Qt.Key.Key_Return)
    qtbot.wait(1)
    assert dialog.plan == PLAN


def test_escape_leaves_the_date_as_it_was(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.keyClick(write_date(qtbot, dialog, "1 May 2022"), Qt.Key.Key_Escape)
    qtbot.wait(1)
    assert dialog.plan == PLAN
    assert dialog.isVisible()


def test_leaving_the_line_is_as_good_as_enter(qtbot: QtBot, dialog: ImportDialog) -> None:
    write_date(qtbot, dialog, "1 May 2022")
    dialog.files.setFocus()
    qtbot.waitUntil(lambda: 4 in table_of(dialog).dates)
    assert table_of(dialog).dates[4].earliest == date(2022, 5, 1)


def test_space_takes_the_reading_on_offer(qtbot: QtBot, dialog: ImportDialog) -> None:
    draft = dialog.page.table.rows.draft(0)
    assert draft is not None
    offered = draft.when.offers[0]
    qtbot.keyClick(dialog.page.table, Qt.Key.Key_Space)
    decided = table_of(dialog).dates[4]
    assert (decided.earliest, decided.latest) == (offered.earliest, offered.latest)


def test_an_offer_is_taken_with_a_click(qtbot: QtBot, dialog: ImportDialog) -> None:
    table = dialog.page.table
    draft = table.rows.draft(0)
    assert draft is not None
    cell = table.visualRect(table.rows.index(0, DATE))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.bottomLeft() + QPoint(30, -16))
    qtbot.waitUntil(lambda: 4 in table_of(dialog).dates)
    assert table_of(dialog).dates[4].earliest in {offer.earliest for offer in draft.when.offers}


def test_a_row_left_out_is_taken_in_and_out_with_space(qtbot: QtBot, dialog: ImportDialog) -> None:
    table = dialog.page.table
    table.choose(table.rows.place_of(6))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert outcome(dialog, 6) is Outcome.ENTRY
    assert table.chosen() == 6
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert outcome(dialog, 6) is Outcome.STRUCK


def test_a_column_is_understood_as_a_person_says(qtbot: QtBot, dialog: ImportDialog) -> None:
    combo = dialog.page.strip.cards[3].fields
    assert combo.currentText() == "Kept, not shown"
    qtbot.keyClicks(combo, "Prof")
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    combo.activated.emit(combo.currentIndex())
    layout = table_of(dialog).layout
    assert layout is not None
    assert layout.columns[3].field is Field.PROFESSIONAL
    assert "Professional" in [column.title for column in dialog.page.table.rows.columns]


def test_a_rough_match_is_asked_about_and_confirmed(qtbot: QtBot) -> None:
    table = plan_table(VISITS)
    assert table.layout is not None
    columns = tuple(replace(column, sure=column.number != 2) for column in table.layout.columns)
    rough = replace(table, layout=replace(table.layout, columns=columns))
    made = ImportDialog(ImportPlan((FilePlan("v.docx", b"", "", HEALTH, (rough,)),)), Chronology())
    qtbot.addWidget(made)
    made.show()
    assert [card.asks for card in made.page.strip.cards] == [False, True, False, False]
    qtbot.mouseClick(made.page.strip.cards[1].right, Qt.MouseButton.LeftButton)
    assert not any(card.asks for card in made.page.strip.cards)


def test_every_control_has_a_name(dialog: ImportDialog) -> None:
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    controls = [widget for kind in kinds for widget in dialog.findChildren(kind) if widget.isVisible()]
    inside = [w for w in controls if isinstance(w.parentWidget(), QComboBox)]
    silent = [w for w in controls if w not in inside and not (w.accessibleName() or getattr(w, "text", str)())]
    assert controls
    assert silent == []


def test_it_fits_a_small_screen(dialog: ImportDialog) -> None:
    assert dialog.minimumSize().width() <= 1280
    assert dialog.minimumSizeHint().height() <= 680
    assert dialog.size().height() <= 720


def test_escape_keeps_corrections_and_ctrl_z_takes_them_back(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.keyClick(dialog.page.table, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.plan == PLAN
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_the_verb_counts_what_comes_in_and_gives_the_plan(qtbot: QtBot, dialog: ImportDialog) -> None:
    verb = next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "&Import 6 entries")
    qtbot.mouseClick(verb, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.plan == PLAN


def test_nothing_is_accepted_where_nothing_comes_in(qtbot: QtBot) -> None:
    made = ImportDialog(ImportPlan((replace(PLAN.files[0], included=False),)), Chronology())
    qtbot.addWidget(made)
    made.show()
    made.accept()
    assert made.isVisible()


def test_an_agency_without_a_code_is_sent_back(qtbot: QtBot, dialog: ImportDialog) -> None:
    code = named(dialog, "Code")
    code.clear()
    qtbot.keyClick(code, Qt.Key.Key_Return)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.page.agency.sentence.startswith("Give the agency a short code")
