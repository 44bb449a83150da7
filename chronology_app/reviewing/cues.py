"""Turns the table of cue words into patterns once, so that thousands of entries are read at the speed of a scan."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from chronology_app.core.mark import Kind
from chronology_app.core.resources import read_table, wrong

TABLE = "wording.toml"
WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits: what cues begin with and are looked up by."""

_NUMBER = r"\d+(?:[.,]\d+)?"
_ANY_WORD = r"[^\W_](?:[\w'’-]*[^\W_])?"
_START = r"(?:\A|[.!?;:\n]\s*)"
_WITHIN = r"[^.!?;:\n]*"
NEAR, _FAR = 32, 160
"""How many characters before a cue are looked at: for a few words that stand next to it, and for "..." ones."""


@dataclass(frozen=True, slots=True)
class Context:
    """Words that must stand right before (within `reach` characters) and right after a cue."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    reach: int = NEAR

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether it holds around characters `start` to `end`."""
        if self.after is not None and not self.after.match(text, end):
            return False
        return self.before is None or self.before.search(text, max(0, start - self.reach), start) is not None


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table: what its words suggest, and what makes them suggest nothing."""

    kind: Kind
    why: str
    only: tuple[Context, ...]
    unless: tuple[Context, ...]

    def speaks(self, text: str, start: int, end: int) -> bool:
        """Whether its words, found at characters `start` to `end`, suggest anything there."""
        if self.only and not any(context.holds(text, start, end) for context in self.only):
            return False
        return not any(context.holds(text, start, end) for context in self.unless)


class Phrases(NamedTuple):
    """The cues that begin with one word: a pattern that rules all of them out at once, and each, longest first."""

    any: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], Cue], ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """Every cue by the first word of its words (small letters, "#" for a number).

    `abbreviations` are words whose full stop ends no sentence; `agency_again` finds, after a conjunction in reported
    speech, the words with which the agency speaks for itself again. `quotation` is what words in quotation marks
    suggest where `speaker_before` or `speaker_after` finds beside them who spoke.
    """

    heads: Mapping[str, Phrases]
    abbreviations: frozenset[str]
    agency_again: re.Pattern[str]
    quotation: Cue
    speaker_before: re.Pattern[str]
    speaker_after: re.Pattern[str]


@cache
def cues() -> Cues:
    """Return the cues of resources/wording.toml.

    Raises:
        ResourceProblem: a row of the table is wrong; the sentence names the line.
    """
    return build(read_table(TABLE))


def build(table: Mapping[str, Any]) -> Cues:
    """Return the cues of a table as it was read.

    Raises:
        ResourceProblem: a row of the table is wrong; the sentence names the line.
    """
    lists: Mapping[str, Sequence[str]] = table.get("lists", {})
    general = {kind: _contexts(patterns, lists) for kind, patterns in table.get("unless", {}).items()}
    heads: dict[str, list[tuple[str, Cue]]] = {}
    for row in table.get("cue", []):
        words, cue = _cue(row, lists, general)
        for phrase in words:
            first = WORD.search(phrase)
            if first is None and not phrase.startswith("#"):
                raise wrong(TABLE, f'"{phrase}"', "a cue needs at least one word")
            heads.setdefault("#" if phrase.startswith("#") or first is None else first[0].lower(), []).append(
                (phrase, cue)
            )
    compiled = {head: _phrases(found) for head, found in heads.items()}
    rules: Mapping[str, Sequence[str]] = table.get("sentences", {})
    again = (*rules.get("agency_again", ()), *lists.get("professionals", ()))
    agency_again = _compiled(r"\s*(?:(?:the|a|an)\s+)?" + _one_of(again))
    speaker = _one_of((*lists.get("family", ("mother", "father")), *lists.get("professionals", ())))
    return Cues(
        heads=compiled,
        abbreviations=frozenset(rules.get("abbreviations", ())),
        agency_again=agency_again,
        quotation=Cue(Kind.REPORTED, str(rules.get("quotation", "")), (), ()),
        speaker_before=_compiled(rf"(?<![^\W_]){speaker}\s*:\s*\Z"),
        speaker_after=_compiled(rf"\s*\(\s*(?:the\s+)?{speaker}"),
    )


def _cue(
    row: Mapping[str, Any], lists: Mapping[str, Sequence[str]], general: Mapping[str, tuple[Context, ...]]
) -> tuple[Sequence[str], Cue]:
    words = row.get("words") or ()
    at = f'"{words[0]}"' if words else str(row.get("why", ""))
    if not words or not row.get("why"):
        raise wrong(TABLE, at, "a cue needs `words` and `why`")
    if row.get("kind") not in (Kind.FACT, Kind.OPINION, Kind.REPORTED):
        raise wrong(TABLE, at, "the kind above it must be fact, opinion or reported")
    unknown = set(row) - {"kind", "why", "words", "unless", "only"}
    if unknown:
        raise wrong(TABLE, at, "a cue has kind, why, words, unless and only, and nothing else")
    only, unless = (_contexts(row.get(key, ()), lists) for key in ("only", "unless"))
    kind = Kind(row["kind"])
    return words, Cue(kind, row["why"], only, (*unless, *general.get(kind, ())))


def _contexts(patterns: Iterable[str], lists: Mapping[str, Sequence[str]]) -> tuple[Context, ...]:
    """Return patterns such as "was _ access" compiled; those that only look one way are joined into one."""
    sides = [(*_sides(pattern, lists), _FAR if "..." in pattern else NEAR) for pattern in patterns]
    after = [right for left, right, _ in sides if not left]
    found = [Context(None, _after("|".join(after)))] if after else []
    for reach in (NEAR, _FAR):
        before = [left for left, right, far in sides if not right and far == reach]
        found += [Context(_before("|".join(before)), None, reach)] if before else []
    both = (Context(_before(left), _after(right), reach) for left, right, reach in sides if left and right)
    return (*found, *both)


def _before(pattern: str) -> re.Pattern[str]:
    return _compiled(rf"(?:{pattern})\Z")


def _after(pattern: str) -> re.Pattern[str]:
    return _compiled(rf"(?:{pattern})(?![^\W_])")


def _sides(pattern: str, lists: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    """Return what must stand before and after the words, as regular expressions ("" for nothing)."""
    tokens = pattern.split()
    if tokens.count("_") != 1 or len(tokens) == 1:
        raise wrong(TABLE, f'"{pattern}"', "a pattern holds _ once, and a word before or after it")
    at = tokens.index("_")
    before = "".join(_token(token, lists, pattern, "{}[\\s,]+") for token in tokens[:at])
    after = "".join(_token(token, lists, pattern, "[\\s-]+{}") for token in tokens[at + 1 :])
    edge = "" if not before or tokens[0] == "^" else r"(?<![^\W_])"
    return edge + before if before else "", after


def _token(token: str, lists: Mapping[str, Sequence[str]], pattern: str, spaced: str) -> str:
    if token == "...":
        return _WITHIN
    if token == "^":
        return _START if spaced.startswith("{}") else r"\s*(?:[.!?;:\n]|\Z)"
    if token.startswith("?"):
        return f"(?:{_token(token[1:], lists, pattern, spaced)})?"
    return spaced.format("(?:" + "|".join(_word(part, lists, pattern) for part in token.split("/")) + ")")


def _word(word: str, lists: Mapping[str, Sequence[str]], pattern: str) -> str:
    if word.startswith("<") and word.endswith(">"):
        if word[1:-1] not in lists:
            raise wrong(TABLE, f'"{pattern}"', "there is no such list under [lists]")
        return _one_of(lists[word[1:-1]])
    if word == "#":
        return _NUMBER
    return re.escape(word).replace(r"\*", _ANY_WORD if word == "*" else r"[\w'’-]*")


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first; a space also stands for a hyphen."""
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in longest) + r")(?![^\W_])"


def _phrases(found: Iterable[tuple[str, Cue]]) -> Phrases:
    longest = [(_phrase(words), cue) for words, cue in sorted(found, key=lambda pair: -len(pair[0]))]
    each = tuple((_compiled(pattern), cue) for pattern, cue in longest)
    return Phrases(_compiled("|".join(pattern for pattern, _ in longest)), each)


def _phrase(words: str) -> str:
    """Return the pattern of a cue's words: any spaces or hyphens between them, # a number."""
    parts = [_NUMBER if part == "#" else re.escape(part) for part in re.findall(r"#|[^\s#-]+", words)]
    joined = parts[0]
    for before, part in pairwise(parts):
        joined += (r"[\s-]*" if _NUMBER in (before, part) else r"[\s-]+") + part
    return joined.replace("'", "['’]") + r"(?![^\W_])"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
