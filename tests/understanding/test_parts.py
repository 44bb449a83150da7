"""Where the headings change half-way each part is understood on its own, and every row stands in exactly one part."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.fields import Field
from chronology_app.core.sheet import Merge, Sheet, State, Value
from chronology_app.core.source import Outcome
from chronology_app.understanding.draft import Draft
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import find_layout
from chronology_app.understanding.parts import parts_of
from tests.make import a_sheet

Row = tuple[Value, ...]
VISITS: tuple[Row, ...] = (("Date", "Event", "Action"), ("12/03/2022", "Home visit.", "None."))
CALLS: tuple[Row, ...] = (
    ("Ref", "When", "Officer", "What happened"),
    ("7", "13/04/2022", "PC 12", "Call to a neighbour."),
)


def drafts_of(sheet: Sheet) -> list[Draft]:
    return [one for part in parts_of(sheet) for one in draft(part, find_layout(part))]


def test_a_table_with_one_heading_is_handed_on_as_it_is() -> None:
    sheet = a_sheet(*VISITS)
    assert parts_of(sheet) == (sheet,)
    assert parts_of(a_sheet(("Abbreviation", "Meaning"), ("HV", "Health visitor"))) == (
        a_sheet(("Abbreviation", "Meaning"), ("HV", "Health visitor")),
    )


def test_a_heading_half_way_begins_a_part_with_its_own_columns() -> None:
    first, second = parts_of(a_sheet(*VISITS, *CALLS, name="Log"))
    assert (first.name, first.height, second.name, second.first_row, second.height) == (
        "Log",
        2,
        "Log, from row 3",
        3,
        2,
    )
    layout = find_layout(second)
    assert layout is not None
    assert layout.heading_row == 3
    assert [c.field for c in layout.columns] == [Field.REFERENCE, Field.DATE, Field.PROFESSIONAL, Field.EVENT]
    (heading, call) = draft(second, layout)
    assert (heading.row, heading.outcome) == (3, Outcome.HEADING)
    assert (call.row, call.when.earliest, call.texts[Field.EVENT]) == (4, date(2022, 4, 13), "Call to a neighbour.")


def test_the_part_above_a_heading_that_explains_more_is_not_lost() -> None:
    entries = [one for one in drafts_of(a_sheet(*VISITS, *CALLS)) if one.outcome is Outcome.ENTRY]
    assert [one.texts[Field.EVENT] for one in entries] == ["Home visit.", "Call to a neighbour."]


def test_the_title_above_a_heading_goes_with_it_and_a_footer_stays() -> None:
    sheet = a_sheet(*VISITS, ("Total contacts: 1",), (), ("Calls to the control room",), ("2022",), *CALLS)
    first, second = parts_of(sheet)
    assert (first.height, second.first_row) == (4, 5)
    assert [one.outcome for one in draft(second, find_layout(second))][:2] == [Outcome.NOTE, Outcome.SECTION]


def test_a_heading_that_is_repeated_begins_nothing_new() -> None:
    again = (("Date", "Event", "Action"), ("14/03/2022", "Clinic.", "None."))
    other_words = (("When", "What happened", "Outcome"), ("15/03/2022", "Call.", "None."))
    sheet = a_sheet(*VISITS, *again, *other_words)
    assert parts_of(sheet) == (sheet,)
    outcomes = [one.outcome for one in drafts_of(sheet)]
    assert outcomes == [Outcome.HEADING, Outcome.ENTRY] * 3


def test_a_heading_of_two_rows_is_one_heading() -> None:
    sheet = a_sheet(("Date", "", "Event"), ("Date", "Time", "Event"), ("12/03/2022", "14:30", "Home visit."))
    assert parts_of(sheet) == (sheet,)


def test_what_is_said_of_a_row_goes_with_its_part() -> None:
    rows = (*VISITS, *CALLS)
    sheet = Sheet("Log", rows, {(4, 2): "13/4/22"}, {(2, 0): State.STRUCK}, {(4, 4): "Check."}, (Merge(3, 1, 4, 1),))
    first, second = parts_of(sheet)
    assert (first.states, first.shown, first.merges) == ({(2, 0): State.STRUCK}, {}, ())
    assert (second.shown, second.comments, second.merges) == (
        {(4, 2): "13/4/22"},
        {(4, 4): "Check."},
        (Merge(3, 1, 4, 1),),
    )


ROWS = st.sampled_from([*VISITS, *CALLS, (), ("Part two",), ("2022",), ("Total: 2",), ("", "and so on")])


@given(st.lists(ROWS, max_size=12))
def test_every_row_stands_in_exactly_one_part(rows: list[Row]) -> None:
    found = [row for one in drafts_of(a_sheet(*rows)) for row in range(one.row, one.last_row + 1)]
    assert found == list(range(1, len(rows) + 1))
