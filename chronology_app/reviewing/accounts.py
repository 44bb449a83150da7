"""Finds entries of different agencies that may tell of the same event, and shows the evidence. It never merges.

Words alone are a poor guide (the same event is told in other words), so days, times, measurements and words that
are rare in this review count together. Entries are only compared within three days of each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rapidfuzz import fuzz

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Accounts
from chronology_app.core.link import LinkKind
from chronology_app.reviewing.traits import LONGEST, Compared, Traits, compare

NEAR = 3
"""Days between two entries that may still tell of the same event: one agency writes it down later."""
COPY = 85.0
"""Plain likeness (0 to 100) from which one text is a copy of the other."""

_MOST_LEFT_OVER = 1 - COPY / 100
"""Share of two texts together by which their lengths may differ in a copy: no likeness can then reach COPY."""
_SHORTEST = 30
"""Characters under which two texts alike are more likely a habit of writing than a copy."""
_LEAST_SHARED = 1.9
"""What two entries must share in rare words and measurements (1 is one word found nowhere else)."""
_ENOUGH = 3.7
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two entries that may tell of the same event: how much speaks for it, what they share, how alike they are."""

    one: Traits
    other: Traits
    score: float
    shared: frozenset[str]
    likeness: float


def accounts(chronology: Chronology) -> tuple[Accounts, ...]:
    """Return what a person decided to be accounts of one event, then what may be, best evidence first.

    Entries a person has called different are never offered together; a group is not offered again once all of it
    was called the same event.
    """
    place = {entry.id: number for number, entry in enumerate(chronology.in_order())}
    links = chronology.links.values()
    same = [link for link in links if link.kind is LinkKind.SAME_EVENT]
    different = [link for link in links if link.kind is LinkKind.DIFFERENT]
    apart = frozenset(frozenset(two) for link in different for two in combinations(link.entry_ids, 2))
    decided = [
        Accounts(tied, (link.comment or "A person decided it.",), decided=True)
        for link in same
        if len(tied := tuple(sorted(place.keys() & set(link.entry_ids), key=place.__getitem__))) > 1
    ]
    offered = _same_event(chronology.in_order(), apart)
    return (*decided, *(found for found in offered if not any(set(found.entry_ids) <= set(x.entry_ids) for x in same)))


def same_event(entries: Iterable[Entry]) -> list[Accounts]:
    """Return groups of entries of different agencies (or files) that may tell of the same event, best first.

    Each group names its evidence. Entries without a known day are in no group; the order given does not matter.
    """
    return _same_event(entries, frozenset())


def _same_event(entries: Iterable[Entry], apart: frozenset[frozenset[str]]) -> list[Accounts]:
    compared = compare(entries)
    pairs = [pair for pair in _pairs(compared) if not apart or frozenset((pair.one.id, pair.other.id)) not in apart]
    pairs.sort(key=lambda pair: (-pair.score, pair.one.id, pair.other.id))
    groups = _grouped(pairs, apart)
    place = {traits.id: number for number, traits in enumerate(compared.traits)}
    found = []
    for group in groups:
        held = [pair for pair in pairs if pair.one.id in group and pair.other.id in group]
        ids = tuple(sorted(group, key=place.__getitem__))
        found.append((max(pair.score for pair in held), Accounts(ids, _reasons(held, compared))))
    return [group for _, group in sorted(found, key=lambda pair: (-pair[0], pair[1].entry_ids))]


def _pairs(compared: Compared) -> Iterator[_Pair]:
    traits = compared.traits
    for one, other in _near(traits):
        shared = one.rare & other.rare
        likeness = _likeness(one, other)
        if not likeness and len(shared) < 2:
            continue
        score = _score(one, other, shared, compared.rarity, likeness)
        if score >= _ENOUGH:
            yield _Pair(one, other, score, shared, likeness)


def _near(traits: Sequence[Traits]) -> Iterator[tuple[Traits, Traits]]:
    """Yield the pairs of different agencies or files whose days lie at most three days apart."""
    for place, one in enumerate(traits):
        for number in range(place + 1, len(traits)):
            other = traits[number]
            if other.first - one.first > NEAR + LONGEST:
                break
            if other.first - one.last <= NEAR and (one.agency != other.agency or one.source != other.source):
                yield one, other


def _likeness(one: Traits, other: Traits) -> float:
    """Return how alike two texts are, 0 unless one is a copy of the other."""
    length, length_of_other = len(one.text), len(other.text)
    if length < _SHORTEST or length_of_other < _SHORTEST:
        return 0.0
    if abs(length - length_of_other) > (length + length_of_other) * _MOST_LEFT_OVER:
        return 0.0
    return fuzz.ratio(one.text, other.text, score_cutoff=COPY)


