"""Words that are chosen can be read whole, however large the text is and however little room there is."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from chronology_app.gui.dialogs.choose import Choose
from chronology_app.gui.dialogs.field_row import FieldRow
from chronology_app.gui.dialogs.form import Field
from chronology_app.gui.dialogs.place_field import PlaceField
from tests.gui.answering import NO_SCREEN

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
SHORT, LONG = "All", "Designations in the place of every name there is"


@pytest.fixture
def boxes() -> tuple[Choose, Choose]:
    made = Choose(), Choose()
    for box in made:
        box.addItems([SHORT, LONG])
    return made


@pytest.fixture
def row(qtbot: QtBot, boxes: tuple[Choose, Choose]) -> FieldRow:
    made = FieldRow([Field(name, box) for name, box in zip(("Entries", "Names"), boxes, strict=True)])
    qtbot.addWidget(made)
    made.resize(2 * boxes[0].minimumSizeHint().width() + 60, 200)
    made.show()
    return made


def test_fields_stand_beside_one_another_until_words_would_be_cut_off(
    row: FieldRow, boxes: tuple[Choose, Choose], qtbot: QtBot
) -> None:
    left, right = (box.parentWidget() for box in boxes)
    assert (left.y(), right.x() > left.x()) == (right.y(), True)
    boxes[1].setCurrentText(LONG)
    qtbot.waitUntil(lambda: right.y() > left.y())
    assert (left.x(), boxes[1].width()) == (right.x(), row.width())
    boxes[1].setCurrentText(SHORT)
    qtbot.waitUntil(lambda: right.y() == left.y())


def test_more_room_puts_them_beside_one_another_again(
    row: FieldRow, boxes: tuple[Choose, Choose], qtbot: QtBot
) -> None:
    left, right = (box.parentWidget() for box in boxes)
    boxes[0].setCurrentText(LONG)
    qtbot.waitUntil(lambda: right.y() > left.y())
    row.resize(2 * boxes[0].width_of_words() + 60, 200)
    qtbot.waitUntil(lambda: right.y() == left.y())
    assert left.width() >= boxes[0].width_of_words()


def test_a_place_too_long_for_its_line_stands_whole_under_it(qtbot: QtBot, tmp_path: Path) -> None:
    place = PlaceField("Where", ".docx", tmp_path)
    qtbot.addWidget(place)
    place.suggest("Baby K combined chronology with designations")
    place.resize(4000, 120)
    place.show()
    assert place.sentence == ""
    place.resize(320, 200)
    qtbot.waitUntil(lambda: place.sentence != "")
    whole = f"Baby K combined chronology with designations.docx in {tmp_path}"
    assert place.sentence.replace("\u200b", "") == whole
    assert any(label.text() == place.sentence and label.isVisible() for label in place.findChildren(QLabel))
    place.suggest("K")
    place.resize(4000, 120)
    qtbot.waitUntil(lambda: place.sentence == "")
