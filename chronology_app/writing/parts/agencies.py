"""The agencies and the files they sent: when each came, how it can be told from another version, and its counts."""

from collections.abc import Iterator

from chronology_app.core.agency import Agency
from chronology_app.core.edits import count
from chronology_app.core.saying import say_day
from chronology_app.core.source import Outcome, Source, current, versions
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import agency_cells, grid, heading, said

_TITLES = ("code", "name", "file", "received", "sha", "rows", "became")
_SHARES = (12, 32, 44, 29, 24, 11, 64)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every file and for every agency that sent none."""
    chronology = manuscript.chronology
    yield heading(manuscript, "agencies")
    if not chronology.agencies:
        yield said(manuscript, "agencies", "none")
        return
    files = count(len(chronology.sources), "file")
    agencies = count(len(chronology.agencies), "agency", "agencies")
    yield said(manuscript, "agencies", "intro", files=files, agencies=agencies)
    rows = (row for agency in chronology.agencies.values() for row in _rows(manuscript, agency))
    yield from grid(manuscript, "agencies", _TITLES, _SHARES, rows)


def _rows(manuscript: Manuscript, agency: Agency) -> Iterator[str]:
    sources = manuscript.chronology.sources
    sent = [source for source in sources.values() if source.agency_id == agency.id]
    for source in sorted(sent, key=lambda source: (source.position, len(versions(sources, source.id)))):
        yield _row(manuscript, agency, _source(manuscript, source))
    if not sent:
        yield _row(manuscript, agency, (manuscript.say("agencies", "no_file"), "", "", "", ""))


def _row(manuscript: Manuscript, agency: Agency, words: tuple[str, ...]) -> str:
    return agency_cells(manuscript, _SHARES, agency.id, (agency.name, *words))


def _source(manuscript: Manuscript, source: Source) -> tuple[str, ...]:
    received = say_day(source.received) if source.received else manuscript.say("agencies", "unknown")
    rows = sum(source.counts().values())
    name = _name(manuscript, source)
    return name, received, source.sha256[:12], f"{rows:,}", counts_in_words(manuscript, source)


def _name(manuscript: Manuscript, source: Source) -> str:
    """Return the file's name, with the number of its version where there are several."""
    sources = manuscript.chronology.sources
    number = len(versions(sources, source.id))
    replaced = source not in current(sources)
    if number == 1 and not replaced:
        return source.name
    return manuscript.say("agencies", "replaced" if replaced else "version", file=source.name, number=number)


def counts_in_words(manuscript: Manuscript, source: Source) -> str:
    """Return what became of a file's rows: "41 entries, 1 heading, 3 blank"; the numbers add up to its rows."""
    found = {outcome: number for outcome, number in source.counts().items() if number}
    words = [_counted(manuscript, outcome, number) for outcome, number in found.items()]
    aside = sum(entry.source_id == source.id for entry in manuscript.chronology.aside())
    said_aside = manuscript.say("agencies", "set_aside", number=aside) if aside else ""
    return "; ".join(filter(None, (", ".join(words), said_aside)))


def _counted(manuscript: Manuscript, outcome: Outcome, number: int) -> str:
    one, _, many = manuscript.say("outcome", outcome).partition("|")
    return count(number, one, many)
