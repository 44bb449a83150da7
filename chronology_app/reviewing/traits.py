"""What an entry can be recognised by: its days, its time, its numbers and the words that are rare in the review."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronology_app.core.entry import Entry
from chronology_app.core.resources import read_table, wrong
from chronology_app.core.when import order_key
from chronology_app.reviewing.days_told import days_told

TABLE = "same_event.toml"
LONGEST = 7
"""Entries whose date spans more days than this ("March 2022") are never grouped by date."""

HABIT = 4
"""Days with entries of the same words, numbers apart, from which on they are a habit of writing."""

_NUMBER = re.compile(r"\d+")
_TOKEN = re.compile(r"(\d+(?:[.,]\d+)?)\s?(kgs?|grams|g|cm|mm|mls?)\b|[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
_CLOCK = re.compile(
    r"(?<![\d.:/£])(?:(1[0-2]|[1-9])(?:[.:]([0-5]\d))?\s?([ap])m\b|(?:([01]?\d|2[0-3]):|([01]\d|2[0-3])\.)([0-5]\d)"
    r"(?!\d|[.:/]\d|\s?(?:kgs?|g|cm|mm|mls?|%)))"
)
"""Times of day in a text in small letters: "9am", "4.30 pm", "9:05", "22.40"; but not 9.05, which may be anything."""
_UNITS = {"kg": ("g", 1000), "kgs": ("g", 1000), "grams": ("g", 1), "cm": ("mm", 10), "mls": ("ml", 1)}
_ENDINGS = ("ing", "ies", "ed", "es", "s", "e")
_FEWEST = 100
"""Rarity is judged as if there were at least so many entries: in a handful every word would be rare."""
_TOO_COMMON = 0.3
_WEIGHTS = {"#": 1.5, "@": 1.3}
"""Measurements and named events (see the table) speak more clearly than a word."""


@dataclass(frozen=True, slots=True)
class Traits:
    """One entry: days (ordinals, inclusive), time in minutes or None, who sent it, its words and its rare ones.

    `told` are the earlier days its words speak of, and `clock` every time of day in it, in minutes.
    `weight` is the sum of the rarities of `rare`; `text` is the event in small letters; `habit` says that the same
    words, numbers apart, are written on so many days that they tell a way of writing and not an event.
    """

    id: str
    first: int
    last: int
    minutes: int | None
    agency: str
    source: str
    text: str
    rare: frozenset[str]
    weight: float
    habit: bool
    told: Mapping[int, str]
    clock: frozenset[int]

    @property
    def single(self) -> bool:
        """Whether one day is known."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Compared:
    """Traits of every entry with a place in time, in order; the rarity of each feature; the words it shows as."""

    traits: tuple[Traits, ...]
    rarity: Mapping[str, float]
    shown: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    common: frozenset[str]
    concepts: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def compare(entries: Iterable[Entry]) -> Compared:
    """Return what the entries can be recognised by, in the order of time, whatever order they are given in."""
    placed = sorted(filter(_placed, entries), key=_order)
    vocabulary = _vocabulary()
    stem = cache(_stem)
    shown: dict[str, str] = {}
    features = [_features(_words_of(entry), vocabulary, stem, shown) for entry in placed]
    rarity = _rarity(features, [entry.agency_id for entry in placed])
    forms = Counter(form for form, _ in {(_form(entry), entry.when.earliest) for entry in placed})
    traits = tuple(
        _traits(entry, found, rarity, forms[_form(entry)] >= HABIT)
        for entry, found in zip(placed, features, strict=True)
    )
    return Compared(traits, rarity, shown)


def _placed(entry: Entry) -> bool:
    first, last = entry.when.earliest, entry.when.latest
    return first is not None and last is not None and (last - first).days <= LONGEST


def _order(entry: Entry) -> tuple[object, ...]:
    return *order_key(entry.when), entry.agency_id, entry.source_id, entry.table, entry.row, entry.id


def _form(entry: Entry) -> str:
    return _NUMBER.sub("#", entry.event.lower())


def _words_of(entry: Entry) -> str:
    where = (entry.people, entry.professional, entry.location, entry.contact_type, entry.source)
    told = (entry.event, *where, entry.action)
    return "\n".join(text for text in told if text)


