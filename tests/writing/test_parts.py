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
from chronology_app.core.review import Review
from chronology_app.core.source import OtherRow, Outcome
from chronology_app.work.publication import publish
from chronology_app.writing.extracts import of_agency
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
    made = written(two(), tmp_path / "x.docx")
    assert not set(MAYBE_EMPTY) & set(made.headings(1))
    listed = {words(line) for line in made.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]/w:hyperlink")}
    assert listed
    assert not set(MAYBE_EMPTY) & listed


def test_the_contents_name_every_part_and_month_and_lead_there(tmp_path: Path) -> None:
    made = written(two(), tmp_path / "x.docx")
    lines = made.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]")
    listed = [words(line.find(f"{W}hyperlink")) for line in lines]
    headings = made.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]")
    assert listed == [words(heading) for heading in headings if words(heading) != "Contents"]
    assert words(lines[listed.index("April 2022")]) == "April 2022 · 1 entry\t"
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
    table = made.captioned("Open questions to agencies")
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
    table = made.captioned("Open questions to agencies")
    assert [words(link) for link in table.iter(f"{W}hyperlink")] == ["HV-001", "POL-001"]
    assert rows(table)[1][-1] == "How does this fit POL-001, and NHS-001 or POL-0011?"
    assert [words(link) for link in made.captioned("April 2022").iter(f"{W}hyperlink")] == ["HV-001"]
    assert [words(link) for link in made.captioned("Entries set aside").iter(f"{W}hyperlink")] == ["HV-001"]


def test_without_the_column_of_references_nothing_leads_nowhere(tmp_path: Path) -> None:
    chronology = put(two(), Note("a", "entry-1", NoteKind.QUESTION, "See POL-001."))
    made = written(chronology, tmp_path / "x.docx", replace(DATED, columns=("event", "date")))
    assert set(made.find("//w:hyperlink/@w:anchor")) <= set(made.find("//w:bookmarkStart/@w:name"))
    assert "See POL-001." in made.said()


def test_open_questions_stand_apart_from_those_answered_with_the_answer(tmp_path: Path) -> None:
    asked = (
        Note("a", "entry-1", NoteKind.QUESTION, "Who was told?", author="R. Panel", written="2022-09-03T12:00:00"),
        Note("b", "entry-2", NoteKind.QUESTION, "Who called?", answer="A neighbour, see HV-001."),
    )
    made = written(put(two(), *asked), tmp_path / "x.docx")
    assert rows(made.captioned("Open questions to agencies"))[1:] == [
        ["HV", "HV-001", "12/03/2022", "Who was told?\nR. Panel, 3 September 2022"]
    ]
    answered = made.captioned("Questions that were answered")
    assert rows(answered)[1:] == [["POL", "POL-001", "4/4/22", "Who called?", "A neighbour, see HV-001."]]
    assert [words(link) for link in answered.iter(f"{W}hyperlink")] == ["POL-001", "HV-001"]


def test_where_every_question_is_answered_the_document_says_that_none_is_open(tmp_path: Path) -> None:
    chronology = put(two(), Note("b", "entry-2", NoteKind.QUESTION, "Who called?", answer="A neighbour."))
    assert "No question is open." in written(chronology, tmp_path / "x.docx").said()


def test_the_title_page_says_what_of_the_review_is_not_in_the_document(tmp_path: Path) -> None:
    assert "Extract" not in written(two(), tmp_path / "x.docx").said()
    choice = written(two(), tmp_path / "y.docx", replace(only(["entry-1"]), written=DATED.written)).said()
    assert "Extract\tA choice of entries; not shown: 1 entry of the review" in choice
    agency = of_agency(two(), POLICE.id)
    own = written(agency, tmp_path / "z.docx", replace(DATED, agency_id=POLICE.id)).said()
    assert "Extract\tWhat Police (POL) sent, and nothing of another agency" in own


