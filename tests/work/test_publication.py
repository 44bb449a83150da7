"""A copy for publication holds no name, date, place, file or author, in any part of any kind of document."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import OutputProblem
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.core.when import When
from chronology_app.work.documents import write_document
from chronology_app.work.finished import lines_of
from chronology_app.work.publication import publish
from chronology_app.writing.look import Look
from tests.make import POLICE, a_chronology, an_entry, on

MOTHER = Person("p", "Mother", "Baby K's mother", ("Joanna Testerly",))
TOLD = "Joanna Testerly seen on 12/03/2022 at 14 Osierbank Road; rang Larkfen Surgery on 3 May."
REVIEW = Review(
    "review", "Baby K", "Baby K", date(2022, 1, 20), None, date(2021, 6, 1), date(2022, 9, 1), author="A. Uthor"
)
HIDDEN = {"12/03", "2022", "March", "Osierbank", "Larkfen", "HV.xlsx", "Sheet1", "A. Uthor", "Testerly", "3 May"}


def told(review: Review = REVIEW) -> Chronology:
    first = replace(an_entry(1, TOLD), location="Osierbank", recorded="13/03/2022", professional="J. Doe")
    entries = (first, an_entry(2, "Call.", on("14/03/2022", date(2022, 3, 14)), POLICE), an_entry(3, "x", When("?")))
    chronology = a_chronology(*entries, review=review).after(Change("", (MOTHER,)))
    return chronology.after(edits.add_note(chronology, "entry-1", NoteKind.NOTE, "Ask Joanna."))


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".csv"])
def test_nothing_that_must_not_be_published_is_in_the_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"x{ending}"
    write_document(told(), path, Look(publication=True, written=date(2031, 1, 1)))
    words = "\n".join(line for where, lines in lines_of(path).items() for line in lines if "://" not in line)
    assert {hidden for hidden in HIDDEN if hidden in words} == set()
    assert "Mother seen on [7 weeks 2 days] at [address]; rang [surgery] on [date]." in words
    assert "7 weeks 4 days" in words


def test_dates_become_ages_and_entries_keep_their_order() -> None:
    published = publish(told())
    assert [(entry.id, entry.when.text) for entry in published.in_order()] == [
        ("entry-3", "date not known"),
        ("entry-1", "7 weeks 2 days"),
        ("entry-2", "7 weeks 4 days"),
    ]
    assert not any(entry.when.known for entry in published.entries.values())


def test_without_a_birth_date_days_are_counted_from_the_first_entry() -> None:
    published = publish(told(Review(designation="Baby K")))
    assert published.entries["entry-1"].when.text == "day 1"
    assert published.entries["entry-2"].when.text == "day 3"
    assert "seen on [day 1] at" in published.entries["entry-1"].event


@pytest.mark.parametrize(
    ("when", "age"),
    [
        (When("before", None, date(2022, 3, 12)), "up to 7 weeks 2 days"),
        (When("from", date(2022, 3, 12), None), "from 7 weeks 2 days"),
        (When("then", date(2022, 3, 12), date(2022, 3, 14)), "7 weeks 2 days to 7 weeks 4 days"),
    ],
)
def test_an_open_date_becomes_an_open_age(when: When, age: str) -> None:
    assert publish(a_chronology(an_entry(1, "x", when), review=REVIEW)).entries["entry-1"].when.text == age


def test_a_kind_of_agency_is_no_place() -> None:
    chronology = a_chronology(an_entry(1, "Health centre or General practice?"))
    assert publish(chronology).entries["entry-1"].event == "Health centre or General practice?"


def test_files_have_numbers_and_what_reviewers_noted_is_left_out() -> None:
    published = publish(told())
    assert [source.name for source in published.sources.values()] == ["HV file 1", "POL file 1"]
    assert {source.received for source in published.sources.values()} == {None}
    assert published.all(Note) == {}
    assert (published.review.born, published.review.scope_from, published.review.author) == (None, None, "")


def test_marks_stay_on_their_words() -> None:
    chronology = told()
    start = TOLD.index("rang")
    change = edits.mark_passage(chronology, "entry-1", "event", start, start + len("rang Larkfen Surgery"), Kind.FACT)
    published = publish(chronology.after(change))
    (mark,) = published.all(Mark).values()
    assert published.entries["entry-1"].event[mark.start : mark.end] == "rang [surgery]"


def test_a_whole_review_is_no_publication(tmp_path: Path) -> None:
    with pytest.raises(OutputProblem, match="holds the whole review"):
        write_document(told(), tmp_path / "x.json", Look(publication=True))
    assert list(tmp_path.iterdir()) == []


def test_a_place_in_a_template_or_title_stops_the_copy(tmp_path: Path) -> None:
    titled = told(replace(REVIEW, designation="Baby K", title="Review of Mrs Testerly"))
    with pytest.raises(OutputProblem, match="of Mother"):
        write_document(titled, tmp_path / "x.docx", Look(publication=True))
