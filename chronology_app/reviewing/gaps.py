"""Finds the days on which nothing was recorded: by one agency, or by none at all."""

from collections.abc import Iterable
from datetime import date, timedelta

from chronology_app.core.chronology import Chronology
from chronology_app.core.findings import Gap
from chronology_app.core.source import current
from chronology_app.core.when import When

GAP_DAYS = 28
_WIDEST = 31
"""An entry dated to a month counts for every day of it; one dated more widely ("2022") says nothing about gaps."""

_DAY = timedelta(days=1)
_Days = tuple[date, date]


def gaps(chronology: Chronology, *, days: int = GAP_DAYS) -> tuple[Gap, ...]:
    """Return the runs of at least `days` days without any entry, by first day; `agency_id` is "" where no agency wrote.

    An agency's gaps lie between its own first and last entry, within the scope period where one is set; days on
    which no agency wrote are looked for in the whole scope period, or else between the first and the last entry.
    Entries without a known date fill no gap; an open date ("before 1 March") counts for the one day it names. Days of
    which an agency says in a nil return that there was nothing are no gap of its own.
    """
    spans: dict[str, list[_Days]] = {}
    for entry in chronology.in_order():
        span = _span(entry.when)
        if span is not None:
            spans.setdefault(entry.agency_id, []).append(span)
    if not spans:
        return ()
    everything = [span for told in spans.values() for span in told]
    review = chronology.review
    scope = review.scope_from or min(s[0] for s in everything), review.scope_to or max(s[1] for s in everything)
    found = [Gap("", *run) for run in _empty(everything, scope, days)]
    for agency_id, told in spans.items():
        own = max(scope[0], min(s[0] for s in told)), min(scope[1], max(s[1] for s in told))
        told += _nil_returns(chronology, agency_id, own)
        found.extend(Gap(agency_id, *run) for run in _empty(told, own, days))
    return tuple(sorted(found, key=lambda gap: (gap.first, gap.last, gap.agency_id)))


def _nil_returns(chronology: Chronology, agency_id: str, within: _Days) -> list[_Days]:
    """Return the periods of an agency's nil returns, as its files stand now; one without a period says nothing here."""
    rows = (
        row for source in current(chronology.sources) if source.agency_id == agency_id for row in source.nil_returns()
    )
    known = (row for row in rows if row.earliest or row.latest)
    return [(row.earliest or within[0], row.latest or within[1]) for row in known]


def silences(
    whens: Iterable[When], nil_returns: Iterable[When], scope: tuple[date | None, date | None], *, days: int = GAP_DAYS
) -> tuple[Gap, ...]:
    """Return the runs of at least `days` days that neither an entry nor a nil return of one agency speaks of.

    `whens` are the dates of its entries, `nil_returns` the periods in which it says there was nothing: open ends reach
    to the end of time, and one without a period speaks of every day. Looked for in the whole scope period (first and
    last day); where an end of it is not known, from the first or to the last day of an entry.
    """
    spans = [span for span in map(_span, whens) if span]
    first = scope[0] or min((span[0] for span in spans), default=None)
    last = scope[1] or max((span[1] for span in spans), default=None)
    if first is None or last is None:
        return ()
    told = ((max(nil.earliest or first, first), min(nil.latest or last, last)) for nil in nil_returns)
    spans += [span for span in told if span[0] <= span[1]]
    return tuple(Gap("", *run) for run in _empty(spans, (first, last), days))


def _span(when: When) -> _Days | None:
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None or (last - first).days > _WIDEST:
        return None
    return first, last


def _empty(spans: Iterable[_Days], within: _Days, days: int) -> list[_Days]:
    """Return the runs of at least `days` days of `within` that no span covers."""
    found: list[_Days] = []
    free = within[0]
    for first, last in sorted(spans):
        end = min(first - _DAY, within[1])
        if (end - free).days + 1 >= days:
            found.append((free, end))
        free = max(free, last + _DAY)
    if (within[1] - free).days + 1 >= days:
        found.append((free, within[1]))
    return found
