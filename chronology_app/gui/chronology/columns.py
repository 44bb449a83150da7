"""The columns of the chronology table as data: what each says, and how wide it starts."""

from collections.abc import Callable
from dataclasses import dataclass

from chronology_app.core.fields import Field
from chronology_app.core.mark import LETTERS
from chronology_app.gui.chronology.rows import Row


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its heading, the text a row shows in it, its width in characters (0: takes what is left).

    `field` names the agency's field whose marked passages it shows, "" for what is not the agency's text.
    """

    heading: str
    text: Callable[[Row], str]
    width: int
    field: str = ""


def letters(row: Row) -> str:
    """Return the letters of every kind the entry or its passages are marked with: "F", "F O", ""."""
    return " ".join(sorted({LETTERS[mark.kind] for mark in row.marks}))


COLUMNS = (
    TableColumn("Date", lambda row: "\n".join(filter(None, (row.written, row.reading, row.age))), 22),
    TableColumn("Agency", lambda row: row.code, 9),
    TableColumn("What happened", lambda row: row.event, 0, Field.EVENT),
    TableColumn("Action or outcome", lambda row: row.action, 34, Field.ACTION),
    TableColumn("Mark", letters, 8),
)
DATE, AGENCY, EVENT, ACTION, MARK = range(len(COLUMNS))
