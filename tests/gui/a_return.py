"""What a panel wrote into a combined chronology, as the tests of its window look it over."""

from datetime import date

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import set_person
from chronology_app.core.person import Person
from chronology_app.work.returned import Comment, Proposal, Returned
from tests.make import POLICE, a_chronology, an_entry, on

TOLD = "Home visit: Isla Harrowgate was in. Kit seemed settled."
LATER = an_entry(2, "Officers called at the home.", on("14/03/2022", date(2022, 3, 14)), POLICE)
MOTHER = Person("p", "Mother", "Baby K's mother", ("Isla Harrowgate", "Isla"))


def a_review() -> Chronology:
    """Two entries and the mother on the list of people."""
    review = a_chronology(an_entry(1, TOLD), LATER)
    return review.after(set_person(review, MOTHER))


def a_comment(number: int, entry_id: str, text: str, about: str = "", taken: bool = False) -> Comment:
    """Comment `number` of R. Ellery, written on 12 March 2026 on words of the event."""
    field, place = ("event", "an entry") if entry_id else ("", "Title page")
    written = "2026-03-12T10:00:00Z"
    return Comment(f"comment-{number}", entry_id, place, "R. Ellery", written, text, field, about, False, "", taken)


def a_proposal(number: int, entry_id: str, field: str, before: str, after: str) -> Proposal:
    """Other words of S. Quill for a field of an entry."""
    return Proposal(f"proposal-{number}", entry_id, "an entry", field, before, after, "S. Quill", False)


RETURNED = Returned(
    "Baby K for the panel.docx",
    (
        a_comment(1, "entry-2", "Which officers?"),
        a_comment(2, "entry-1", "Who says that Isla was calm?", "seemed settled"),
        a_comment(3, "", "Please add the panel's remit.", "Baby K"),
        a_comment(4, "entry-1", "Said before.", taken=True),
    ),
    (
        a_proposal(1, "entry-1", "event", TOLD, TOLD.replace("settled", "unsettled")),
        a_proposal(2, "entry-2", "date", "14/03/2022", "15/03/2022"),
        a_proposal(3, "entry-2", "mark", "", "O"),
    ),
    2,
    ("Isla Harrowgate called the school.",),
    ("entry-2",),
)
