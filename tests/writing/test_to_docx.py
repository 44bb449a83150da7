"""Looks at the combined chronology in Word as a reader would: what stands where, and that nothing is missing."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import docx
import pytest

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import mark, mark_passage, set_aside
from chronology_app.core.errors import Cancelled
from chronology_app.core.findings import Findings
from chronology_app.core.mark import Kind
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.source import OtherRow, Outcome
from chronology_app.core.when import When
from chronology_app.writing.look import only
from chronology_app.writing.manuscript import TEXT_WIDTH
from chronology_app.writing.to_docx import write_docx
from tests.make import POLICE, a_chronology, an_entry, on
from tests.writing.docx_parts import DATED, W, rows, words, written


def put(chronology: Chronology, *records: object) -> Chronology:
    return chronology.after(Change("", records))  # type: ignore[arg-type]


def test_undated_entries_come_first_then_each_month_under_its_heading(tmp_path: Path) -> None:
    undated = an_entry(1, when=When("31/02/2022", reason="This day does not exist."))
    april, march = an_entry(2, when=on("4/4/22", date(2022, 4, 4))), an_entry(3)
    made = written(a_chronology(april, undated, march), tmp_path / "x.docx")
    assert made.headings(2) == ["Needs a date", "March 2022", "April 2022"]
    assert [rows(made.captioned(caption))[1][0] for caption in made.headings(2)] == ["HV-001", "HV-003", "HV-002"]


def test_a_row_holds_reference_date_age_agency_source_event_action_and_mark(tmp_path: Path) -> None:
    entry = replace(an_entry(1, "Seen at home.\r\nAsleep."), source="Case record", professional="HV 1")
    chronology = a_chronology(entry)
    made = written(chronology.after(mark(chronology, ["entry-1"], Kind.FACT)), tmp_path / "x.docx")
    head, row = rows(made.captioned("March 2022"))
    assert head == ["Ref", "Date as written, and age", "Agency", "Source", "Event", "Action or outcome", "Mark"]
    assert row == [
        "HV-001",
        "12/03/2022\n7 weeks 2 days",
        "HV",
        "Case record\nBy: HV 1\nHV.xlsx, row 2",
        "Seen at home.\nAsleep.",
        "None.",
        "F\nFact",
    ]


def test_a_marked_passage_has_letter_and_style_and_the_entry_shows_what_it_is(tmp_path: Path) -> None:
    chronology = a_chronology(an_entry(1, "Home cold."))
    chronology = chronology.after(mark_passage(chronology, "entry-1", "event", 5, 9, Kind.OPINION))
    table = written(chronology, tmp_path / "x.docx").captioned("March 2022")
    styles = [(r.find(f"{W}rPr/{W}rStyle"), words(r)) for r in table.iter(f"{W}r")]
    assert [(s.get(f"{W}val"), text) for s, text in styles if s is not None] == [
        ("MarkLetter", "[O]\u00a0"),
        ("Opinion", "cold"),
    ]
    assert rows(table)[1][-1] == "O\nOpinion"


def test_no_suggestion_is_ever_printed(tmp_path: Path) -> None:
    made = written(a_chronology(an_entry(1, "Home seemed chaotic.")), tmp_path / "x.docx")
    assert rows(made.captioned("March 2022"))[1][-1] == "–"


def test_a_long_month_is_split_into_even_tables_and_no_entry_is_lost(tmp_path: Path) -> None:
    entries = [an_entry(i, when=on("", date(2022, 3, 1) + timedelta(days=i % 28))) for i in range(250)]
    made = written(a_chronology(*entries), tmp_path / "x.docx")
    lengths = [len(rows(t)) - 1 for t in made.tables if rows(t)[0][0] == "Ref"]
    assert lengths == [83, 83, 84]
    assert "March 2022, continued" in made.said()
    assert all(f"HV-{i:03d}" in made.said() for i in range(1, 251))


def test_short_rows_stay_whole_and_long_ones_may_run_on(tmp_path: Path) -> None:
    made = written(a_chronology(an_entry(1), an_entry(2, "word " * 500)), tmp_path / "x.docx")
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in made.captioned("March 2022").iter(f"{W}tr")]
    assert whole == [True, True, False]


def test_the_childs_column_is_there_only_where_an_entry_has_something_in_it(tmp_path: Path) -> None:
    title = "Child’s experience"
    without = written(a_chronology(an_entry(1)), tmp_path / "x.docx")
    assert title not in rows(without.captioned("March 2022"))[0]
    seen = written(a_chronology(replace(an_entry(1), seen="Yes")), tmp_path / "y.docx")
    assert title in rows(seen.captioned("March 2022"))[0]


def test_reviewers_notes_are_printed_only_where_asked_for(tmp_path: Path) -> None:
    chronology = put(a_chronology(an_entry(1)), Note("n", "entry-1", NoteKind.NOTE, "Who was told?"))
    assert "Who was told?" not in written(chronology, tmp_path / "x.docx").said()
    assert "Who was told?" in written(chronology, tmp_path / "y.docx", replace(DATED, notes=True)).said()


def test_everything_left_out_is_listed_with_place_kind_and_reason(tmp_path: Path) -> None:
    chronology = a_chronology(an_entry(1), an_entry(2))
    others = (
        OtherRow("Sheet1", 9, 9, Outcome.STRUCK, "Visit cancelled", "The whole row is struck out."),
        OtherRow("Sheet1", 10, 12, Outcome.BLANK),
    )
    source = replace(chronology.sources["source-HV"], others=others)
    chronology = put(chronology, source)
    chronology = chronology.after(set_aside(chronology, ["entry-2"], "Sent twice."))
    made = written(chronology, tmp_path / "x.docx")
    assert rows(made.captioned("Rows left out"))[1:] == [
        ["HV", "HV.xlsx, row 9", "struck-out row", "Visit cancelled", "The whole row is struck out."]
    ]
    assert rows(made.captioned("Entries set aside"))[1] == ["HV", "HV-002", "12/03/2022", "Home visit.", "Sent twice."]
    assert rows(made.captioned("Agencies and the files they sent"))[1][2:] == [
        "HV.xlsx\nSHA-256 000000000000…",
        "1 September 2022",
        "6",
        "2\n1 set aside",
        "0",
        "3 blank, 1 struck-out row",
    ]


def test_entries_that_need_a_person_lead_to_their_place(tmp_path: Path) -> None:
    made = written(a_chronology(replace(an_entry(1), needs="Two dates are written.")), tmp_path / "x.docx")
    anchor = made.captioned("Entries that still need a person").find(f".//{W}hyperlink").get(f"{W}anchor")
    start = made.captioned("March 2022").find(f".//{W}bookmarkStart")
    assert start.get(f"{W}name") == anchor


def test_people_stand_by_designation_and_no_name_is_printed(tmp_path: Path) -> None:
    chronology = put(a_chronology(an_entry(1)), Person("p", "MGM", "Maternal grandmother", ("Ann Example",)))
    made = written(chronology, tmp_path / "x.docx")
    assert rows(made.captioned("People by designation"))[1] == ["MGM", "Maternal grandmother"]
    assert not any(b"Ann Example" in content for content in made.parts.values())


def test_a_choice_of_entries_says_how_many_are_not_shown(tmp_path: Path) -> None:
    made = written(a_chronology(an_entry(1), an_entry(2, agency=POLICE)), tmp_path / "x.docx", only(["entry-1"]))
    assert "POL-001" not in made.said()
    assert "1 entry of this review are not shown" not in made.said()
    assert "Not shown: 1 entry" in made.said()


@pytest.mark.parametrize("entries", [(), (an_entry(1),)], ids=["none", "one"])
def test_the_smallest_reviews_open(tmp_path: Path, entries: tuple) -> None:
    written(a_chronology(*entries), tmp_path / "x.docx")
    opened = docx.Document(str(tmp_path / "x.docx"))
    assert ("HV-001" in "".join(c.text for t in opened.tables for row in t.rows for c in row.cells)) == bool(entries)


def test_an_empty_chronology_opens_too(tmp_path: Path) -> None:
    assert "There is no entry to show." in written(Chronology(), tmp_path / "x.docx").said()


def test_a_person_who_stops_keeps_the_old_document(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_text("as it was")

    def stop(done: int, total: int, what: str) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        write_docx(a_chronology(an_entry(1)), Findings(), path, DATED, report=stop)
    assert [p.name for p in tmp_path.iterdir()] == ["x.docx"]
    assert path.read_text() == "as it was"


def test_columns_can_be_chosen_and_fill_the_page(tmp_path: Path) -> None:
    look = replace(DATED, columns=("event", "date", "nonsense"))
    table = written(a_chronology(an_entry(1)), tmp_path / "x.docx", look).captioned("March 2022")
    assert rows(table)[0] == ["Event", "Date as written, and age"]
    assert sum(int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")) == pytest.approx(TEXT_WIDTH, abs=2)


def test_parts_can_be_left_out_and_nothing_leads_nowhere(tmp_path: Path) -> None:
    look = replace(DATED, parts=("needing",))
    made = written(a_chronology(replace(an_entry(1), needs="Look.")), tmp_path / "x.docx", look)
    assert made.headings(1) == ["Entries that still need a person"]
    assert made.find("//w:hyperlink") == []
