"""The agencies and the files they sent: when each came, how it can be told from another version, and its counts."""

from collections.abc import Iterator

from chronology_app.core.agency import Agency
from chronology_app.core.edits import count
from chronology_app.core.palette import colour
from chronology_app.core.saying import say_day
from chronology_app.core.source import Outcome, Source
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import cells, grid, heading, said
from chronology_app.writing.wordml import plain

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
    sent = [source for source in manuscript.chronology.sources.values() if source.agency_id == agency.id]
    for source in sorted(sent, key=lambda source: source.position):
        yield _row(agency, _source(manuscript, source))
    if not sent:
        yield _row(agency, (manuscript.say("agencies", "no_file"), "", "", "", ""))


def _row(agency: Agency, words: tuple[str, ...]) -> str:
    fill = colour(agency.colour).pale.lstrip("#").upper()
    return cells(_SHARES, (plain(agency.code, "EntryAgency"), agency.name, *words), (fill,))


def _source(manuscript: Manuscript, source: Source) -> tuple[str, ...]:
    received = say_day(source.received) if source.received else manuscript.say("agencies", "unknown")
    rows = sum(source.counts().values())
    return source.name, received, source.sha256[:12], f"{rows:,}", counts_in_words(manuscript, source)


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
