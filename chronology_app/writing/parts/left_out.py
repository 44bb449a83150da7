"""What is not in the chronology and why: rows that are no entries, and entries a reviewer set aside."""

from collections.abc import Iterator

from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.core.source import OtherRow, Outcome, Source, current
from chronology_app.writing.linked import linked
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import cells, grid, heading, reference, said
from chronology_app.writing.wordml import paragraph, plain

_UNREMARKABLE = (Outcome.BLANK, Outcome.HEADING)
_SHARES = (44, 22, 66, 50)
_ASIDE_SHARES = (18, 34, 80, 50)


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give the rows left out, then the entries set aside, then how many a filter does not show."""
    chronology = manuscript.chronology
    others = [(source, row) for source in _in_order(manuscript) for row in source.others]
    told = [(source, row) for source, row in others if row.outcome not in _UNREMARKABLE]
    yield heading(manuscript, "left_out")
    yield said(manuscript, "left_out", "intro" if told else "none")
    if told:
        rows = (_row(manuscript, source, row) for source, row in told)
        yield from grid(manuscript, "left_out", ("place", "kind", "words", "reason"), _SHARES, rows)
    if chronology.aside():
        yield plain(manuscript.say("left_out", "aside_heading"), "Heading2")
        rows = (_aside(manuscript, entry) for entry in chronology.aside())
        yield from grid(manuscript, "left_out", ("ref", "date", "event", "why"), _ASIDE_SHARES, rows, "aside_")
    hidden = len(chronology.in_order()) - len(manuscript.entries)
    if hidden:
        yield said(manuscript, "left_out", "filtered", entries=count(hidden, "entry", "entries"))


def _in_order(manuscript: Manuscript) -> list[Source]:
    """Return the files in their newest versions."""
    return sorted(current(manuscript.chronology.sources), key=lambda source: (source.position, source.id))


def _row(manuscript: Manuscript, source: Source, row: OtherRow) -> str:
    kind = manuscript.say("outcome", row.outcome).partition("|")[2 if row.rows > 1 else 0]
    why = row.reason or manuscript.say("left_out", "no_reason")
    return cells(manuscript, _SHARES, (place(manuscript, source, row), kind, row.text, why))


def place(manuscript: Manuscript, source: Source, row: OtherRow) -> str:
    """Return where a row stood: "HV.xlsx, row 9"."""
    several = "place_table" if len(source.tables) > 1 else "place"
    where = manuscript.say("chronology", several, file=source.name, table=row.table)
    return f"{where} {row.row}–{row.last_row}" if row.rows > 1 else f"{where} {row.row}"


def _aside(manuscript: Manuscript, entry: Entry) -> str:
    told = (
        reference(manuscript, entry),
        entry.when.text,
        entry.event,
        paragraph(linked(manuscript, entry.set_aside), "EntryText"),
    )
    return cells(manuscript, _ASIDE_SHARES, told)
