"""OpenDocument spreadsheets: values, looks, annotations and tracked changes, and no harm from their repeats."""

from datetime import date, datetime, time, timedelta

import pytest

from chronology_app.core.errors import FileProblem
from chronology_app.core.sheet import Merge, Sheet, State, Value
from chronology_app.reading import limits
from chronology_app.reading.from_ods import read
from tests.reading.build import ods, ods_cell, ods_row, ods_table, parts_of, zip_of

HEADING = ods_row(ods_cell("Date"), ods_cell("Event"))
STRIKE = '<style:text-properties style:text-line-through-style="solid"/>'
STYLES = (
    f'<style:style style:name="gone" style:family="table-cell">{STRIKE}</style:style>'
    '<style:style style:name="heir" style:family="table-cell" style:parent-style-name="gone"/>'
    f'<style:style style:name="T1" style:family="text">{STRIKE}</style:style>'
    '<style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>'
    '<number:date-style style:name="N1"><number:month number:textual="true"/><number:text>-</number:text><number:year/>'
    "</number:date-style>"
)


def _one(*rows: str, columns: str = "<table:table-column/>", changes: str = "") -> Sheet:
    return read(ods(ods_table(*rows, columns=columns), STYLES, changes))[0]


def _event(inside: str, looks: str = "") -> Sheet:
    return _one(HEADING, ods_row(ods_cell("12/03/2022"), ods_cell(inside, looks)))


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("date", "2022-03-12", date(2022, 3, 12)),
        ("date", "2022-03-12T14:30:00", datetime(2022, 3, 12, 14, 30)),
        ("time", "PT14H30M00S", time(14, 30)),
        ("time", "PT26H05M00S", timedelta(hours=26, minutes=5)),
        ("float", "7.5", 7.5),
        ("percentage", "0.5", 0.5),
        ("currency", "5", 5.0),
        ("boolean", "true", True),
        ("date", "-0400-01-01", "as shown"),
        ("date", "2022-99-99", "as shown"),
    ],
)
def test_values_keep_their_types(kind: str, written: str, value: Value) -> None:
    name = {"date": "date-value", "time": "time-value", "boolean": "boolean-value"}.get(kind, "value")
    looks = f'office:value-type="{kind}" office:{name}="{written}"'
    assert _one(ods_row(ods_cell("<text:p>as shown</text:p>", looks))).rows == ((value,),)


def test_a_month_shown_is_not_a_day() -> None:
    looks = 'office:value-type="date" office:date-value="2022-03-12" table:style-name="month"'
    assert _one(ods_row(ods_cell("<text:p>Mar-22</text:p>", looks))).shown == {(1, 1): "Mar-22"}


def test_a_value_that_is_not_shown_is_hidden() -> None:
    sheet = _one(ods_row(ods_cell("<text:p/>", 'office:value-type="string" office:string-value="Seen"')))
    assert (sheet.text(1, 1), sheet.cell(1, 1).state) == ("Seen", State.HIDDEN)


def test_paragraphs_blanks_tabs_and_breaks_keep_their_places() -> None:
    inside = '<text:p>one<text:s text:c="2"/>two<text:tab/>  three</text:p><text:p>four<text:line-break/>five</text:p>'
    assert _event(inside).text(2, 2) == "one  two\t three\nfour\nfive"


@pytest.mark.parametrize("style", ["gone", "heir"])
def test_struck_cells_are_said_to_be(style: str) -> None:
    assert _event("Seen", f'table:style-name="{style}"').states == {(2, 2): State.STRUCK}


def test_a_style_may_come_from_the_row_or_the_column() -> None:
    by_column = '<table:table-column table:default-cell-style-name="gone" table:number-columns-repeated="2"/>'
    assert _one(ods_row(ods_cell("a"), ods_cell("b")), columns=by_column).states[1, 0] == State.STRUCK
    by_row = ods_row(ods_cell("a"), looks='table:default-cell-style-name="gone"')
    assert _one(by_row).states[1, 0] == State.STRUCK


def test_struck_words_are_quoted() -> None:
    found = _event('<text:p>Seen <text:span text:style-name="T1">ill</text:span> at home</text:p>').cell(2, 2)
    assert (found.text, found.state, found.comment) == ("Seen ill at home", State(0), "struck out: ill")


def test_hidden_rows_columns_and_sheets_are_said_to_be() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    sheet = _one(HEADING, ods_row(ods_cell("a"), looks='table:visibility="filter"'), columns=columns)
    assert sheet.states == {(1, 2): State.HIDDEN, (2, 0): State.HIDDEN}
    away = ods_table(HEADING).replace("<table:table ", '<table:table table:style-name="away" ')
    assert read(ods(away, STYLES))[0].hidden


