"""Writes each kind of document and sees that no name leaves in one that is designated."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import mark_passage
from chronology_app.core.errors import Cancelled, OutputProblem
from chronology_app.core.mark import Kind
from chronology_app.core.person import Person
from chronology_app.work.documents import KINDS, findings_of, write_document
from chronology_app.work.finished import lines_of
from chronology_app.writing.from_json import from_json
from chronology_app.writing.look import Look
from tests.make import POLICE, a_chronology, an_entry, on

MOTHER = Person("p", "Mother", "Mother of Baby K", ("Joanna Testerly", "J. Testerly"))
HIDDEN = Look(anonymise=True)
ENDINGS = sorted(ending for ending, kind in KINDS.items() if not kind.laid_out)


def told(event: str, *people: Person) -> Chronology:
    return a_chronology(an_entry(1, event)).after(Change("", people or (MOTHER,)))


def all_text(path: Path) -> str:
    return "\n".join(line for lines in lines_of(path).values() for line in lines)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_kind_of_document_holds_the_entry(tmp_path: Path, ending: str) -> None:
    write_document(told("Joanna Testerly seen at home."), tmp_path / f"x{ending.upper()}", Look())
    assert "Joanna Testerly seen at home." in all_text(tmp_path / f"x{ending.upper()}")


@pytest.mark.parametrize("ending", [".odt", ".doc", ""])
def test_another_kind_is_told_and_nothing_is_written(tmp_path: Path, ending: str) -> None:
    with pytest.raises(OutputProblem, match=r"\.docx, \.pdf, \.xlsx, \.csv and \.json"):
        write_document(told("Seen."), tmp_path / f"x{ending}", Look())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_designations_stand_for_names_in_every_kind(tmp_path: Path, ending: str) -> None:
    chronology = told("J. Testerly’s health visitor came; JOANNA TESTERLY was out.")
    write_document(chronology, tmp_path / f"x{ending}", HIDDEN)
    text = all_text(tmp_path / f"x{ending}")
    assert "testerly" not in text.casefold()
    assert "Mother’s health visitor came; Mother was out." in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_name_that_is_left_stops_the_document(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"x{ending}"
    path.write_text("as it was")
    with pytest.raises(OutputProblem, match="2 places") as sentence:
        write_document(told("Letter to Mrs Testerly-Smith and Joanna about the visit."), path, HIDDEN)
    assert "of Mother" in str(sentence.value)
    assert "esterly" not in str(sentence.value)
    assert "Joanna" not in str(sentence.value)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "as it was"


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_column_that_is_called_like_a_person_is_no_leak(tmp_path: Path, ending: str) -> None:
    page = Person("q", "Uncle", "", ("Ref Page",))
    write_document(told("Home visit.", page), tmp_path / f"x{ending}", HIDDEN)
    assert (tmp_path / f"x{ending}").exists()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_name_cannot_hide_behind_a_fixed_word(tmp_path: Path, ending: str) -> None:
    with pytest.raises(OutputProblem, match="of Uncle"):
        write_document(told("Ref", Person("q", "Uncle", "", ("Ref Page",))), tmp_path / f"x{ending}", HIDDEN)


def test_a_name_across_marked_passages_is_found(tmp_path: Path) -> None:
    chronology = told("Seen with Testerly today.")
    chronology = chronology.after(mark_passage(chronology, "entry-1", "event", 12, 18, Kind.FACT))
    with pytest.raises(OutputProblem, match="the text; look at HV-001"):
        write_document(chronology, tmp_path / "x.docx", HIDDEN)


def test_dates_side_by_side_in_a_workbook_are_no_number(tmp_path: Path) -> None:
    entries = [an_entry(n, "Seen.", on("x", date(2022, 1, 1 + n))) for n in range(1, 29)]
    write_document(a_chronology(*entries).after(Change("", (MOTHER,))), tmp_path / "x.xlsx", HIDDEN)
    assert (tmp_path / "x.xlsx").exists()


def test_a_stopped_job_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int, what: str) -> None:
        raise Cancelled("Stopped.")

    for ending in ENDINGS:
        with pytest.raises(Cancelled):
            write_document(told("Seen."), tmp_path / f"x{ending}", Look(), report=stop)
    assert list(tmp_path.iterdir()) == []


def test_an_export_comes_back_the_same(tmp_path: Path) -> None:
    chronology = told("Seen.")
    write_document(chronology, tmp_path / "x.json", Look())
    assert from_json((tmp_path / "x.json").read_text("utf-8")) == chronology


def test_what_is_noticed_stands_in_the_export_by_field(tmp_path: Path) -> None:
    entry = replace(an_entry(1, "Home seemed chaotic."), analysis="Mother appeared tired.")
    write_document(a_chronology(entry), tmp_path / "x.json", Look())
    suggestions = json.loads((tmp_path / "x.json").read_text("utf-8"))["entries"][0]["suggestions"]
    assert {s["field"] for s in suggestions} == {"event", "analysis"}
    texts = {"event": entry.event, "analysis": entry.analysis}
    assert all(s["cue"].casefold() in texts[s["field"]].casefold() for s in suggestions)


def test_findings_hold_accounts_of_the_same_event() -> None:
    words = "Police and health visitor called at 14 Sorrel Court after a report of a bruise to the left cheek."
    chronology = a_chronology(
        an_entry(1, words), an_entry(2, words, agency=POLICE), an_entry(3, "Text sent.", on("", date(2022, 9, 1)))
    )
    assert [found.entry_ids for found in findings_of(chronology).accounts] == [("entry-1", "entry-2")]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_agencys_extract_holds_nothing_of_another(tmp_path: Path, ending: str) -> None:
    chronology = a_chronology(an_entry(1, "Weighed."), an_entry(2, "Call about noise.", agency=POLICE))
    write_document(chronology, tmp_path / f"x{ending}", Look(agency_id=POLICE.id))
    text = all_text(tmp_path / f"x{ending}")
    assert "Call about noise." in text
    assert not any(words in text for words in ("Weighed.", "Health visiting", "HV.xlsx"))


@pytest.mark.parametrize("name", ["own.docx", "link.docx"])
def test_a_document_never_takes_the_place_of_its_template(tmp_path: Path, name: str) -> None:
    write_document(told("Seen."), tmp_path / "own.docx", Look())
    before = (tmp_path / "own.docx").read_bytes()
    if name == "link.docx":
        (tmp_path / name).hardlink_to(tmp_path / "own.docx")
    with pytest.raises(OutputProblem, match="place of the template"):
        write_document(told("Seen."), tmp_path / name, Look(template=tmp_path / "own.docx"))
    assert (tmp_path / "own.docx").read_bytes() == before
