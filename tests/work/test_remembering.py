"""What a person corrected in one import is remembered in the same step, and the agency's next file is read that way."""

from dataclasses import replace
from pathlib import Path

from chronology_app.core.chronology import Chronology
from chronology_app.core.fields import Field
from chronology_app.core.remembered import Constant
from chronology_app.work import correcting
from chronology_app.work.accepting import accept
from chronology_app.work.plan import ImportPlan, TablePlan
from chronology_app.work.planning import plan_import

NOW = "2022-09-02T10:00:00+00:00"
ROWS = "Date,Worker,Remarks\n03/04/2022,A. Reed,Called at the house and nobody answered.\n"


def a_file(folder: Path, name: str, text: str = ROWS) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def corrected(plan: ImportPlan) -> ImportPlan:
    """The plan with the worker's column as people, the order of dates and the source said by a person."""
    plan = correcting.with_field(plan, 0, 0, 2, Field.PEOPLE)
    plan = correcting.with_day_first(plan, 0, 0, day_first=False)
    return correcting.with_constant(plan, 0, 0, Field.SOURCE, " Case record ")


def accepted(plan: ImportPlan, chronology: Chronology | None = None) -> Chronology:
    chronology = chronology or Chronology()
    return chronology.after(accept(plan, chronology, now=NOW)[0])


def table_of(plan: ImportPlan) -> TablePlan:
    return plan.files[0].tables[0]


def test_a_correction_is_remembered_in_the_same_step(tmp_path: Path) -> None:
    plan = corrected(plan_import([a_file(tmp_path, "Police.csv")]))
    change, _ = accept(plan, Chronology(), now=NOW)
    after = Chronology().after(change)
    (layout,) = after.layouts.values()
    assert (layout.agency_code, layout.headings) == ("POL", ("Date", "Worker", "Remarks"))
    assert layout.fields == ("date", "people", "event")
    assert (layout.day_first, layout.constants) == (False, (Constant("source", "Case record"),))
    assert after.after(Chronology().inverse(change)) == Chronology()
    (entry,) = after.entries.values()
    assert (entry.source, entry.people) == ("Case record", "A. Reed")
    assert "given at the import" in entry.comment


def test_the_next_file_of_the_agency_is_read_that_way(tmp_path: Path) -> None:
    before = accepted(corrected(plan_import([a_file(tmp_path, "Police.csv")])))
    later = a_file(tmp_path, "Police July.csv", ROWS.replace("03/04", "05/07"))
    table = table_of(plan_import([later], before))
    assert table.remembered
    assert table.layout is not None
    assert [column.field for column in table.layout.columns] == [Field.DATE, Field.PEOPLE, Field.EVENT]
    assert (table.layout.day_first, table.entries[0].texts[Field.SOURCE]) == (False, "Case record")
    assert not table.needing


def test_another_agency_with_the_same_headings_is_read_anew(tmp_path: Path) -> None:
    before = accepted(corrected(plan_import([a_file(tmp_path, "Police.csv")])))
    table = table_of(plan_import([a_file(tmp_path, "Midwifery.csv", ROWS.replace("03/04", "05/07"))], before))
    assert not table.remembered
    assert table.layout is not None
    assert table.layout.columns[1].field is Field.PROFESSIONAL


def test_what_nobody_corrected_is_not_remembered(tmp_path: Path) -> None:
    plan = plan_import([a_file(tmp_path, "Police.csv")])
    assert not accepted(plan).layouts
    before = accepted(corrected(plan))
    again = plan_import([a_file(tmp_path, "Police July.csv", ROWS.replace("03/04", "05/07"))], before)
    assert accepted(again, before).layouts == before.layouts
    left_out = correcting.with_table(corrected(plan), 0, 0, included=False)
    assert not accepted(left_out).layouts


def test_corrected_again_it_takes_the_place_of_what_was_remembered(tmp_path: Path) -> None:
    before = accepted(corrected(plan_import([a_file(tmp_path, "Police.csv")])))
    again = plan_import([a_file(tmp_path, "Police July.csv", ROWS.replace("03/04", "05/07"))], before)
    after = accepted(correcting.with_field(again, 0, 0, 2, None), before)
    (old,), (new,) = before.layouts.values(), after.layouts.values()
    assert new == replace(old, fields=("date", "", "event"))


def test_an_order_the_column_proves_is_not_remembered_as_chosen(tmp_path: Path) -> None:
    proven = a_file(tmp_path, "Police.csv", ROWS.replace("03/04", "25/04"))
    plan = correcting.with_field(plan_import([proven]), 0, 0, 2, None)
    (layout,) = accepted(plan).layouts.values()
    assert layout.day_first is None


def test_words_given_to_a_field_are_taken_back_and_outlast_another_heading_row(tmp_path: Path) -> None:
    plan = corrected(plan_import([a_file(tmp_path, "Police.csv")]))
    moved = table_of(correcting.with_heading_row(plan, 0, 0, 1)).layout
    assert moved is not None
    assert moved.constants == (Constant("source", "Case record"),)
    back = table_of(correcting.with_constant(plan, 0, 0, Field.SOURCE, " "))
    assert back.layout is not None
    assert (back.layout.constants, Field.SOURCE in back.entries[0].texts) == ((), False)
    assert correcting.with_constant(plan, 0, 0, Field.DATE, "soon") == plan


def test_a_sheet_whose_headings_change_half_way_has_two_tables(tmp_path: Path) -> None:
    rows = f"{ROWS}Ref,Date of contact,Details of contact\n9,05/04/2022,Seen.\n"
    plan = plan_import([a_file(tmp_path, "Police.csv", rows)])
    (file,) = plan.files
    assert [table.sheet.height for table in file.tables] == [2, 2]
    after = accepted(plan)
    (source,) = after.sources.values()
    assert sum(source.counts().values()) == sum(table.rows for table in source.tables) == 4
    second = source.table(next(entry.table for entry in after.entries.values() if entry.event == "Seen."))
    assert second is not None
    assert second.headings == ("Ref", "Date of contact", "Details of contact")


def test_a_nil_return_keeps_its_period(tmp_path: Path) -> None:
    rows = f"{ROWS}No contact between 1 May 2022 and 4 June 2022,,\n"
    (source,) = accepted(plan_import([a_file(tmp_path, "Police.csv", rows)])).sources.values()
    (nil,) = source.nil_returns()
    assert (nil.row, str(nil.earliest), str(nil.latest)) == (3, "2022-05-01", "2022-06-04")


def test_a_file_said_to_be_of_another_agency_is_read_as_that_one_is_remembered(tmp_path: Path) -> None:
    before = accepted(corrected(plan_import([a_file(tmp_path, "Police.csv")])))
    (police,) = before.agencies.values()
    plan = plan_import([a_file(tmp_path, "Return.csv", ROWS.replace("03/04", "05/07"))], before)
    assert not table_of(plan).remembered
    table = table_of(correcting.with_agency(plan, 0, police, before.layouts.values()))
    assert table.remembered
    assert table.entries[0].texts[Field.SOURCE] == "Case record"
    own = correcting.with_field(plan, 0, 0, 2, None)
    kept = table_of(correcting.with_agency(own, 0, police, before.layouts.values()))
    assert kept.layout == table_of(own).layout
