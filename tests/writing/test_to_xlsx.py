"""Opens the workbook with another program's eyes (openpyxl) and looks for what was written."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from chronology_app.core.chronology import Chronology
from chronology_app.core.findings import Findings
from chronology_app.core.when import When
from chronology_app.writing.look import Look
from chronology_app.writing.tidy import HEADINGS
from chronology_app.writing.to_xlsx import column_letters, write_xlsx
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


def test_a_text_too_long_for_a_cell_says_so(tmp_path: Path) -> None:
    value = cell(sheet_of(a_chronology(an_entry(1, "x" * 40_000)), tmp_path / "x.xlsx"), "Event").value
    assert len(value) == 32_767
    assert value.endswith("[The rest does not fit into a cell. It is in the .docx and .json exports.]")


def test_columns_are_lettered_as_excel_does() -> None:
    assert [column_letters(n) for n in (1, 26, 27, 52, 53, 703)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]
