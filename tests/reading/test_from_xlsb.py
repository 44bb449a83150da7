"""Binary workbooks: the same as any other, though nothing in them can be read by eye."""

from datetime import date
from struct import pack

import pytest

from chronology_app.core.errors import FileProblem
from chronology_app.core.sheet import Merge, Sheet, State
from chronology_app.reading.from_xlsb import read
from chronology_app.reading.readers import sheets_of
from tests.reading.binary import record, wide, xlsb, xlsb_cell, xlsb_row

CODES = ("dd/mm/yyyy", "mmm-yy", ";;;")
STRUCK, DAY, MONTH, NOTHING = 1, 2, 3, 4


def _one(*records: bytes, from_1904: bool = False, **more: bytes) -> Sheet:
    (sheet,) = read(xlsb({"Chronology": b"".join(records)}, CODES, from_1904=from_1904, **more))
    return sheet


def _at(column: int) -> bytes:
    return pack("<II", column, 0)


def test_every_kind_of_value_is_read() -> None:
    formula_end = b"\x00" * 10
    cells = [
        record(2, _at(0) + pack("<i", 7 << 2 | 2)),
        record(2, _at(1) + pack("<i", 1250 << 2 | 3)),
        record(2, _at(2) + pack("<I", 0x40040000)),
        xlsb_cell(3, True),
        xlsb_cell(4, 2.25),
        xlsb_cell(5, "Seen – é"),
        xlsb_cell(6, b"\x2a"),
        record(8, _at(7) + wide("worked out") + formula_end),
        record(9, _at(8) + pack("<d", 8.0) + formula_end),
        record(10, _at(9) + b"\x00" + formula_end),
        record(11, _at(10) + b"\x17" + formula_end),
    ]
    values = (7, 12.5, 2.5, True, 2.25, "Seen – é", "#N/A", "worked out", 8.0, False, "#REF!")
    assert _one(xlsb_row(2), *cells).rows == ((), (), values)


def test_dates_are_those_of_their_format_and_epoch() -> None:
    sheet = _one(xlsb_row(0), xlsb_cell(0, 44632, DAY), xlsb_cell(1, 44632, MONTH))
    assert (sheet.rows[0], sheet.shown) == ((date(2022, 3, 12),) * 2, {(1, 2): "Mar-22"})
    assert _one(xlsb_row(0), xlsb_cell(0, 43170, DAY), from_1904=True).rows == ((date(2022, 3, 12),),)


def test_hidden_and_struck_parts_are_said_to_be() -> None:
    hidden_column = record(60, pack("<IIIIH", 2, 2, 2000, 0, 1))
    first = [xlsb_cell(0, "a", STRUCK), xlsb_cell(1, "b", NOTHING), xlsb_cell(2, "c")]
    sheet = _one(hidden_column, xlsb_row(0), *first, xlsb_row(1, hidden=True), xlsb_cell(0, "d"))
    assert sheet.states == {(1, 1): State.STRUCK, (1, 2): State.HIDDEN, (1, 3): State.HIDDEN, (2, 0): State.HIDDEN}


def test_words_struck_out_in_a_shared_text_are_quoted() -> None:
    rich = record(19, b"\x01" + wide("Seen ill") + pack("<IHH", 1, 5, 1))
    plain = record(19, b"\x00" + wide("Called"))
    cells = [record(7, _at(column) + pack("<I", column)) for column in (0, 1)]
    sheet = _one(xlsb_row(0), *cells, sharedStrings=rich + plain)
    assert sheet.rows == (("Seen ill", "Called"),)
    assert sheet.comments == {(1, 1): "struck out: ill"}


def test_notes_and_merges_are_kept() -> None:
    note = record(635, pack("<IIIII", 0, 0, 0, 1, 1) + b"\x00" * 16) + record(637, b"\x00" + wide("By whom?"))
    merge = record(176, pack("<IIII", 0, 1, 0, 0))
    cells = [xlsb_row(0), xlsb_cell(0, "a"), xlsb_cell(1, "b"), xlsb_row(1), xlsb_cell(1, "c"), merge]
    sheet = _one(*cells, comments=note)
    assert sheet.comments == {(1, 2): "comment: By whom?"}
    assert sheet.merges == (Merge(1, 1, 2, 1),)


def test_hidden_sheets_are_read_and_marked() -> None:
    body = xlsb_row(0) + xlsb_cell(0, "a")
    assert [(s.name, s.hidden) for s in read(xlsb({"Shown": body, "[Hidden]": body}))] == [
        ("Shown", False),
        ("Hidden", True),
    ]


@pytest.mark.parametrize("cell", [xlsb_row(0) + xlsb_cell(16_383, "x"), xlsb_row(2**30) + xlsb_cell(0, "x")])
def test_a_value_too_far_out_is_refused_before_it_fills_the_memory(cell: bytes) -> None:
    with pytest.raises(FileProblem, match=r"too large|so far right"):
        sheets_of(xlsb({"Chronology": cell}))
