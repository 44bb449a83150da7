"""What a person corrects in a layout is seen at once: words for a field, joined columns, what was remembered."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from chronology_app.core.chronology import Chronology
from chronology_app.core.fields import TEXT_FIELDS, TITLES, Field
from chronology_app.core.remembered import Constant, RememberedLayout
from chronology_app.gui.importing.constants_dialog import ConstantDialog
from chronology_app.gui.importing.import_dialog import ImportDialog
from chronology_app.gui.importing.layout_words import about_layout
from chronology_app.work import correcting
from chronology_app.work.plan import ImportPlan
from chronology_app.work.planning import as_remembered, plan_table
from tests.gui.a_plan import CALLS, PLAN, VISITS, a_file
from tests.gui.answering import NO_SCREEN, press, shown, write
from tests.make import HEALTH, POLICE, a_sheet

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)


@pytest.fixture
def dialog(qtbot: QtBot) -> ImportDialog:
    made = ImportDialog(PLAN, Chronology.of([POLICE]))
    shown(qtbot, made)
    return made


def asked(dialog: ImportDialog) -> ConstantDialog:
    (made,) = dialog.findChildren(ConstantDialog)
    return made


def test_a_field_is_given_words_in_every_row_and_they_are_taken_back(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.mouseClick(dialog.page.tools.words, Qt.MouseButton.LeftButton)
    write(qtbot, asked(dialog), "Words", "Case record")
    press(qtbot, asked(dialog))
    entry = dialog.plan.files[0].tables[0].entries[0]
    assert entry.texts[Field.SOURCE] == "Case record"
    assert "Source “Case record”" in dialog.page.tools.about
    assert TITLES[Field.SOURCE] in [column.title for column in dialog.page.table.rows.columns]
    qtbot.keyClick(dialog.page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.plan == PLAN


def test_the_words_of_the_chosen_field_are_shown_and_can_be_emptied(qtbot: QtBot) -> None:
    made = ConstantDialog([Constant("agency", "Police")])
    shown(qtbot, made)
    assert (made.field, made.text) == (Field.AGENCY, "Police")
    (choice,) = made.findChildren(QComboBox)
    choice.setCurrentIndex(TEXT_FIELDS.index(Field.SOURCE))
    assert made.text == ""
    choice.setCurrentIndex(TEXT_FIELDS.index(Field.AGENCY))
    write(qtbot, made, "Words", " ")
    assert (made.field, made.text) == (Field.AGENCY, "")


def test_two_columns_given_the_same_field_are_joined_and_it_is_said(qtbot: QtBot, dialog: ImportDialog) -> None:
    card = dialog.page.strip.cards[3]
    card.fields.setCurrentIndex(card.fields.findText(TITLES[Field.ACTION]))
    card.fields.activated.emit(card.fields.currentIndex())
    assert dialog.page.tools.about == (
        "Action or outcome is joined from “Action taken” and “Initials”, one under the other."
    )
    assert dialog.plan.files[0].tables[0].entries[0].texts[Field.ACTION] == "Weigh again.\nRP"


def test_a_remembered_layout_and_a_chronolator_table_are_told() -> None:
    kept = RememberedLayout("x", "HV", ("Date", "Event"), ("date", "action"))
    assert "as you corrected it" in about_layout(as_remembered(plan_table(CALLS), [kept]))
    chronolator = a_sheet(
        ("Event Ref", "Start Date", "Source of Information", "Event"), ("1", "25/03/2022", "R", "Seen.")
    )
    assert "Chronolator" in about_layout(plan_table(chronolator))
    assert about_layout(plan_table(VISITS)) == ""


def test_a_click_on_the_right_row_puts_a_wrong_heading_right(qtbot: QtBot) -> None:
    plan = ImportPlan((a_file("visits.docx", HEALTH, VISITS),))
    made = ImportDialog(correcting.with_heading_row(plan, 0, 0, 1), Chronology())
    shown(qtbot, made)
    table = made.page.table
    table.choose(table.rows.place_of(2))
    qtbot.mouseClick(made.page.tools.use, Qt.MouseButton.LeftButton)
    assert made.plan.files[0].tables[0].layout == plan.files[0].tables[0].layout
    assert made.page.strip.cards[1].fields.currentText() == TITLES[Field.EVENT]


def test_a_part_of_a_sheet_takes_no_heading_row_above_it(qtbot: QtBot) -> None:
    part = replace(CALLS, rows=((), (), *CALLS.rows), first_row=3)
    made = ImportDialog(ImportPlan((a_file("calls.xlsx", POLICE, part),)), Chronology())
    shown(qtbot, made)
    write(qtbot, made, "Heading row", "2")
    qtbot.keyClick(made.page.tools.row, Qt.Key.Key_Return)
    layout = made.plan.files[0].tables[0].layout
    assert layout is not None
    assert layout.heading_row == 3
