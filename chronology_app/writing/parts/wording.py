"""Fact, opinion and reported speech by agency, as reviewers marked them; a count of marks and never a finding."""

from collections import Counter
from collections.abc import Iterator

from chronology_app.core.mark import Kind
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.parts.grid import agency_cells, cells, grid, heading, lead, number
from chronology_app.writing.wordml import plain

_KINDS = (*Kind, None)
_SHARES = (19, 50, 20, 20, 20, 20, 24, 20)
_TITLES = ("agency", "name", *Kind, "unmarked", "all")


def blocks(manuscript: Manuscript) -> Iterator[str]:
    """Give one row for every agency with an entry in the document, then one for all of them."""
    yield heading(manuscript, "wording", new_page=True)
    yield lead(manuscript, "wording", "intro")
    yield from grid(manuscript, "wording", _TITLES, _SHARES, _rows(manuscript), numeric=_TITLES[2:])


def _rows(manuscript: Manuscript) -> Iterator[str]:
    chronology, kinds = manuscript.chronology, manuscript.kinds
    counts: dict[str, Counter[Kind | None]] = {}
    pairs = Counter((entry.agency_id, kinds.get(entry.id)) for entry in manuscript.entries)
    for (agency_id, kind), found in pairs.items():
        counts.setdefault(agency_id, Counter())[kind] = found
    for agency_id in sorted(counts, key=[*chronology.agencies, *counts].index):
        name = chronology.agencies[agency_id].name if agency_id in chronology.agencies else ""
        yield agency_cells(manuscript, _SHARES, agency_id, (name, *_numbers(counts[agency_id])))
    total = plain(manuscript.say("wording", "total"), "EntryAgency")
    yield cells(manuscript, _SHARES, (total, "", *_numbers(sum(counts.values(), Counter()))))


def _numbers(counted: Counter[Kind | None]) -> tuple[str, ...]:
    return *(number(counted[kind]) for kind in _KINDS), number(counted.total())
