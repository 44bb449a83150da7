"""Names become designations everywhere, marks stay on their words, and what is left over is found."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core import edits
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import FileProblem
from chronology_app.core.link import LinkKind
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import NoteKind
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.core.source import OtherRow, Outcome
from chronology_app.reviewing.designations import designate, read_people
from chronology_app.reviewing.leaks import Leak, leaks
from chronology_app.reviewing.names import names_of
from chronology_app.reviewing.twin import following, twin
from chronology_app.reviewing.wording import suggest
from tests.make import a_chronology, an_entry, on

PEOPLE = """designation,role,names
Baby Q,The baby,Wren Ashby-Pell;Wren;W.A.
Mother,"Wren's mother, 19",Isla Ashby-Pell;Ms Ashby-Pell;Isla
Father,Father,Grant Moss;G Moss;James
"""


def people() -> tuple[Person, ...]:
    return read_people(PEOPLE)


def put(text: str) -> str:
    """The text of one entry as it is published."""
    chronology = Chronology.of([an_entry(1, text), *people()])
    return designate(chronology).entries["entry-1"].event


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Isla Ashby-Pell came.", "Mother came."),
        ("ISLA ASHBY PELL and isla_ashby-pell.docx", "Mother and Mother.docx"),
        ("Isla  Ashby-Pell’s baby, Wren's cot", "Mother’s baby, Baby Q's cot"),
        ("Ms. Ashby-Pell, Ms Ashby-Pell", "Mother, Mother"),
        ("G Moss, G. Moss, G.Moss", "Father, Father, Father"),
        ("James' car, James's car, 'James' he said", "Father's car, Father's car, 'Father' he said"),
        ("(Wren)", "(Baby Q)"),
        ("Seen: W.A., WA, W. A. and w.a.", "Seen: Baby Q, Baby Q, Baby Q and w.a."),
        ("Seen by W.A.", "Seen by Baby Q."),
        ("Islay, Wrens, Jameson and a moss garden", "Islay, Wrens, Jameson and a moss garden"),
        ("A grant was paid.", "A grant was paid."),
    ],
)
def test_every_form_becomes_the_designation(text: str, published: str) -> None:
    assert put(text) == published


def test_a_name_that_is_also_a_word_is_a_name_where_it_is_written_large() -> None:
    chronology = Chronology.of([an_entry(1, "Will will come, WILL said."), Person("p", "Uncle", "", ("Will",))])
    assert designate(chronology).entries["entry-1"].event == "Uncle will come, Uncle said."


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Seen on 12 May 2022 with May.", "Seen on 12 May 2022 with Aunt."),
        ("In May, since May and by 3rd May", "In May, since May and by 3rd May"),
        ("April to May, 12/May/22, May-22, May–June", "April to May, 12/May/22, May-22, May–June"),
        ("May said that May's cot broke; to May, and MAY", "Aunt said that Aunt's cot broke; to Aunt, and Aunt"),
        ("May", "Aunt"),
    ],
)
def test_a_name_that_is_a_month_is_none_in_a_date(text: str, published: str) -> None:
    chronology = Chronology.of([an_entry(1, text), Person("p", "Aunt", "", ("May",))])
    assert designate(chronology).entries["entry-1"].event == published


def whole() -> Chronology:
    """A chronology with a name in every text it holds."""
    review = Review(title="Wren Ashby-Pell", designation="Wren", author="Isla", born=date(2022, 1, 20))
    entry = replace(
        an_entry(1, "Isla said no.", on("the day Isla came", date(2022, 3, 1))),
        table="Wren sheet", people="Isla", original=("x", "Isla said no.", "Wren"), needs="Isla", set_aside="Wren",
    )  # fmt: skip
    chronology = a_chronology(entry, an_entry(2), review=review)
    source = next(iter(chronology.sources.values()))
    table = replace(source.tables[0], name="Wren sheet", headings=("Date", "Isla", "Wren"))
    other = OtherRow("Wren sheet", 9, 9, Outcome.NOTE, "Isla's file", "Isla")
    changes = [
        edits.add_note(chronology, "entry-1", NoteKind.QUESTION, "Ask Isla."),
        edits.link(chronology, ["entry-1", "entry-2"], LinkKind.SAME_EVENT, "Isla told both."),
        edits.mark_passage(chronology, "entry-1", "event", 0, 9, Kind.REPORTED, "Isla said"),
    ]
    for change in changes:
        chronology = chronology.after(change)
    named = replace(source, name="Ashby-Pell, Isla Ashby-Pell.xlsx", tables=(table,), others=(other,))
    return Chronology.of([*(r for kind in chronology.records.values() for r in kind.values()), named, *people()])


def test_no_text_of_a_chronology_keeps_a_name() -> None:
    chronology = whole()
    published = repr(designate(chronology).records)
    assert "Isla" in repr(chronology.records)
    assert "Isla" not in published
    assert "Wren" not in published
    assert "'Mother said no.'" in published


def test_ids_and_the_order_of_records_stay() -> None:
    chronology = whole()
    published = designate(chronology)
    for kind, records in chronology.records.items():
        assert list(published.records[kind]) == list(records)
    entry = published.entries["entry-1"]
    assert (entry.source_id, entry.table) == (chronology.entries["entry-1"].source_id, "Baby Q sheet")
    assert published.sources[entry.source_id].table(entry.table) is not None


def test_without_people_nothing_changes() -> None:
    chronology = a_chronology(an_entry(1, "Isla said no."))
    assert designate(chronology) == chronology


TEXT = "Ms Ashby-Pell said that Wren fell. Isla seemed tired; G Moss saw that Wren's hand was swollen."


@given(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=2, unique=True).map(sorted))
def test_a_mark_stays_on_its_words_and_takes_in_the_whole_of_a_name(span: list[int]) -> None:
    start, end = span
    mark = Mark("m", "entry-1", Kind.FACT, "event", start, end)
    published = designate(Chronology.of([an_entry(1, TEXT), mark, *people()]))
    moved = published.all(Mark)["m"]
    text = published.entries["entry-1"].event
    names = names_of(people()).edits(TEXT)
    whole_start = next((edit.start for edit in names if edit.start < start < edit.end), start)
    whole_end = next((edit.end for edit in names if edit.start < end < edit.end), end)
    assert text[moved.start : moved.end] == put(TEXT[whole_start:whole_end])


def test_marked_words_and_suggestions_are_the_same_words_after() -> None:
    start = TEXT.index("Isla seemed")
    chronology = Chronology.of([an_entry(1, TEXT), *people()])
    change = edits.mark_passage(chronology, "entry-1", "event", start, start + len("Isla seemed tired"), Kind.OPINION)
    published = designate(chronology.after(change))
    text = published.entries["entry-1"].event
    mark = published.marks_of("entry-1")[0]
    assert text[mark.start : mark.end] == "Mother seemed tired"
    before = [put(TEXT[s.start : s.end]) for s in suggest(TEXT)]
    assert [text[s.start : s.end] for s in suggest(text)] == before


def test_what_is_left_over_is_found_and_never_printed() -> None:
    texts = {
        "clean": "Mother and Baby Q, mossy stones, a grant.",
        "form": "isla was there",
        "surname": "the Ashby family",
        "plural": "the Mosses",
        "word": "then Grant came",
        "initials": "WA left",
    }
    assert leaks(people(), texts) == [
        Leak("form", "Mother"),
        Leak("surname", "Baby Q"),
        Leak("surname", "Mother"),
        Leak("plural", "Father"),
        Leak("word", "Father"),
        Leak("initials", "Baby Q"),
    ]


def test_words_of_places_and_of_designations_are_no_names() -> None:
    home = Person("p", "Address 1", "", ("14 Osier Court",))
    police = Person("q", "Police", "", ("Fenmarch Police",))
    assert leaks([home, police], {"x": "The Court asked the Police."}) == []
    assert leaks([home, police], {"x": "Osier, FENMARCH"}) == [Leak("x", "Address 1"), Leak("x", "Police")]


def test_the_list_of_people_is_read_with_and_without_its_heading() -> None:
    first, second, _ = people()
    assert (first.designation, first.role, first.names) == ("Baby Q", "The baby", ("Wren Ashby-Pell", "Wren", "W.A."))
    assert second.role == "Wren's mother, 19"
    bare = read_people("\ufeff" + PEOPLE.partition("\n")[2] + "\n,,\n")
    assert [person.names for person in bare] == [person.names for person in people()]
    assert read_people("") == ()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Mother,role", "separated by commas"),
        (",role,Isla", "must be given"),
        ("Mother,role, ; ", "must be given"),
        ("Aunt,role,WREN", "belongs to the person on line 2"),
    ],
)
def test_a_wrong_line_is_told_with_its_number_and_without_the_name(line: str, why: str) -> None:
    text = f"designation,role,names\nBaby Q,,Wren\n{line}\n"
    with pytest.raises(FileProblem, match=rf"line 3: .*{why}") as problem:
        read_people(text)
    assert "wren" not in str(problem.value).casefold()


def test_a_form_that_is_none_where_it_stands_stays_there_and_nowhere_else() -> None:
    aunt = Person("aunt", "Aunt", "", ("Rose",))
    said = NotAName("none", "Rose", "Aunt", "Mother was on the [Rose] bus, Aunt said.")
    told = [an_entry(1, "Isla was on the Rose bus, Rose said."), an_entry(2, "Isla was on the Rose boat.")]
    shown = designate(Chronology.of([*told, *people(), aunt, said]))
    assert [entry.event for entry in shown.entries.values()] == [
        "Mother was on the Rose bus, Aunt said.",
        "Mother was on the Aunt boat.",
    ]
    assert not shown.not_names


def test_the_twin_is_made_anew_where_words_turn_out_to_be_no_name() -> None:
    chronology = Chronology.of([an_entry(1, "Near the Wren bus."), *people()])
    before = twin(chronology)
    said = edits.name_nobody(chronology, [NotAName("", "Wren", "Baby Q", "Near the [Wren] bus.")])
    assert following(before, chronology.after(said)) is None
    after = twin(chronology.after(said)).shown
    assert after.entries["entry-1"].event == "Near the Wren bus."
    assert not after.not_names
