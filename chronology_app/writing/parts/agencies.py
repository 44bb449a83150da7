"""The agencies and the files they sent: when each came, how it can be told from another version, and its counts."""

from collections.abc import Iterator

from chronology_app.core.agency import Agency
from chronology_app.core.edits import count
from chronology_app.core.saying import say_day
from chronology_app.core.source import Outcome, Source, current, versions
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import agency_cells, beneath, grid, heading, lead, number, said
from chronology_app.writing.wordml import Made, plain

_NUMERIC = ("rows", "entries", "nil_returns")
_TITLES = ("code", "name", "file", "received", *_NUMERIC, "others")
_SHARES = (22, 36, 54, 30, 16, 22, 22, 56)
_COUNTED_APART = (Outcome.ENTRY, Outcome.NIL_RETURN)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every file and for every agency that sent none."""
    chronology = manuscript.chronology
    yield heading(manuscript, "agencies")
    if not chronology.agencies:
        yield said(manuscript, "agencies", "none")
        return
    files = count(len(chronology.sources), "file")
    agencies = count(len(chronology.agencies), "agency", "agencies")
    yield lead(manuscript, "agencies", "intro", files=files, agencies=agencies)
    rows = (row for agency in chronology.agencies.values() for row in _rows(manuscript, agency))
    yield from grid(manuscript, "agencies", _TITLES, _SHARES, rows, numeric=_NUMERIC)


def _rows(manuscript: Manuscript, agency: Agency) -> Iterator[str]:
    sources = manuscript.chronology.sources
    sent = [source for source in sources.values() if source.agency_id == agency.id]
    for source in sorted(sent, key=lambda source: (source.position, len(versions(sources, source.id)))):
        yield _row(manuscript, agency, _source(manuscript, source))
    if not sent:
        yield _row(manuscript, agency, (manuscript.say("agencies", "no_file"), *("",) * 5))


def _row(manuscript: Manuscript, agency: Agency, contents: tuple[str, ...]) -> str:
    return agency_cells(manuscript, _SHARES, agency.id, (agency.name, *contents))


def _source(manuscript: Manuscript, source: Source) -> tuple[str, ...]:
    unknown = manuscript.say("agencies", "not_shown" if manuscript.look.publication else "unknown")
    received = say_day(source.received) if source.received else unknown
    counts = source.counts()
    whole, entries, nil = sum(counts.values()), counts[Outcome.ENTRY], counts[Outcome.NIL_RETURN]
    told = Made(number(entries) + _set_aside(manuscript, source))
    return _file(manuscript, source), received, number(whole), told, number(nil), others_in_words(manuscript, source)


def _file(manuscript: Manuscript, source: Source) -> Made:
    """Return the file's name, beneath it which version it is where there are several, and how its hash begins."""
    sources, say = manuscript.chronology.sources, manuscript.say
    version, replaced = len(versions(sources, source.id)), source not in current(sources)
    lines = (
        say("agencies", "replaced" if replaced else "version", number=version) if version > 1 or replaced else "",
        say("agencies", "sha", sha=source.sha256[:12]) if source.sha256 else "",
    )
    return Made(plain(source.name, "EntryText") + "".join(plain(line, "EntrySmall") for line in lines if line))


def _set_aside(manuscript: Manuscript, source: Source) -> str:
    aside = sum(entry.source_id == source.id for entry in manuscript.chronology.aside())
    return beneath(manuscript.say("agencies", "set_aside", number=aside)) if aside else ""


def others_in_words(manuscript: Manuscript, source: Source) -> str:
    """Return how many rows of a file are neither entry nor nil return, by kind: "1 heading, 3 blank, 2 hidden rows"."""
    found = source.counts().items()
    return ", ".join(_counted(manuscript, kind, n) for kind, n in found if n and kind not in _COUNTED_APART)


def _counted(manuscript: Manuscript, outcome: Outcome, number: int) -> str:
    one, _, many = manuscript.say("outcome", outcome).partition("|")
    return count(number, one, many)
