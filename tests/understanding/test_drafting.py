"""Every row becomes exactly one draft; entries keep the agency's words, the rest says why it is left out."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.fields import Field
from chronology_app.core.sheet import Merge, Sheet, State, Value
from chronology_app.core.source import Outcome
from chronology_app.core.when import Precision, When
from chronology_app.understanding.draft import Draft
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import Column, Layout, find_layout
from tests.make import a_sheet, on

Row = tuple[Value, ...]
HEADINGS: Row = ("No.", "Date", "Time", "Source", "Event", "Action")
VISIT: Row = (1, "12/03/2022", None, "Record", "Home visit.", "None.")
TWELFTH, DAY = date(2022, 3, 12), timedelta(days=1)


def drafts_of(*rows: Row, dates: dict[int, When] | None = None, taken_in: frozenset[int] = frozenset()) -> list[Draft]:
    """The drafts of these rows below a heading row, that one left out."""
    sheet = a_sheet(HEADINGS, VISIT, *rows)
    return list(draft(sheet, find_layout(sheet), dates=dates, taken_in=taken_in))[2:]


def test_an_entry_has_its_words_and_its_date() -> None:
    (entry,) = drafts_of((2, "13/03/2022", "14:30", "Record", " Phone call. ", None))
    assert (entry.row, entry.last_row, entry.outcome) == (3, 3, Outcome.ENTRY)
    assert entry.texts == {Field.REFERENCE: "2", Field.SOURCE: "Record", Field.EVENT: "Phone call."}
    assert (entry.when.earliest, entry.when.time) == (date(2022, 3, 13), time(14, 30))
    assert entry.original == ("2", "13/03/2022", "14:30", "Record", " Phone call. ", "")
    assert (entry.reason, entry.comment) == ("", "")


def test_true_dates_are_taken_as_they_are() -> None:
    (entry,) = drafts_of((2, datetime(2022, 4, 3), None, "Record", "Seen.", None))
    assert entry.when.earliest == date(2022, 4, 3)
    assert entry.original[1] == "03/04/2022"


def test_true_dates_in_a_month_first_column_may_have_been_swapped() -> None:
    column: tuple[Value, ...] = ("03/25/2022", datetime(2022, 4, 3), datetime(2022, 3, 26))
    sheet = a_sheet(("Date", "Event"), *((value, "Seen.") for value in column))
    _, text, swapped, sure = draft(sheet, find_layout(sheet))
    assert (text.when.earliest, text.reason, sure.reason) == (date(2022, 3, 25), "", "")
    assert (swapped.when.earliest, bool(swapped.reason)) == (date(2022, 4, 3), True)
    assert [offer.earliest for offer in swapped.when.offers] == [date(2022, 4, 3), date(2022, 3, 4)]


def test_a_blank_date_is_that_of_the_row_above_without_its_time() -> None:
    first, second = drafts_of(
        (2, "13/03/2022", "14:30", "Record", "Call.", None), (3, None, None, "Record", "Seen.", "")
    )
    assert second.when == When("", first.when.earliest, first.when.latest, Precision.DAY)
    assert second.comment == "date taken from the row above"
    assert second.reason == ""


def test_a_merged_date_counts_for_all_its_rows() -> None:
    rows = (HEADINGS, VISIT, (2, None, None, "Record", "Seen.", None))
    sheet = Sheet("Sheet1", rows, merges=(Merge(2, 2, 3, 2),))
    entry = draft(sheet, find_layout(sheet))[2]
    assert (entry.when.text, entry.when.earliest) == ("12/03/2022", TWELFTH)
    assert entry.comment == "date taken from the row above"
    assert entry.original[1] == ""


def test_below_a_date_that_cannot_be_read_a_blank_one_needs_a_person_too() -> None:
    above, below = drafts_of((2, "not known", None, "R", "Seen.", None), (3, None, None, "R", "Called.", None))
    assert above.reason
    assert not below.when.known
    assert below.reason == "Its date is that of the row above, which needs a date."


def test_no_date_is_carried_over_the_title_of_a_section() -> None:
    title, entry = drafts_of(("Birth to six weeks",), (2, None, None, "R", "Seen.", None))
    assert title.outcome is Outcome.SECTION
    assert entry.reason == "No date is written."


def test_no_date_is_borrowed_from_a_row_that_is_left_out() -> None:
    rows = (HEADINGS, VISIT, (2, "14/03/2022", None, "R", "Called.", None), (3, None, None, "R", "Seen.", None))
    sheet = Sheet("Sheet1", rows, states={(3, 0): State.HIDDEN})
    hidden, entry = draft(sheet, find_layout(sheet))[2:]
    assert hidden.outcome is Outcome.HIDDEN
    assert not entry.when.known
    assert entry.reason


def test_section_rows_give_the_year_and_month_to_the_rows_below() -> None:
    year, entry, month, other = drafts_of(
        (None, 2021), (2, "14 March", None, "R", "Seen.", None), ("May 2020",), (3, "14 May", None, "R", "Seen.", None)
    )
    assert (year.outcome, month.outcome) == (Outcome.SECTION, Outcome.SECTION)
    assert entry.when.earliest == date(2021, 3, 14)
    assert other.when.earliest == date(2020, 5, 14)


def test_a_numbered_row_with_only_a_month_is_no_title_but_an_entry_without_an_event() -> None:
    (entry,) = drafts_of((2, "May 2020", None, None, None, None))
    assert (entry.outcome, entry.reason) == (Outcome.ENTRY, "No event is written.")


def test_same_day_offers_the_day_of_the_row_above_and_asks() -> None:
    (entry,) = drafts_of((2, "same day", None, "R", "Seen again.", None))
    assert (entry.when.text, entry.when.known, bool(entry.reason)) == ("same day", False, True)
    assert [offer.earliest for offer in entry.when.offers] == [TWELFTH]


def test_a_time_is_read_the_same_for_every_day() -> None:
    days = ("13/03/2022", "14/03/2022", "c. May 2022")
    first, second, third = drafts_of(*((2, day, "2pm", "Record", "Seen.", None) for day in days))
    assert first.when == replace(second.when, text=first.when.text, earliest=TWELFTH + DAY, latest=TWELFTH + DAY)
    assert (second.when.text, second.when.time, second.when.precision) == ("14/03/2022 2pm", time(14), Precision.MINUTE)
    assert (third.when.time, bool(third.reason)) == (None, True)


def test_rows_that_are_no_entries_say_what_they_are() -> None:
    kinds = {
        Outcome.HEADING: HEADINGS,
        Outcome.BLANK: (None, " "),
        Outcome.SECTION: ("Antenatal",),
        Outcome.FOOTER: (None, "Total contacts: 41"),
        Outcome.NOTE: (3, "13/03/2022", None, "# author", "My view.", None),
        Outcome.NIL_RETURN: (None, None, None, None, "No contact between 1 March 2022 and 4 May 2022", None),
    }
    for outcome, row in kinds.items():
        (found,) = drafts_of(row)
        assert found.outcome is outcome
        assert bool(found.reason) == (outcome not in (Outcome.HEADING, Outcome.BLANK))


def test_a_nil_return_has_its_period() -> None:
    (found,) = drafts_of((None, "01/03/2022 - 04/05/2022", None, None, "No contact.", None))
    assert found.outcome is Outcome.NIL_RETURN
    assert (found.when.earliest, found.when.latest) == (date(2022, 3, 1), date(2022, 5, 4))


def test_a_nil_return_is_in_the_year_of_its_section() -> None:
    _, found = drafts_of(("2021",), ("No contact between 1 March and 4 May",))
    assert (found.when.earliest, found.when.latest) == (date(2021, 3, 1), date(2021, 5, 4))


def test_no_contact_on_a_day_is_an_event() -> None:
    (entry,) = drafts_of((2, "13/03/2022", None, "R", "No contact.", None))
    assert entry.outcome is Outcome.ENTRY


def test_rows_above_the_headings_are_notes() -> None:
    sheet = a_sheet(("Chronology of Baby K",), (), HEADINGS, VISIT)
    title, blank, heading, entry = draft(sheet, find_layout(sheet))
    assert (title.outcome, title.reason) == (Outcome.NOTE, "It stands above the headings.")
    assert (blank.outcome, heading.outcome, entry.outcome) == (Outcome.BLANK, Outcome.HEADING, Outcome.ENTRY)


def test_a_run_of_blank_rows_is_one_draft() -> None:
    blank, entry = drafts_of((), (None,), ("", "  "), VISIT)
    assert (blank.row, blank.last_row, entry.row) == (3, 5, 6)


def test_text_that_runs_on_belongs_to_the_entry_above() -> None:
    (entry,) = drafts_of(VISIT, (None, None, None, None, "and mother was told.", None))
    assert (entry.row, entry.last_row) == (3, 4)
    assert entry.texts[Field.EVENT] == "Home visit.\nand mother was told."
    assert entry.original[4] == "Home visit.\nand mother was told."


def test_an_event_alone_that_begins_a_sentence_is_an_entry_of_its_own() -> None:
    _, entry = drafts_of(VISIT, (None, None, None, None, "Mother was told.", None))
    assert (entry.outcome, entry.when.earliest) == (Outcome.ENTRY, TWELFTH)


def test_an_entry_without_a_date_or_event_needs_a_person() -> None:
    undated, empty = drafts_of(("2", "undated", None, "R", "Seen.", None), (3, "13/03/2022", None, "R", None, None))
    assert (undated.outcome, bool(undated.reason)) == (Outcome.ENTRY, True)
    assert (empty.outcome, empty.reason) == (Outcome.ENTRY, "No event is written.")


def test_a_person_decides_a_date_and_the_words_stay() -> None:
    rows: tuple[Row, ...] = (("2", "about then", None, "R", "Seen.", None), (3, None, None, "R", "Called.", None))
    decided, below = drafts_of(*rows, dates={3: on("x", date(2022, 5, 1))})
    assert (decided.when.text, decided.when.earliest, decided.reason) == ("about then", date(2022, 5, 1), "")
    assert below.when.earliest == date(2022, 5, 1)


def test_states_leave_rows_out_until_a_person_takes_them_in() -> None:
    for state, outcome in zip(
        (State.HIDDEN, State.STRUCK, State.DELETED), ("hidden", "struck", "deleted"), strict=True
    ):
        every_cell = {(2, column): state for column in range(1, 7)}
        for states in ({(2, 0): state}, every_cell):
            sheet = Sheet("Sheet1", (HEADINGS, VISIT), states=states)
            (_, left_out), (_, taken) = (draft(sheet, find_layout(sheet), taken_in=t) for t in (frozenset(), {2}))  # type: ignore[arg-type]
            assert (left_out.outcome, bool(left_out.reason)) == (outcome, True)
            assert taken.outcome is Outcome.ENTRY


def test_a_hidden_sheet_is_left_out_as_a_whole() -> None:
    sheet = Sheet("Sheet1", (HEADINGS, VISIT), hidden=True)
    layout = find_layout(sheet)
    assert [one.outcome for one in draft(sheet, layout)] == [Outcome.HIDDEN, Outcome.HIDDEN]
    assert draft(sheet, layout, taken_in=frozenset({0}))[1].outcome is Outcome.ENTRY


def test_what_is_partly_struck_out_or_commented_is_said() -> None:
    sheet = Sheet("Sheet1", (HEADINGS, VISIT), states={(2, 5): State.STRUCK}, comments={(2, 4): "Which record?"})
    (_, entry) = draft(sheet, find_layout(sheet))
    assert entry.comment == "struck out: “Event”; in the file: Which record?"


def test_text_in_a_hidden_column_is_used_only_with_a_word_about_it() -> None:
    hidden = {(row, 6): State.HIDDEN for row in (1, 2)}
    sheet = Sheet("Sheet1", (HEADINGS, VISIT), states=hidden)
    (_, entry) = draft(sheet, find_layout(sheet))
    assert entry.texts[Field.ACTION] == "None."
    assert entry.comment == "“Action” stands in a hidden column"


def test_a_sentence_across_all_columns_is_an_event_that_needs_a_date() -> None:
    words = "On 14 March 2022 mother and baby moved to the grandmother's home in the north of the county."
    sheet = Sheet("Sheet1", (HEADINGS, VISIT, (words,)), merges=(Merge(3, 1, 3, 6),))
    entry = draft(sheet, find_layout(sheet))[2]
    assert (entry.texts, entry.when.known) == ({Field.EVENT: words}, False)
    assert entry.reason == "No date is written."


def test_several_columns_of_one_field_follow_one_another() -> None:
    sheet = a_sheet(("Date", "Action", "Outcome", "Event"), ("12/03/2022", "Called.", "Answered.", "Call."))
    assert draft(sheet, find_layout(sheet))[1].texts[Field.ACTION] == "Called.\nAnswered."


def test_a_table_that_is_no_chronology_is_still_accounted_for() -> None:
    drafts = draft(a_sheet(("HV", "Health visitor"), (), ("Nil return",)), None)
    assert [one.outcome for one in drafts] == [Outcome.NOTE, Outcome.BLANK, Outcome.NIL_RETURN]
    assert drafts[0].reason == "This table has neither a date nor an event column."


words = st.sampled_from(
    (
        *(
            "",
            " ",
            "Date",
            "Event",
            "2022",
            "May 2022",
            "12/03/2022",
            "13 March",
            "same day",
            "Home visit.",
            "and so on",
        ),
        *("Nil return", "Total: 4", "Completed by A.", "Note: x", "# y", "No contact between 1/3/2022 and 4/3/2022"),
    )
)
values = st.one_of(words, st.none(), st.integers(1, 99), st.dates(date(2020, 1, 1), date(2022, 1, 1)), st.text("ab1 /"))
grids = st.lists(st.lists(values, max_size=5).map(tuple), max_size=12).map(tuple)
fields = st.lists(st.one_of(st.none(), st.sampled_from(list(Field))), min_size=5, max_size=5)
places = st.tuples(st.integers(1, 12), st.integers(0, 5))
states = st.dictionaries(places, st.sampled_from(list(State)), max_size=6)


@given(grids, fields, st.integers(0, 4), states, st.frozensets(st.integers(1, 12), max_size=3))
def test_no_row_and_no_word_is_ever_lost(
    rows: tuple[Row, ...],
    fields: list[Field | None],
    heading_row: int,
    states: dict[tuple[int, int], State],
    taken_in: frozenset[int],
) -> None:
    sheet = Sheet("Sheet1", rows, states=states)
    columns = tuple(Column(number, "", field) for number, field in enumerate(fields[: sheet.width], 1))
    for layout in (None, find_layout(sheet), Layout(min(heading_row, len(rows)), columns)):
        drafts = draft(sheet, layout, taken_in=taken_in)
        assert [row for one in drafts for row in range(one.row, one.last_row + 1)] == list(range(1, len(rows) + 1))
        for one in drafts:
            kept = "\n".join(one.original)
            for row in range(one.row, one.last_row + 1):
                assert all(sheet.text(row, column).strip() in kept for column in range(1, sheet.width + 1))


@given(st.permutations(range(6)), st.integers(0, 3))
def test_neither_the_order_of_columns_nor_the_rows_above_change_what_is_understood(
    order: list[int], above: int
) -> None:
    rows: tuple[Row, ...] = (HEADINGS, VISIT, (2, "c. May 2022", "2pm", "Letter", "Called.", "Seen again."))
    shuffled = [tuple(row[number] for number in order) for row in rows]
    sheet = a_sheet(*([("Chronology of Baby K",)] * above), *shuffled)
    plain = a_sheet(*rows)
    expected = [(one.texts, one.when) for one in draft(plain, find_layout(plain))[1:]]
    found = [one for one in draft(sheet, find_layout(sheet)) if one.outcome is Outcome.ENTRY]
    assert [(one.texts, one.when) for one in found] == expected
