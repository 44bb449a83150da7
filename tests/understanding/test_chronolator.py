"""A Chronolator document is recognised and read by its own conventions."""

from datetime import date

from chronology_app.core.source import Outcome
from chronology_app.understanding.draft import Draft
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import find_layout
from tests.make import a_sheet

HEADINGS = (
    "Event Ref",
    "Start Date",
    "Start Time",
    "End Date",
    "End Time",
    "Source of Information",
    "Significant Event",
)


def row(ref: str, day: str, source: str = "Case record", event: str = "Seen.") -> tuple[str, ...]:
    return ref, day, "", "", "", source, event


def drafts_of(*rows: tuple[str, ...]) -> list[Draft]:
    sheet = a_sheet(HEADINGS, *rows)
    layout = find_layout(sheet)
    assert layout is not None
    assert layout.is_chronolator
    return list(draft(sheet, layout))[1:]


def test_it_is_known_by_its_headings() -> None:
    layout = find_layout(a_sheet(("Ref", *HEADINGS[1:]), row("1", "25/03/2022")))
    assert layout is not None
    assert not layout.is_chronolator


def test_a_leading_question_mark_is_an_unsure_date() -> None:
    (entry,) = drafts_of(row("1", "?22 May 2022"))
    assert (entry.when.text, entry.when.earliest, entry.when.uncertain) == ("?22 May 2022", date(2022, 5, 22), True)


def test_an_authors_notes_are_no_entries() -> None:
    rows = [row("1", "25/03/2022"), *(row(str(n), "25/03/2022", f"{sign} author") for n, sign in enumerate("#^¬~", 2))]
    assert [one.outcome for one in drafts_of(*rows)] == [Outcome.ENTRY, *[Outcome.NOTE] * 4]


def test_references_order_the_entries_of_a_day() -> None:
    found = drafts_of(row("E12", "25/03/2022"), row("E9", "25/03/2022"), row("E10", "26/03/2022"))
    assert [one.sequence for one in found] == [2, 1, 0]


def test_rows_that_are_in_order_or_have_no_reference_keep_their_places() -> None:
    found = drafts_of(row("1", "25/03/2022"), row("2", "25/03/2022"), row("4", "26/03/2022"), row("", "26/03/2022"))
    assert {one.sequence for one in found} == {0}
