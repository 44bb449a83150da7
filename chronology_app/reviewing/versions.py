"""A later version of a file against the one before: which entry is which, and which of its words changed.

Rows are matched on what they say, never on where they stand: a row put in at the top must not move every note one row
down. A reference helps to find an entry, but a number that only counts rows says nothing about it; so an entry whose
reference alone differs counts as unchanged, and so does one whose spaces alone differ.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz import fuzz, process

from chronology_app.core.entry import Entry
from chronology_app.core.fields import TEXT_FIELDS, Field

_NEEDED = (80, 50, 20)
"""How alike (0 to 100) the words of two rows must be where neither reference nor date agrees, one does, both do."""
_TELLING = 30
"""Characters a row must have to be known by its words alone: "Home visit." is written on many days."""
_MANY, _RAREST = 60, 8
"""How many rows are weighed for one at most for each thing they share, and by how many of its rarest words."""
_COMPARED = (Field.DATE, *TEXT_FIELDS)
_WORD = re.compile(r"\A\s*\S+\s*|\S+\s*|\s+")


class Kind(StrEnum):
    """What became of some words."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


_KINDS = {"equal": Kind.SAME, "replace": Kind.CHANGED, "delete": Kind.GONE, "insert": Kind.NEW}


class Difference(NamedTuple):
    """Words of a text before and after, with the space around them; what is gone has no new words and so on."""

    kind: Kind
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One entry in both versions."""

    old: Entry
    new: Entry


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of a file, in the order of the new one; what is gone in the order of the old one.

    The old entries are those of `unchanged`, `changed` and `gone`, the new ones those of `unchanged`, `changed` and
    `new`. `reordered` are those of the pairs that stand elsewhere among the others; they are counted in one of both.
    """

    unchanged: tuple[Pair, ...] = ()
    changed: tuple[Pair, ...] = ()
    new: tuple[Entry, ...] = ()
    gone: tuple[Entry, ...] = ()
    reordered: tuple[Pair, ...] = ()


def compare(old: Sequence[Entry], new: Sequence[Entry]) -> Compared:
    """Compare the entries of two versions, each in the order of its file.

    Rows that say the same are paired first, then the likeliest of the others: by their words, with the date and the
    reference where they agree (`_NEEDED`). What has no likely partner is new or gone.
    """
    found: dict[int, int] = {}
    for key in (_all_said, _said):
        _pair_same(old, new, found, key)
    _pair_alike(old, new, found)
    paired = [(found[n], Pair(old[found[n]], new[n])) for n in sorted(found)]
    kept = _in_order([o for o, _ in paired])
    pairs = [pair for _, pair in paired]
    told = set(found.values())
    return Compared(
        unchanged=tuple(pair for pair in pairs if _said(pair.old) == _said(pair.new)),
        changed=tuple(pair for pair in pairs if _said(pair.old) != _said(pair.new)),
        new=tuple(entry for n, entry in enumerate(new) if n not in found),
        gone=tuple(entry for o, entry in enumerate(old) if o not in told),
        reordered=tuple(pair for place, pair in enumerate(pairs) if place not in kept),
    )


