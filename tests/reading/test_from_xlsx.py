"""Workbooks: values at their places, and what the fast reader drops."""

import re
from datetime import date, datetime, time, timedelta

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from chronology_app.core.sheet import Merge, Sheet, State
from chronology_app.reading.from_xlsx import read
from tests.reading.build import parts_of, relationships, saved, struck_book, workbook_of, zip_of

HEADING = ("Date", "Time", "Event")
ROW = (date(2022, 3, 12), time(14, 30), "Seen")


def _book(*rows: tuple[object, ...]) -> tuple[Workbook, Worksheet]:
    book = workbook_of((HEADING, *rows))
    return book, book.worksheets[0]


def _only(book: Workbook) -> Sheet:
    (sheet,) = read(saved(book))
    return sheet


def test_values_keep_their_types_and_places() -> None:
    book, sheet = _book()
    values = (date(2022, 3, 12), datetime(2022, 3, 12, 14, 30), time(14, 30), 7, 2.5, True, " two\nlines ")
    for column, value in enumerate(values, 3):
        sheet.cell(5, column, value)
    found = _only(book)
    assert found.name == "Chronology"
    assert found.rows[1:4] == ((), (), ())
    assert found.rows[4] == (None, None, *values)


def test_the_epoch_of_1904_gives_the_same_dates() -> None:
    book, _ = _book(ROW)
    book.epoch = CALENDAR_MAC_1904
    assert _only(book).rows[1] == ROW


def test_trailing_blank_rows_are_left_out_and_blank_ones_between_stay() -> None:
    book, sheet = _book(ROW, (None, None, None), ROW)
    for number in range(5, 60):
        sheet.cell(number, 1).font = Font(bold=True)
    assert _only(book).rows == (HEADING, ROW, (), ROW)


def test_hidden_sheets_are_read_and_marked() -> None:
    book, _ = _book(ROW)
    book.create_sheet("Hidden").sheet_state = "hidden"
    book.create_sheet("Very").sheet_state = "veryHidden"
    book.create_sheet("Last").append(("x",))
    assert [(sheet.name, sheet.hidden) for sheet in read(saved(book))] == [
        ("Chronology", False),
        ("Hidden", True),
        ("Very", True),
        ("Last", False),
    ]


def test_hidden_rows_and_columns_are_said_to_be() -> None:
    book, sheet = _book(ROW, ROW)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    found = _only(book)
    assert found.cell(2, 1).state == State.HIDDEN
    assert found.cell(3, 1).state == State(0)
    assert found.cell(3, 3).state == State.HIDDEN


def test_a_month_shown_is_not_a_day() -> None:
    book, sheet = _book(ROW, ROW)
    sheet["A2"].number_format = "mmm-yy"
    found = _only(book)
    assert found.text(2, 1) == "Mar-22"
    assert found.value(2, 1) == ROW[0]
    assert found.shown == {(2, 1): "Mar-22"}


def test_a_time_that_is_not_shown_is_not_read() -> None:
    book, sheet = _book((datetime(2022, 3, 12, 14, 30), None, "a"), (datetime(2022, 3, 12), None, "b"))
    sheet["A2"].number_format = "dd/mm/yyyy"
    sheet["A3"].number_format = "dd/mm/yyyy hh:mm"
    found = _only(book)
    assert (found.text(2, 1), found.text(3, 1)) == ("12/03/2022", "12/03/2022")


def test_a_day_under_a_time_is_not_read() -> None:
    book, sheet = _book((None, datetime(2022, 3, 12, 14, 30), "a"))
    sheet["B2"].number_format = "hh:mm"
    assert _only(book).text(2, 2) == "14:30"


def test_a_length_of_time_is_shown_as_such() -> None:
    book, sheet = _book((None, timedelta(hours=26), "a"))
    sheet["B2"].number_format = "[h]:mm"
    assert _only(book).text(2, 2) == "26:00"


def test_a_number_below_one_under_a_date_format_does_not_become_midnight() -> None:
    book, sheet = _book((0, None, "a"))
    sheet["A2"].number_format = "dd/mm/yyyy"
    assert _only(book).text(2, 1) == "00/01/1900"


def test_errors_are_kept_by_name() -> None:
    book, _ = _book((date(2022, 3, 12), "#N/A", "#REF!"))
    assert _only(book).rows[1][1:] == ("#N/A", "#REF!")


