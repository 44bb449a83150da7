"""How one table is laid out: where its headings stand and which column means what."""

from dataclasses import dataclass

from chronology_app.core.fields import Field


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its number from 1, its heading as written, the field it was understood as (None: kept, unclaimed).

    `sure` is False where the heading was matched only roughly, so that the person is asked to look.
    """

    number: int
    heading: str
    field: Field | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's layout. `heading_row` is the last row of the heading (0: none); `first_row` its first.

    `day_first` is None where nothing in the date column settles the order: it is then read day first and said so.
    """

    heading_row: int
    columns: tuple[Column, ...]
    first_row: int = 0
    day_first: bool | None = None

    def number_of(self, field: Field) -> int:
        """Return the number of the (first) column understood as `field`, 0 where there is none."""
        return next((column.number for column in self.columns if column.field is field), 0)
