"""What a person corrects in an import before accepting it: each correction is a plan for a plan.

Files and tables are named by their position, from 0. Only what a correction touches is drafted again.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from chronology_app.core.agency import Agency
from chronology_app.core.fields import DATE_FIELDS, Field
from chronology_app.core.remembered import Constant, RememberedLayout
from chronology_app.core.when import When
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import Layout, layout_at, settled, unclaimed
from chronology_app.work.plan import FilePlan, ImportPlan, TablePlan
from chronology_app.work.planning import as_remembered


def with_field(plan: ImportPlan, file: int, table: int, column: int, field: Field | None) -> ImportPlan:
    """Say that a column (from 1) holds `field`, or that nobody claims it.

    A date field stands in one column only: another column that held it is unclaimed from then on.
    """

    def corrected(old: TablePlan) -> TablePlan:
        layout = old.layout or unclaimed(old.sheet)
        columns = tuple(
            replace(c, field=field, sure=True)
            if c.number == column
            else replace(c, field=None)
            if c.field is field and field in DATE_FIELDS
            else c
            for c in layout.columns
        )
        changed = replace(layout, columns=columns)
        dates = {c.number for c in layout.columns + columns if c.field in DATE_FIELDS}
        return _redrafted(old, settled(old.sheet, changed) if column in dates else changed)

    return _with_table(plan, file, table, corrected)


def with_heading_row(plan: ImportPlan, file: int, table: int, row: int) -> ImportPlan:
    """Say that physical row `row` holds the headings (0: the table has none); the columns are understood anew."""

    def corrected(old: TablePlan) -> TablePlan:
        constants = old.layout.constants if old.layout else ()
        return _redrafted(old, replace(layout_at(old.sheet, row), constants=constants))

    return _with_table(plan, file, table, corrected)


def with_constant(plan: ImportPlan, file: int, table: int, field: Field, text: str) -> ImportPlan:
    """Give words to a text field of every row that has none of its own ("" takes them back).

    A table without a layout stays as it is.
    """

    def corrected(old: TablePlan) -> TablePlan:
        if old.layout is None or field in DATE_FIELDS:
            return old
        others = tuple(one for one in old.layout.constants if one.field != field)
        given = (Constant(str(field), text.strip()),) if text.strip() else ()
        return _redrafted(old, replace(old.layout, constants=others + given))

    return _with_table(plan, file, table, corrected)


def with_day_first(plan: ImportPlan, file: int, table: int, day_first: bool) -> ImportPlan:
    """Say whether dates such as 03/04/2022 are written day first; a table without a layout stays as it is."""

    def corrected(old: TablePlan) -> TablePlan:
        return _redrafted(old, replace(old.layout, day_first=day_first, swapped=None)) if old.layout else old

    return _with_table(plan, file, table, corrected)


def with_swapped(plan: ImportPlan, file: int, table: int, swapped: bool) -> ImportPlan:
    """Say whether a spreadsheet swapped day and month of the table's true dates, so that they are swapped back."""

    def corrected(old: TablePlan) -> TablePlan:
        return _redrafted(old, replace(old.layout, swapped=swapped)) if old.layout else old

    return _with_table(plan, file, table, corrected)


def with_date(plan: ImportPlan, file: int, table: int, row: int, when: When | None) -> ImportPlan:
    """Set the date a person decided for a row, or take the decision back (None); the agency's words stay."""

    def corrected(old: TablePlan) -> TablePlan:
        dates = {number: decided for number, decided in old.dates.items() if number != row}
        return _redrafted(replace(old, dates=dates if when is None else {**dates, row: when}), old.layout)

    return _with_table(plan, file, table, corrected)


def with_taken_in(plan: ImportPlan, file: int, table: int, row: int, on: bool) -> ImportPlan:
    """Take in a row that was left out, or leave it out again; row 0 is the whole of a hidden sheet."""

    def corrected(old: TablePlan) -> TablePlan:
        taken_in = old.taken_in | {row} if on else old.taken_in - {row}
        return _redrafted(replace(old, taken_in=taken_in), old.layout)

    return _with_table(plan, file, table, corrected)


def with_agency(plan: ImportPlan, file: int, agency: Agency, layouts: Iterable[RememberedLayout] = ()) -> ImportPlan:
    """Say which agency a file is from; where it is changed rather than another, it changes for all its files.

    Tables of the file that nobody has corrected are read as those of this agency are remembered in `layouts`.
    """
    own = [one for one in layouts if one.agency_code == agency.code]

    def corrected(old: FilePlan) -> FilePlan:
        tables = tuple(as_remembered(table, own) if table.layout == table.found else table for table in old.tables)
        replaces = old.replaces if agency.id == old.agency.id else ""
        return replace(old, agency=agency, tables=tables, replaces=replaces)

    changed = _with_file(plan, file, corrected)
    return ImportPlan(tuple(replace(f, agency=agency) if f.agency.id == agency.id else f for f in changed.files))


def with_replaces(plan: ImportPlan, file: int, source_id: str) -> ImportPlan:
    """Say that a file is a later version of a source of the review ("": a new file); only one file can be."""
    others = (replace(f, replaces="") if f.replaces == source_id else f for f in plan.files)
    return _with_file(ImportPlan(tuple(others)), file, lambda old: replace(old, replaces=source_id))


def with_file(plan: ImportPlan, file: int, included: bool) -> ImportPlan:
    """Take a file in or leave it out."""
    return _with_file(plan, file, lambda old: replace(old, included=included))


def with_table(plan: ImportPlan, file: int, table: int, included: bool) -> ImportPlan:
    """Take a table in or leave the whole of it out."""
    return _with_table(plan, file, table, lambda old: replace(old, included=included))


def _redrafted(table: TablePlan, layout: Layout | None) -> TablePlan:
    drafts = draft(table.sheet, layout, dates=table.dates, taken_in=table.taken_in)
    return replace(table, layout=layout, drafts=drafts)


def _with_file(plan: ImportPlan, file: int, change: Callable[[FilePlan], FilePlan]) -> ImportPlan:
    return ImportPlan(tuple(change(old) if number == file else old for number, old in enumerate(plan.files)))


def _with_table(plan: ImportPlan, file: int, table: int, change: Callable[[TablePlan], TablePlan]) -> ImportPlan:
    def corrected(old: FilePlan) -> FilePlan:
        tables = tuple(change(one) if number == table else one for number, one in enumerate(old.tables))
        return replace(old, tables=tables)

    return _with_file(plan, file, corrected)
