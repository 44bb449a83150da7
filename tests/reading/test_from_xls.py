"""Old workbooks: values at their places, and everything Excel shows of them."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from struct import pack

from chronology_app.core.sheet import Merge, Sheet, State
from chronology_app.reading import from_ods, from_xls
from chronology_app.reading.from_xls import read
from tests.reading.binary import biff, xls, xls_cell

DATA = Path(__file__).parents[1] / "data" / "reading"
CODES = ("dd/mm/yyyy", "mmm-yy", "hh:mm", "[h]:mm", ";;;", "dd/mm/yyyy hh:mm")
DAY, MONTH, CLOCK, LENGTH, NOTHING, MOMENT = range(2, 8)
STRUCK = 1


def _one(*records: bytes, from_1904: bool = False) -> Sheet:
    (sheet,) = read(xls({"Chronology": b"".join(records)}, CODES, from_1904=from_1904))
    return sheet


def test_values_keep_their_types_and_places() -> None:
    values = ["Seen – é", 7.5, True, False, b"\x2a"]
    sheet = _one(*(xls_cell(3, column, value) for column, value in enumerate(values, 1)))
    assert sheet.rows == ((), (), (), (None, "Seen – é", 7.5, True, False, "#N/A"))
    assert sheet.name == "Chronology"


def test_a_number_under_a_date_format_is_a_date() -> None:
    cells = [(44632, DAY), (44632.5, MOMENT), (0.604166666666667, CLOCK), (26 / 24, LENGTH), (3.0e9, DAY)]
    sheet = _one(*(xls_cell(0, column, value, style) for column, (value, style) in enumerate(cells)))
    found = (date(2022, 3, 12), datetime(2022, 3, 12, 12), time(14, 30), timedelta(hours=26), 3.0e9)
    assert sheet.rows == (found,)
    assert sheet.shown == {(1, 4): "26:00"}


def test_the_epoch_of_1904_moves_the_dates() -> None:
    assert _one(xls_cell(0, 0, 43170, DAY), from_1904=True).rows == ((date(2022, 3, 12),),)


def test_a_month_shown_is_not_a_day() -> None:
    sheet = _one(xls_cell(0, 0, 44632, MONTH))
    assert (sheet.text(1, 1), sheet.value(1, 1)) == ("Mar-22", date(2022, 3, 12))


def test_hidden_rows_columns_and_formats_are_said_to_be() -> None:
    hidden_row = biff(0x0208, pack("<HHHHHHI", 1, 0, 9, 255, 0, 0, 0x0120))
    hidden_column = biff(0x007D, pack("<HHHHHH", 2, 2, 9, 0, 1, 0))
    cells = [
        xls_cell(row, column, "x", NOTHING if (row, column) == (0, 1) else 0) for row in (0, 1) for column in range(3)
    ]
    sheet = _one(hidden_column, hidden_row, *cells)
    assert sheet.states == {
        (1, 2): State.HIDDEN,
        (1, 3): State.HIDDEN,
        (2, 0): State.HIDDEN,
        (2, 3): State.HIDDEN,
    }


def test_struck_cells_and_rows_are_said_to_be() -> None:
    sheet = _one(
        xls_cell(0, 0, "a"), xls_cell(0, 1, "b", STRUCK), xls_cell(1, 0, "c", STRUCK), xls_cell(1, 1, "d", STRUCK)
    )
    assert sheet.states[1, 2] == sheet.states[2, 0] == State.STRUCK
    assert (1, 0) not in sheet.states


def test_merges_keep_their_text_in_the_top_left() -> None:
    merge = biff(0x00E5, pack("<HHHHH", 1, 0, 1, 0, 0))
    sheet = _one(xls_cell(0, 0, "1 March"), xls_cell(1, 0, "under"), xls_cell(1, 1, "b"), merge)
    assert sheet.merges == (Merge(1, 1, 2, 1),)
    assert sheet.cell(2, 1).state == State.HIDDEN
    assert sheet.cell(2, 1).comment == "hidden under a merged cell"


def test_hidden_sheets_are_read_and_marked() -> None:
    sheets = read(xls({"Shown": xls_cell(0, 0, "a"), "[Hidden]": xls_cell(0, 0, "b")}))
    assert [(sheet.name, sheet.hidden, sheet.rows) for sheet in sheets] == [
        ("Shown", False, (("a",),)),
        ("Hidden", True, (("b",),)),
    ]


def test_a_workbook_that_libreoffice_wrote_reads_the_same_in_both_of_its_formats() -> None:
    old = from_xls.read((DATA / "mess.xls").read_bytes())[0]
    open_document = from_ods.read((DATA / "mess.ods").read_bytes())[0]
    assert old == open_document
    assert old.comments == {(7, 3): "comment: By whom?", (5, 3): "struck out: ill"}
    assert old.states[4, 0] == State.STRUCK
    assert old.states[6, 0] == old.states[2, 3] == State.HIDDEN
    assert (old.text(3, 1), old.text(6, 4), old.text(8, 4)) == ("Apr-22", "#N/A", "2")
    assert old.merges == (Merge(7, 1, 8, 1),)
