"""References that stay with an entry: "HV-014" is the fourteenth entry the health visitors sent, in their order."""

from collections.abc import Mapping

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry


def references(chronology: Chronology) -> Mapping[str, str]:
    """Return the reference of every entry by entry id, those set aside included, in the order of the references.

    Numbers run on per agency code through its files in the order they were received, so that neither a filter, a mark
    nor a date that is set later changes them, nor a later version of a file: what is new in it is numbered after what
    was there. Agencies that share a code share its numbers.
    """
    sources = chronology.sources
    table_at = {source.id: {t.name: i for i, t in enumerate(source.tables)} for source in sources.values()}

    def place(entry: Entry) -> tuple[object, ...]:
        first = entry.first_origin
        source = sources.get(first.source_id)
        table = table_at.get(first.source_id, {}).get(first.table, len(table_at))
        came = (source.imported, source.position) if source else ("", 0)
        return *came, first.source_id, table, first.table, first.row, entry.id

    codes = {agency_id: agency.code for agency_id, agency in chronology.agencies.items()}
    counts: dict[str, int] = {}
    found: dict[str, str] = {}
    for entry in sorted(chronology.entries.values(), key=place):
        code = codes.get(entry.agency_id) or "?"
        counts[code] = counts.get(code, 0) + 1
        found[entry.id] = f"{code}-{counts[code]:03d}"
    return found