def _score(one: Traits, other: Traits, shared: frozenset[str], rarity: Mapping[str, float], likeness: float) -> float:
    """Return how much speaks for one event, 0 where the words do not; see the constants for the scale."""
    common = sum(rarity[feature] for feature in sorted(shared))
    if one.habit and other.habit and not _measured_alike(one, other, shared):
        return 0.0
    if likeness and _measured_anew(one, other):
        return 0.0
    if likeness:
        return _ENOUGH + common + likeness / 10
    if common < _LEAST_SHARED:
        return 0.0
    alike = 2 * common / (one.weight + other.weight)
    return common + 4 * alike + _days(one, other) + _times(one, other)


def _measured_alike(one: Traits, other: Traits, shared: frozenset[str]) -> bool:
    """Whether two entries in words used every day still give the same measurement on the same day."""
    return one.single and one.first == other.first == other.last and any(f.startswith("#") for f in shared)


def _measured_anew(one: Traits, other: Traits) -> bool:
    """Whether the same words on another day give another measurement: a form filled in again, and no copy."""
    return other.first > one.last and any(f.startswith("#") for f in one.rare ^ other.rare)


def _days(one: Traits, other: Traits) -> float:
    apart = other.first - one.last
    if apart > 0:
        return -float(apart)
    return 1.0 if one.single and other.single else 0.5


def _times(one: Traits, other: Traits) -> float:
    if one.minutes is None or other.minutes is None or other.first - one.last > 0:
        return 0.0
    apart = abs(one.minutes - other.minutes)
    return 1.5 if apart <= 30 else 0.5 if apart <= 90 else -1.0 if apart > 180 else 0.0


def _grouped(pairs: Sequence[_Pair], apart: frozenset[frozenset[str]]) -> list[frozenset[str]]:
    """Join pairs into groups, best first: never two entries of one file, never what a person has told apart."""
    tied = {frozenset((pair.one.id, pair.other.id)) for pair in pairs}
    source = {traits.id: (traits.agency, traits.source) for pair in pairs for traits in (pair.one, pair.other)}
    group = {entry_id: frozenset({entry_id}) for entry_id in source}
    for pair in pairs:
        one, other = group[pair.one.id], group[pair.other.id]
        if one is other or {source[i] for i in one} & {source[i] for i in other}:
            continue
        across = [frozenset((a, b)) for a in one for b in other]
        if 2 * sum(ids in tied for ids in across) < len(across) or not apart.isdisjoint(across):
            continue
        for entry_id in one | other:
            group[entry_id] = one | other
    return sorted({held for held in group.values() if len(held) > 1}, key=sorted)


def _reasons(pairs: Sequence[_Pair], compared: Compared) -> tuple[str, ...]:
    """Return the evidence of a group in sentences."""
    shared = sorted({f for pair in pairs for f in pair.shared}, key=lambda f: (-compared.rarity[f], f))
    measured = [compared.shown[f] for f in shared if f.startswith("#")]
    words = [f[1:] if f.startswith("@") else compared.shown[f] for f in shared if not f.startswith("#")]
    likeness = max(pair.likeness for pair in pairs)
    found = [
        _day_reason(pairs),
        _time_reason(pairs),
        f"The words are almost the same ({likeness:.0f} in 100)." if likeness else "",
        f"The same measurement: {', '.join(measured[:_SHOWN])}." if measured else "",
        f"Rare words in common: {', '.join(words[:_SHOWN])}." if words else "",
    ]
    return tuple(reason for reason in found if reason)


def _day_reason(pairs: Sequence[_Pair]) -> str:
    members = {traits.id: traits for pair in pairs for traits in (pair.one, pair.other)}.values()
    first, last = min(t.first for t in members), max(t.last for t in members)
    if first == last:
        return f"The same day: {_day(first)}."
    apart = max(t.first for t in members) - min(t.last for t in members)
    if apart <= 0:
        return f"The dates may be the same day ({_day(first)} to {_day(last)})."
    return f"{apart} {'day' if apart == 1 else 'days'} apart: {_day(first)} and {_day(last)}."


def _time_reason(pairs: Sequence[_Pair]) -> str:
    near = sorted(
        {t.minutes for p in pairs if _times(p.one, p.other) > 1 for t in (p.one, p.other) if t.minutes is not None}
    )
    if not near:
        return ""
    shown = list(dict.fromkeys(f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in near))
    return f"The same time: {shown[0]}." if len(shown) == 1 else f"Times close together: {' and '.join(shown)}."


def _day(ordinal: int) -> str:
    return f"{date.fromordinal(ordinal):%d/%m/%Y}"
