"""What is worth knowing about how a table is read: joined columns, words given to a field, where it is known from."""

from collections.abc import Iterator

from chronology_app.core.fields import TITLES, Field
from chronology_app.understanding.layout import Column, Layout
from chronology_app.work.plan import TablePlan

_REMEMBERED = "Read as you corrected it in an earlier import."
_CHRONOLATOR = "A Chronolator table: its references order the entries of a day, its author's notes are no entries."


def about_layout(table: TablePlan) -> str:
    """Return what is worth knowing about a table's layout, a line each; "" where nothing is."""
    return "\n".join(_lines(table, table.layout)) if table.layout else ""


def _lines(table: TablePlan, layout: Layout) -> Iterator[str]:
    if table.remembered:
        yield _REMEMBERED
    if layout.is_chronolator:
        yield _CHRONOLATOR
    for field, columns in _joined(layout):
        names = " and ".join(f"“{_name(column)}”" for column in columns)
        yield f"{TITLES[field]} is joined from {names}, one under the other."
    given = [f"{TITLES[Field(one.field)]} “{one.text}”" for one in layout.constants]
    if given:
        yield f"In every row without its own: {', '.join(given)}."


def _joined(layout: Layout) -> Iterator[tuple[Field, list[Column]]]:
    for field in dict.fromkeys(column.field for column in layout.columns if column.field):
        columns = [column for column in layout.columns if column.field is field]
        if len(columns) > 1:
            yield field, columns


def _name(column: Column) -> str:
    return " ".join(column.heading.split()) or f"Column {column.number}"