def test_merges_and_what_stands_under_them() -> None:
    top = ods_cell("1 March", 'table:number-rows-spanned="2" table:number-columns-spanned="1"')
    under = ods_cell("lost?").replace("table-cell", "covered-table-cell")
    sheet = _one(ods_row(top, ods_cell("a")), ods_row(under, ods_cell("b")))
    assert sheet.merges == (Merge(1, 1, 2, 1),)
    assert (sheet.text(2, 1), sheet.cell(2, 1).state) == ("lost?", State.HIDDEN)


def test_annotations_text_boxes_and_pictures_stand_beside_the_cell() -> None:
    note = "<office:annotation><text:p>By whom?</text:p></office:annotation>"
    box = "<draw:custom-shape><text:p>boxed</text:p></draw:custom-shape>"
    found = _event(f"{note}{box}<draw:frame><draw:image/></draw:frame><text:p>Seen</text:p>").cell(2, 2)
    assert found.text == "Seen"
    assert found.comment == "comment: By whom?\ntext box: boxed\na picture that was not read"


def test_rows_in_groups_are_rows() -> None:
    grouped = (
        f"<table:table-row-group><table:table-rows>{ods_row(ods_cell('b'))}</table:table-rows></table:table-row-group>"
    )
    headed = f"<table:table-header-rows>{ods_row(ods_cell('a'))}</table:table-header-rows>"
    assert _one(headed, grouped, ods_row(ods_cell("c"))).rows == (("a",), ("b",), ("c",))


def test_repeated_rows_and_cells_are_counted() -> None:
    blank = ods_row(ods_cell("", 'table:number-columns-repeated="3"'), looks='table:number-rows-repeated="2"')
    twice = ods_row(ods_cell("x", 'table:number-columns-repeated="2"'), looks='table:number-rows-repeated="2"')
    assert _one(HEADING, blank, twice).rows == (("Date", "Event"), (), (), ("x", "x"), ("x", "x"))


def test_a_million_blank_rows_cost_nothing_and_a_million_filled_ones_are_refused() -> None:
    many = f'table:number-rows-repeated="{limits.ROWS - 2}"'
    assert len(_one(HEADING, ods_row(ods_cell(), looks=many)).rows) == 1
    wide = ods_cell("x", 'table:number-columns-repeated="700"')
    for row in (ods_row(wide, looks=many), ods_row(ods_cell("x", 'table:number-columns-repeated="16384"'))):
        with pytest.raises(FileProblem, match="so far right"):
            _one(row)


def test_a_formula_that_was_never_worked_out_is_told_of() -> None:
    sheet = _one(ods_row(ods_cell("a"), '<table:table-cell table:formula="of:=1+1"/>'))
    assert "never worked out" in sheet.comments[1, 2]


def test_tracked_changes_are_told_and_deleted_rows_are_listed() -> None:
    def cell(row: int, column: int, text: str) -> str:
        address = f'<table:cell-address table:table="0" table:row="{row}" table:column="{column}"/>'
        old = f"<table:change-track-table-cell><text:p>{text}</text:p></table:change-track-table-cell>"
        return f"{address}<table:previous>{old}</table:previous>"

    changed = f"<table:cell-content-change>{cell(1, 1, 'Seen ill')}</table:cell-content-change>"
    gone = "".join(
        f"<table:cell-content-deletion>{cell(4, column, text)}</table:cell-content-deletion>"
        for column, text in enumerate(("13/03/2022", "Taken out"))
    )
    changes = (
        f"<table:tracked-changes>{changed}"
        f'<table:deletion table:type="row"><table:deletions>{gone}</table:deletions></table:deletion>'
        "</table:tracked-changes>"
    )
    table = ods_table(HEADING, ods_row(ods_cell("12/03/2022"), ods_cell("Seen well")))
    sheet, deleted = read(ods(table, STYLES, changes))
    assert sheet.comments == {(2, 2): "before a tracked change: Seen ill"}
    assert deleted.name == "Chronology, deleted in tracked changes"
    assert (deleted.rows, deleted.states) == ((("13/03/2022", "Taken out"),), {(1, 0): State.DELETED})


def test_a_protected_spreadsheet_says_how_to_save_it() -> None:
    parts = parts_of(ods(ods_table(HEADING)))
    with pytest.raises(FileProblem, match="password"):
        read(zip_of({**parts, "META-INF/manifest.xml": "<m><encryption-data/></m>"}))