def differing(pair: Pair) -> dict[Field, tuple[Difference, ...]]:
    """Return what differs by field, the date as it was written among them; spaces alone are no difference."""
    both = ((field, words_in(pair.old, field), words_in(pair.new, field)) for field in _COMPARED)
    return {field: differences(old, new) for field, old, new in both if _plain(old) != _plain(new)}


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """Compare two texts word by word; the old words together are the old text, the new words the new one."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, [word.strip() for word in before], [word.strip() for word in after])
    return tuple(
        Difference(_KINDS[what], "".join(before[a:b]), "".join(after[c:d]))
        for what, a, b, c, d in matcher.get_opcodes()
    )


def follow(old: str, start: int, end: int, new: str) -> tuple[int, int] | None:
    """Return where characters `start` to `end` of the old text stand in the new one, None where their words changed.

    Where the words stand there more than once, it is the place nearest to where they were; spaces may differ.
    """
    words = old[start:end].split()
    if not words:
        return None
    passage = re.compile(r"\s+".join(map(re.escape, words)))
    whole = re.compile(rf"(?<!\w){passage.pattern}(?!\w)")
    begins = start + len(old[start:end]) - len(old[start:end].lstrip())
    cut = passage if whole.match(old, begins) is None else whole
    expected = _expected(old, begins, new)
    places = [match.span() for match in cut.finditer(new)]
    return min(places, key=lambda place: abs(place[0] - expected), default=None)


def words_in(entry: Entry, field: Field) -> str:
    """Return what an entry says in a field, the date as the agency wrote it."""
    return entry.when.text if field is Field.DATE else entry.text(field)


def _expected(old: str, start: int, new: str) -> int:
    before = after = 0
    for _, gone, come in differences(old, new):
        if before + len(gone) > start:
            break
        before, after = before + len(gone), after + len(come)
    return after + start - before


def _plain(text: str) -> str:
    return " ".join(text.split())


def _said(entry: Entry) -> tuple[str, ...]:
    return tuple(_plain(words_in(entry, field)) for field in _COMPARED if field is not Field.REFERENCE)


def _all_said(entry: Entry) -> tuple[str, ...]:
    return entry.reference, *_said(entry)


def _pair_same(
    old: Sequence[Entry], new: Sequence[Entry], found: dict[int, int], key: Callable[[Entry], Hashable]
) -> None:
    """Pair the entries that are equal by `key` and not paired yet, the first with the first; `found` is old by new."""
    told = set(found.values())
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for o in reversed(range(len(old))):
        if o not in told:
            waiting[key(old[o])].append(o)
    for n, entry in enumerate(new):
        if n not in found and waiting.get(key(entry)):
            found[n] = waiting[key(entry)].pop()


def _pair_alike(old: Sequence[Entry], new: Sequence[Entry], found: dict[int, int]) -> None:
    """Pair the likeliest of the entries that are left; of equally likely ones those that stand nearest."""
    told = set(found.values())
    left = [o for o in range(len(old)) if o not in told]
    free = [n for n in range(len(new)) if n not in found]
    for _, _, o, n in sorted(set(_likely(old, new, left, free))):
        if o not in told and n not in found:
            found[n] = o
            told.add(o)


def _likely(
    old: Sequence[Entry], new: Sequence[Entry], left: Sequence[int], free: Sequence[int]
) -> Iterator[tuple[float, int, int, int]]:
    """Give how unlikely, how far apart, and which old and new entry, for every two that may be the same."""
    words = {n: _words(new[n]) for n in free}
    sharing: dict[Hashable, list[int]] = defaultdict(list)
    for n in free:
        for trait in (*_traits(new[n]), *set(words[n].split())):
            sharing[trait].append(n)
    for o in left:
        said = _words(old[o])
        near = {n: words[n] for n in sorted(_near(old[o], said, sharing))}
        for _, alike, n in process.extract(said, near, scorer=fuzz.ratio, score_cutoff=_NEEDED[2], limit=None):
            agreed = _agreed(old[o], new[n])
            if alike >= _NEEDED[agreed] and (agreed or len(said) >= _TELLING):
                yield -(alike + 30 * agreed), abs(o - n), o, n


def _near(entry: Entry, said: str, sharing: Mapping[Hashable, Sequence[int]]) -> set[int]:
    """Return the rows to weigh for an entry: those of its date and reference, and those that share its rarest words."""
    groups = (sharing.get(trait, ()) for trait in _traits(entry))
    found = {n for group in groups if len(group) <= _MANY for n in group}
    shared = sorted((len(sharing[word]), word) for word in set(said.split()) if word in sharing)
    counted = Counter(n for _, word in shared[:_RAREST] for n in sharing[word])
    return found | {n for n, _ in counted.most_common(_MANY)}


def _words(entry: Entry) -> str:
    return " ".join(filter(None, _said(entry)[1:]))


def _traits(entry: Entry) -> Iterator[tuple[str, Hashable]]:
    """Give what two entries may share beside their words: the reference, the date as written, the date as read."""
    if entry.reference.strip():
        yield "reference", entry.reference.strip()
    if entry.when.text.strip():
        yield "date", _plain(entry.when.text)
    if entry.when.known:
        yield "day", (entry.when.earliest, entry.when.latest)


def _agreed(old: Entry, new: Entry) -> int:
    """Return how much of reference and date agrees: 0, 1 or 2."""
    shared = {name for name, _ in set(_traits(old)) & set(_traits(new))}
    return ("reference" in shared) + bool(shared & {"date", "day"})


def _in_order(places: Sequence[int]) -> set[int]:
    """Return the indexes of a longest rising run of `places`: those that kept their order among themselves."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(ends, place)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1], last[at : at + 1] = [place], [index]
    kept: set[int] = set()
    index = last[-1] if last else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept
