"""The original row, exactly as sent, in every version of its file: where it stood and every cell under its heading."""

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry, Origin
from chronology_app.core.fields import TITLES, Field
from chronology_app.core.source import versions


class OriginalRow(QTextBrowser):
    """Shows the row as the agency sent it; nothing in it can be followed or changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName("The original row as sent")

    def show_row(self, chronology: Chronology, entry: Entry) -> None:
        """Show where the row stood and its cells, the newest version first; agency text is shown as text."""
        rows = (entry.origin, *reversed(entry.earlier))
        self.setHtml("<hr/>".join(_row(chronology, row) for row in rows))


def place_of(chronology: Chronology, entry: Entry) -> str:
    """Return where an entry stood: "HV visits.xlsx, version 2, sheet or table Visits, row 12"."""
    return _place(chronology, entry.origin)


def named(chronology: Chronology, source_id: str) -> str:
    """Return the name of a file, with the number of its version where there are several."""
    source = chronology.sources.get(source_id)
    number = len(versions(chronology.sources, source_id))
    return "File not known" if source is None else f"{source.name}, version {number}" if number > 1 else source.name


def _place(chronology: Chronology, row: Origin) -> str:
    rows = f"row {row.row}" if row.row == row.last_row else f"rows {row.row} to {row.last_row}"
    return f"{named(chronology, row.source_id)}, {row.table}, {rows}"


def _row(chronology: Chronology, row: Origin) -> str:
    source = chronology.sources.get(row.source_id)
    table = source.table(row.table) if source else None
    headings = table.headings if table else ()
    fields = table.fields if table else ()
    cells = [
        _cell(
            headings[number] if number < len(headings) else "",
            text,
            fields[number] if number < len(fields) else "",
        )
        for number, text in enumerate(row.original)
    ]
    return f"<p>{escape(_place(chronology, row))}</p>{''.join(cells)}"


def _cell(heading: str, text: str, field: str) -> str:
    understood = f" (understood as {TITLES[Field(field)]})" if field in set(Field) else " (kept, not used)"
    words = escape(text).replace("\n", "<br/>") or "<i>empty</i>"
    return f"<p><b>{escape(heading) or 'No heading'}</b><small>{understood}</small><br/>{words}</p>"
