"""A check tells an agency lead all that needs them, with the place, the reason and what to do."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chronology_app.core.fields import TITLES
from chronology_app.core.resources import read_table
from chronology_app.core.review import Review
from chronology_app.work.check_report import CheckReport, FileReport, check_report
from chronology_app.work.check_words import in_plain_words
from chronology_app.work.planning import plan_import
from chronology_app.writing.paper import Grid, Paper, Section, Words
from chronology_app.writing.paper_text import lines

TODAY = date(2022, 9, 5)
ROWS = """Police log,,,
Date,What happened,Source,Colour
25/03/2022,HV and QST visited.,QST-1,red
31/02/2022,Rang.,Record,
Mon 26/03/2022,Rang again.,Record,
No contact between 27 March and 3 May 2022,,,
04/05/2022,Seen by the QST.,Record,
01/09/2022,Moved.,Record,
Total contacts: 5,,,
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("check")
    (made / "Police log.csv").write_text(ROWS, "utf-8")
    (made / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (made / "list.csv").write_text("Colour,Size\nred,4\nblue,5\n", "utf-8")
    return made


def report_of(folder: Path, *names: str, review: Review | None = None) -> CheckReport:
    return check_report(plan_import([folder / name for name in names]), review or Review())


def file_of(folder: Path, review: Review | None = None) -> FileReport:
    return report_of(folder, "Police log.csv", review=review).files[0]


def section(paper: Paper, heading: str) -> Section:
    return next(section for section in paper.sections if section.heading == heading)


def grid(paper: Paper, heading: str) -> tuple[tuple[str, ...], ...]:
    return next(block.rows for block in section(paper, heading).blocks if isinstance(block, Grid))


def test_what_was_understood_is_told_column_by_column(folder: Path) -> None:
    (table,) = file_of(folder).tables
    assert (table.name, table.heading_row, table.day_first) == ("Table 1", 2, True)
    assert [(column.heading, column.field) for column in table.columns] == [
        ("Date", "Date"),
        ("What happened", "Event"),
        ("Source", "Source"),
        ("Colour", ""),
    ]
    assert set(TITLES.values()) >= {column.field for column in table.columns if column.field}


def test_every_row_that_needs_them_has_a_reason_and_a_way_out(folder: Path) -> None:
    paper = in_plain_words(report_of(folder, "Police log.csv"), TODAY)
    impossible, contradicted = grid(paper, "Rows that need you")
    assert impossible[:2] == ("Table 1, row 4", "31/02/2022")
    assert impossible[2].startswith("There is no day 31 in February")
    assert "Look the date up" in impossible[3]
    assert contradicted[1] == "Mon 26/03/2022"
    assert "the date or the name of the day" in contradicted[3]
    assert "“26 March 2022”" in contradicted[3]


def test_entries_outside_the_scope_period_are_told_apart(folder: Path) -> None:
    scope = Review(scope_from=date(2022, 3, 1), scope_to=date(2022, 5, 31))
    file = file_of(folder, scope)
    assert [(row.row, row.written) for row in file.outside] == [(8, "01/09/2022")]
    assert [row.row for row in file.asks] == [4, 5]
    assert file.needing == 3
    assert "3 entries that need a person" in file.counts
    assert file_of(folder).outside == ()


def test_a_nil_return_fills_its_gap_and_the_rest_is_told(folder: Path) -> None:
    assert [(gap.first, gap.last) for gap in file_of(folder).gaps or ()] == [(date(2022, 5, 5), date(2022, 8, 31))]
    scope = Review(scope_from=date(2022, 1, 1), scope_to=date(2022, 5, 31))
    gaps = file_of(folder, scope).gaps or ()
    assert [(gap.first, gap.last) for gap in gaps] == [(date(2022, 1, 1), date(2022, 3, 24))]


def test_abbreviations_are_told_apart_and_references_are_none(folder: Path) -> None:
    file = file_of(folder)
    assert [(one.short, one.first.row) for one in file.unexplained] == [("QST", 3)]
    assert [(one.short, one.meaning) for one in file.usual] == [("HV", "health visitor")]


def test_rows_left_out_are_listed_with_the_reason(folder: Path) -> None:
    assert [(row.row, bool(row.reason)) for row in file_of(folder).left_out] == [(1, True), (6, True), (9, True)]


def test_a_file_that_cannot_be_read_or_holds_no_chronology_says_so(folder: Path) -> None:
    report = report_of(folder, "broken.xlsx", "list.csv")
    assert report.needs_a_person
    paper = in_plain_words(report, TODAY)
    said = "\n".join(block.text for one in paper.sections for block in one.blocks if isinstance(block, Words))
    assert "broken.xlsx could not be read." in said
    assert report.files[0].problem in said
    assert "was not taken for a chronology" in said


def test_a_sound_file_needs_nobody(folder: Path, tmp_path: Path) -> None:
    sound = tmp_path / "Health visiting.csv"
    sound.write_text("Date,Event\n25/03/2022,Home visit.\n26/03/2022,Rang.\n", "utf-8")
    report = check_report(plan_import([sound]), Review())
    assert not report.needs_a_person
    assert any("can be sent as it is" in line for line in lines(in_plain_words(report, TODAY)))


def test_every_reason_of_a_date_has_a_way_out_of_its_own() -> None:
    """Every fixed sentence of the date grammar is met by a remedy, so that nobody is told only to look again."""
    cues = [cue for remedy in read_table("check_report.toml")["remedies"]["remedy"] for cue in remedy["words"]]
    folder = Path(__file__).parents[2] / "chronology_app" / "understanding"
    code = "\n".join(path.read_text("utf-8") for path in [*(folder / "dates").glob("*.py"), folder / "dating.py"])
    asked = re.findall(r'(?:AsksPerson\(|= )f?"([A-Z][^"]{8,}\.)"', code)
    nothing = [str(row["reason"]) for row in read_table("dates.toml")["nothing"]]
    assert len(asked) > 30
    assert [reason for reason in (*asked, *nothing) if not any(cue in reason for cue in cues)] == []


def test_the_words_can_stand_in_any_order_of_files(folder: Path) -> None:
    names = ("Police log.csv", "list.csv", "broken.xlsx")
    assert in_plain_words(report_of(folder, *names), TODAY).title == "Check of 3 files"
    one = report_of(folder, "Police log.csv")
    assert in_plain_words(one, TODAY).title == "Check of Police log.csv"
    assert in_plain_words(replace(one, files=()), TODAY).sections == ()


@pytest.mark.parametrize(("written", "said"), [("12 March 2022", "says by itself"), ("03/04/2022", "Nothing settles")])
def test_the_order_of_dates_is_only_doubted_where_a_date_reads_either_way(
    tmp_path: Path, written: str, said: str
) -> None:
    (tmp_path / "Police.csv").write_text(f"Date,Event\n{written},Seen.\n", "utf-8")
    assert said in "\n".join(lines(in_plain_words(report_of(tmp_path, "Police.csv"), TODAY)))
