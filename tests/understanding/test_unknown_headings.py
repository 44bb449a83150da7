"""Headings nobody has listed: the cells below them say what they are, and every such guess is one to look at."""

from datetime import date, time

import pytest

from chronology_app.core.fields import Field
from chronology_app.core.sheet import Sheet
from chronology_app.core.source import Outcome
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.headings import Match, known_headings
from chronology_app.understanding.layout import Layout, find_layout
from tests.make import a_sheet


def found(sheet: Sheet) -> Layout:
    layout = find_layout(sheet)
    assert layout is not None
    return layout


def fields(sheet: Sheet) -> list[tuple[Field | None, bool]]:
    return [(column.field, column.sure) for column in found(sheet).columns]


def test_a_row_of_short_words_above_the_dates_is_the_heading() -> None:
    sheet = a_sheet(
        ("Job", "Booked", "Requesting service", "Task"),
        ("1", "6 May 2022 09:00", "Midwifery", "Interpreter attended the booking visit"),
        ("2", "13 May 2022 09:00", "Midwifery", "Interpreter cancelled with no reason given"),
    )
    assert found(sheet).heading_row == 1
    assert fields(sheet)[1] == (Field.DATE, False)
    assert fields(sheet)[3] == (Field.EVENT, False)
    assert [one.outcome for one in draft(sheet, found(sheet))] == [Outcome.HEADING, Outcome.ENTRY, Outcome.ENTRY]


def test_a_first_entry_without_a_date_is_no_heading() -> None:
    sheet = a_sheet(
        ("undated", "Mother telephoned the team about the visit"),
        ("13/05/2022", "Home visit to mother and the baby"),
        ("14/05/2022", "Home visit to mother and the baby"),
    )
    assert found(sheet).heading_row == 0


def test_a_column_of_month_first_dates_is_known_by_them() -> None:
    sheet = a_sheet(("Arrived", "Event"), *((f"03/{day}/2022", "Seen.") for day in range(14, 20)))
    assert fields(sheet)[0] == (Field.DATE, False)
    assert found(sheet).day_first is False


def test_a_column_of_times_is_known_by_them() -> None:
    rows = [(date(2022, 3, day), time(9, 30), "10:15", "Met mother.") for day in (7, 8, 9)]
    both = fields(a_sheet(("Date", "Began", "Over", "Event"), *rows))
    assert both[1:3] == [(Field.TIME, False), (Field.END_TIME, False)]
    assert fields(a_sheet(("Date", "Time", "Length", "Event"), *rows))[1:3] == [(Field.TIME, True), (None, True)]


def test_a_record_is_the_event_where_nothing_else_tells_it() -> None:
    entry = ("03/03/2022", "The application was received.")
    assert fields(a_sheet(("Date", "Record"), entry, entry))[1] == (Field.EVENT, False)
    with_event = a_sheet(("Date", "Record", "Event"), (*entry, "Seen."), (*entry, "Seen."))
    assert fields(with_event)[1:] == [(Field.SOURCE, True), (Field.EVENT, True)]


def test_a_note_above_the_headings_is_no_half_of_them() -> None:
    note = "Note: all times are 24 hour. Entries are taken from the case system."
    sheet = a_sheet((note,), ("Date", "Category", "Session notes"), (date(2022, 3, 7), "Visit", "Met mother."))
    layout = found(sheet)
    assert (layout.first_row, layout.heading_row) == (2, 2)
    assert [column.heading for column in layout.columns] == ["Date", "Category", "Session notes"]


@pytest.mark.parametrize(
    ("heading", "field", "sure"),
    [
        ("Dyddiad / Date", Field.DATE, True),
        ("Digwyddiad\nEvent", Field.EVENT, True),
        ("EventDate", Field.DATE, True),
        ("Treatment / event", Field.EVENT, False),
    ],
)
def test_headings_in_two_languages_or_run_together(heading: str, field: Field, sure: bool) -> None:
    assert known_headings().match(heading) == Match(field, sure)


def test_parts_that_mean_two_fields_are_not_taken_for_one_of_them() -> None:
    assert known_headings().exact("Officer / Agency") is None


def test_the_number_of_an_entry_is_no_event() -> None:
    rows = (("1", "06/05/2022", "Home visit."), ("2", "07/05/2022", "Call."))
    assert fields(a_sheet(("Entry", "Date", "Event"), *rows)) == [(None, True), (Field.DATE, True), (Field.EVENT, True)]


@pytest.mark.parametrize("heading", ["Date of birth", "Target date"])
def test_dates_known_to_be_others_make_no_chronology(heading: str) -> None:
    rows = (("Mother", "03/04/1999", "Mother of the subject child"), ("Father", "01/02/1998", "Lives in another area"))
    assert find_layout(a_sheet(("Name", heading, "Relationship"), *rows)) is None
