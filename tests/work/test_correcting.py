"""A person's corrections change the plan and nothing else, and every row stays accounted for."""

from dataclasses import replace
from datetime import date

from chronology_app.core.fields import Field
from chronology_app.core.sheet import Sheet, State
from chronology_app.core.source import Outcome
from chronology_app.work import correcting
from chronology_app.work.plan import FilePlan, ImportPlan
from chronology_app.work.planning import plan_table
from tests.make import HEALTH, POLICE, a_sheet, on

ROWS = (("Date", "Day", "Event"), ("03/04/2022", "04/05/2022", "Seen."), ("soon", "05/05/2022", "Called."))
OTHER = (("HV", "Health visitor"), ("GP", "General practice"))


def a_plan(*sheets: Sheet) -> ImportPlan:
    tables = tuple(map(plan_table, sheets or (a_sheet(*ROWS), a_sheet(*OTHER))))
    return ImportPlan((FilePlan("a.csv", b"", "1", HEALTH, tables), FilePlan("b.csv", b"", "2", POLICE, tables)))


def test_only_what_is_touched_is_drafted_again() -> None:
    before = a_plan()
    after = correcting.with_day_first(before, 0, 0, day_first=False)
    assert after.files[1] is before.files[1]
    assert after.files[0].tables[1] is before.files[0].tables[1]
    assert before == a_plan() or before.files[0].tables[0].drafts != after.files[0].tables[0].drafts


def test_a_column_is_given_another_field_and_the_dates_move() -> None:
    plan = correcting.with_field(a_plan(), 0, 0, 2, Field.DATE)
    table = plan.files[0].tables[0]
    assert table.layout is not None
    assert [column.field for column in table.layout.columns] == [None, Field.DATE, Field.EVENT]
    assert [entry.when.earliest for entry in table.entries] == [date(2022, 5, 4), date(2022, 5, 5)]
    assert table.entries[1].original == ROWS[2]


def test_a_table_that_was_no_chronology_becomes_one_by_its_columns() -> None:
    plan = correcting.with_field(a_plan(), 0, 1, 2, Field.EVENT)
    assert [entry.texts for entry in plan.files[0].tables[1].entries] == [
        {Field.EVENT: "Health visitor"},
        {Field.EVENT: "General practice"},
    ]


def test_the_heading_row_is_said() -> None:
    table = correcting.with_heading_row(a_plan(), 0, 1, 1).files[0].tables[1]
    assert table.layout is not None
    assert [column.heading for column in table.layout.columns] == ["HV", "Health visitor"]
    assert table.counts()[Outcome.HEADING] == 1


def test_the_order_of_dates_is_said() -> None:
    table = correcting.with_day_first(a_plan(), 0, 0, day_first=False).files[0].tables[0]
    assert table.entries[0].when.earliest == date(2022, 3, 4)


def test_a_date_is_decided_and_taken_back() -> None:
    plan = correcting.with_date(a_plan(), 0, 0, 3, on("x", date(2022, 6, 1)))
    assert (plan.needing(), plan.files[0].tables[0].entries[1].when.text) == (1, "soon")
    assert correcting.with_date(plan, 0, 0, 3, None) == a_plan()


def test_a_row_is_taken_in_and_left_out_again() -> None:
    before = a_plan(Sheet("Sheet1", ROWS, states={(3, 0): State.STRUCK}))
    plan = correcting.with_taken_in(before, 0, 0, 3, on=True)
    assert (before.entries(), plan.entries()) == (2, 3)
    assert correcting.with_taken_in(plan, 0, 0, 3, on=False) == before


def test_decisions_outlast_other_corrections() -> None:
    plan = correcting.with_date(a_plan(), 0, 0, 3, on("x", date(2022, 6, 1)))
    again = correcting.with_day_first(plan, 0, 0, day_first=True).files[0].tables[0]
    assert again.entries[1].when.earliest == date(2022, 6, 1)


def test_an_agency_changed_changes_for_all_its_files() -> None:
    renamed = replace(POLICE, name="Transport police")
    plan = correcting.with_agency(a_plan(), 0, renamed)
    assert [file.agency for file in plan.files] == [renamed, renamed]


def test_files_and_tables_are_left_out_and_taken_in() -> None:
    plan = correcting.with_file(a_plan(), 1, included=False)
    assert (len(plan.accepted), plan.entries()) == (1, 2)
    assert correcting.with_table(plan, 0, 0, included=False).entries() == 0
    assert correcting.with_file(plan, 1, included=True) == a_plan()
