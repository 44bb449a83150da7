"""The sample review: made again it is the same, and every file holds the rows its recipe says."""

import csv
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pytest

from chronology_app.reading.readers import READERS, sheets_of
from chronology_app.work.planning import plan_import
from tests.make_sample import CONTINUES, SAMPLE, counts, make, recipes, tables

RECIPES = {str(recipe["file"]): recipe for recipe in recipes()}
ENTRIES = {
    "Maternity chronology.docx": 28,
    "HV chronology FINAL v2.xlsx": 30,
    "Larkrise_export_0922.csv": 27,
    "CSC chronology.docx": 28,
    "Marchland Police log.csv": 16,
    "Stenfold Homes - 9 Kiln St.xlsx": 21,
}
WHEN_MADE = {"docProps/core.xml"}
"""The part that holds when the file was saved."""


def parts(path: Path) -> dict[str, bytes]:
    """What a file holds: the parts of a zip, without the moment it was saved, or its bytes."""
    if path.suffix == ".csv":
        return {"": path.read_bytes()}
    with ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist() if name not in WHEN_MADE}


def rows_found(path: Path, recipe: Mapping[str, Any]) -> list[int]:
    """How many physical rows each table of a file has."""
    if path.suffix == ".docx":
        return [len(table.rows) for table in docx.Document(str(path)).tables]
    if path.suffix == ".xlsx":
        return [sheet.max_row for sheet in openpyxl.load_workbook(path).worksheets]
    with path.open(encoding=recipe["encoding"], newline="") as file:
        return [sum(1 for _ in csv.reader(file, delimiter=recipe["delimiter"]))]


@pytest.mark.parametrize("name", RECIPES)
def test_made_again_it_is_the_same(name: str, tmp_path: Path) -> None:
    assert parts(make(RECIPES[name], tmp_path)) == parts(SAMPLE / name)


@pytest.mark.parametrize("name", RECIPES)
def test_every_row_of_the_recipe_is_in_the_file(name: str) -> None:
    recipe = RECIPES[name]
    assert rows_found(SAMPLE / name, recipe) == [len(rows) for rows in tables(recipe)]
    assert counts(recipe)["entry"] == ENTRIES[name]


def test_six_agencies_tell_a_hundred_and_fifty_entries_and_none_twice() -> None:
    told = [row[1:] for recipe in RECIPES.values() for rows in tables(recipe) for row in rows if row[0] == "entry"]
    longest = [max((cell for cell in row if isinstance(cell, str)), key=len) for row in told]
    assert len(told) == len(set(longest)) == sum(ENTRIES.values()) == 150


def test_the_facts_name_every_file_and_no_other() -> None:
    facts = tomllib.loads((SAMPLE / "sample.toml").read_text("utf-8"))
    assert {file["name"] for file in facts["file"]} == set(RECIPES) == set(ENTRIES)
    assert len({file["code"] for file in facts["file"]}) == 6
    assert facts["scope_from"] < facts["born"] < facts["scope_to"]


def test_every_designation_stands_for_words_the_files_hold() -> None:
    words = " ".join(
        str(cell) for recipe in RECIPES.values() for rows in tables(recipe) for row in rows for cell in row
    )
    words += " ".join(RECIPES) + " ".join(str(recipe.get("title", "")) for recipe in RECIPES.values())
    with (SAMPLE / "people.csv").open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    assert len({person["designation"] for person in people}) == len(people)
    assert all(any(name in words for name in person["names"].split(";")) for person in people)


@pytest.mark.parametrize("name", RECIPES)
def test_every_row_is_read_where_it_stands(name: str) -> None:
    sheets = sheets_of((SAMPLE / name).read_bytes())
    assert [len(sheet.rows) for sheet in sheets] == [len(rows) for rows in tables(RECIPES[name])]
    for sheet, rows in zip(sheets, tables(RECIPES[name]), strict=True):
        for number, (_, *values) in enumerate(rows, 1):
            words = [cell for cell in values if isinstance(cell, str) and cell != CONTINUES]
            assert [word for word in words if word and word not in sheet.rows[number - 1]] == []


def test_the_sample_comes_in_the_formats_agencies_send_most() -> None:
    """Every other format that is read has its files in tests/reading (kinds.py and its law in test_damaged.py)."""
    contents = [(SAMPLE / name).read_bytes() for name in RECIPES]
    used = {next(reader for reader in READERS if reader.matches(content)).kind for content in contents}
    assert used == {"Word document", "workbook", "text"}


def test_every_row_is_understood_as_what_it_is() -> None:
    files = plan_import([SAMPLE / name for name in RECIPES]).files
    assert [file.problem for file in files] == [""] * len(RECIPES)
    for file in files:
        for table, rows in zip(file.tables, tables(RECIPES[file.name]), strict=True):
            understood = [d.outcome for d in table.drafts for _ in range(d.row, d.last_row + 1)]
            assert understood == [row[0] for row in rows], (file.name, table.sheet.name)


def test_only_dates_that_ask_for_a_person_need_one() -> None:
    plan = plan_import([SAMPLE / name for name in RECIPES])
    asked = {draft.when.text for file in plan.files for table in file.tables for draft in table.needing}
    assert {"31/04/2022", "Mon 12/03/2022", "Tuesday 30th", "undated", "not known"} <= asked
    assert plan.entries() == 150
    assert plan.needing() <= 15
