"""Files come into the import dialog one by one, and nothing a person did meanwhile is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.gui.importing.import_dialog import ImportDialog
from chronology_app.work.plan import ImportPlan
from tests.gui.a_plan import PLAN
from tests.gui.answering import NO_SCREEN, shown

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
NEW = Agency("a-new", "NEW", "Another agency", 3)


@pytest.fixture
def dialog(qtbot: QtBot) -> ImportDialog:
    made = ImportDialog(ImportPlan(PLAN.files[:1]), Chronology(), more=True)
    shown(qtbot, made)
    return made


def verb(dialog: ImportDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if "Import" in b.text())


def test_the_first_file_is_looked_at_while_others_come_but_not_imported_yet(dialog: ImportDialog) -> None:
    assert not verb(dialog).isEnabled()
    dialog.add(PLAN.files[1])
    dialog.add(PLAN.files[2])
    assert dialog.plan == PLAN
    assert dialog.files.files.rowCount() == 3
    assert not verb(dialog).isEnabled()
    dialog.finish()
    assert verb(dialog).isEnabled()


def test_a_correction_made_meanwhile_stays_and_can_be_taken_back(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.page.agency.changed.emit(NEW)
    dialog.add(PLAN.files[1])
    assert [file.agency.code for file in dialog.plan.files] == ["NEW", "POL"]
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.plan.files == PLAN.files[:2]


def test_a_file_read_again_takes_its_own_place(dialog: ImportDialog) -> None:
    dialog.add(PLAN.files[2])
    dialog.put(1, PLAN.files[1])
    assert dialog.plan.files == PLAN.files[:2]
