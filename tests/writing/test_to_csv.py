"""Sees that a spreadsheet opens the csv rightly and can run nothing in it."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.findings import Findings
from chronology_app.writing.look import Look, only
from chronology_app.writing.tidy import HEADINGS
from chronology_app.writing.to_csv import safe, write_csv
from tests.make import POLICE, a_chronology, an_entry


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_it_begins_with_the_mark_by_which_excel_knows_utf_8(tmp_path: Path) -> None:
    write_csv(a_chronology(an_entry(1)), Findings(), tmp_path / "x.csv", Look())
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbfRef,")


def test_an_entry_keeps_its_words_its_date_and_its_place(tmp_path: Path) -> None:
    write_csv(a_chronology(an_entry(1, 'Said "no",\r\nleft.')), Findings(), tmp_path / "x.csv", Look())
    row = read(tmp_path / "x.csv")[0]
    assert (row["Ref"], row["Date as written"], row["Earliest"]) == ("HV-001", "12/03/2022", "2022-03-12")
    assert (row["Event"], row["File"], row["Row"]) == ('Said "no",\r\nleft.', "HV.xlsx", "2")


@pytest.mark.parametrize("begin", "=+-@\t\r\n")
def test_no_agencys_words_can_be_a_formula(tmp_path: Path, begin: str) -> None:
    entry = replace(an_entry(1, f"{begin}HYPERLINK(1)"), action=f"{begin}1")
    write_csv(a_chronology(entry), Findings(), tmp_path / "x.csv", Look())
    row = read(tmp_path / "x.csv")[0]
    assert row["Event"] == f"'{begin}HYPERLINK(1)"
    assert row["Action or outcome"] == f"'{begin}1"


@given(st.text())
def test_a_safe_value_is_the_value_with_at_most_an_apostrophe_before_it(text: str) -> None:
    assert safe(text).removeprefix("'") == text.removeprefix("'")
    assert safe(text)[:1] not in tuple("=+-@\t\r\n")


def test_only_the_entries_chosen_are_written(tmp_path: Path) -> None:
    chronology = a_chronology(an_entry(1), an_entry(2, agency=POLICE))
    write_csv(chronology, Findings(), tmp_path / "x.csv", only(["entry-2"]))
    assert [row["Ref"] for row in read(tmp_path / "x.csv")] == ["POL-001"]


def test_every_heading_is_its_own() -> None:
    assert len(set(HEADINGS)) == len(HEADINGS)
