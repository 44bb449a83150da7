"""Every question to an agency stands on its sheet beside the agency's own words, and no name slips out."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from chronology_app.core import edits
from chronology_app.core.agency import Agency
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import Cancelled, OutputProblem
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.work.query_sheets import query_sheets, write_query_sheets
from tests.make import HEALTH, POLICE, a_chronology, an_entry
from tests.writing.docx_parts import Document, W, rows

TODAY = date(2022, 9, 5)
MOTHER = Person("mother", "Mother", "", ("Isla Wren", "Isla"))


def asked(*extra: Note | Person | Agency, event: str = "Isla Wren was seen.") -> Chronology:
    """Two agencies: one asked twice, about one entry in the order and one set aside; the other not at all."""
    entries = (
        replace(an_entry(1, event), reference="17", seen="Yes"),
        replace(an_entry(2, "Rang."), set_aside="Another child."),
        an_entry(3, "Officers came.", agency=POLICE),
    )
    review = Review(title="Review", designation="Baby K", marking="Official-Sensitive: panel")
    questions = (
        Note("n1", "entry-1", NoteKind.QUESTION, "Who saw Isla?"),
        Note("n2", "entry-1", NoteKind.NOTE, "Look again."),
        Note("n3", "entry-2", NoteKind.QUESTION, "Is this the same child?"),
    )
    return a_chronology(*entries, review=review).after(Change("", (*questions, *extra)))


def opened(path: Path) -> Document:
    with ZipFile(path) as packed:
        return Document({name: packed.read(name) for name in packed.namelist()})


def test_only_agencies_that_are_asked_have_a_sheet() -> None:
    (sheet,) = query_sheets(asked())
    assert sheet.agency == HEALTH
    assert [question.text for question in sheet.questions] == ["Who saw Isla?", "Is this the same child?"]


def test_what_was_answered_is_asked_again_only_where_it_is_wanted(tmp_path: Path) -> None:
    chronology = asked()
    answered = chronology.after(edits.answer(chronology, "n1", "The health visitor."))
    assert [question.text for sheet in query_sheets(answered) for question in sheet.questions] == [
        "Is this the same child?"
    ]
    (path,) = write_query_sheets(answered, tmp_path, answered=True, written=TODAY)
    (table,) = opened(path).tables
    assert [row[3:] for row in rows(table)[1:]] == [
        ["Who saw Isla?", "The health visitor."],
        ["Is this the same child?", ""],
    ]
    answered = answered.after(edits.answer(answered, "n3", "No."))
    with pytest.raises(OutputProblem, match="No question to an agency is open"):
        write_query_sheets(answered, tmp_path, written=TODAY)


def test_a_sheet_quotes_the_agency_and_leaves_room(tmp_path: Path) -> None:
    (path,) = write_query_sheets(asked(), tmp_path, written=TODAY)
    assert path.name == "Questions for HV Baby K.docx"
    made = opened(path)
    (table,) = made.tables
    head, first, second = rows(table)
    assert head == ["Ref", "Date as written", "In your chronology", "Our question", "Your answer"]
    assert first[:2] == ["HV-001", "12/03/2022"]
    assert first[2].splitlines() == [
        "“Isla Wren was seen.”",
        "Child seen: “Yes”",
        "Action or outcome: “None.”",
        "Your reference: 17",
        "HV.xlsx, Sheet1, row 2",
    ]
    assert first[3:] == ["Who saw Isla?", ""]
    assert second[3] == "Is this the same child?"
    assert len(table.findall(f"{W}tr/{W}trPr/{W}tblHeader")) == 1
    assert any(b"OFFICIAL-SENSITIVE: PANEL" in part for name, part in made.parts.items() if "header" in name)
    core = etree.fromstring(made.parts["docProps/core.xml"])
    assert [e.text for e in core if etree.QName(e).localname in ("creator", "lastModifiedBy") and e.text] == []


def test_designations_stand_for_names_where_it_is_asked(tmp_path: Path) -> None:
    (path,) = write_query_sheets(asked(MOTHER), tmp_path, anonymise=True, written=TODAY)
    said = opened(path).said()
    assert "“Mother was seen.”" in said
    assert "Who saw Mother?" in said
    assert "Isla" not in said


def test_a_name_that_is_left_stops_every_sheet(tmp_path: Path) -> None:
    to_police = Note("n4", "entry-3", NoteKind.QUESTION, "Was WREN there?")
    with pytest.raises(OutputProblem, match="of Mother") as problem:
        write_query_sheets(asked(MOTHER, to_police, event="Seen: IslaWren."), tmp_path, anonymise=True, written=TODAY)
    assert "Isla" not in str(problem.value)
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_never_takes_the_place_of_another(tmp_path: Path) -> None:
    same_code = replace(POLICE, code="HV")
    both = asked(same_code, Note("n4", "entry-3", NoteKind.QUESTION, "When?"))
    first = write_query_sheets(both, tmp_path, written=TODAY)
    again = write_query_sheets(both, tmp_path, written=TODAY)
    assert [path.name for path in (*first, *again)] == [
        "Questions for HV Baby K.docx",
        *(f"Questions for HV Baby K {number}.docx" for number in (2, 3, 4)),
    ]
    assert len(list(tmp_path.iterdir())) == 4


def test_where_nothing_can_be_written_nothing_is(tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(OutputProblem, match="No question to an agency is open"):
        write_query_sheets(a_chronology(an_entry(1)), tmp_path)
    with pytest.raises(OutputProblem):
        write_query_sheets(asked(), tmp_path / "nowhere")
    with pytest.raises(Cancelled):
        write_query_sheets(asked(), tmp_path, report=stop)
    assert list(tmp_path.iterdir()) == []


def test_no_listed_name_stands_in_the_name_of_a_sheet(tmp_path: Path) -> None:
    chronology = asked(MOTHER)
    review = replace(chronology.review, designation="Isla Wren's baby")
    (path,) = write_query_sheets(chronology.after(Change("", (review,))), tmp_path, written=TODAY)
    assert path.name == "Questions for HV Mother's baby.docx"
