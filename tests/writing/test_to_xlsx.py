"""Opens the workbook with another program's eyes (openpyxl) and looks for what was written."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import OutputProblem
from chronology_app.core.findings import Findings
from chronology_app.core.review import Review
from chronology_app.core.when import When
from chronology_app.reading import from_xlsx
from chronology_app.writing.look import Look
from chronology_app.writing.tidy import HEADINGS
from chronology_app.writing.to_xlsx import MOST, MOST_ROWS, column_letters, pieces, see_that_they_fit, write_xlsx
from chronology_app.writing.wordml import legal
from tests.make import a_chronology, an_entry, on


def sheet_of(chronology: Chronology, path: Path) -> Any:
    write_xlsx(chronology, Findings(), path, Look())
    return openpyxl.load_workbook(path).active


def cell(sheet: Any, heading: str, row: int = 2) -> Any:
    return sheet.cell(row, HEADINGS.index(heading) + 1)


def test_the_heading_is_frozen_and_can_be_filtered(tmp_path: Path) -> None:
    sheet = sheet_of(a_chronology(an_entry(1), an_entry(2)), tmp_path / "x.xlsx")
    assert tuple(c.value for c in sheet[1]) == HEADINGS
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{column_letters(len(HEADINGS))}3"


def test_dates_are_real_dates_beside_the_words(tmp_path: Path) -> None:
    sheet = sheet_of(a_chronology(an_entry(1)), tmp_path / "x.xlsx")
    assert cell(sheet, "Date as written").value == "12/03/2022"
    assert cell(sheet, "Earliest").value == datetime(2022, 3, 12)
    assert cell(sheet, "Earliest").number_format == "dd/mm/yyyy"
    assert cell(sheet, "Row").value == 2


def test_what_is_not_known_is_an_empty_cell(tmp_path: Path) -> None:
    sheet = sheet_of(a_chronology(an_entry(1, when=When("31/02/2022"))), tmp_path / "x.xlsx")
    assert cell(sheet, "Earliest").value is None


def test_a_day_before_excels_calendar_stays_words(tmp_path: Path) -> None:
    sheet = sheet_of(a_chronology(an_entry(1, when=on("1899", date(1899, 5, 1)))), tmp_path / "x.xlsx")
    assert cell(sheet, "Earliest").value == "1899-05-01"


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@x", '=HYPERLINK("x")', "<b> & ]]>", "سلام 👶", "a\tb"])
def test_text_stays_text_whatever_it_begins_with(tmp_path: Path, text: str) -> None:
    found = cell(sheet_of(a_chronology(an_entry(1, text)), tmp_path / "x.xlsx"), "Event")
    assert (found.data_type, found.value) == ("s", text)


def test_breaks_are_one_line_end_and_forbidden_characters_are_shown(tmp_path: Path) -> None:
    sheet = sheet_of(a_chronology(an_entry(1, "one\r\ntwo\rthree\x0b")), tmp_path / "x.xlsx")
    assert cell(sheet, "Event").value == "one\ntwo\nthree\ufffd"


def test_what_looks_like_a_coded_character_is_kept(tmp_path: Path) -> None:
    write_xlsx(a_chronology(an_entry(1, "_x0041_")), Findings(), tmp_path / "x.xlsx", Look())
    assert b"_x005F_x0041_" in _sheet_bytes(tmp_path / "x.xlsx")


def _sheet_bytes(path: Path) -> bytes:
    from zipfile import ZipFile

    with ZipFile(path) as packed:
        return packed.read("xl/worksheets/sheet1.xml")


def test_a_text_too_long_for_a_cell_goes_on_beside_it(tmp_path: Path) -> None:
    words = "Seen by Joanna Testerly. " * 3_000
    sheet = sheet_of(a_chronology(an_entry(1, words), an_entry(2)), tmp_path / "x.xlsx")
    at = HEADINGS.index("Event") + 1
    assert [c.value for c in sheet[1][at - 1 : at + 3]] == [
        *("Event", "Event (continued)", "Event (continued 2)", "Contact type"),
    ]
    assert "".join(c.value for c in sheet[2][at - 1 : at + 2]) == words
    assert all(c.value.endswith(" ") and len(c.value) <= MOST for c in sheet[2][at - 1 : at + 1])
    assert [c.value for c in sheet[3][at - 1 : at + 2]] == ["Home visit.", None, None]


@given(st.text(st.sampled_from("ab \n👶"), min_size=1, max_size=60), st.integers(200, 1100))
def test_pieces_are_the_text_and_cells_hold_them(text: str, times: int) -> None:
    whole = text * times
    found = pieces(whole)
    assert "".join(found) == whole
    assert all(len(piece.encode("utf-16-le")) // 2 <= MOST for piece in found)
    assert all(found)


def test_words_without_an_end_are_parted_all_the_same() -> None:
    assert [len(piece) for piece in pieces("x" * 40_000)] == [MOST, 40_000 - MOST]


def test_more_entries_than_a_sheet_holds_are_told() -> None:
    see_that_they_fit(MOST_ROWS - 1)
    with pytest.raises(OutputProblem, match="cannot hold as many"):
        see_that_they_fit(MOST_ROWS)


def test_words_that_begin_like_a_formula_stay_words_when_somebody_goes_into_the_cell(tmp_path: Path) -> None:
    sheet = sheet_of(a_chronology(an_entry(1, "=cmd|' /C calc'!A0"), an_entry(2, "Seen.")), tmp_path / "x.xlsx")
    assert [cell(sheet, "Event", row).quotePrefix for row in (2, 3)] == [True, False]


def test_a_printed_sheet_is_marked_and_repeats_its_heading(tmp_path: Path) -> None:
    review = Review(title="R", marking="Official & 2nd")
    sheet = sheet_of(a_chronology(an_entry(1), review=review), tmp_path / "x.xlsx")
    assert sheet.oddHeader.center.text == sheet.oddFooter.center.text == "OFFICIAL && 2ND"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    assert sheet.page_setup.orientation == "landscape"


WORDS = st.text(st.sampled_from("'=-+@;,\t\n\r<&_x0041\x00 é\u2028👶")) | st.text()


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4))
@settings(deadline=None)
def test_every_word_comes_back(pairs: list[tuple[str, str]]) -> None:
    entries = [replace(an_entry(n, event), action=action) for n, (event, action) in enumerate(pairs, 1)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.xlsx"
        write_xlsx(a_chronology(*entries), Findings(), path, Look())
        (sheet,) = from_xlsx.read(path.read_bytes())
    event, action = HEADINGS.index("Event") + 1, HEADINGS.index("Action or outcome") + 1
    back = [(sheet.text(row, event), sheet.text(row, action)) for row in range(2, sheet.height + 1)]
    assert back == [(one_break(legal(a)), one_break(legal(b))) for a, b in pairs]


def one_break(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_columns_are_lettered_as_excel_does() -> None:
    assert [column_letters(n) for n in (1, 26, 27, 52, 53, 703)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]
