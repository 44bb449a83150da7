"""A whole review as JSON: everything a person or the app knows of it, to be read by machines and imported again.

The form is described by resources/schema/chronology.schema.json (JSON Schema 2020-12).
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from chronology_app.core.age import age_of
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Findings, Gap
from chronology_app.core.note import Note
from chronology_app.core.progress import Report, silent
from chronology_app.core.source import Source, versions
from chronology_app.writing.look import Look
from chronology_app.writing.output import replacing
from chronology_app.writing.plain import plain
from chronology_app.writing.references import references

FORMAT = "chronology-builder/review"
VERSION = 2
"""Raised whenever something is kept that an older version of the app would lose in silence."""
PLACE = ("source_id", "table", "row", "last_row")
"""What of an entry stands under "place" instead of beside its words."""

_LONE = re.compile("[\ud800-\udfff]")


def write_json(chronology: Chronology, findings: Findings, path: Path, look: Look, *, report: Report = silent) -> None:
    """Write the whole review, whole or not at all; a look's choice of entries or columns does not shorten it.

    Raises:
        OutputProblem: it cannot be written; a file already there is as it was.
        Cancelled: `report` raised it; nothing is left behind.
    """
    with replacing(path) as temporary:
        report(0, len(chronology.entries), "Writing the review")
        temporary.write_text(to_json(chronology, findings), "utf-8")


def to_json(chronology: Chronology, findings: Findings | None = None) -> str:
    """Return the review as JSON, entries in order, those set aside last. `from_json` gives the same chronology back."""
    found = findings or Findings()
    known = references(chronology)
    entries = (*chronology.in_order(), *chronology.aside())
    whole = {
        "format": FORMAT,
        "format_version": VERSION,
        "review": plain(chronology.review),
        "agencies": _all(chronology.agencies.values()),
        "sources": [_source(chronology, source) for source in chronology.sources.values()],
        "people": _all(chronology.people.values()),
        "stays": _all(chronology.stays.values()),
        "entries": [_entry(chronology, found, known, entry) for entry in entries],
        "notes": _all(chronology.all(Note).values()),
        "links": _all(chronology.links.values()),
        "layouts": _all(chronology.layouts.values()),
        "looks": _all(chronology.looks.values()),
        "not_names": _all(chronology.not_names.values()),
        "accounts": _all(found.accounts),
        "conflicts": _all(found.conflicts),
        "gaps": [_gap(chronology, gap) for gap in found.gaps],
    }
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    return _LONE.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


def _all(records: Iterable[Any]) -> list[Any]:
    return [plain(record) for record in records]


def _entry(chronology: Chronology, found: Findings, known: Mapping[str, str], entry: Entry) -> dict[str, Any]:
    held = plain(entry)
    source = chronology.sources.get(entry.source_id)
    review = chronology.review
    return {
        "id": held.pop("id"),
        "ref": known[entry.id],
        "agency_id": held.pop("agency_id"),
        "agency_as_written": held.pop("agency"),
        "agency": chronology.agency_of(entry).code,
        "place": {"file": source.name if source else "", **{name: held.pop(name) for name in PLACE}},
        "when": {**held.pop("when"), "edtf": entry.when.edtf},
        "time": plain(entry.when.time),
        "age": age_of(entry.when, review.born, review.due),
        **held,
        "kind": plain(chronology.kind_of(entry.id)),
        "marks": [plain(mark) for mark in chronology.marks_of(entry.id)],
        "suggestions": _all(found.suggestions.get(entry.id, ())),
    }


def _source(chronology: Chronology, source: Source) -> dict[str, Any]:
    agency = chronology.agencies.get(source.agency_id)
    counts = {str(outcome): number for outcome, number in source.counts().items()}
    version = len(versions(chronology.sources, source.id))
    return {**plain(source), "version": version, "agency": agency.code if agency else "", "counts": counts}


def _gap(chronology: Chronology, gap: Gap) -> dict[str, Any]:
    agency = chronology.agencies.get(gap.agency_id)
    return {**plain(gap), "agency": agency.code if agency else "", "days": gap.days}
