"""The chronology table keeps its selection by entry and shows dates, ages and marks as the entry has them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from chronology_app.core import edits
from chronology_app.core.chronology import Chronology
from chronology_app.core.mark import Kind
from chronology_app.core.when import When
from chronology_app.gui.chronology.columns import COLUMNS, DATE, MARK
from chronology_app.gui.chronology.heights import WordWrap
from chronology_app.gui.chronology.model import ChronologyModel
from chronology_app.gui.chronology.rows import row_of, sentence_of
from chronology_app.gui.chronology.table import ChronologyTable
from chronology_app.gui.theme import theme
from tests.make import POLICE, a_chronology, an_entry, on

MARCH = a_chronology(
    an_entry(1, "Baby weighed 4.2 kg."),
    an_entry(2, "Mother seemed tired.", on("14/03/2022", date(2022, 3, 14)), POLICE),
    an_entry(3, "Home visit, nobody in.", on("2 April 2022", date(2022, 4, 2))),
    an_entry(4, "Call from a neighbour.", When("some time in spring?", reason="The season has no year.")),
)


@pytest.fixture
def table(qtbot: QtBot) -> ChronologyTable:
    shown = ChronologyTable()
    qtbot.addWidget(shown)
    shown.resize(900, 500)
    shown.show()
    shown.show_entries(MARCH, MARCH.in_order())
    return shown


def test_the_model_is_sound(qtmodeltester: object) -> None:
    model = ChronologyModel()
    model.show(MARCH, MARCH.in_order())
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    assert model.rowCount() == 4


def test_undated_entries_stand_first_under_their_own_heading(table: ChronologyTable) -> None:
    assert table.entry_at(0) == "entry-4"
    assert [table.rows.band(n) for n in range(4)] == ["Needs a date", "March 2022", "", "April 2022"]


def test_a_date_shows_as_written_with_the_reading_and_the_age_under_it(table: ChronologyTable) -> None:
    text = table.rows.index(1, DATE).data()
    assert text.splitlines() == ["12/03/2022", "12 March 2022", "7 weeks 2 days"]


def test_a_date_that_is_not_known_shows_no_age(table: ChronologyTable) -> None:
    assert table.rows.index(0, DATE).data().splitlines() == ["some time in spring?", "The season has no year."]


def test_a_date_that_is_not_known_says_why(qtbot: QtBot) -> None:
    entries = (
        an_entry(1, when=When("31/04/2022", reason="April has 30 days.")),
        an_entry(2, when=When(reason="No date is written.")),
        an_entry(3, when=When()),
    )
    march = a_chronology(*entries)
    dates = [row_of(march, entry).dates for entry in entries]
    assert dates == [
        ("31/04/2022", "April has 30 days."),
        ("No date is written.",),
        ("no date written", "date not known"),
    ]
    assert sentence_of(march, row_of(march, entries[0])).startswith("date not known, ")


def test_a_row_reads_out_as_a_sentence(table: ChronologyTable) -> None:
    sentence = table.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == "12 March 2022, 7 weeks 2 days, Health visiting, Baby weighed 4.2 kg., not marked"


def test_the_selection_stays_on_its_entry_when_rows_move(table: ChronologyTable) -> None:
    table.choose("entry-2")
    later = MARCH.after(edits.set_date(MARCH, "entry-2", on("", date(2022, 6, 1))))
    table.show_entries(later, later.in_order())
    assert (table.current_id(), table.selected_ids()) == ("entry-2", ("entry-2",))
    assert table.currentIndex().row() == 3


def test_an_entry_is_chosen_alone_while_the_key_of_a_command_is_held(table: ChronologyTable, qtbot: QtBot) -> None:
    table.choose("entry-2")
    qtbot.keyPress(table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    table.choose("entry-3")
    assert table.selected_ids() == ("entry-3",)
    qtbot.keyRelease(table, Qt.Key.Key_M)


def test_when_the_chosen_entry_is_filtered_away_the_one_in_its_place_is_chosen(table: ChronologyTable) -> None:
    table.choose("entry-2")
    table.show_entries(MARCH, tuple(entry for entry in MARCH.in_order() if entry.id != "entry-2"))
    assert table.current_id() == "entry-3"


def test_an_empty_chronology_chooses_nothing(table: ChronologyTable, qtbot: QtBot) -> None:
    table.choose("entry-2")
    with qtbot.waitSignal(table.chosen) as told:
        table.show_entries(Chronology(), ())
    assert told.args == [""]


def test_marks_show_as_letters(table: ChronologyTable) -> None:
    marked = MARCH.after(edits.mark_passage(MARCH, "entry-1", "event", 0, 4, Kind.FACT))
    marked = marked.after(edits.mark_passage(marked, "entry-1", "event", 5, 12, Kind.OPINION))
    table.show_entries(marked, marked.in_order())
    assert table.rows.index(table.rows.position("entry-1"), MARK).data() == "F O"


def test_next_goes_round_once_and_says_when_there_is_none(table: ChronologyTable) -> None:
    table.choose("entry-3")
    assert table.choose_next(lambda entry: entry.agency_id == POLICE.id)
    assert table.current_id() == "entry-2"
    assert not table.choose_next(lambda entry: entry.flagged)


def test_it_paints_in_light_and_dark_without_a_word_lost(table: ChronologyTable) -> None:
    picture = table.grab()
    assert not picture.isNull()
    assert table.rowHeight(0) > 2 * table.fontMetrics().height()


@pytest.mark.parametrize("width", [90.0, 180.0, 333.0])
@pytest.mark.parametrize(
    "text",
    ["", "one", "Mother said: she was 'fine' and the baby had been feeding well every three hours.\nSeen asleep.",
     "averyveryverylongwordwithoutanyspacewhatsoeverthatmustbebroken and more"],
)  # fmt: skip
def test_greedy_wrapping_is_never_too_low(qtbot: QtBot, text: str, width: float) -> None:
    font = QFont()
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(QTextOption())
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    exact = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        exact += 1
    layout.endLayout()
    assert max(exact, 1) <= WordWrap(font).lines(text, width) <= max(exact, 1) + 2


def test_every_column_has_a_heading() -> None:
    model = ChronologyModel()
    headings = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(len(COLUMNS))]
    assert headings == ["Date", "Agency", "What happened", "Action or outcome", "Mark"]


def test_a_line_parts_an_entry_from_the_next(table: ChronologyTable) -> None:
    area = table.visualRect(table.rows.index(1, DATE))
    shown = table.viewport().grab().toImage()
    assert shown.pixelColor(area.left() + 2, area.bottom()) == theme().line
    assert shown.pixelColor(area.left() + 2, area.bottom() - 1) != theme().line


def test_an_empty_table_says_why_and_what_to_do(table: ChronologyTable) -> None:
    said = table.findChild(QLabel)
    assert not said.isVisible()
    table.show_entries(MARCH, ())
    assert (said.isVisible(), "Show every entry" in said.text()) == (True, True)
    table.show_entries(Chronology(), ())
    assert "There are no entries yet" in said.text()
    table.show_entries(MARCH, MARCH.in_order())
    assert not said.isVisible()


def test_the_entry_in_focus_stays_in_sight_where_the_table_gets_smaller(table: ChronologyTable, qtbot: QtBot) -> None:
    table.resize(900, 260)
    table.choose("entry-3")
    table.resize(900, 160)
    qtbot.waitUntil(lambda: table.visualRect(table.currentIndex()).bottom() <= table.viewport().height())
    table.scrollToTop()
    table.resize(900, 150)
    assert table.verticalScrollBar().value() == 0, "who scrolled away from it stays where they are"
