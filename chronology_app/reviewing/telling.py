"""What one account says that another may say otherwise: day, time, measurement, side, seen, who was there."""

import re
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.resources import read_table, wrong
from chronology_app.reviewing.days_told import days_told

TABLE = "conflicts.toml"
FAR_APART = 30
"""Minutes from which two times of one event are a difference worth asking about."""

_SPLIT = re.compile(r"[,;&/\n+]|\band\b|\bwith\b", re.IGNORECASE)
_ALONE = re.compile(r"\s*\(.*?\)|[.:]")


@dataclass(frozen=True, slots=True)
class Said:
    """What an account says: in words for the person, and the value to compare."""

    words: str
    value: Any


@dataclass(frozen=True, slots=True)
class Question:
    """A thing two accounts may differ about: how to find what is said of it, and when two answers clash."""

    about: str
    find: Callable[[Entry, Chronology], Said | None]
    clash: Callable[[Any, Any], bool]


def questions() -> tuple[Question, ...]:
    """Return everything accounts are compared on.

    Raises:
        ResourceProblem: resources/conflicts.toml is wrong; the sentence names the line.
    """
    return _questions()


@cache
def _questions() -> tuple[Question, ...]:
    table = read_table(TABLE)
    measures = [_measure(row) for row in table.get("measure", ())]
    names = {word: name for name, words in table.get("people", {}).items() for word in words}
    answers = {word: answer == "yes" for answer, words in table.get("seen", {}).items() for word in words}
    return (
        Question("day", partial(_day, heard=_any_of(table.get("heard", ()))), _days_clash),
        Question("time", _time, _times_clash),
        *measures,
        Question("left or right", partial(_side, pattern=_sides(table.get("body", {}))), _sides_clash),
        Question("whether the child was seen", partial(_seen, answers=answers), lambda one, other: one != other),
        Question("who was present", partial(_present, names=names), _present_clash),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the words in a text, and nothing where there are none."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words)) or '(?!)'})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Days:
    """Days of an account (ordinals, inclusive), other days it speaks of, and whether it tells what was heard."""

    first: int
    last: int
    told: Set[int]
    heard: bool

    def speaks_of(self, other: "_Days") -> bool:
        """Whether it explains the day of the other: it names it, or tells later what was heard of it."""
        return any(other.first <= day <= other.last for day in self.told) or (self.heard and other.last < self.first)


def _day(entry: Entry, _: Chronology, *, heard: re.Pattern[str]) -> Said | None:
    when = entry.when
    if when.earliest is None or when.latest is None:
        return None
    told = days_told(entry.event, when.earliest).keys()
    days = _Days(when.earliest.toordinal(), when.latest.toordinal(), told, heard.search(entry.event) is not None)
    return Said(when.text or when.earliest.isoformat(), days)


def _days_clash(one: _Days, other: _Days) -> bool:
    """Whether two accounts stand on different days and neither explains that of the other ("yesterday", "letter")."""
    if one.first <= other.last and other.first <= one.last:
        return False
    return not (one.speaks_of(other) or other.speaks_of(one)) and one.told.isdisjoint(other.told)


def _time(entry: Entry, _: Chronology) -> Said | None:
    when = entry.when
    if when.time is None or when.earliest is None or when.earliest != when.latest:
        return None
    end = when.end_time or when.time
    words = f"{when.time:%H:%M}" + (f" to {end:%H:%M}" if when.end_time else "")
    return Said(words, (when.earliest, when.time.hour * 60 + when.time.minute, end.hour * 60 + end.minute))


def _times_clash(one: tuple[Any, int, int], other: tuple[Any, int, int]) -> bool:
    """Whether two times of the same day lie too far apart; different days are told by the day."""
    return bool(one[0] == other[0]) and max(one[1], other[1]) - min(one[2], other[2]) > FAR_APART


def _measure(row: Mapping[str, Any]) -> Question:
    if not row.get("units") or not row.get("words"):
        raise wrong(TABLE, f'"{row.get("name", "")}"', "a measure needs `words` and `units`")
    units = row["units"]
    unit = "|".join(re.escape(name) for name in sorted(filter(None, units), key=len, reverse=True))
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in row["words"])
    edge = rf"((?:{unit})(?![^\W_]){'|' if '' in units else ''})"
    told = rf"\b(?:{words})\b[^\d;\n]{{0,25}}?(\d+(?:[.,]\d+)?)\s*{edge}"
    alone = "|".join(re.escape(name) for name in row.get("alone", ()))
    patterns = [told] + ([rf"(?<![\d.])(\d+(?:[.,]\d+)?)\s*({alone})(?![^\W_])"] if alone else [])
    compiled = tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    find = partial(_measured, patterns=compiled, units=units)
    return Question(row["name"], find, _measures_clash)


def _measured(
    entry: Entry, _: Chronology, *, patterns: tuple[re.Pattern[str], ...], units: Mapping[str, int]
) -> Said | None:
    """Return the first measurement told as (amount, how finely it was written), both in the smallest unit."""
    for text in (entry.event, entry.action, entry.experience):
        for pattern in patterns:
            match = pattern.search(text)
            if match:
                number, unit = match[1].replace(",", "."), match[2].lower()
                decimals = len(number.partition(".")[2])
                times = units[unit]
                return Said(f"{match[1]} {match[2]}".strip(), (float(number) * times, times / 10**decimals))
    return None


def _measures_clash(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two measurements differ by more than rounding explains (3.1 kg and 3120 g do not)."""
    return abs(one[0] - other[0]) > max(one[1], other[1]) / 2 + 1e-6


def _sides(body: Mapping[str, Any]) -> re.Pattern[str]:
    parts, beside = ("|".join(map(re.escape, body.get(name, ()))) for name in ("parts", "beside"))
    return re.compile(rf"\b(left|right)\s+(?:(?:{beside})\s+)?({parts})\b", re.IGNORECASE)


def _side(entry: Entry, _: Chronology, *, pattern: re.Pattern[str]) -> Said | None:
    """Return which side of the body is told, as pairs of part and side."""
    found = [match for text in (entry.event, entry.action) for match in pattern.finditer(text)]
    pairs = frozenset((match[2].lower(), match[1].lower()) for match in found)
    return Said(", ".join(dict.fromkeys(match[0] for match in found)), pairs) if found else None


def _sides_clash(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether a part of the body both name is never told on the same side."""
    named = {part for part, _ in one} & {part for part, _ in other}
    return any({pair for pair in one if pair[0] == part}.isdisjoint(other) for part in named)


def _seen(entry: Entry, _: Chronology, *, answers: Mapping[str, bool]) -> Said | None:
    text = entry.seen.strip().casefold()
    for words in sorted(answers, key=len, reverse=True):
        if text.startswith(words) and not text[len(words) :].lstrip()[:1].isalnum():
            return Said(entry.seen.strip(), answers[words])
    return None


def _present(entry: Entry, chronology: Chronology, *, names: Mapping[str, str]) -> Said | None:
    known = {name.casefold(): person.designation for person in chronology.people.values() for name in person.names}
    listed = [_ALONE.sub("", part).strip().casefold() for part in _SPLIT.split(entry.people)]
    present = frozenset(filter(None, (known.get(name) or names.get(name, name) for name in listed)))
    return Said(entry.people.strip(), present) if present else None


def _present_clash(one: Set[str], other: Set[str]) -> bool:
    """Whether each names somebody the other does not; an agency that only names fewer has merely written less."""
    return not (one <= other or other <= one)
