"""The headings are found wherever an agency put them, and each column is given to the field it holds."""

from datetime import date

from chronology_app.core.fields import Field
from chronology_app.core.sheet import Merge, Sheet, State, Value
from chronology_app.understanding.layout import Layout, find_layout, layout_at
from tests.make import a_sheet

ENTRY = ("12/03/2022", "Home visit by the health visitor.", "None.")


def fields(layout: Layout | None) -> tuple[Field | None, ...]:
    assert layout is not None
    return tuple(column.field for column in layout.columns)


def test_the_heading_row_is_found_below_titles_and_explanations() -> None:
    explanation = "Please give every contact your service had, with its date, the event and the action taken."
    sheet = a_sheet(("Chronology: Baby K",), (), (explanation,), ("Date", "Event", "Action taken"), ENTRY)
    layout = find_layout(sheet)
    assert layout is not None
    assert (layout.first_row, layout.heading_row) == (4, 4)
    assert fields(layout) == (Field.DATE, Field.EVENT, Field.ACTION)


def test_columns_may_stand_in_any_order_and_hold_things_nobody_claims() -> None:
    sheet = a_sheet(("What happened", "NHS number", "Child seen?", "When"), ("Home visit.", "1", "Yes", "12/03/2022"))
    assert fields(find_layout(sheet)) == (Field.EVENT, None, Field.SEEN, Field.DATE)


def test_two_heading_rows_under_shared_headings() -> None:
    sheet = a_sheet(
        ("Ref", "Date", None, "Details of contact"),
        (None, "Start", "End", None),
        ("1", "12/03/2022", "13/03/2022", "Stayed on the ward."),
    )
    layout = find_layout(sheet)
    assert layout is not None
    assert (layout.first_row, layout.heading_row) == (1, 2)
    assert fields(layout) == (Field.REFERENCE, Field.DATE, Field.END_DATE, Field.EVENT)
    assert [column.heading for column in layout.columns] == ["Ref", "Date Start", "Date End", "Details of contact"]


def test_a_heading_wrapped_over_two_rows() -> None:
    sheet = a_sheet(("Date of", "Source of", "Significant"), ("contact", "information", "event"), ENTRY)
    assert fields(find_layout(sheet)) == (Field.DATE, Field.SOURCE, Field.EVENT)


def test_a_group_heading_above_does_not_change_what_the_columns_mean() -> None:
    sheet = a_sheet(("Date", None, "Contact"), ("Date", "Time", "Event"), ("12/03/2022", "14:30", "Home visit."))
    assert fields(find_layout(sheet)) == (Field.DATE, Field.TIME, Field.EVENT)


def test_the_first_entry_is_never_taken_for_a_second_heading_row() -> None:
    layout = find_layout(a_sheet(("Date", "Type", "Event"), ("not known", "Contact", "Incident"), ENTRY))
    assert layout is not None
    assert layout.heading_row == 1


def test_a_date_column_without_a_known_heading_is_recognised_by_its_dates() -> None:
    rows: list[tuple[Value, ...]] = [(f"{day}/03/2022", "Home visit.") for day in range(10, 15)]
    layout = find_layout(a_sheet(("Day", "Event", "Action"), *((*row, "None.") for row in rows)))
    assert layout is not None
    assert layout.columns[0].field is Field.DATE
    assert not layout.columns[0].sure


def test_of_two_date_columns_the_one_with_dates_is_the_date() -> None:
    sheet = a_sheet(("Date of event", "Date", "Event"), (None, date(2022, 3, 12), "Home visit."))
    assert fields(find_layout(sheet)) == (None, Field.DATE, Field.EVENT)


def test_two_event_columns_are_both_the_event() -> None:
    sheet = a_sheet(("Date", "Event", "Event detail"), ENTRY)
    assert fields(find_layout(sheet)) == (Field.DATE, Field.EVENT, Field.EVENT)


def test_a_hidden_column_claims_its_field_only_where_no_other_does() -> None:
    hidden = {(row, column): State.HIDDEN for row in (1, 2) for column in (2, 3)}
    sheet = Sheet("Sheet1", (("Date", "Event", "Action", "Event"), (*ENTRY, "Seen.")), states=hidden)
    layout = find_layout(sheet)
    assert fields(layout) == (Field.DATE, None, Field.ACTION, Field.EVENT)
    assert layout is not None
    assert not layout.columns[2].sure


def test_a_table_without_headings_is_guessed_from_its_cells() -> None:
    layout = find_layout(a_sheet(ENTRY, ENTRY))
    assert layout is not None
    assert layout.heading_row == 0
    assert fields(layout) == (Field.DATE, Field.EVENT, None)
    assert not any(column.sure for column in layout.columns if column.field)


def test_a_table_that_goes_on_without_headings_is_read_as_the_one_before_it() -> None:
    before = find_layout(a_sheet(("Date", "Action", "Event"), ENTRY))
    after = find_layout(a_sheet(("13/03/2022", "None.", "Seen.")), like=before)
    assert fields(after) == (Field.DATE, Field.ACTION, Field.EVENT)


def test_other_tables_are_no_chronology() -> None:
    assert find_layout(a_sheet(("Abbreviation", "Meaning"), ("HV", "Health visitor"))) is None
    assert find_layout(a_sheet(("Name", "Baby K"), ("Date of birth", "20/01/2022"))) is None
    assert find_layout(a_sheet()) is None


def test_the_order_of_dates_is_settled_from_the_whole_column() -> None:
    heading = ("Date", "Event")
    assert find_layout(a_sheet(heading, ("03/04/2022", "a"), ("13/04/2022", "b"))).day_first is True  # type: ignore[union-attr]
    assert find_layout(a_sheet(heading, ("03/04/2022", "a"), ("03/25/2022", "b"))).day_first is False  # type: ignore[union-attr]
    assert find_layout(a_sheet(heading, ("03/04/2022", "a"), ("03/05/2022", "b"))).day_first is None  # type: ignore[union-attr]


def test_a_person_can_say_where_the_headings_are() -> None:
    sheet = a_sheet(("Date", "Event"), ("Day of visit", "What we saw"), ("12/03/2022", "Seen at home with mother."))
    layout = layout_at(sheet, 2)
    assert (layout.first_row, layout.heading_row) == (2, 2)
    assert [column.heading for column in layout.columns] == ["Day of visit", "What we saw"]
    assert fields(layout_at(sheet, 0)) == (None, None)


def test_a_heading_merged_over_two_rows_is_one_heading() -> None:
    rows = (("Date", "Contact", None), (None, "Source", "Event"), ("12/03/2022", "Record", "Home visit."))
    sheet = Sheet("Sheet1", rows, merges=(Merge(1, 1, 2, 1), Merge(1, 2, 1, 3)))
    layout = find_layout(sheet)
    assert fields(layout) == (Field.DATE, Field.SOURCE, Field.EVENT)


def test_only_a_date_that_reads_either_way_leaves_the_order_in_doubt() -> None:
    def either(*dates: Value) -> tuple[bool | None, str]:
        layout = find_layout(a_sheet(("Date", "Event"), *((one, "Seen.") for one in dates)))
        assert layout is not None
        return layout.day_first, layout.either

    assert either("12 March 2022", "March 2022") == (None, "")
    assert either(date(2022, 4, 3), date(2022, 5, 4)) == (None, "")
    assert either("January 2022", "03/04/2022", "05/06/2022") == (None, "03/04/2022")
    assert either("03/04/2022", "25/04/2022") == (True, "")
