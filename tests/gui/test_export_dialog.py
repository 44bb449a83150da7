"""Chooses what is written and sees the first pages change with it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.filter import Filter
from chronology_app.core.named_look import NamedLook
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.gui.dialogs.choice_list import ChoiceList
from chronology_app.gui.dialogs.export import KINDS, PARTS, ExportDialog, suggested_name
from chronology_app.gui.dialogs.form import Field
from chronology_app.gui.dialogs.preview import Preview
from chronology_app.work import documents
from chronology_app.writing.look import ALL_PARTS
from chronology_app.writing.to_pdf import libreoffice
from chronology_app.writing.wording import wording
from tests.gui.answering import NO_SCREEN, box, complaints, named, pick, press, shown, write
from tests.make import HEALTH, POLICE, a_chronology, an_entry

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
ACCEPTED = QDialog.DialogCode.Accepted
FLAGGED = replace(an_entry(3), flagged=True)
REVIEW = a_chronology(an_entry(1), an_entry(2, agency=POLICE), FLAGGED)


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    made = ExportDialog(REVIEW, not_kept, folder=tmp_path)
    shown(qtbot, made)
    return made


def not_kept(_: Change) -> bool:
    """Stand in for a review in which nothing is to be kept."""
    return False


def preview(dialog: ExportDialog) -> Preview:
    return next(iter(dialog.findChildren(Preview)))


def things(dialog: ExportDialog, name: str) -> QListWidget:
    field = next(f for f in dialog.findChildren(ChoiceList) if f.control.accessibleName() == name)
    return next(iter(field.findChildren(QListWidget)))


def said(dialog: ExportDialog) -> list[str]:
    return [field.sentence for field in dialog.findChildren(Field)]


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
    noted = ExportDialog(REVIEW.after(Change("", (Note("n", "entry-1", NoteKind.NOTE, "Look."),))), not_kept)
    shown(qtbot, noted)
    found = []
    for one in (dialog, noted):
        columns = things(one, "Columns of the chronology")
        columns.setCurrentRow([column.name for column in wording().columns].index("notes"))
        found.append((one.look.notes, "notes" in one.look.columns))
        qtbot.keyClick(columns, Qt.Key.Key_Space)
        found.append((one.look.notes, "notes" in one.look.columns))
    assert found == [(False, False), (False, False), (False, False), (True, True)]


def test_the_entries_of_a_rapid_review_alone_can_be_written(qtbot: QtBot, dialog: ExportDialog) -> None:
    pick(qtbot, dialog, "Entries", "Rapid review: 1 entry")
    assert (dialog.look.entry_ids, dialog.look.parts) == ({"entry-3"}, ALL_PARTS)
    pick(qtbot, dialog, "Entries", "All 3 entries")
    assert dialog.look.entry_ids is None


def test_one_agencys_extract(qtbot: QtBot, dialog: ExportDialog) -> None:
    pick(qtbot, dialog, "Entries", "Only what HV · Health visiting sent: 2 entries")
    assert dialog.look.agency_id == HEALTH.id
    qtbot.keyClick(box(dialog, "Entries"), Qt.Key.Key_Down)
    assert dialog.look.agency_id == POLICE.id


def test_only_what_is_shown_can_be_written(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(REVIEW, not_kept, asked=Filter(text="visit"), visible=["entry-1", "entry-2"], folder=tmp_path)
    shown(qtbot, dialog)
    pick(qtbot, dialog, "Entries", "Only what is shown now: 2 entries")
    assert dialog.look.entry_ids == {"entry-1", "entry-2"}


@pytest.mark.parametrize("visible", [None, ["entry-1", "entry-2", "entry-3"], []])
def test_what_is_shown_is_no_choice_where_that_is_all_or_nothing(
    qtbot: QtBot, tmp_path: Path, visible: list[str] | None
) -> None:
    dialog = ExportDialog(REVIEW, not_kept, asked=Filter(), visible=visible, folder=tmp_path)
    shown(qtbot, dialog)
    assert box(dialog, "Entries").findText("Only what is shown", Qt.MatchFlag.MatchStartsWith) == -1


def test_a_choice_without_entries_is_told_at_once_and_not_written(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(a_chronology(an_entry(1)), not_kept, folder=tmp_path)
    shown(qtbot, dialog)
    pick(qtbot, dialog, "Entries", "Rapid review")
    assert "No entry is flagged" in " ".join(said(dialog))
    press(qtbot, dialog)
    assert dialog.isVisible()


def test_names_are_replaced_only_where_somebody_is_listed(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    known = ExportDialog(REVIEW.after(Change("", (Person("p", "MGM"),))), not_kept, folder=tmp_path)
    shown(qtbot, known)
    for one in (dialog, known):
        pick(qtbot, one, "Names and dates", "Designations")
        press(qtbot, one)
    assert "Nobody is on the list of people" in " ".join(said(dialog))
    assert (dialog.isVisible(), known.result()) == (True, ACCEPTED)
    assert known.look.anonymise


def test_names_that_nobody_listed_are_counted_before_names_are_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    entries = an_entry(1, "Mrs Denise Harrowgate rang. Mrs Harrowgate was upset."), an_entry(2, "Isla was in.")
    listed = Change("", (Person("p", "Mother", "", ("Isla",)),))
    dialog = ExportDialog(a_chronology(*entries).after(listed), not_kept, folder=tmp_path)
    shown(qtbot, dialog)
    assert "more name" not in " ".join(said(dialog))
    pick(qtbot, dialog, "Names and dates", "Designations")
    told = "1 more name may be in the files that nobody has listed"
    qtbot.waitUntil(lambda: told in " ".join(said(dialog)))
    pick(qtbot, dialog, "Names and dates", "As the agencies")
    assert "more name" not in " ".join(said(dialog))
    pick(qtbot, dialog, "Names and dates", "For publication")
    assert told in " ".join(said(dialog))


def test_a_whole_review_is_never_a_copy_for_publication(qtbot: QtBot, dialog: ExportDialog) -> None:
    pick(qtbot, dialog, "Names and dates", "For publication")
    assert dialog.look.publication
    pick(qtbot, dialog, "Kind of file", "JSON")
    assert (dialog.look.publication, dialog.look.anonymise) == (False, True)
    pick(qtbot, dialog, "Look", "For publication")
    assert (dialog.look.publication, dialog.look.anonymise) == (False, True)


def test_each_kind_of_file_has_its_ending_and_its_verb(qtbot: QtBot, dialog: ExportDialog) -> None:
    found = []
    for kind in KINDS:
        pick(qtbot, dialog, "Kind of file", kind.name)
        found.append((dialog.path.suffix, dialog.verb.text()))
    assert found == [(kind.ending, f"Export to {kind.name}") for kind in KINDS]


def test_every_field_has_a_letter_of_its_own(dialog: ExportDialog) -> None:
    words = [part.text() for kind in (QLabel, QPushButton) for part in dialog.findChildren(kind)]
    letters = [word[word.index("&") + 1].upper() for word in words if "&" in word]
    assert len(letters) == 12
    assert sorted(set(letters)) == sorted(letters)


def test_what_is_said_of_a_field_is_read_out_with_it(dialog: ExportDialog) -> None:
    described = [box(dialog, name).accessibleDescription() for name in ("Look", "Kind of file")]
    assert described == ["One of the app's own looks.", "To read, print and hand over."]


def test_every_kind_that_can_be_written_is_offered() -> None:
    assert {kind.ending for kind in KINDS} == set(documents.KINDS)


def test_everything_is_written_unless_told(dialog: ExportDialog) -> None:
    assert dialog.look.entry_ids is None
    assert dialog.look.parts == ALL_PARTS
    assert not dialog.look.anonymise
    assert set(PARTS) == set(ALL_PARTS)


def test_a_document_that_is_there_stays(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.path.write_text("last week's version")
    press(qtbot, dialog)
    assert dialog.isVisible()
    assert complaints(dialog) == ["There is already a file of this name, and it stays as it is. Choose another name."]


def test_the_name_suggested_holds_no_title() -> None:
    review = Review(title="Review of a child called by name", designation="Baby K", version="0.2")
    assert suggested_name(Chronology.of([review]), NamedLook("", "", (), ())) == "Baby K combined chronology v0.2"


def test_files_of_rows_have_neither_parts_nor_preview(qtbot: QtBot, dialog: ExportDialog) -> None:
    pick(qtbot, dialog, "Kind of file", "Excel")
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
    dialog = ExportDialog(REVIEW, not_kept, folder=tmp_path, template="/shared/ours.docx")
    shown(qtbot, dialog)
    assert named(dialog, "Word template").text() == "/shared/ours.docx"
    assert dialog.look.template == Path("/shared/ours.docx")


def test_a_computer_without_libreoffice_is_told_before_anything_is_written(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if libreoffice() is not None:
        pytest.skip("LibreOffice stands where its installer puts it")
    pick(qtbot, dialog, "Kind of file", "PDF")
    assert any("LibreOffice, which is not installed" in words for words in complaints(dialog))
    press(qtbot, dialog)
    assert dialog.isVisible()


def test_the_letter_underlined_in_a_label_leads_to_what_takes_the_focus(dialog: ExportDialog) -> None:
    buddies = [label.buddy() for label in dialog.findChildren(QLabel) if label.buddy()]
    assert len(buddies) == 8
    assert [one for one in buddies if one.focusPolicy() == Qt.FocusPolicy.NoFocus] == []
