"""Cuts a review down to one agency and to what a rapid review looks at first."""

from dataclasses import replace

from chronology_app.core.change import Change
from chronology_app.core.edits import mark
from chronology_app.core.link import Link, LinkKind
from chronology_app.core.mark import Kind
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.writing.extracts import of_agency, rapid_review
from chronology_app.writing.references import references
from tests.make import HEALTH, POLICE, a_chronology, an_entry

BOTH = a_chronology(*(an_entry(n) for n in (1, 2, 3)), *(an_entry(n, agency=POLICE) for n in (4, 5, 6)))
BOTH = BOTH.after(mark(BOTH, ["entry-1", "entry-4"], Kind.FACT)).after(
    Change(
        "",
        (
            Person("p", "MGM"),
            Note("n1", "entry-2", NoteKind.QUESTION, "Who?"),
            Note("n2", "entry-5", NoteKind.QUESTION, "When?"),
            Link("l1", LinkKind.SAME_EVENT, ("entry-1", "entry-4")),
            Link("l2", LinkKind.DIFFERENT, ("entry-2", "entry-3")),
        ),
    )
)


def test_an_agency_sees_its_own_and_nothing_of_another() -> None:
    own = of_agency(BOTH, HEALTH.id)
    assert set(own.entries) == {"entry-1", "entry-2", "entry-3"}
    assert (set(own.agencies), set(own.sources)) == ({HEALTH.id}, {"source-HV"})
    assert (set(own.all(Note)), set(own.links)) == ({"n1"}, {"l2"})
    assert {m.entry_id for m in own.all(type(next(iter(BOTH.marks_of("entry-1"))))).values()} == {"entry-1"}


def test_the_review_the_people_and_the_references_stay() -> None:
    own = of_agency(BOTH, POLICE.id)
    assert (own.review, own.people) == (BOTH.review, BOTH.people)
    assert references(own) == {entry_id: ref for entry_id, ref in references(BOTH).items() if ref.startswith("POL")}


def test_a_rapid_review_takes_what_is_flagged_tied_or_about_practice() -> None:
    flagged = replace(BOTH.entries["entry-6"], flagged=True)
    practice = replace(BOTH.entries["entry-3"], practice="Missed opportunity.")
    aside = replace(BOTH.entries["entry-5"], flagged=True, set_aside="Twice.")
    chronology = BOTH.after(Change("", (flagged, practice, aside)))
    assert rapid_review(chronology) == {"entry-1", "entry-3", "entry-4", "entry-6"}
