"""Chooses what is written and sees the first pages change with it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from chronology_app.core.change import Change
from chronology_app.core.note import Note, NoteKind
from chronology_app.gui.dialogs.choice_list import ChoiceList
from chronology_app.gui.dialogs.export import ExportDialog
from chronology_app.gui.dialogs.preview import Preview
from chronology_app.writing.extracts import RAPID_PARTS
from chronology_app.writing.look import ALL_PARTS
from chronology_app.writing.to_pdf import libreoffice
from tests.gui.answering import NO_SCREEN, complaints, named, press, shown, switch, write
from tests.make import HEALTH, POLICE, a_chronology, an_entry

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
FLAGGED = replace(an_entry(3), flagged=True)
REVIEW = a_chronology(an_entry(1), an_entry(2, agency=POLICE), FLAGGED)


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    made = ExportDialog(REVIEW, folder=tmp_path)
    shown(qtbot, made)
    return made


def preview(dialog: ExportDialog) -> Preview:
    return next(iter(dialog.findChildren(Preview)))


def things(dialog: ExportDialog, name: str) -> QListWidget:
    field = next(f for f in dialog.findChildren(ChoiceList) if f.control.accessibleName() == name)
    return next(iter(field.findChildren(QListWidget)))


def settled(qtbot: QtBot, dialog: ExportDialog) -> str:
    """Wait until the preview is made and return what is said of it."""
    qtbot.waitUntil(lambda: not preview(dialog).sentence.startswith("Making"), timeout=20_000)
    return preview(dialog).sentence


def test_the_first_pages_are_shown_and_nothing_is_written(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    assert settled(qtbot, dialog).startswith("As it will be written.")
    assert preview(dialog).pages.number >= 3
    assert list(tmp_path.iterdir()) == []


def test_fewer_parts_make_fewer_pages(qtbot: QtBot, dialog: ExportDialog) -> None:
    settled(qtbot, dialog)
    before = preview(dialog).pages.number
    parts = things(dialog, "Parts of the document")
    parts.setCurrentRow(ALL_PARTS.index("title"))
    qtbot.keyClick(parts, Qt.Key.Key_Space)
    assert "title" not in dialog.look.parts
    settled(qtbot, dialog)
    assert preview(dialog).pages.number == before - 1


def test_a_part_is_moved_with_keys_and_with_the_button(qtbot: QtBot, dialog: ExportDialog) -> None:
    parts = things(dialog, "Parts of the document")
    parts.setFocus()
    parts.setCurrentRow(1)
    qtbot.keyClick(parts, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.look.parts[:3] == ("title", "reading", "contents")
    earlier = next(b for b in dialog.findChildren(QPushButton) if b.accessibleName().startswith("Earlier"))
    for _ in range(5):
        qtbot.mouseClick(earlier, Qt.MouseButton.LeftButton)
    assert dialog.look.parts == ("contents", "title", *ALL_PARTS[2:])


def test_what_is_always_written_has_no_box(qtbot: QtBot, dialog: ExportDialog) -> None:
    parts = things(dialog, "Parts of the document")
    parts.setCurrentRow(ALL_PARTS.index("chronology"))
    qtbot.keyClick(parts, Qt.Key.Key_Space)
    assert "chronology" in dialog.look.parts


def test_notes_are_a_column_only_where_there_are_any_and_only_where_chosen(qtbot: QtBot, dialog: ExportDialog) -> None:
    assert (dialog.look.notes, "notes" in dialog.look.columns) == (False, False)
    noted = ExportDialog(REVIEW.after(Change("", (Note("n", "entry-1", NoteKind.NOTE, "Look."),))))
    shown(qtbot, noted)
    columns = things(noted, "Columns of the chronology")
    assert not noted.look.notes
    columns.setCurrentRow(next(row for row in range(columns.count()) if columns.item(row).text() == "Reviewers' notes"))
    qtbot.keyClick(columns, Qt.Key.Key_Space)
    assert noted.look.notes
    assert "notes" in noted.look.columns


def test_a_rapid_reviews_extract_takes_its_parts_and_gives_them_back(qtbot: QtBot, dialog: ExportDialog) -> None:
    switch(qtbot, dialog, "Rapid review: 1 entry")
    assert (dialog.look.entry_ids, dialog.look.parts) == ({"entry-3"}, RAPID_PARTS)
    switch(qtbot, dialog, "All 3 entries")
    assert (dialog.look.entry_ids, dialog.look.parts) == (None, ALL_PARTS)


def test_one_agencys_extract(qtbot: QtBot, dialog: ExportDialog) -> None:
    switch(qtbot, dialog, "What one agency sent")
    assert dialog.look.agency_id == HEALTH.id
    box = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Agency")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert dialog.look.agency_id == POLICE.id


def test_files_of_rows_have_neither_parts_nor_preview(qtbot: QtBot, dialog: ExportDialog) -> None:
    for _ in range(2):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.kind.ending == ".xlsx"
    assert not any(field.isVisible() for field in dialog.findChildren(ChoiceList))
    assert "rows, not pages" in preview(dialog).sentence


def test_a_wrong_template_is_told_beside_the_choices(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "logo.docx").write_bytes(b"no document")
    write(qtbot, dialog, "Word template", str(tmp_path / "logo.docx"))
    assert "not a Word document" in settled(qtbot, dialog)


def test_a_template_that_is_not_there_is_told_under_its_field(qtbot: QtBot, dialog: ExportDialog) -> None:
    write(qtbot, dialog, "Word template", "nowhere.docx")
    press(qtbot, dialog)
    assert dialog.isVisible()
    assert [words for words in complaints(dialog) if words][-1].startswith("There is no such file.")


def test_the_template_chosen_last_stands_there(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(REVIEW, folder=tmp_path, template="/shared/ours.docx")
    shown(qtbot, dialog)
    assert named(dialog, "Word template").text() == "/shared/ours.docx"
    assert dialog.look.template == Path("/shared/ours.docx")


def test_a_computer_without_libreoffice_is_told_before_anything_is_written(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if libreoffice() is not None:
        pytest.skip("LibreOffice stands where its installer puts it")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert any("LibreOffice, which is not installed" in words for words in complaints(dialog))
    press(qtbot, dialog)
    assert dialog.isVisible()
