"""The chronology as csv that Excel opens rightly and in which no agency's words can run as a formula."""

import csv
from datetime import date
from pathlib import Path

from chronology_app.core.chronology import Chronology
from chronology_app.core.findings import Findings
from chronology_app.core.own_csv import guarded
from chronology_app.core.progress import Report, silent
from chronology_app.writing.look import Look
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.output import replacing
from chronology_app.writing.tidy import HEADINGS, Value, rows


def write_csv(chronology: Chronology, findings: Findings, path: Path, look: Look, *, report: Report = silent) -> None:
    """Write the entries as csv: UTF-8 with a byte order mark, commas, dates as ISO 8601.

    Text that would begin a formula has an apostrophe put before it, which is taken off when the app reads the file.

    Raises:
        OutputProblem: it cannot be written; a file already there is as it was.
        Cancelled: `report` raised it; nothing is left behind.
    """
    manuscript = Manuscript(chronology, findings, look)
    total = len(manuscript.entries)
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for number, row in enumerate(rows(manuscript)):
            if number % 500 == 0:
                report(number, total, "Writing the table")
            writer.writerow([safe(value) for value in row])


def safe(value: Value) -> str:
    """Return a value as text that no spreadsheet takes for a formula."""
    if isinstance(value, date):
        return value.isoformat()
    return guarded("" if value is None else str(value))
