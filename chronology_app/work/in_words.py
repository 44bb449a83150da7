"""What was merged, in plain words: rows in numbers that add up, and what needs a person with its place."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.work.accounting import counts_in_words
from chronology_app.work.merging import Merged


def merged_words(merged: Merged, output: Path, review: Path | None) -> Iterator[str]:
    """Say where the document is, what of each file is in it, and what needs a person."""
    yield from document_words(merged.chronology, output)
    needing = Counter(merged.chronology.sources[entry.source_id].sha256 for entry in needing_entries(merged.chronology))
    if merged.begun:
        began = count(merged.begun, "entry was", "entries were")
        yield f"  {began} in the exported review already; the agencies' own files are not part of an export."
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