def test_the_title_page_says_nothing_twice(tmp_path: Path) -> None:
    for title in ("", "Baby K", "Review of 2022", "Baby K: combined chronology"):
        look = replace(DATED, title=title)
        first, second, *_ = written(two(), tmp_path / "x.docx", look).said().splitlines()
        assert second
        assert not any(word in first for word in second.split(", "))


def test_a_publication_says_that_it_is_one_and_has_ages_for_dates_in_every_table(tmp_path: Path) -> None:
    chronology = put(two(), replace(an_entry(3), practice="Good.", set_aside="Twice."))
    chronology = publish(put(chronology, replace(an_entry(4), practice="Good.")))
    made = written(chronology, tmp_path / "x.docx", replace(DATED, publication=True, anonymise=True))
    said = made.said()
    assert "This copy was made to be published" in said
    assert "working document" not in said
    assert "Date as written" not in said
    assert "Entries that still need a person" not in said


def test_of_rows_left_out_a_publication_says_only_how_many_there_are(tmp_path: Path) -> None:
    others = (
        OtherRow("Sheet1", 7, 7, Outcome.NOTE, "By Ann.", "It stands above."),
        OtherRow("Sheet1", 8, 9, Outcome.NOTE, "By Bob.", "It stands above."),
        OtherRow("Sheet1", 10, 10, Outcome.NIL_RETURN, "No contact in May."),
    )
    chronology = two()
    chronology = publish(put(chronology, replace(chronology.sources["source-POL"], others=others)))
    made = written(chronology, tmp_path / "x.docx", replace(DATED, publication=True))
    assert rows(made.captioned("Rows left out, by agency and kind"))[1:] == [
        ["POL", "Police", "notes", "3"],
        ["POL", "Police", "nil return", "1"],
    ]
    assert rows(made.captioned("Nil returns"))[1:] == [["POL", "not shown", "POL file 1, row 10"]]


def test_a_part_behind_the_first_pages_begins_a_page_of_its_own(tmp_path: Path) -> None:
    look = replace(DATED, parts=("title", "agencies", "left_out"))
    made = written(two(), tmp_path / "x.docx", look)
    begins = made.find("//w:p[w:pPr/w:pStyle/@w:val='Heading1' and w:pPr/w:pageBreakBefore]")
    assert [words(heading) for heading in begins] == ["Agencies and their files"]


def test_no_table_begins_at_the_foot_of_a_page_with_less_than_two_rows(tmp_path: Path) -> None:
    """Headings, the words before a table and its first row stay with the next; Word's 17.3.1.15 keepNext."""
    made = written(put(two(), Note("a", "entry-1", NoteKind.QUESTION, "Who?")), tmp_path / "x.docx")
    for table in made.tables:
        before = table.getprevious()
        if words(before) and before.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "DocumentText":
            assert before.find(f"{W}pPr/{W}keepNext") is not None
    for caption in ("Open questions to agencies", "Agencies and the files they sent"):
        _, first, *rest = made.captioned(caption).iter(f"{W}tr")
        assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in first.iter(f"{W}p"))
        assert not any(row.findall(f".//{W}keepNext") for row in rest)


def test_a_document_with_designations_says_so_where_it_tells_how_to_read_it(tmp_path: Path) -> None:
    designated = replace(DATED, anonymise=True, parts=("reading",))
    assert "Names. Designations stand" in written(two(), tmp_path / "x.docx", designated).said()
    assert "Designations stand" not in written(two(), tmp_path / "y.docx", replace(DATED, parts=("reading",))).said()


def test_ages_are_explained_only_where_there_are_any(tmp_path: Path) -> None:
    look = replace(DATED, parts=("reading",))
    assert "worked out from the date of birth" in written(two(), tmp_path / "x.docx", look).said()
    unborn = put(two(), Review(designation="Baby K"))
    assert "date of birth" not in written(unborn, tmp_path / "y.docx", look).said()