def _features(text: str, vocabulary: _Vocabulary, stem: Callable[[str], str], shown: dict[str, str]) -> frozenset[str]:
    """Return the features of a text: "#" measurements, "@" concepts, and word stems."""
    tokens = [match.groups() if match[1] else match[0] for match in _TOKEN.finditer(text.lower())]
    stems = [stem(token) if isinstance(token, str) else "#" for token in tokens]
    found: set[str] = set()
    past = 0
    for place, (token, root) in enumerate(zip(tokens, stems, strict=True)):
        if not isinstance(token, str):
            feature = _measured(*token)
            shown.setdefault(feature, f"{token[0]} {token[1]}")
            found.add(feature)
            continue
        for words, concept in vocabulary.concepts.get(root, ()) if place >= past else ():
            if tuple(stems[place : place + len(words)]) == words:
                found.add(concept)
                past = place + len(words)
                break
        if place >= past and len(token) > 2 and token not in vocabulary.common:
            found.add(root)
            shown.setdefault(root, token)
    return frozenset(found)


def _measured(number: str, unit: str) -> str:
    """Return a measurement in one unit, so that 3.12 kg and 3120 g are the same."""
    base, times = _UNITS.get(unit, (unit, 1))
    return f"#{round(float(number.replace(',', '.')) * times, 3):g}{base}"


def _stem(word: str) -> str:
    """Return a word without its common endings."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _rarity(features: Sequence[frozenset[str]], agencies: Sequence[str]) -> dict[str, float]:
    """Return how rare each feature is, 0 (in every entry) to 1, weighted by what it is; common ones are left out.

    What counts is how often any one agency writes it: an event that four agencies tell of makes no word common.
    """
    told = Counter(agencies)
    uses = Counter((feature, agency) for found, agency in zip(features, agencies, strict=True) for feature in found)
    counts: dict[str, int] = {}
    for (feature, _), count in uses.items():
        counts[feature] = max(count, counts.get(feature, 0))
    many = max((*told.values(), _FEWEST))
    whole = math.log(many)
    rarity = {feature: math.log(many / count) / whole for feature, count in counts.items()}
    return {feature: value * _WEIGHTS.get(feature[0], 1.0) for feature, value in rarity.items() if value >= _TOO_COMMON}


def _traits(entry: Entry, found: frozenset[str], rarity: Mapping[str, float], habit: bool) -> Traits:
    rare = frozenset(feature for feature in found if feature in rarity)
    when = entry.when
    minutes = when.time.hour * 60 + when.time.minute if when.time else None
    first, last = when.earliest, when.latest
    return Traits(
        id=entry.id,
        first=first.toordinal() if first else 0,
        last=last.toordinal() if last else 0,
        minutes=minutes,
        agency=entry.agency_id,
        source=entry.source_id,
        text=entry.event.lower(),
        rare=rare,
        weight=sum(rarity[feature] for feature in sorted(rare)),
        habit=habit,
        told=days_told(entry.event, first) if first else {},
        clock=_clock(entry.event.lower()) | ({minutes} if minutes is not None else set()),
    )


def _clock(text: str) -> frozenset[int]:
    """Return the times of day in a text in small letters, in minutes."""
    return frozenset(map(_minutes, _CLOCK.findall(text)))


def _minutes(found: tuple[str, ...]) -> int:
    hour12, minutes12, half, hour, hour_before_stop, minutes = found
    if half:
        return (int(hour12) % 12 + 12 * (half == "p")) * 60 + int(minutes12 or 0)
    return int(hour or hour_before_stop) * 60 + int(minutes)


@cache
def _vocabulary() -> _Vocabulary:
    table = read_table(TABLE)
    heads: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for concept, phrases in table.get("concepts", {}).items():
        for phrase in phrases:
            words = tuple(_stem(word) for word in phrase.lower().split())
            if not words:
                raise wrong(TABLE, f'"{concept}"', "a concept is told by at least one word")
            heads.setdefault(words[0], []).append((words, f"@{concept}"))
    concepts = {head: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for head, found in heads.items()}
    return _Vocabulary(frozenset(table.get("common", ())), concepts)
