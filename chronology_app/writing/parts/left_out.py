"""What is not in the chronology and why: rows that are no entries, and entries a reviewer set aside."""

from collections import Counter
from collections.abc import Iterator

from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.core.source import OtherRow, Outcome, Source, current
from chronology_app.writing.linked import linked
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import agency_cells, grid, heading, lead, number, reference, said
from chronology_app.writing.wordml import paragraph, plain

_UNREMARKABLE = (Outcome.BLANK, Outcome.HEADING)
_TITLES, _SHARES = ("agency", "place", "kind", "words", "reason"), (16, 44, 22, 62, 46)
_ASIDE_TITLES, _ASIDE_SHARES = ("agency", "ref", "date", "event", "why"), (16, 18, 34, 74, 46)
_COUNTED_TITLES, _COUNTED_SHARES = ("agency", "name", "kind", "rows"), (14, 60, 40, 20)

_Row = tuple[Source, OtherRow]


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give the rows left out (of a publication their numbers), the entries set aside, and how many are not shown."""
    chronology = manuscript.chronology
    others = [(source, row) for source in _in_order(manuscript) for row in source.others]
    told = [(source, row) for source, row in others if row.outcome not in _UNREMARKABLE]
    yield heading(manuscript, "left_out")
    if told:
        yield from _counted(manuscript, told) if manuscript.look.publication else _listed(manuscript, told)
    else:
        yield said(manuscript, "left_out", "none")
    if chronology.aside():
        yield plain(manuscript.say("left_out", "aside_heading"), "Heading2")
        rows = (_aside(manuscript, entry) for entry in chronology.aside())
        yield from grid(manuscript, "left_out", _ASIDE_TITLES, _ASIDE_SHARES, rows, named="aside_")
    hidden = len(chronology.in_order()) - len(manuscript.entries)
    if hidden:
        yield said(manuscript, "left_out", "filtered", entries=count(hidden, "entry", "entries"))


def _in_order(manuscript: Manuscript) -> list[Source]:
    """Return the files in their newest versions."""
    return sorted(current(manuscript.chronology.sources), key=lambda source: (source.position, source.id))


def _listed(manuscript: Manuscript, told: list[_Row]) -> Iterator[str]:
    yield lead(manuscript, "left_out", "intro")
    rows = (_row(manuscript, source, row) for source, row in told)
    yield from grid(manuscript, "left_out", _TITLES, _SHARES, rows)


def _row(manuscript: Manuscript, source: Source, row: OtherRow) -> str:
    kind = manuscript.say("outcome", row.outcome).partition("|")[2 if row.rows > 1 else 0]
    why = row.reason or manuscript.say("left_out", "no_reason")
    told = place(manuscript, source, row), kind, row.text, paragraph(linked(manuscript, why), "EntryText")
    return agency_cells(manuscript, _SHARES, source.agency_id, told)


def place(manuscript: Manuscript, source: Source, row: OtherRow) -> str:
    """Return where a row stood: "HV.xlsx, row 9"."""
    several = "place_table" if len(source.tables) > 1 and row.table else "place"
    where = manuscript.say("chronology", several, file=source.name, table=row.table)
    return f"{where} {row.row}–{row.last_row}" if row.rows > 1 else f"{where} {row.row}"


def _counted(manuscript: Manuscript, told: list[_Row]) -> Iterator[str]:
    """Give how many rows of each kind an agency's files had: their words and reasons are not published."""
    agencies = manuscript.chronology.agencies
    counts: Counter[tuple[str, Outcome]] = Counter()
    for source, row in told:
        counts[source.agency_id, row.outcome] += row.rows
    yield lead(manuscript, "left_out", "published_intro")
    made = (
        agency_cells(
            manuscript,
            _COUNTED_SHARES,
            agency_id,
            (
                agencies[agency_id].name if agency_id in agencies else "",
                manuscript.say("outcome", kind).partition("|")[2 if rows > 1 else 0],
                number(rows),
            ),
        )
        for (agency_id, kind), rows in counts.items()
    )
    yield from grid(
        manuscript, "left_out", _COUNTED_TITLES, _COUNTED_SHARES, made, named="published_", numeric=("rows",)
    )


def _aside(manuscript: Manuscript, entry: Entry) -> str:
    why = paragraph(linked(manuscript, entry.set_aside), "EntryText")
    told = reference(manuscript, entry), entry.when.text, entry.event, why
    return agency_cells(manuscript, _ASIDE_SHARES, entry.agency_id, told)