def test_the_value_a_formula_last_had_is_read() -> None:
    book, _ = _book(("=A1", None, "x"))
    parts = parts_of(saved(book))
    name = "xl/worksheets/sheet1.xml"
    parts[name] = re.sub(rb"</f>(<v ?/>|<v></v>)?", b"</f><v>7</v>", parts[name])
    (sheet,) = read(zip_of(parts))
    assert sheet.rows[1][0] == 7


def test_a_formula_that_was_never_worked_out_is_told_of() -> None:
    book, _ = _book(("=A1", None, "x"))
    found = _only(book)
    assert found.rows[1] == (None, None, "x")
    assert "never worked out" in found.comments[2, 1]


def test_struck_cells_rows_and_words_are_said_to_be() -> None:
    found = _only(struck_book())
    assert found.states[2, 0] == State.STRUCK
    assert found.states[3, 3] == State.STRUCK
    assert (3, 0) not in found.states
    assert found.text(4, 3) == "Seen ill"
    assert found.comments[4, 3] == "struck out: ill"


def test_a_format_that_shows_nothing_hides_the_cell() -> None:
    book, sheet = _book(ROW)
    sheet["C2"].number_format = ";;;"
    assert _only(book).cell(2, 3).state == State.HIDDEN


def test_comments_stand_beside_the_cells() -> None:
    book, sheet = _book(ROW)
    sheet["C2"].comment = Comment("By whom?", "A reviewer")
    assert _only(book).comments == {(2, 3): "comment: By whom?"}


def test_the_words_of_a_text_box_stand_beside_the_cell_it_begins_at() -> None:
    names = "".join(
        f' xmlns:{name}="http://schemas.openxmlformats.org/drawingml/2006/{where}"'
        for name, where in (("xdr", "spreadsheetDrawing"), ("a", "main"))
    )
    words = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in ("Ask the", "midwife"))
    box = f"<xdr:sp><xdr:txBody>{words}</xdr:txBody></xdr:sp>"
    at = "<xdr:from><xdr:col>2</xdr:col><xdr:row>1</xdr:row></xdr:from>"
    drawing = f"<xdr:wsDr{names}><xdr:twoCellAnchor>{at}{box}</xdr:twoCellAnchor></xdr:wsDr>"
    parts = parts_of(saved(workbook_of((HEADING, ROW))))
    links = relationships(drawing="../drawings/drawing1.xml")
    added = {"xl/worksheets/_rels/sheet1.xml.rels": links, "xl/drawings/drawing1.xml": drawing}
    (found,) = read(zip_of({**parts, **added}))
    assert found.comments == {(2, 3): "text box: Ask the\nmidwife"}


def test_merges_keep_their_text_in_the_top_left() -> None:
    book, sheet = _book(ROW, (None, None, "b"))
    sheet.merge_cells("A2:A3")
    found = _only(book)
    assert found.merges == (Merge(2, 1, 3, 1),)
    assert found.text(3, 1) == ""


def test_words_under_a_merge_are_kept_and_said_to_be_hidden() -> None:
    parts = parts_of(saved(workbook_of((HEADING, ROW, ("under", None, "b")))))
    name = "xl/worksheets/sheet1.xml"
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'
    parts[name] = parts[name].replace(b"</sheetData>", merge)
    found = read(zip_of(parts))[0].cell(3, 1)
    assert (found.text, found.state, found.comment) == ("under", State.HIDDEN, "hidden under a merged cell")


def test_a_sheet_with_prefixed_names_reads_the_same() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rows = (
        '<x:row r="2" hidden="1"><x:c r="B2" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>'
        '<x:row r="3"><x:c t="e"><x:v>#N/A</x:v></x:c><x:c><x:v>1</x:v></x:c></x:row>'
    )
    parts = parts_of(saved(workbook_of((HEADING,))))
    sheet = f'<x:worksheet xmlns:x="{main}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    (found,) = read(zip_of({**parts, "xl/worksheets/sheet1.xml": sheet}))
    assert found.rows == ((), (None, "a"), ("#N/A", 1))
    assert found.states == {(2, 0): State.HIDDEN}


def test_links_out_of_the_file_are_not_followed() -> None:
    parts = parts_of(saved(workbook_of((HEADING, ROW))))
    links = relationships(comments="http://127.0.0.1:9/comments.xml").replace("/>", ' TargetMode="External"/>')
    (found,) = read(zip_of({**parts, "xl/worksheets/_rels/sheet1.xml.rels": links}))
    assert found.rows == (HEADING, ROW)
    assert found.comments == {}
