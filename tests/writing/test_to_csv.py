"""Sees that a spreadsheet opens the csv rightly and can run nothing in it."""

import csv
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.findings import Findings
from chronology_app.core.own_csv import BEGINS, unguarded
from chronology_app.reading import from_csv
from chronology_app.writing.look import Look, only
from chronology_app.writing.tidy import HEADINGS
from chronology_app.writing.to_csv import safe, write_csv
from chronology_app.writing.wordml import legal
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


@given(st.text(st.sampled_from("'=+-@\t\r\n＝ab")) | st.text())
def test_a_safe_value_is_the_value_with_at_most_an_apostrophe_before_it(text: str) -> None:
    assert safe(text) in (text, f"'{text}")
    assert safe(text)[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert unguarded(safe(text)) == text


WORDS = st.text(st.sampled_from("'=-+@;,\t\n\r\"|a \x00é\u2028👶")) | st.text()


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4))
def test_the_app_reads_back_every_entry_word_for_word(pairs: list[tuple[str, str]]) -> None:
    entries = [replace(an_entry(n, event), action=action) for n, (event, action) in enumerate(pairs, 1)]
    with TemporaryDirectory() as folder:
        write_csv(a_chronology(*entries), Findings(), Path(folder) / "x.csv", Look())
        (sheet,) = from_csv.read((Path(folder) / "x.csv").read_bytes())
    event, action = HEADINGS.index("Event") + 1, HEADINGS.index("Action or outcome") + 1
    back = [(sheet.text(row, event), sheet.text(row, action)) for row in range(2, sheet.height + 1)]
    assert back == [(one_break(legal(a)), one_break(legal(b))) for a, b in pairs]


def one_break(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_a_very_long_entry_does_not_hide_the_commas(tmp_path: Path) -> None:
    words = "one; two\n" * 20_000
    write_csv(a_chronology(an_entry(1, words)), Findings(), tmp_path / "x.csv", Look())
    (sheet,) = from_csv.read((tmp_path / "x.csv").read_bytes())
    assert sheet.text(2, HEADINGS.index("Event") + 1) == words


def test_another_programs_apostrophes_are_its_own() -> None:
    (sheet,) = from_csv.read(b"Date,Event\n1/2/2022,'-5 degrees\n")
    assert sheet.text(2, 2) == "'-5 degrees"


def test_the_app_knows_its_own_table_by_its_headings() -> None:
    assert HEADINGS[: len(BEGINS)] == BEGINS


def test_only_the_entries_chosen_are_written(tmp_path: Path) -> None:
    chronology = a_chronology(an_entry(1), an_entry(2, agency=POLICE))
    write_csv(chronology, Findings(), tmp_path / "x.csv", only(["entry-2"]))
    assert [row["Ref"] for row in read(tmp_path / "x.csv")] == ["POL-001"]


def test_every_heading_is_its_own() -> None:
    assert len(set(HEADINGS)) == len(HEADINGS)
