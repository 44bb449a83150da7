"""Everything about a whole file or table can be put right: agency, headings, date order, what comes in at all."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.source import Outcome
from chronology_app.gui.importing.files_model import CARD, FilesModel, first_to_look_at
from chronology_app.gui.importing.import_dialog import ImportDialog
from chronology_app.gui.importing.rows_model import RowsModel
from chronology_app.work.plan import ImportPlan
from tests.gui.a_plan import CALLS, LETTER, PLAN, VISITS, a_file
from tests.gui.answering import NO_SCREEN, named, write
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


def sums(dialog: ImportDialog) -> str:
    return next(x.text() for x in dialog.findChildren(QLabel) if x.accessibleName() == "What becomes of the rows")


def card_of(dialog: ImportDialog, file: int) -> str:
    return str(dialog.files.files.index(file, 0).data(CARD).under)


def test_the_models_are_sound(qtmodeltester: ModelTester) -> None:
    files, rows = FilesModel(PLAN), RowsModel()
    rows.show(PLAN.files[0].tables[0])
    qtmodeltester.check(files)
    qtmodeltester.check(rows)
    assert (files.rowCount(), rows.rowCount()) == (3, 7)
    assert [files.rowCount(files.index(n, 0)) for n in range(3)] == [0, 2, 0]


def test_rows_can_be_cut_down_to_those_that_need_a_person(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.keyClick(dialog.page.only, Qt.Key.Key_Space)
    assert dialog.page.table.rows.rowCount() == 2
    qtbot.keyClick(dialog.page.only, Qt.Key.Key_Space)
    assert dialog.page.table.rows.rowCount() == 7


def test_the_next_row_that_needs_a_person_is_a_key_away(dialog: ImportDialog) -> None:
    rows = []
    for _ in range(3):
        rows.append(dialog.page.table.chosen())
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert rows == [4, 5, 4]


def test_tab_goes_down_the_page_as_it_is_read(qtbot: QtBot, dialog: ImportDialog) -> None:
    page, met = dialog.page, []
    dialog.files.setFocus()
    for _ in range(14):
        met.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    fields = [card.fields for card in page.strip.cards]
    agency = [page.agency.name, page.agency.code, page.agency.colour]
    assert met == [
        dialog.files,
        *agency,
        *fields,
        page.tools.row,
        page.tools.use,
        page.tools.words,
        page.tools.day,
        page.only,
        page.table,
    ]


def test_the_numbers_add_up_and_name_what_is_left_out(dialog: ImportDialog) -> None:
    total, parts = sums(dialog).split(".  ")[0].split(" rows = ")
    assert int(total) == sum(int(part.split()[0]) for part in parts.split(" + ")) == 12
    assert sums(dialog).splitlines()[0].endswith("1 file left out.")
    assert "waits for you" in sums(dialog)


def test_a_file_is_left_out_and_taken_back_with_space(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.keyClick(dialog.files, Qt.Key.Key_Space)
    assert not dialog.plan.files[0].included
    assert card_of(dialog, 0) == "Left out"
    qtbot.keyClick(dialog.files, Qt.Key.Key_Space)
    assert dialog.plan == PLAN


def test_one_table_of_several_is_left_out(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.files.choose(1, 1)
    qtbot.keyClick(dialog.files, Qt.Key.Key_Space)
    assert [table.included for table in dialog.plan.files[1].tables] == [True, False]


def test_a_file_that_could_not_be_read_says_so_and_cannot_come_in(dialog: ImportDialog) -> None:
    assert card_of(dialog, 2) == "Save it as .docx first."
    index = dialog.files.files.index(2, 0)
    assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert not dialog.files.files.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    dialog.files.choose(2, -1)
    assert not dialog.page.table.isVisible()


def test_a_file_seen_before_starts_left_out_and_says_where_it_was_seen() -> None:
    again = replace(PLAN.files[0], seen_as="visits v1.docx", included=False)
    model = FilesModel(ImportPlan((again,)))
    assert "visits v1.docx" in model.index(0, 0).data(CARD).under


def test_the_first_thing_looked_at_needs_a_person() -> None:
    calls, visits = a_file("calls.csv", POLICE, CALLS), a_file("visits.docx", HEALTH, LETTER, VISITS)
    assert first_to_look_at(ImportPlan((calls, visits))) == (1, 1)
    assert first_to_look_at(ImportPlan()) == (-1, -1)
    assert not FilesModel(ImportPlan()).index(0, 0, QModelIndex()).isValid()


def test_a_column_that_settles_nothing_is_asked_about(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.files.choose(1, 0)
    asked = dialog.page.tools.question
    assert "whether 03/04/2022 is 3 April 2022 or 4 March 2022" in asked
    assert not dialog.page.tools.day.isChecked()
    assert not dialog.page.tools.month.isChecked()
    qtbot.mouseClick(dialog.page.tools.month, Qt.MouseButton.LeftButton)
    entry = dialog.plan.files[1].tables[0].entries[0]
    assert entry.when.edtf == "2022-03-04"
    assert dialog.page.tools.question == ""
    assert dialog.page.tools.month.isChecked()


@pytest.mark.parametrize(("typed", "row"), [("3", 3), ("", 0)])
def test_the_heading_row_is_written(qtbot: QtBot, dialog: ImportDialog, typed: str, row: int) -> None:
    line = named(dialog, "Heading row")
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    layout = dialog.plan.files[0].tables[0].layout
    assert layout is not None
    assert layout.heading_row == row


@pytest.mark.parametrize("typed", ["99", "two", "2"])
def test_a_heading_row_that_is_not_there_changes_nothing(qtbot: QtBot, dialog: ImportDialog, typed: str) -> None:
    write(qtbot, dialog, "Heading row", typed)
    qtbot.keyClick(named(dialog, "Heading row"), Qt.Key.Key_Return)
    assert dialog.plan == PLAN
    assert named(dialog, "Heading row").text() == "2"


def test_the_chosen_row_becomes_the_heading(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.files.choose(1, 1)
    assert dialog.page.tools.question.startswith("No headings were found here")
    dialog.page.table.choose(1)
    qtbot.mouseClick(dialog.page.tools.use, Qt.MouseButton.LeftButton)
    table = dialog.plan.files[1].tables[1]
    assert table.layout is not None
    assert table.layout.heading_row == 2
    assert dialog.plan.files[1].counts()[Outcome.ENTRY] >= 2


def test_a_hidden_sheet_is_taken_in_as_a_whole(qtbot: QtBot) -> None:
    plan = ImportPlan((a_file("v.xlsx", HEALTH, replace(CALLS, hidden=True)),))
    made = ImportDialog(plan, Chronology())
    qtbot.addWidget(made)
    made.show()
    assert made.plan.entries() == 0
    qtbot.keyClick(made.page.tools.hidden, Qt.Key.Key_Space)
    assert made.plan.entries() == 2


def test_the_agency_is_renamed_and_coded(qtbot: QtBot, dialog: ImportDialog) -> None:
    write(qtbot, dialog, "Code", "HVS")
    qtbot.keyClick(named(dialog, "Code"), Qt.Key.Key_Return)
    line = dialog.page.agency.name.lineEdit()
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "Northern 0-19 team")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.plan.files[0].agency == Agency(HEALTH.id, "HVS", "Northern 0-19 team", HEALTH.colour)


def test_another_name_for_an_agency_of_the_review_is_another_agency(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.files.choose(1, 0)
    line = dialog.page.agency.name.lineEdit()
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "Transport police")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    agency = dialog.plan.files[1].agency
    assert agency.name == "Transport police"
    assert agency.id != POLICE.id


def test_an_agency_is_chosen_from_those_known(qtbot: QtBot, dialog: ImportDialog) -> None:
    name = dialog.page.agency.name
    name.activated.emit(name.findText("Police"))
    assert dialog.plan.files[0].agency == POLICE
    name.activated.emit(name.findText("Midwifery"))
    agency = dialog.plan.files[0].agency
    assert (agency.code, agency.name) == ("MW", "Midwifery")
    assert agency.id not in ("", POLICE.id, HEALTH.id)


def test_two_agencies_with_one_code_are_told_apart(qtbot: QtBot, dialog: ImportDialog) -> None:
    write(qtbot, dialog, "Code", "POL")
    qtbot.keyClick(named(dialog, "Code"), Qt.Key.Key_Return)
    assert dialog.page.agency.sentence == "Police has the code POL too. Give one of them another code."


def test_a_colour_is_chosen(qtbot: QtBot, dialog: ImportDialog) -> None:
    colours = dialog.page.agency.colour
    qtbot.keyClicks(colours, "rose")
    colours.activated.emit(colours.currentIndex())
    assert dialog.plan.files[0].agency.colour == colours.findText("Rose")
