"""The original row, exactly as sent: which file, sheet or table and row, and every cell under its heading."""

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.fields import TITLES, Field


class OriginalRow(QTextBrowser):
    """Shows the row as the agency sent it; nothing in it can be followed or changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName("The original row as sent")

    def show_row(self, chronology: Chronology, entry: Entry) -> None:
        """Show where the row stood and its cells; agency text is shown as text, whatever it looks like."""
        source = chronology.sources.get(entry.source_id)
        table = source.table(entry.table) if source else None
        headings = table.headings if table else ()
        fields = table.fields if table else ()
        cells = [
            _cell(
                headings[number] if number < len(headings) else "",
                text,
                fields[number] if number < len(fields) else "",
            )
            for number, text in enumerate(entry.original)
        ]
        self.setHtml(f"<p>{escape(place_of(chronology, entry))}</p>{''.join(cells)}")


def place_of(chronology: Chronology, entry: Entry) -> str:
    """Return where an entry stood: "HV visits.xlsx, sheet or table Visits, row 12"."""
    source = chronology.sources.get(entry.source_id)
    rows = f"row {entry.row}" if entry.row == entry.last_row else f"rows {entry.row} to {entry.last_row}"
    return f"{source.name if source else 'File not known'}, {entry.table}, {rows}"


def _cell(heading: str, text: str, field: str) -> str:
    understood = f" (understood as {TITLES[Field(field)]})" if field in set(Field) else " (kept, not used)"
    words = escape(text).replace("\n", "<br/>") or "<i>empty</i>"
    return f"<p><b>{escape(heading) or 'No heading'}</b><small>{understood}</small><br/>{words}</p>"
