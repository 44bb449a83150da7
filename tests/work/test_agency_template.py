"""A file made from the blank chronology comes in without a question, whichever kind was filled in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook

from chronology_app.core.errors import OutputProblem, ResourceProblem
from chronology_app.core.fields import Field
from chronology_app.core.resources import read_table
from chronology_app.core.review import Review
from chronology_app.core.source import Outcome
from chronology_app.work.agency_template import write_template
from chronology_app.work.plan import FilePlan
from chronology_app.work.planning import plan_import
from chronology_app.writing.template import columns_of, template

TODAY = date(2022, 9, 5)
REVIEW = Review(designation="Baby K", scope_from=date(2022, 1, 1), scope_to=date(2022, 6, 30), marking="Secret & more")
ROWS = (
    ("14/03/2022", "14:30", "Record, page 14", "A. Wren", "Mother", "Weighed 4.2 kg.", "Yes", "Calm.", "None", "", ""),
    ("March 2022", "", "Record, page 15", "A. Wren", "", "Rang twice.", "No", "", "", "Midwife", "Late."),
    ("c. 28 March 2022", "", "Record, page 16", "A. Wren", "", "Rang.", "Not known", "", "", "", ""),
)


def fill_docx(path: Path) -> None:
    document = Document(str(path))
    (table,) = document.tables
    for row, texts in zip(table.rows[1:], ROWS, strict=False):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(path))


def fill_xlsx(path: Path) -> None:
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for number, texts in enumerate(ROWS, 2):
        for column, text in enumerate(texts, 1):
            sheet.cell(number, column, text or None)
    book.save(path)


def filled(folder: Path, ending: str) -> FilePlan:
    path = folder / f"Health visiting{ending}"
    write_template(path, REVIEW, written=TODAY)
    fill: dict[str, Callable[[Path], None]] = {".docx": fill_docx, ".xlsx": fill_xlsx}
    fill[ending](path)
    (file,) = plan_import([path]).files
    return file


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_a_file_made_from_it_comes_in_without_a_question(tmp_path: Path, ending: str) -> None:
    file = filled(tmp_path, ending)
    assert file.problem == ""
    table = file.tables[0]
    assert table.layout is not None
    assert all(column.field and column.sure for column in table.layout.columns)
    assert table.layout.day_first is True
    assert table.needing == ()
    assert sum(file.counts().values()) == sum(len(table.sheet.rows) for table in file.tables)
    assert file.counts()[Outcome.ENTRY] == len(ROWS)


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_words_and_dates_come_back_as_they_were_written(tmp_path: Path, ending: str) -> None:
    entries = filled(tmp_path, ending).tables[0].entries
    assert [(one.when.edtf, one.when.text) for one in entries] == [
        ("2022-03-14T14:30:00", "14/03/2022 14:30"),
        ("2022-03", "March 2022"),
        ("2022-03-28~", "c. 28 March 2022"),
    ]
    assert [one.texts[Field.EVENT] for one in entries] == ["Weighed 4.2 kg.", "Rang twice.", "Rang."]
    assert entries[0].texts[Field.SEEN] == "Yes"
    assert entries[1].texts[Field.SHARED_WITH] == "Midwife"


def test_blank_word_has_one_table_with_a_heading_row_and_nobody_as_author(tmp_path: Path) -> None:
    write_template(tmp_path / "x.docx", REVIEW, written=TODAY)
    with ZipFile(tmp_path / "x.docx") as packed:
        text, core = packed.read("word/document.xml").decode(), packed.read("docProps/core.xml")
        assert not [name for name in packed.namelist() if "vba" in name.lower()]
    assert text.count("<w:tbl>") == text.count("<w:tblHeader/>") == 1
    assert "1 January 2022 to 30 June 2022" in text
    assert author_of(core) == ""


def test_blank_workbook_is_accessible_and_asks_nicely(tmp_path: Path) -> None:
    write_template(tmp_path / "x.xlsx", REVIEW, written=TODAY)
    book = load_workbook(tmp_path / "x.xlsx")
    sheet, notes = book.worksheets
    (table,) = sheet.tables.values()
    assert (table.headerRowCount, table.ref[:3]) == (1, "A1:")
    assert sheet.freeze_panes == notes.freeze_panes == "A2"
    assert list(sheet.merged_cells.ranges) == list(notes.merged_cells.ranges) == []
    assert sheet.max_row == 1
    rules = {rule.promptTitle: rule for rule in sheet.data_validations.dataValidation}
    assert len(rules) == len(template(REVIEW).columns)
    assert rules["Child seen?"].formula1 == '"Yes,No,Not known"'
    assert "DATEVALUE(A2)" in rules["Date"].formula1
    assert {rules[name].errorStyle for name in ("Date", "Child seen?")} == {"warning"}
    assert sheet.column_dimensions["A"].number_format == "@"
    assert sheet.oddHeader.center.text == "SECRET && MORE"
    assert "14/03/2022" in [cell.value for cell in notes["C"]]
    with ZipFile(tmp_path / "x.xlsx") as packed:
        assert author_of(packed.read("docProps/core.xml")) == ""
        assert not [name for name in packed.namelist() if "vba" in name.lower()]


def author_of(core: bytes) -> str:
    named = etree.fromstring(core).xpath("//*[local-name()='creator' or local-name()='lastModifiedBy']/text()")
    return "".join(map(str, named))


def test_a_place_that_cannot_be_written_stays_as_it_is(tmp_path: Path) -> None:
    for path in (tmp_path / "x.pdf", tmp_path / "nowhere" / "x.docx", tmp_path / "nowhere" / "x.xlsx"):
        with pytest.raises(OutputProblem):
            write_template(path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "slip", [{"field": "colour"}, {"kind": "number"}, {"note": ""}, {"width": "wide"}, {"heading": "Time"}]
)
def test_a_slip_in_the_columns_is_told(slip: dict[str, object]) -> None:
    columns = read_table("agency_template.toml")["column"]
    with pytest.raises(ResourceProblem, match=r"agency_template\.toml"):
        columns_of({"column": [{**columns[0], **slip}, *columns[1:]]})


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
@pytest.mark.parametrize("words", ["Baby\x0bK", "=1+1", "\ud800", "2nd & 3rd"])
def test_whatever_a_review_is_called_its_template_opens(tmp_path: Path, ending: str, words: str) -> None:
    path = tmp_path / f"x{ending}"
    write_template(path, Review(designation=words, marking=words), written=TODAY)
    if ending == ".docx":
        assert Document(str(path)).tables
        return
    book = load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert words.translate({0xB: "\ufffd", 0xD800: "\ufffd"}) in {cell.value for cell in cells}
    assert book.worksheets[0].oddHeader.center.text == book.worksheets[0].oddFooter.center.text
