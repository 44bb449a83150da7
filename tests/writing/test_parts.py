"""Reads the parts of a document beside its chronology: what each says, where it leads, that empty ones are left out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import mark, mark_passage, set_aside
from chronology_app.core.findings import Abbreviation, Findings
from chronology_app.core.mark import Kind
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.source import OtherRow, Outcome
from chronology_app.writing.look import only
from chronology_app.writing.to_docx import write_docx
from tests.make import POLICE, a_chronology, an_entry, on
from tests.writing.docx_parts import DATED, NAMESPACES, W, opened, rows, words, written

APRIL = on("4/4/22", date(2022, 4, 4))
MAYBE_EMPTY = ("Abbreviations", "Nil returns", "People by designation", "Questions to agencies")


def put(chronology: Chronology, *records: object) -> Chronology:
    return chronology.after(Change("", records))  # type: ignore[arg-type]


def two() -> Chronology:
    return a_chronology(an_entry(1), an_entry(2, when=APRIL, agency=POLICE))


def test_a_part_with_nothing_to_say_is_left_out_of_the_document_and_its_contents(tmp_path: Path) -> None:
    said = written(two(), tmp_path / "x.docx").said()
    assert not any(heading in said for heading in MAYBE_EMPTY)


def test_the_contents_name_every_part_and_month_and_lead_there(tmp_path: Path) -> None:
    made = written(two(), tmp_path / "x.docx")
    lines = made.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]")
    listed = [words(line.find(f"{W}hyperlink")) for line in lines]
    headings = made.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]")
    assert listed == [words(heading) for heading in headings if words(heading) != "Contents"]
    assert words(lines[listed.index("April 2022")]) == "April 2022\t1 entry\t"
    leads = [line.find(f"{W}hyperlink").get(f"{W}anchor") for line in lines]
    pages = made.find("//w:fldSimple/@w:instr")
    assert pages == [f" PAGEREF {anchor} \\h " for anchor in leads]
    at = {name: heading for heading in headings for name in heading.xpath(".//@w:name", namespaces=NAMESPACES)}
    assert [words(at[anchor]) for anchor in leads] == listed


def test_parts_stand_in_the_order_of_the_look(tmp_path: Path) -> None:
    look = replace(DATED, parts=("left_out", "reading"))
    assert written(two(), tmp_path / "x.docx", look).headings(1) == [
        "What was left out of the chronology",
        "How to read this document",
    ]


def test_marks_are_counted_by_agency_and_add_up(tmp_path: Path) -> None:
    chronology = a_chronology(an_entry(1, "Home cold."), an_entry(2), an_entry(3), an_entry(4, agency=POLICE))
    chronology = chronology.after(mark(chronology, ["entry-2"], Kind.FACT))
    for start, kind in ((0, Kind.FACT), (5, Kind.OPINION)):
        chronology = chronology.after(mark_passage(chronology, "entry-1", "event", start, start + 4, kind))
    assert rows(written(chronology, tmp_path / "x.docx").captioned("Marks by agency"))[1:] == [
        ["HV", "Health visiting", "1", "0", "0", "1", "1", "3"],
        ["POL", "Police", "0", "0", "0", "0", "1", "1"],
        ["All", "", "1", "0", "0", "1", "2", "4"],
    ]


def test_questions_stand_by_agency_each_leading_to_its_entry(tmp_path: Path) -> None:
    asked = (
        Note("a", "entry-2", NoteKind.QUESTION, "Who called?"),
        Note("b", "entry-1", NoteKind.QUESTION, "Who was told?"),
        Note("c", "entry-1", NoteKind.NOTE, "Ring her back."),
    )
    made = written(put(two(), *asked), tmp_path / "x.docx")
    table = made.captioned("Questions to agencies")
    assert rows(table)[1:] == [
        ["HV", "HV-001", "12/03/2022", "Who was told?"],
        ["POL", "POL-001", "4/4/22", "Who called?"],
    ]
    assert len(table.findall(f".//{W}hyperlink")) == 2
    assert "Ring her back." not in made.said()


def test_a_question_about_an_entry_that_is_not_shown_is_not_asked(tmp_path: Path) -> None:
    chronology = put(two(), Note("a", "entry-2", NoteKind.QUESTION, "Who called?"))
    look = replace(only(["entry-1"]), written=DATED.written)
    assert "Who called?" not in written(chronology, tmp_path / "x.docx", look).said()


def test_nil_returns_stand_with_their_words_and_place(tmp_path: Path) -> None:
    chronology = two()
    nil = OtherRow("Sheet1", 7, 7, Outcome.NIL_RETURN, "No contact in May.")
    chronology = put(chronology, replace(chronology.sources["source-POL"], others=(nil,)))
    table = written(chronology, tmp_path / "x.docx").captioned("Nil returns")
    assert rows(table)[1:] == [["POL", "No contact in May.", "POL.xlsx, row 7"]]


def test_practice_is_told_in_the_agencys_words(tmp_path: Path) -> None:
    chronology = a_chronology(replace(an_entry(1), practice="Good: seen within a day."), an_entry(2))
    table = written(chronology, tmp_path / "x.docx").captioned("Practice, as the agencies wrote it")
    assert rows(table)[1:] == [["HV", "HV-001", "12/03/2022", "Good: seen within a day."]]


def test_an_abbreviation_nobody_knows_is_listed_to_be_asked_about(tmp_path: Path) -> None:
    found = Abbreviation("GP", "general practitioner", 3, "entry-1"), Abbreviation("XQZ", "", 1, "entry-2")
    write_docx(two(), Findings(abbreviations=found), tmp_path / "x.docx", DATED)
    assert rows(opened(tmp_path / "x.docx").captioned("Abbreviations in the entries"))[1:] == [
        ["GP", "general practitioner", "3", "HV-001"],
        ["XQZ", "not known: ask the agency", "1", "POL-001"],
    ]


def test_a_reference_in_a_reviewers_words_leads_to_its_entry(tmp_path: Path) -> None:
    notes = (
        Note("a", "entry-1", NoteKind.QUESTION, "How does this fit POL-001, and NHS-001 or POL-0011?"),
        Note("b", "entry-2", NoteKind.NOTE, "See (HV-001)."),
    )
    chronology = put(two(), *notes)
    chronology = chronology.after(set_aside(put(chronology, an_entry(3)), ["entry-3"], "Same as HV-001."))
    made = written(chronology, tmp_path / "x.docx", replace(DATED, notes=True))
    table = made.captioned("Questions to agencies")
    assert [words(link) for link in table.iter(f"{W}hyperlink")] == ["HV-001", "POL-001"]
    assert rows(table)[1][-1] == "How does this fit POL-001, and NHS-001 or POL-0011?"
    assert [words(link) for link in made.captioned("April 2022").iter(f"{W}hyperlink")] == ["HV-001"]
    assert [words(link) for link in made.captioned("Entries set aside").iter(f"{W}hyperlink")] == ["HV-001"]


def test_without_the_column_of_references_nothing_leads_nowhere(tmp_path: Path) -> None:
    chronology = put(two(), Note("a", "entry-1", NoteKind.QUESTION, "See POL-001."))
    made = written(chronology, tmp_path / "x.docx", replace(DATED, columns=("event", "date")))
    assert set(made.find("//w:hyperlink/@w:anchor")) <= set(made.find("//w:bookmarkStart/@w:name"))
    assert "See POL-001." in made.said()
