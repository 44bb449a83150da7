"""Reads what reviewers wrote beside entries: who wrote it, about what, and that it is never an agency's words."""

from dataclasses import replace
from pathlib import Path

import pytest

from chronology_app.core.change import Change
from chronology_app.core.note import Note, NoteKind
from chronology_app.writing.look import Look
from tests.make import a_chronology, an_entry
from tests.writing.docx_parts import DATED, W, rows, words, written

NOON = "2022-09-03T12:00:00+00:00"
NOTED = replace(DATED, notes=True)


def beside(tmp_path: Path, note: Note, look: Look = NOTED) -> list[str]:
    """The lines of the notes column beside an entry with this note."""
    chronology = a_chronology(an_entry(1), an_entry(2)).after(Change("", (note,)))
    (_, row, _) = rows(written(chronology, tmp_path / "x.docx", look).captioned("March 2022"))
    return row[-2].splitlines()


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        (Note("n", "entry-1", NoteKind.NOTE, "Ring her."), ["Ring her."]),
        (
            Note("n", "entry-1", NoteKind.NOTE, "Ring her.", "R. Panel", NOON, "event", "Home visit."),
            ["Ring her.", "R. Panel, 3 September 2022, on “Home visit.”"],
        ),
        (Note("n", "entry-1", NoteKind.NOTE, "Ring her.", about="word " * 20), ["Ring her.", f"on “{'word ' * 14}…”"]),
        (Note("n", "entry-1", NoteKind.NOTE, "Ring her.", written="some day"), ["Ring her."]),
        (Note("n", "entry-1", NoteKind.THEME, "Housing"), ["Theme: Housing"]),
        (
            Note("n", "entry-1", NoteKind.QUESTION, "Who?", answer="The team."),
            ["Question to the agency: Who?", "Answer: The team."],
        ),
        (
            Note("n", "entry-1", NoteKind.PROPOSAL, "Visit at home.", "R. Panel", NOON, "event", "Home visit."),
            ["Proposed by R. Panel: “Visit at home.” for “Home visit.”", "3 September 2022"],
        ),
        (Note("n", "entry-1", NoteKind.PROPOSAL, "Visit at home."), ["Proposed: “Visit at home.”"]),
    ],
)
def test_a_note_tells_what_it_is_who_wrote_it_and_about_which_words(
    tmp_path: Path, note: Note, lines: list[str]
) -> None:
    assert beside(tmp_path, note) == lines


def test_proposed_words_are_nowhere_but_in_the_notes(tmp_path: Path) -> None:
    note = Note("n", "entry-1", NoteKind.PROPOSAL, "Visit at home.", about="Home visit.")
    chronology = a_chronology(an_entry(1)).after(Change("", (note,)))
    assert "Visit at home." not in written(chronology, tmp_path / "x.docx", DATED).said()
    table = written(chronology, tmp_path / "y.docx", NOTED).captioned("March 2022")
    assert [words(cell) for cell in table.iter(f"{W}tc") if "Visit at home." in words(cell)] == [
        "Proposed: “Visit at home.” for “Home visit.”"
    ]


def test_where_designations_stand_for_names_nobody_is_named_as_author(tmp_path: Path) -> None:
    note = Note("n", "entry-1", NoteKind.PROPOSAL, "Visit.", "R. Panel")
    assert beside(tmp_path, note, replace(NOTED, anonymise=True)) == ["Proposed: “Visit.”"]
    note = replace(note, kind=NoteKind.NOTE)
    assert beside(tmp_path, note, replace(NOTED, anonymise=True)) == ["Visit."]


def test_a_reference_in_a_note_and_in_an_answer_leads_to_its_entry(tmp_path: Path) -> None:
    note = Note("n", "entry-1", NoteKind.QUESTION, "As HV-002?", answer="No, as HV-001.")
    chronology = a_chronology(an_entry(1), an_entry(2)).after(Change("", (note,)))
    table = written(chronology, tmp_path / "x.docx", NOTED).captioned("March 2022")
    assert [words(link) for link in table.iter(f"{W}hyperlink")] == ["HV-002", "HV-001"]
