"""A merge changes nothing but what it says: facts that are given, people that are new, files that can be read."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import FileProblem
from chronology_app.core.person import Person
from chronology_app.store.store import Store
from chronology_app.work.merging import merge, people_of, review_at
from tests.make import a_chronology, an_entry

NOTES = "Date,Event\n12/03/2022,Home visit.\n"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "Health visiting.csv"
    path.write_text(NOTES, "utf-8")
    return path


def test_facts_not_given_stay_as_they_are(notes: Path) -> None:
    before = a_chronology(an_entry(1))
    merged = merge([notes], before, facts={"title": "Baby Q"})
    assert merged.chronology.review == replace(before.review, title="Baby Q")
    assert len(merged.chronology.entries) == 2


def test_steps_and_files_make_the_same_chronology(notes: Path) -> None:
    before = a_chronology(an_entry(1))
    merged = merge([notes], before, facts={"born": date(2022, 1, 1)}, people=[Person("p", "Mother", "", ("Isla",))])
    after = before
    for step in merged.steps:
        after = after.after(step)
    assert after == merged.chronology
    assert list(merged.files.values()) == [notes.read_bytes()]


def test_people_lend_their_names_to_whom_is_there_already(notes: Path) -> None:
    known = Person("p", "Mother", "Baby Q's mother", ("Isla",))
    given = [Person("x", "mother", "", ("Isla", "Isla Ashby-Pell")), Person("y", "Father", "", ("Grant",))]
    people = merge([notes], Chronology.of([known]), people=given).chronology.people
    assert list(people) == ["p", "y"]
    assert people["p"] == replace(known, names=("Isla", "Isla Ashby-Pell"))


def test_where_nothing_can_be_read_every_file_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(FileProblem, match=r"broken\.docx: .+\nmissing\.csv: .+"):
        merge([broken, tmp_path / "missing.csv"], Chronology())


def test_a_list_of_people_is_read_in_the_letters_it_was_saved_in(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes("Mother,,Zoë Moss\n".encode("cp1252"))
    assert people_of(path)[0].names == ("Zoë Moss",)
    with pytest.raises(FileProblem, match="list of people cannot be read"):
        people_of(tmp_path / "missing.csv")


def test_a_review_made_for_work_that_fails_goes_again_and_one_that_was_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "q.chronology"
    with pytest.raises(KeyError), review_at(path, "four small grey geese", "tester"):
        raise KeyError
    assert list(tmp_path.iterdir()) == []
    Store.create(path, "four small grey geese", "tester").close()
    with pytest.raises(KeyError), review_at(path, "four small grey geese", "tester"):
        raise KeyError
    assert path.exists()
