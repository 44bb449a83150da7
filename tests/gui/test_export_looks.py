"""Looks in the export dialog: one sets every choice, a changed one is told, and any can be kept with the review."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.filter import Filter
from chronology_app.core.named_look import Choice, NamedLook
from chronology_app.core.note import Note, NoteKind
from chronology_app.gui.dialogs.choice_list import ChoiceList
from chronology_app.gui.dialogs.export import ExportDialog
from chronology_app.gui.dialogs.form import Field
from chronology_app.gui.dialogs.keep_look import KeepLook
from chronology_app.gui.main_window import MainWindow
from chronology_app.store.store import Store
from chronology_app.work.looks import known, look_of, own_looks
from chronology_app.writing.look import ALL_PARTS
from tests.gui.answering import NO_SCREEN, box, complaints, named, pick, press, shown, switch, write
from tests.gui.opened import a_window
from tests.make import HEALTH, POLICE, a_chronology, an_entry

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)
PASSPHRASE = "seven slow herons"
WHOLE = own_looks()[0].name
ENTRIES = (an_entry(1), an_entry(2, "Officers called.", agency=POLICE), replace(an_entry(3), flagged=True))
REVIEW = a_chronology(*ENTRIES).after(Change("", (Note("n", "entry-1", NoteKind.NOTE, "Look."),)))
PANEL = NamedLook(
    "look-1",
    "Panel",
    ("chronology", "title", "of a later version"),
    ("event", "date", "notes", "unknown"),
    Choice.FILTER,
    Filter(agencies=frozenset({POLICE.id}), kinds=frozenset({"unmarked"}), text="called"),
    designations=False,
)


class Kept:
    """Takes changes as a review does, or refuses them all."""

    def __init__(self, chronology: Chronology, writable: bool = True) -> None:
        self.chronology = chronology
        self.labels: list[str] = []
        self._writable = writable

    def do(self, change: Change) -> bool:
        if self._writable:
            self.chronology = self.chronology.after(change)
            self.labels.append(change.label)
        return self._writable


def asking(qtbot: QtBot, review: Kept, look_name: str = "", asked: Filter | None = None) -> ExportDialog:
    dialog = ExportDialog(review.chronology, review.do, asked=asked, look_name=look_name)
    shown(qtbot, dialog)
    return dialog


@pytest.fixture
def review() -> Kept:
    return Kept(REVIEW)


@pytest.fixture
def dialog(qtbot: QtBot, review: Kept) -> ExportDialog:
    return asking(qtbot, review)


def said(dialog: ExportDialog) -> str:
    """Return what is said under the look."""
    return dialog.findChildren(Field)[0].sentence


def ticks(dialog: ExportDialog, name: str) -> QListWidget:
    field = next(field for field in dialog.findChildren(ChoiceList) if field.control.accessibleName() == name)
    return next(iter(field.findChildren(QListWidget)))


def keep_as(qtbot: QtBot, dialog: ExportDialog, name: str) -> KeepLook:
    """Press "Keep as", write a name and press Enter."""
    switch(qtbot, dialog, "Keep as")
    asked = dialog.findChildren(KeepLook)[-1]
    qtbot.waitUntil(asked.isVisible)
    write(qtbot, asked, "Name", name)
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    return asked


def test_a_look_sets_every_choice_at_once(qtbot: QtBot, dialog: ExportDialog) -> None:
    pick(qtbot, dialog, "Look", "Rapid review")
    assert dialog.look.entry_ids == {"entry-3"}
    assert dialog.look.parts == ("title", "people", "chronology", "practice", "questions", "needing")
    pick(qtbot, dialog, "Look", "Working copy")
    assert (dialog.look.entry_ids, dialog.look.notes) == (None, True)
    pick(qtbot, dialog, "Look", WHOLE)
    assert (dialog.look.parts, dialog.look.notes) == (ALL_PARTS, False)


def test_the_preview_follows_a_look(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog._preview.sentence.startswith("Making"), timeout=20_000)
    before = dialog._preview.pages.number
    pick(qtbot, dialog, "Look", "Rapid review")
    qtbot.waitUntil(lambda: not dialog._preview.sentence.startswith("Making"), timeout=20_000)
    assert dialog._preview.pages.number < before


def test_choices_that_differ_are_told_until_they_are_the_looks_again(qtbot: QtBot, dialog: ExportDialog) -> None:
    parts = ticks(dialog, "Parts of the document")
    heard = [said(dialog)]
    for _ in range(2):
        qtbot.keyClick(parts, Qt.Key.Key_Space)
        heard.append(said(dialog))
    pick(qtbot, dialog, "Names and dates", "Designations")
    heard.append(said(dialog))
    pick(qtbot, dialog, "Look", WHOLE)
    assert [words.startswith("Changed.") for words in heard] == [False, True, False, True]


def test_the_look_kept_first_is_there_and_what_is_not_known_of_it_is_passed_over(qtbot: QtBot) -> None:
    review = Kept(REVIEW.after(Change("", (PANEL, replace(PANEL, id="look-2", name="Later", choice=Choice.ALL)))))
    dialog = asking(qtbot, review)
    assert (dialog.look_name, said(dialog)) == ("Panel", "Kept with this review.")
    assert (dialog.look.parts, dialog.look.columns) == (("chronology", "title"), ("event", "date", "notes"))
    assert dialog.look.entry_ids == {"entry-2"}
    words = box(dialog, "Entries").currentText()
    assert words == "Only POL, not marked yet, with “called”: 1 entry"


@pytest.mark.parametrize(("last", "expected"), [("Later", "Later"), ("Removed since", "Panel"), (WHOLE, WHOLE)])
def test_the_look_chosen_last_is_chosen_again(qtbot: QtBot, last: str, expected: str) -> None:
    review = Kept(REVIEW.after(Change("", (PANEL, replace(PANEL, id="look-2", name="Later")))))
    assert asking(qtbot, review, last).look_name == expected


def test_the_order_of_a_look_is_shown_and_what_it_leaves_out_stays_in_its_usual_place(qtbot: QtBot) -> None:
    order = ("title", "needing", "chronology", "people")
    dialog = asking(qtbot, Kept(REVIEW.after(Change("", (replace(PANEL, parts=order),)))))
    assert dialog.look.parts == order
    parts = ticks(dialog, "Parts of the document")
    row = next(row for row in range(parts.count()) if parts.item(row).text().startswith("Contents"))
    parts.setCurrentRow(row)
    qtbot.keyClick(parts, Qt.Key.Key_Space)
    assert dialog.look.parts == ("title", "contents", *order[1:])


def test_choices_are_kept_under_a_name_and_are_then_a_look(qtbot: QtBot, dialog: ExportDialog, review: Kept) -> None:
    pick(qtbot, dialog, "Entries", "Only what HV")
    pick(qtbot, dialog, "Names and dates", "For publication")
    keep_as(qtbot, dialog, "  To health ")
    (look,) = review.chronology.looks.values()
    assert (look.name, look.choice, look.agency_id) == ("To health", Choice.AGENCY, HEALTH.id)
    assert (look.designations, look.publication, look.parts) == (True, True, ALL_PARTS)
    assert (dialog.look_name, said(dialog), review.labels) == ("To health", "Kept with this review.", ["Keep a look"])
    assert dialog.isVisible()
    assert QApplication.focusWidget() is box(dialog, "Look")


def test_the_filter_of_the_window_is_kept_as_a_filter(qtbot: QtBot, review: Kept) -> None:
    dialog = asking(qtbot, review, asked=Filter(flagged=True))
    pick(qtbot, dialog, "Entries", "Only what is shown now: 1 entry")
    keep_as(qtbot, dialog, "Flags")
    again = asking(qtbot, review)
    assert box(again, "Entries").currentText() == "Only flagged: 1 entry"
    assert again.look.entry_ids == {"entry-3"}


def test_what_was_found_by_words_in_designations_is_not_kept_as_if_it_could_be_found_again(
    qtbot: QtBot, review: Kept
) -> None:
    dialog = ExportDialog(review.chronology, review.do, asked=Filter(text="mother"), visible=["entry-1", "entry-3"])
    shown(qtbot, dialog)
    pick(qtbot, dialog, "Entries", "Only what is shown now: 2 entries")
    assert dialog.look.entry_ids == {"entry-1", "entry-3"}
    switch(qtbot, dialog, "Keep as")
    assert "words in designations" in said(dialog)
    assert not dialog.findChildren(KeepLook)
    pick(qtbot, dialog, "Entries", "All 3 entries")
    keep_as(qtbot, dialog, "All of them")
    assert review.labels == ["Keep a look"]


@pytest.mark.parametrize("look", [*own_looks(), PANEL], ids=lambda look: str(look.name))
def test_what_a_look_set_is_what_is_kept_of_it(qtbot: QtBot, look: NamedLook) -> None:
    review = Kept(REVIEW.after(Change("", (PANEL,))))
    dialog = asking(qtbot, review, look.name)
    keep_as(qtbot, dialog, "Copy")
    kept = next(one for one in review.chronology.looks.values() if one.name == "Copy")
    both = replace(known(look), id=kept.id, name="Copy", designations=look.designations or look.publication)
    assert kept == both
    assert look_of(REVIEW, kept) == look_of(REVIEW, look)


def test_the_same_name_replaces_and_says_so_before(qtbot: QtBot) -> None:
    review = Kept(REVIEW.after(Change("", (PANEL,))))
    dialog = asking(qtbot, review)
    pick(qtbot, dialog, "Entries", "All 3 entries")
    switch(qtbot, dialog, "Keep as")
    asked = dialog.findChildren(KeepLook)[-1]
    assert named(asked, "Name").text() == "Panel"
    write(qtbot, asked, "Name", "PANEL")
    assert [field.sentence for field in asked.findChildren(Field)] == ["The look of this name is replaced."]
    press(qtbot, asked)
    assert [(look.id, look.name, look.choice) for look in review.chronology.looks.values()] == [
        ("look-1", "PANEL", Choice.ALL)
    ]
    assert box(dialog, "Look").findText("Panel", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive) == -1


@pytest.mark.parametrize(("name", "told"), [(WHOLE.upper(), "own looks has this name"), (" ", "Give the look a name")])
def test_the_apps_own_names_and_no_name_are_refused(
    qtbot: QtBot, dialog: ExportDialog, review: Kept, name: str, told: str
) -> None:
    asked = keep_as(qtbot, dialog, name)
    assert asked.isVisible()
    assert told in complaints(asked)[0]
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert (review.labels, dialog.isVisible()) == ([], True)


def test_a_kept_look_is_removed_and_the_apps_own_are_not(qtbot: QtBot) -> None:
    review = Kept(REVIEW.after(Change("", (PANEL,))))
    dialog = asking(qtbot, review)
    switch(qtbot, dialog, "Remove")
    assert (review.labels, not review.chronology.looks) == (["Remove a look"], True)
    assert (dialog.look_name, dialog.look.parts, dialog.look.entry_ids) == (WHOLE, ALL_PARTS, None)
    remove = next(button for button in dialog.findChildren(QPushButton) if "Remove" in button.text())
    for own in own_looks():
        pick(qtbot, dialog, "Look", own.name)
        assert not remove.isEnabled()


def test_where_the_review_cannot_be_written_to_nothing_is_lost(qtbot: QtBot) -> None:
    dialog = asking(qtbot, Kept(REVIEW.after(Change("", (PANEL,))), writable=False))
    pick(qtbot, dialog, "Entries", "All 3 entries")
    keep_as(qtbot, dialog, "Another")
    assert "no look was changed" in said(dialog)
    assert (dialog.look_name, dialog.look.entry_ids) == ("Panel", None)
    switch(qtbot, dialog, "Remove")
    assert box(dialog, "Look").currentText() == "Panel"


def test_a_look_of_an_agency_that_is_gone_says_so_and_writes_nothing(qtbot: QtBot) -> None:
    gone = replace(PANEL, choice=Choice.AGENCY, agency_id="agency-gone")
    dialog = asking(qtbot, Kept(REVIEW.after(Change("", (gone,)))))
    assert "is no longer in the review" in " ".join(complaints(dialog))
    press(qtbot, dialog)
    assert (dialog.isVisible(), dialog.look.entry_ids) == (True, frozenset())


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(qtbot, tmp_path, REVIEW) as made:
        yield made


def test_what_the_window_shows_is_kept_undone_and_there_after_a_restart(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    def answer() -> None:
        dialog = next(one for one in window.findChildren(ExportDialog))
        pick(qtbot, dialog, "Entries", "Only what is shown now: 1 entry")
        keep_as(qtbot, dialog, "Police called")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    with qtbot.waitSignal(window.desk.sidebar.filtered):
        qtbot.keyClicks(window.desk.sidebar.words, "called")
    QTimer.singleShot(0, answer)
    window.commands["export"].trigger()
    stack = window.workspace.stack
    assert stack.undoText() == "Keep a look"
    stack.undo()
    assert not window.workspace.chronology.looks
    stack.redo()
    window.workspace.take(None)
    with closing(Store.open(tmp_path / "Baby K.chronology", PASSPHRASE, "A. Reviewer")) as store:
        (look,) = store.chronology.looks.values()
        assert (look.name, look.choice, look.asked) == ("Police called", Choice.FILTER, Filter(text="called"))
