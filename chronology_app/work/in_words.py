"""What was checked or merged, in plain words: rows in numbers that add up, and what needs a person with its place."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.core.source import Outcome
from chronology_app.work.accounting import counts_in_words
from chronology_app.work.merging import Merged

_ORDERS = {
    True: "dates read day first",
    False: "dates read month first",
    None: "nothing settles whether dates are day or month first, so they were read day first",
}
_TOLD = frozenset({Outcome.NIL_RETURN, Outcome.NOTE, Outcome.FOOTER, Outcome.HIDDEN, Outcome.STRUCK, Outcome.DELETED})
"""Rows left out that the sender is told about one by one."""


def checked_words(file: dict[str, Any]) -> Iterator[str]:
    """Say what was understood of one file: its agency, its tables, every row in numbers, and what needs a person."""
    rows = list(rows_of(file))
    needing = [row for row in rows if needs(row)]
    ran_on = sum(row["outcome"] == Outcome.ENTRY and row["when"] is None and not row["reason"] for row in rows)
    yield f"{Path(file['file']).name}"
    yield f"  From {file['agency']['name']} ({file['agency']['code']})."
    for table in file["tables"]:
        headings = f"headings in row {table['heading_row']}" if table["heading_row"] else "no headings"
        dates = f"; {_ORDERS[table['day_first']]}" if "date" in table["columns"] else ""
        yield f"  Table {table['name']}: {headings}{dates}."
    counts = {Outcome(name): number for name, number in file["counts"].items()}
    yield f"  {counts_in_words(counts, needing=len(needing), ran_on=ran_on)}."
    if needing:
        yield "  These need a person:"
        yield from map(_row_words, needing)
    left_out = [row for row in rows if row["reason"] and row["outcome"] in _TOLD]
    if left_out:
        yield "  These are left out:"
        yield from map(_row_words, left_out)


def _row_words(row: dict[str, Any]) -> str:
    written = f" ({row['when']['text']})" if row["when"] and row["when"]["text"] else ""
    return f"    {row['table']}, row {row['row']}{written}: {row['reason']}"


def rows_of(file: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give every row of a file as `work.checking.check` describes it, each with the name of its `table`."""
    for table in file["tables"]:
        for row in table["rows"]:
            yield {**row, "table": table["name"]}


def needs(row: dict[str, Any]) -> bool:
    """Whether a row became an entry that needs a person."""
    return row["outcome"] == Outcome.ENTRY and bool(row["reason"])


def merged_words(merged: Merged, output: Path, review: Path | None) -> Iterator[str]:
    """Say where the document is, what of each file is in it, and what needs a person."""
    yield from document_words(merged.chronology, output)
    needing = Counter(merged.chronology.sources[entry.source_id].sha256 for entry in needing_entries(merged.chronology))
    for file in merged.plan.accepted:
        ran_on = sum(entry.last_row - entry.row for table in file.tables for entry in table.entries)
        words = counts_in_words(file.counts(), needing=needing[file.sha256], ran_on=ran_on)
        yield f"  {file.name}, {file.agency.name} ({file.agency.code}): {words}."
    for file in merged.plan.files:
        if file.seen_as:
            yield f"  {file.name}: left out, the same file is already there as {file.seen_as}."
    if review:
        yield f"The review is in {review}."
    yield from needing_words(merged.chronology)


def document_words(chronology: Chronology, output: Path) -> Iterator[str]:
    """Say where the document is and what is in it."""
    entries = chronology.in_order()
    days = [day for entry in entries for day in (entry.when.earliest, entry.when.latest) if day]
    agencies = len({entry.agency_id for entry in entries})
    span = f", {_day(min(days))} to {_day(max(days))}" if days else ""
    needing = sum(1 for _ in needing_entries(chronology))
    look = f"; {needing:,} of them {'needs' if needing == 1 else 'need'} a person" if needing else ""
    yield f"The combined chronology is in {output}."
    yield f"{count(len(entries), 'entry', 'entries')} of {count(agencies, 'agency', 'agencies')}{span}{look}."


def needing_words(chronology: Chronology) -> Iterator[str]:
    """Say which entries need a person, each with its file, place and reason."""
    for number, entry in enumerate(needing_entries(chronology)):
        if not number:
            yield "These entries need a person:"
        source = chronology.sources.get(entry.source_id)
        written = f" ({entry.when.text})" if entry.when.text else ""
        yield f"  {source.name if source else ''}, {entry.table}, row {entry.row}{written}: {entry.needs}"


def needing_entries(chronology: Chronology) -> Iterator[Entry]:
    """Give the entries of the chronology that need a person, in order."""
    return (entry for entry in chronology.in_order() if entry.needs)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
