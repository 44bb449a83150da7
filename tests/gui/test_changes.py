"""A later version of a file is offered, compared, shown word by word and taken in as one step, all by keyboard."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.mark import Kind
from chronology_app.core.review import Review
from chronology_app.gui.entry.panel import EntryPanel
from chronology_app.gui.importing.changes_dialog import ChangesDialog
from chronology_app.gui.importing.changes_words import changes_html, sums
from chronology_app.gui.importing.import_dialog import ImportDialog
from chronology_app.gui.main_window import MainWindow
from chronology_app.gui.sidebar import Sidebar
from chronology_app.gui.theme import theme
from chronology_app.settings import Settings
from chronology_app.store.store import Store
from chronology_app.work import correcting
from chronology_app.work.accepting import accept
from chronology_app.work.plan import ImportPlan
from chronology_app.work.planning import plan_import
from chronology_app.work.replacing import Replacement, replacement_of
from tests.gui.answering import NO_SCREEN

pytestmark = pytest.mark.qt_log_ignore(NO_SCREEN)

PASSPHRASE = "seven slow herons"
FIRST = """Ref,Date,Event
1,12/03/2022,Home visit by the health visitor. Kit seemed settled.
2,14/03/2022,Telephone call from Mother about feeding.
3,02/04/2022,Clinic: weight 4.2 kg and no concerns recorded.
4,05/04/2022,Not brought to the clinic at Larkrise.
"""
SECOND = """Ref,Date,Event
1,01/03/2022,Booking <with> the midwife.
2,12/03/2022,Home visit by the health visitor. Kit seemed unsettled.
3,05/04/2022,Not brought to the clinic at Larkrise.
4,02/04/2022,Clinic: weight 4.2 kg and no concerns recorded.
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions of one file, as an agency sends them."""
    first, second = tmp_path / "Health visiting.csv", tmp_path / "Health visiting v2.csv"
    first.write_text(FIRST, "utf-8")
    second.write_text(SECOND, "utf-8")
    return first, second


@pytest.fixture
def before(files: tuple[Path, Path]) -> Chronology:
    """A review of the first version in which a passage is marked."""
    chronology = Chronology.of([Review(title="Baby K")])
    chronology = chronology.after(accept(plan_import([files[0]], chronology), chronology, now="")[0])
    visit = telling(chronology, "Home visit")
    start = visit.event.index("Kit")
    return chronology.after(edits.mark_passage(chronology, visit.id, "event", start, len(visit.event), Kind.OPINION))


@pytest.fixture
def later(files: tuple[Path, Path], before: Chronology) -> ImportPlan:
    """What is planned for the second version, before anybody said that it is one."""
    return plan_import([files[1]], before)


@pytest.fixture
def made(later: ImportPlan, before: Chronology) -> Replacement:
    """The second version in the place of the first."""
    (source_id,) = before.sources
    return replacement_of(correcting.with_replaces(later, 0, source_id).files[0], before)


@pytest.fixture
def window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: Chronology, files: tuple[Path, Path]
) -> Iterator[MainWindow]:
    monkeypatch.setenv("CHRONOLOGY_SETTINGS", str(tmp_path / "settings"))
    shown = MainWindow(Settings(who="A. Reviewer"))
    qtbot.addWidget(shown)
    store = Store.create(tmp_path / "Baby K.chronology", PASSPHRASE, "A. Reviewer")
    records = tuple(record for kept in before.records.values() for record in kept.values())
    store.apply(Change("Begin", records), {source.sha256: files[0].read_bytes() for source in before.sources.values()})
    shown.workspace.take(store)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    shown.workspace.take(None)


def telling(chronology: Chronology, words: str) -> Entry:
    return next(entry for entry in chronology.entries.values() if words in entry.event)


def when_asked(answers: list[Callable[[QDialog], object]]) -> None:
    """Answer dialogs one after the other, each as soon as it stands there for the keys."""
    kinds = (ImportDialog, ChangesDialog)
    seen: list[QDialog | None] = [None]

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kinds) and dialog is not seen[0]:
            seen[0] = dialog
            answers.pop(0)(dialog)
            if not answers:
                timer.stop()

    timer = QTimer(QApplication.instance())
    timer.timeout.connect(look)
    timer.start(20)


def test_a_file_that_looks_like_a_later_version_says_so_and_stays_a_new_one(
    qtbot: QtBot, later: ImportPlan, before: Chronology
) -> None:
    dialog = ImportDialog(later, before)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    field = dialog.page.version
    assert field.isVisible()
    assert field.sentence == "2 of the 4 entries of Health visiting.csv are in this file: is it a later version?"
    assert (field.replaces.currentText(), field.replaces.count()) == ("Nothing: a new file", 2)
    field.replaces.setFocus()
    qtbot.keyClick(field.replaces, Qt.Key.Key_Down)
    assert [file.replaces for file in dialog.plan.files] == list(before.sources)
    assert dialog.files.files.card(dialog.files.files.index_of(0)).under == "A later version: 4 entries"
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [file.replaces for file in dialog.plan.files] == [""]


def test_nothing_is_asked_where_the_agency_sent_no_file_before(qtbot: QtBot, later: ImportPlan) -> None:
    dialog = ImportDialog(later, Chronology())
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.page.version.isVisible()


def test_what_changed_is_told_in_words_and_numbers_that_add_up(made: Replacement) -> None:
    assert sums(made) == (
        "Before: 4 entries = 2 unchanged + 1 changed + 1 not in this version. "
        "Now: 4 entries = 2 unchanged + 1 changed + 1 new. 2 of those unchanged with another reference. "
        "1 of them in another order. "
        "1 entry waits for your second look."
    )
    html = changes_html(made, theme())
    assert "[was:</span>" in html
    assert 'line-through">settled.</span>' in html
    assert 'underline">unsettled.</span>' in html
    assert "Booking &lt;with&gt; the midwife." in html
    assert html.index("Changed (1)") < html.index("New (1)") < html.index("Set aside: not in this version (1)")


def test_the_changes_are_read_and_accepted_by_keyboard(qtbot: QtBot, made: Replacement) -> None:
    dialog = ChangesDialog([made], others=12)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    assert dialog.text.hasFocus()
    assert "[was: settled.] [now: unsettled.]" in dialog.text.toPlainText()
    assert dialog.verb.text() == "&Replace: 1 changed, 1 new, 1 set aside; import 12 entries"
    qtbot.keyClick(dialog.text, Qt.Key.Key_Tab)
    assert dialog.cancel.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Tab)
    assert dialog.verb.hasFocus()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.verb, Qt.Key.Key_Return)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_whole_road_is_one_step(window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]) -> None:
    before = window.workspace.chronology
    titles: list[str] = []

    def replaces(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        qtbot.keyClick(dialog.page.version.replaces, Qt.Key.Key_Down)
        dialog.accept()

    def back(dialog: QDialog) -> None:
        titles.append(dialog.windowTitle())
        dialog.reject()

    def on_again(dialog: QDialog) -> None:
        titles.append(dialog.windowTitle())
        dialog.accept()

    when_asked([replaces, back, on_again, on_again])
    window.importing.look_over([files[1]])
    qtbot.waitUntil(lambda: "Replace a file" in window.desk.bar.text, timeout=20_000)
    assert titles == ["What changed", "Import files", "What changed"]
    assert window.desk.bar.text.startswith(
        "Replace a file by its version 2: 1 changed, 1 new, 1 set aside. 1 entry needs"
    )
    after = window.workspace.chronology
    assert (len(after.in_order()), len(after.aside()), len(after.sources)) == (4, 1, 2)
    window.workspace.stack.undo()
    assert window.workspace.chronology == before
    window.workspace.stack.redo()
    window.workspace.take(None)
    again = Store.open(files[0].with_name("Baby K.chronology"), PASSPHRASE, "A. Reviewer")
    assert again.chronology == after
    assert again.file(after.sources[telling(after, "Clinic").earlier[0].source_id].sha256) == files[0].read_bytes()
    again.close()


def test_the_review_shows_the_version_and_the_earlier_row(qtbot: QtBot, later: ImportPlan, before: Chronology) -> None:
    (source_id,) = before.sources
    change, _ = accept(correcting.with_replaces(later, 0, source_id), before, now=datetime.now(UTC).isoformat())
    after = before.after(change)
    visit = telling(after, "Home visit")
    panel, sidebar = EntryPanel(), Sidebar()
    for widget in (panel, sidebar):
        qtbot.addWidget(widget)
    panel.show_entry(after, visit.id, [])
    sent = panel.original.toPlainText()
    assert "Health visiting v2.csv, version 2" in sent
    assert sent.index("Kit seemed unsettled.") < sent.index("Health visiting.csv") < sent.index("Kit seemed settled.")
    assert panel.marks.item(0).text().startswith("Opinion: “Kit seemed settled.”\nThese words changed")
    sidebar.show_chronology(after)
    agency = sidebar._items()[0]
    assert [agency.child(n).text(0) for n in range(agency.childCount())] == ["Health visiting v2.csv, version 2"]
    assert agency.child(0).toolTip(0) == "Health visiting v2.csv, version 2\nbefore: Health visiting.csv"
