"""Finds entries of different agencies that may tell of the same event, and shows the evidence. It never merges.

Words alone are a poor guide (the same event is told in other words), so days, times, measurements and words that
are rare in this review count together. Entries are only compared within three days of each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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
_LEAST_SHARED = 1.75
"""What two entries must share in rare words and measurements (1 is one word found nowhere else)."""
_LEAST_IN_COMPANY = 1.0
"""What they must share where the one shares as much with another account of the same event."""
_ENOUGH = 2.8
_ENOUGH_IN_COMPANY = 2.0
_CLOSE = 30
"""Minutes within which two times are close together."""
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two entries that may tell of the same event: how much speaks for it, what they share, how alike they are."""

    one: Traits
    other: Traits
    score: float
    shared: frozenset[str]
    likeness: float
    alone: bool


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
    groups = _accompanied(_grouped([pair for pair in pairs if pair.alone], apart), pairs, apart)
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
        common = sum(compared.rarity[feature] for feature in sorted(shared))
        score = _score(one, other, shared, common, likeness)
        if score >= _ENOUGH_IN_COMPANY:
            alone = bool(likeness) or (common >= _LEAST_SHARED and score >= _ENOUGH)
            yield _Pair(one, other, score, shared, likeness, alone)


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


def _score(one: Traits, other: Traits, shared: frozenset[str], common: float, likeness: float) -> float:
    """Return how much speaks for one event, 0 where the words do not; see the constants for the scale."""
    if one.habit and other.habit and not _measured_alike(one, other, shared):
        return 0.0
    if likeness and _measured_anew(one, other):
        return 0.0
    if likeness:
        return _ENOUGH + common + likeness / 10
    if common < _LEAST_IN_COMPANY:
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
        return 1.0 if _speaks_of(one, other) is not None else -float(apart)
    return 1.0 if one.single and other.single else 0.5


def _speaks_of(one: Traits, other: Traits) -> int | None:
    """Return the day of one entry that the other speaks of, or an earlier one that both speak of; None for none."""
    for here, there in ((one, other), (other, one)):
        if there.single and there.first in here.told:
            return there.first
    return max(one.told.keys() & other.told.keys(), default=None)


def _times(one: Traits, other: Traits) -> float:
    if _near_times(one, other):
        return 1.5
    if one.minutes is None or other.minutes is None or other.first - one.last > 0:
        return 0.0
    apart = abs(one.minutes - other.minutes)
    return 0.5 if apart <= 90 else -1.0 if apart > 180 else 0.0


def _near_times(one: Traits, other: Traits) -> Set[int]:
    """Return the times both name, or else their own where those of one day are half an hour apart or less."""
    later = other.first > one.last
    if later and _speaks_of(one, other) is None:
        return frozenset()
    both = one.clock & other.clock
    if both or later or one.minutes is None or other.minutes is None:
        return both
    return {one.minutes, other.minutes} if abs(one.minutes - other.minutes) <= _CLOSE else both


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


def _accompanied(
    groups: Sequence[frozenset[str]], pairs: Sequence[_Pair], apart: frozenset[frozenset[str]]
) -> list[frozenset[str]]:
    """Let an entry of no group join the one in which it is tied to two accounts or more, best ties first."""
    traits = {one.id: one for pair in pairs for one in (pair.one, pair.other)}
    place = {entry_id: number for number, group in enumerate(groups) for entry_id in group}
    grown = list(groups)
    ties: dict[tuple[str, int], int] = {}
    for pair in pairs:
        for one, other in ((pair.one.id, pair.other.id), (pair.other.id, pair.one.id)):
            if one in place or other not in place:
                continue
            key = one, place[other]
            ties[key] = ties.get(key, 0) + 1
            if ties[key] == 2 and _may_join(one, grown[key[1]], traits, apart):
                grown[key[1]] |= {one}
                place[one] = key[1]
    return grown


def _may_join(
    entry_id: str, group: frozenset[str], traits: Mapping[str, Traits], apart: frozenset[frozenset[str]]
) -> bool:
    """Whether nothing forbids it: no other entry of its file is there, and no person has told it apart from one."""
    one = traits[entry_id]
    sources = {(traits[i].agency, traits[i].source) for i in group}
    return (one.agency, one.source) not in sources and not any(frozenset((entry_id, i)) in apart for i in group)


def _reasons(pairs: Sequence[_Pair], compared: Compared) -> tuple[str, ...]:
    """Return the evidence of a group in sentences."""
    shared = sorted({f for pair in pairs for f in pair.shared}, key=lambda f: (-compared.rarity[f], f))
    measured = [compared.shown[f] for f in shared if f.startswith("#")]
    told = [f[1:] for f in shared if f.startswith("@")]
    words = [compared.shown[f] for f in shared if f[0] not in "#@"]
    likeness = max(pair.likeness for pair in pairs)
    found = [
        _day_reason(pairs),
        _time_reason(pairs),
        f"The words are almost the same ({likeness:.0f} in 100)." if likeness else "",
        f"The same measurement: {', '.join(measured[:_SHOWN])}." if measured else "",
        f"The same told, if in other words: {', '.join(told[:_SHOWN])}." if told else "",
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
    far = f"{apart} {'day' if apart == 1 else 'days'} apart: {_day(first)} and {_day(last)}."
    return f"{far} {_told(pairs)}".rstrip()


def _told(pairs: Sequence[_Pair]) -> str:
    """Return with which words one entry speaks of the day of another ("" where none does)."""
    for pair in pairs:
        day = _speaks_of(pair.one, pair.other) if pair.other.first > pair.one.last else None
        if day is not None:
            words = pair.other.told.get(day) or pair.one.told[day]
            said = "" if any(map(str.isdigit, words)) else f" (“{words}”)"
            return f"One of them speaks of {_day(day)}{said}."
    return ""


def _time_reason(pairs: Sequence[_Pair]) -> str:
    near = sorted({minutes for pair in pairs for minutes in _near_times(pair.one, pair.other)})
    if not near:
        return ""
    shown = list(dict.fromkeys(f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in near))
    return f"The same time: {shown[0]}." if len(shown) == 1 else f"Times close together: {' and '.join(shown)}."


def _day(ordinal: int) -> str:
    return f"{date.fromordinal(ordinal):%d/%m/%Y}"
