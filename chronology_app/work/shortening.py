"""The abbreviations a document's entries use, so that a reader from another agency finds each with its meaning."""

from collections.abc import Iterator, Mapping

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.fields import TEXT_FIELDS
from chronology_app.core.findings import Abbreviation, Findings
from chronology_app.core.sheet import Place
from chronology_app.reviewing.abbreviations import Used, abbreviations
from chronology_app.writing.look import Look


def shortened(chronology: Chronology, look: Look) -> Findings:
    """Return the abbreviations in the words of the entries a document shows, in order of the letters.

    What one agency explains is explained for its own entries only. Designations that stand for names are no agency's
    abbreviations: they stand among the people, or are explained by their role. Nothing where the document lists none.
    """
    if "abbreviations" not in look.parts:
        return Findings()
    entries = tuple(entry for entry in chronology.in_order() if look.keeps(entry.id))
    agencies = dict.fromkeys(entry.agency_id for entry in entries)
    found: dict[str, Used] = {}
    for agency_id in agencies:
        for used in abbreviations(_texts(entries, agency_id)):
            found[used.short] = _together(found.get(used.short), used)
    roles = _roles(chronology) if look.anonymise or look.publication else {}
    told = (_told(used, entries, roles) for short, used in sorted(found.items()))
    listed = roles if "people" in look.parts else {}
    return Findings(abbreviations=tuple(one for one in told if one.short not in listed))


def _roles(chronology: Chronology) -> dict[str, str]:
    return {person.designation: person.role for person in chronology.people.values()}


def _texts(entries: tuple[Entry, ...], agency_id: str) -> Iterator[tuple[Place, str]]:
    """Give an agency's words; the row of a place is the number of the entry in the document."""
    for number, entry in enumerate(entries):
        if entry.agency_id == agency_id:
            yield from ((Place("", number), text) for name in TEXT_FIELDS if (text := entry.text(name)))


def _together(one: Used | None, other: Used) -> Used:
    """Return what two agencies use as one: all the times, and the earlier place."""
    if one is None:
        return other
    first = min(one.first, other.first, key=lambda place: place.row)
    return Used(one.short, one.times + other.times, first, one.meaning)


def _told(used: Used, entries: tuple[Entry, ...], roles: Mapping[str, str]) -> Abbreviation:
    meaning = roles.get(used.short) or used.meaning
    return Abbreviation(used.short, meaning, used.times, entries[used.first.row].id)
