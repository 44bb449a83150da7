"""What a review is about, where it is kept and what opens it: asked for, checked, and never guessed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from chronology_app.core.review import Review
from chronology_app.gui.dialogs.details import DetailsDialog
from chronology_app.gui.dialogs.form import Field
from chronology_app.gui.dialogs.new_passphrase import NewPassphraseDialog
from chronology_app.gui.dialogs.new_review import NewReviewDialog
from chronology_app.gui.dialogs.passphrase import PassphraseDialog
from chronology_app.writing.places import file_name_of
from tests.gui.answering import NO_SCREEN, complaints, named, press, shown, switch, write

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
ACCEPTED = QDialog.DialogCode.Accepted


@pytest.fixture
def new(qtbot: QtBot, tmp_path: Path) -> NewReviewDialog:
    dialog = NewReviewDialog(folder=tmp_path)
    shown(qtbot, dialog)
    return dialog


def test_a_new_review_holds_what_was_filled_in(qtbot: QtBot, new: NewReviewDialog, tmp_path: Path) -> None:
    write(qtbot, new, "Title", "Rapid review")
    write(qtbot, new, "Designation of the baby", "Baby K")
    write(qtbot, new, "Born", "20/1/22")
    write(qtbot, new, "Scope from", "1 June 2021")
    for name in ("Passphrase", "Passphrase again"):
        write(qtbot, new, name, "four quiet words here")
    qtbot.keyClick(new, Qt.Key.Key_Return)
    assert new.result() == ACCEPTED
    assert new.review == Review(
        title="Rapid review", designation="Baby K", born=date(2022, 1, 20), scope_from=date(2021, 6, 1)
    )
    assert new.path == tmp_path / "Baby K.chronology"
    assert new.passphrase == "four quiet words here"


@pytest.mark.parametrize(
    ("first", "second", "complaint"),
    [
        ("short", "short", "The passphrase needs at least 8 characters."),
        ("long enough", "long enouhg", "The two are not the same. Type it again."),
    ],
)
def test_a_passphrase_is_long_enough_and_typed_twice(
    qtbot: QtBot, new: NewReviewDialog, first: str, second: str, complaint: str
) -> None:
    write(qtbot, new, "Passphrase", first)
    write(qtbot, new, "Passphrase again", second)
    press(qtbot, new)
    assert new.isVisible()
    assert complaints(new) == [complaint]


@pytest.mark.parametrize("text", ["31/02/2022", "2022", "c. 20 January 2022"])
def test_a_birth_date_is_one_whole_day_or_nothing(qtbot: QtBot, new: NewReviewDialog, text: str) -> None:
    write(qtbot, new, "Born", text)
    assert complaints(new)[0].startswith("Write the whole date")
    assert new.review.born is None


def test_the_place_follows_the_designation_until_a_person_writes_one(
    qtbot: QtBot, new: NewReviewDialog, tmp_path: Path
) -> None:
    write(qtbot, new, "Designation of the baby", "Baby K / M")
    assert new.path.name == "Baby K M.chronology"
    write(qtbot, new, "Keep the review in", str(tmp_path / "mine"))
    write(qtbot, new, "Designation of the baby", "Baby Q")
    assert new.path == tmp_path / "mine.chronology"


def test_a_review_never_takes_the_place_of_a_file(qtbot: QtBot, new: NewReviewDialog, tmp_path: Path) -> None:
    (tmp_path / "Baby K.chronology").write_text("somebody's work")
    write(qtbot, new, "Designation of the baby", "Baby K")
    assert new.path.name == "Baby K 2.chronology"
    write(qtbot, new, "Keep the review in", str(tmp_path / "Baby K"))
    assert any("Choose another name" in said for said in complaints(new))


def test_a_folder_that_is_not_there_is_said(qtbot: QtBot, new: NewReviewDialog, tmp_path: Path) -> None:
    write(qtbot, new, "Keep the review in", str(tmp_path / "nowhere" / "review"))
    assert "There is no such folder. Choose one with Browse." in complaints(new)


def test_names_of_files_are_possible_everywhere() -> None:
    assert file_name_of('Baby "K": 1/2?\t*.') == "Baby K 1 2"
    assert file_name_of(" .. ") == "review"


def test_a_passphrase_opens_with_enter_and_says_what_was_wrong_before(qtbot: QtBot) -> None:
    dialog = PassphraseDialog("Baby K", "That passphrase does not open this review.")
    shown(qtbot, dialog)
    field = dialog.findChild(Field)
    assert field is not None
    assert field.sentence == "That passphrase does not open this review."
    qtbot.keyClicks(named(dialog, "Passphrase"), "open sesame")
    assert field.sentence == ""
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (dialog.result(), dialog.passphrase) == (ACCEPTED, "open sesame")


def test_what_is_typed_is_hidden_until_it_is_asked_for(qtbot: QtBot) -> None:
    dialog = NewPassphraseDialog("Baby K")
    shown(qtbot, dialog)
    lines = [named(dialog, "Passphrase"), named(dialog, "Passphrase again")]
    assert {line.echoMode() for line in lines} == {QLineEdit.EchoMode.Password}
    switch(qtbot, dialog, "Show what I type")
    assert {line.echoMode() for line in lines} == {QLineEdit.EchoMode.Normal}


def test_details_come_back_as_they_were(qtbot: QtBot) -> None:
    review = Review(
        "review", "T", "Baby K", date(2022, 1, 20), None, date(2021, 6, 1), None, "OFFICIAL", "0.3", "A. B."
    )
    dialog = DetailsDialog(review)
    shown(qtbot, dialog)
    press(qtbot, dialog)
    assert (dialog.result(), dialog.review) == (ACCEPTED, review)


def test_a_marking_is_never_dropped(qtbot: QtBot) -> None:
    dialog = DetailsDialog(Review())
    shown(qtbot, dialog)
    named(dialog, "Marking").clear()
    press(qtbot, dialog)
    assert dialog.isVisible()
    assert complaints(dialog) == ["A document must say how it is to be handled, usually OFFICIAL-SENSITIVE."]
