"""Makes the sample review's agency files from readable data, so that nobody edits a binary file by hand.

Run `python tests/make_sample.py` to write them again into resources/sample/. The data stand in tests/data/sample/,
one TOML file an agency; each row begins with the outcome a reader should give it, which the tests count by.
"""

import csv
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt
from docx.table import Table
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

DATA = Path(__file__).resolve().parent / "data" / "sample"
SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"
MADE = datetime(2022, 10, 3, 9, 0)
CONTINUES = "^"
Recipe = Mapping[str, Any]


def recipes() -> list[Recipe]:
    """Return the agencies' data in order of file name."""
    return [tomllib.loads(path.read_text("utf-8")) for path in sorted(DATA.glob("*.toml"))]


def tables(recipe: Recipe) -> list[list[list[Any]]]:
    """Return the rows of every table of a file, each row led by its outcome."""
    return [sheet["rows"] for sheet in recipe["sheets"]] if "sheets" in recipe else [recipe["rows"]]


def counts(recipe: Recipe) -> Counter[str]:
    """Return how many rows of a file should have each outcome."""
    return Counter(row[0] for rows in tables(recipe) for row in rows)


def make(recipe: Recipe, folder: Path) -> Path:
    """Write one agency's file into `folder` and return its path."""
    path = folder / str(recipe["file"])
    {"docx": _make_docx, "xlsx": _make_xlsx, "csv": _make_csv}[recipe["kind"]](recipe, path)
    return path


def _make_csv(recipe: Recipe, path: Path) -> None:
    width = max(map(len, recipe["rows"])) - 1
    with path.open("w", encoding=recipe["encoding"], newline="") as out:
        writer = csv.writer(out, delimiter=recipe["delimiter"])
        writer.writerows(_padded(row[1:], width) for row in recipe["rows"])


def _make_xlsx(recipe: Recipe, path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator, book.properties.created = "", MADE
    for recipe_sheet in recipe["sheets"]:
        _fill_sheet(book.create_sheet(recipe_sheet["name"]), recipe_sheet)
    book.save(path)


def _fill_sheet(sheet: Worksheet, recipe: Recipe) -> None:
    for number, width in enumerate(recipe["widths"]):
        sheet.column_dimensions[chr(ord("A") + number)].width = width
    for row, (outcome, *values) in enumerate(recipe["rows"], 1):
        sheet.row_dimensions[row].hidden = outcome == "hidden"
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column)
            cell.value = value["date"] if isinstance(value, dict) else value if value != "" else None
            if isinstance(value, dict):
                cell.number_format = value.get("shown", "dd/mm/yyyy")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=outcome == "heading")
    for area in recipe.get("merges", ()):
        sheet.merge_cells(area)


def _make_docx(recipe: Recipe, path: Path) -> None:
    document = Document()
    document.core_properties.author, document.core_properties.created = "", MADE
    document.core_properties.modified, document.core_properties.comments = MADE, ""
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.5)
    document.add_heading(recipe["title"], 1)
    document.add_paragraph(recipe["preface"])
    table = document.add_table(len(recipe["rows"]), len(recipe["widths"]), "Table Grid")
    for column, width in zip(table.columns, recipe["widths"], strict=True):
        column.width = Cm(width)
    _fill_table(table, recipe["rows"])
    document.save(str(path))


def _fill_table(table: Table, rows: Sequence[Sequence[str]]) -> None:
    for number, (outcome, *values) in enumerate(rows):
        cells = table.rows[number].cells
        if values[0] == CONTINUES:
            table.cell(number - 1, 0).merge(cells[0])
        if len(values) == 1:
            cells[0].merge(cells[-1])
        for cell, text in zip(cells, values, strict=False):
            if text == CONTINUES:
                continue
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = outcome in ("heading", "section"), Pt(9)


def _padded(values: Sequence[Any], width: int) -> list[Any]:
    return [*values, *[""] * (width - len(values))]


if __name__ == "__main__":
    SAMPLE.mkdir(parents=True, exist_ok=True)
    for made in [make(recipe, SAMPLE) for recipe in recipes()]:
        print(made.name)  # noqa: T201 - a script says what it wrote
