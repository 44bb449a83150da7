"""A layout that a person corrected is found again by its headings; what the column itself says goes before it."""

from chronology_app.core.fields import Field
from chronology_app.core.remembered import Constant, RememberedLayout
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import Layout
from chronology_app.understanding.recalling import recall
from tests.make import a_sheet

KEPT = RememberedLayout(
    "layout-1",
    "POL",
    ("Log", "Stamp", "Text"),
    ("reference", "date", "event"),
    False,
    (Constant("source", "Control room log"),),
)


def recalled(*rows: tuple[str, ...], kept: RememberedLayout = KEPT) -> Layout:
    layout = recall(a_sheet(*rows), [kept])
    assert layout is not None
    return layout


def test_the_heading_is_found_below_titles_and_its_columns_mean_what_they_did() -> None:
    layout = recalled(("Police log",), ("Log", "Stamp", "Text"), ("1", "03/04/2022", "Call."))
    assert (layout.first_row, layout.heading_row) == (2, 2)
    assert [column.field for column in layout.columns] == [Field.REFERENCE, Field.DATE, Field.EVENT]
    assert all(column.sure for column in layout.columns)


def test_the_order_that_was_chosen_holds_only_where_the_column_says_nothing() -> None:
    assert recalled(KEPT.headings, ("1", "03/04/2022", "Call.")).day_first is False
    assert recalled(KEPT.headings, ("1", "25/04/2022", "Call.")).day_first is True


def test_the_words_given_to_a_field_come_with_it_and_are_told() -> None:
    sheet = a_sheet(KEPT.headings, ("1", "25/04/2022", "Call."))
    (_, entry) = draft(sheet, recall(sheet, [KEPT]))
    assert entry.texts[Field.SOURCE] == "Control room log"
    assert entry.comment == "given at the import: Source “Control room log”"
    assert entry.original == ("1", "25/04/2022", "Call.")


def test_the_agencys_own_words_go_before_words_given_to_the_field() -> None:
    kept = RememberedLayout("x", "POL", ("Date", "Event", "Source"), ("date", "event", "source"), None, KEPT.constants)
    sheet = a_sheet(kept.headings, ("25/04/2022", "Call.", "Log 7"), ("26/04/2022", "Call.", ""))
    _, own, given = draft(sheet, recall(sheet, [kept]))
    assert (own.texts[Field.SOURCE], own.comment) == ("Log 7", "")
    assert given.texts[Field.SOURCE] == "Control room log"


def test_a_heading_of_two_rows_and_a_stray_cell_to_the_right() -> None:
    kept = RememberedLayout("x", "POL", ("Stamp From", "Stamp To", "Text"), ("date", "end_date", "event"))
    layout = recalled(("Stamp", "", "Text"), ("From", "To", ""), ("1/4/2022", "2/4/2022", "Call.", "x"), kept=kept)
    assert (layout.first_row, layout.heading_row, len(layout.columns)) == (1, 2, 4)
    assert layout.columns[3].field is None


def test_other_headings_are_not_recognised() -> None:
    assert recall(a_sheet(("Log", "Stamp", "Details"), ("1", "2", "3")), [KEPT]) is None
    assert recall(a_sheet(KEPT.headings), []) is None
