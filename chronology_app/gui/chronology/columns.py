"""The columns of the chronology table as data: what each says, and how wide it starts."""

from collections.abc import Callable
from dataclasses import dataclass

from chronology_app.core.fields import Field
from chronology_app.core.mark import LETTERS
from chronology_app.gui.chronology.rows import Row


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its heading, the text a row shows in it, its width in characters, and its share of what is left.

    `field` names the agency's field whose marked passages it shows, "" for what is not the agency's text.
    """

    heading: str
    text: Callable[[Row], str]
    width: int
    share: float = 0
    field: str = ""


def letters(row: Row) -> str:
    """Return the letters of every kind the entry or its passages are marked with: "F", "F O", ""."""
    return " ".join(sorted({LETTERS[mark.kind] for mark in row.marks}))


COLUMNS = (
    TableColumn("Date", lambda row: "\n".join(row.dates), 28),
    TableColumn("Agency", lambda row: row.code, 8),
    TableColumn("What happened", lambda row: row.event, 0, 0.62, Field.EVENT),
    TableColumn("Action or outcome", lambda row: row.action, 0, 0.38, Field.ACTION),
    TableColumn("Mark", letters, 7),
)
DATE, AGENCY, EVENT, ACTION, MARK = range(len(COLUMNS))
