"""What a person corrected in a table is remembered, so that the agency's next file need not be corrected again."""

from collections.abc import Iterator

from chronology_app.core.chronology import Chronology
from chronology_app.core.identity import new_id
from chronology_app.core.remembered import RememberedLayout
from chronology_app.understanding.layout import Layout, settled
from chronology_app.work.plan import FilePlan, TablePlan


def remembered_of(file: FilePlan, chronology: Chronology) -> tuple[RememberedLayout, ...]:
    """Return the layouts of a file that a person corrected; one for the same agency and headings is replaced.

    A table without headings has nothing it could be known by, so nothing is remembered of it.
    """
    code = file.agency.code
    known = {one.headings: one.id for one in chronology.layouts.values() if one.agency_code == code}
    found: dict[tuple[str, ...], RememberedLayout] = {}
    for table, layout in _corrected(file):
        headings = tuple(column.heading for column in layout.columns)
        found[headings] = RememberedLayout(
            id=known.get(headings) or new_id(),
            agency_code=code,
            headings=headings,
            fields=tuple(column.field or "" for column in layout.columns),
            day_first=_chosen_order(table, layout),
            constants=layout.constants,
        )
    return tuple(found.values())


def _corrected(file: FilePlan) -> Iterator[tuple[TablePlan, Layout]]:
    for table in file.tables:
        if table.included and table.layout and table.layout.heading_row and table.layout != table.found:
            yield table, table.layout


def _chosen_order(table: TablePlan, layout: Layout) -> bool | None:
    """Return the order of dates where a person chose it, None where it is what the column itself says."""
    return layout.day_first if settled(table.sheet, layout).day_first != layout.day_first else None
