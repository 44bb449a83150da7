"""A date's text becomes words with known meanings: one letter a word, so that grammar rows can be short patterns.

The letters (the words behind them are in resources/dates.toml):

    i n k y e z   numbers of 1, 2, 3, 4, 8 and other many digits ('22 with an apostrophe is a year: y)
    m w o t       month, weekday, ordinal word ("first"), ordinal suffix ("th")
    A C h I       am or pm, noon or midnight, "hrs", the T of ISO 8601
    p S F Q x     early/mid/late, season, feast, quarter, the s of a decade
    ~ ?           approximate, uncertain
    < u B > s f   before, until, by, after, since, from      O N   onwards, "present"
    b & | r       between, and, or, to                       W E K  week commencing, ending, of
    v g H         overnight, night, other parts of the day   U M V  day / month / time not known
    R Z X         "same day", "not known", digits not known ("XX")
    !             anything else: words that must never be ignored

Punctuation stands for itself; white space separates and means nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from chronology_app.core.resources import read_table, wrong

_FILE = "dates.toml"
_LETTERS = {
    "month": "m", "weekday": "w", "ordinal": "o", "half": "A", "clock": "C", "third": "p", "season": "S",
    "relative": "R", "suffix": "t", "hours": "h", "quarter": "Q", "decade": "x", "iso_time": "I", "approximate": "~",
    "uncertain": "?", "before": "<", "until": "u", "by": "B", "after": ">", "since": "s", "from": "f",
    "onwards": "O", "present": "N", "between": "b", "and": "&", "or": "|", "to": "r", "week_from": "W",
    "week_to": "E", "week_of": "K", "overnight": "v", "night": "g", "part_of_day": "H",
    "digits_unknown": "X", "day_unknown": "U", "month_unknown": "M",
    "time_unknown": "V", "filler": "",
}  # fmt: skip
_NUMBERED = frozenset({"month", "weekday", "third", "season", "relative"})
_DIGITS = {1: "i", 2: "n", 3: "k", 4: "y", 8: "e"}
_PUNCTUATION = {
    "/": "/", "\\": "/", "_": "/", "-": "-", ".": ".", ":": ":", ",": ",", ";": ",", "&": "&", "+": "&", "?": "?",
    "~": "~", "(": "(", ")": ")", "[": "(", "]": ")", "@": "", "'": "!", "<": "<", ">": ">",
}  # fmt: skip
_ALIKE = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys("‘’ʼ′`´", "'")
    | dict.fromkeys("⁄∕／", "/")
    | dict.fromkeys("→⟶⇒➔", "-")
    | dict(zip("ˢᵗⁿᵈʳʰ", "stndrh", strict=True))
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u200f")
    | {"．": ".", "：": ":", "，": ",", "？": "?", "ª": "!"}
)
"""Characters that look the same to a reader; those without width vanish."""

_TOKEN = re.compile(r"[0-9]+|'[0-9]{2}(?![0-9])|[a-z]{1,2}/[a-z](?![a-z])|'?[a-z]+(?:[ .']+[a-z]+(?![a-z]*/))*\.?|\S")
_DOUBT_BEHIND = re.compile(r"(?<=\w)\? (?=\w)")
"""In "12/03/22? 3pm" the question mark belongs to the day, in "12/03/22 ?3pm" to the time."""
_ANCHOR = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
_LONGEST = 5

Word = tuple[str, Any]
Words = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast: days `first` to `last` from its anchor, a (month, day) or None for Easter Sunday."""

    anchor: tuple[int, int] | None
    first: int = 0
    last: int = 0
    approximate: bool = False


def level(text: str) -> str:
    """Return the text in lower case with single spaces and plain dashes and quotes."""
    if not text.isascii():
        text = text.translate(_ALIKE)
    return " ".join(text.split()).lower()


def tidy(text: str) -> str:
    """Return the text on the `level`, without stops at its end.

    A question mark that is written to the word before it is kept there by a comma.
    """
    text = level(text).rstrip(" .,;:")
    return _DOUBT_BEHIND.sub("?, ", text) if "? " in text else text


def words_of(tidied: str) -> tuple[str, list[Any]]:
    """Return the letters of a tidied text and what each of them stands for, fillers left out."""
    shape = ""
    values: list[Any] = []
    for token in _TOKEN.findall(tidied):
        letters, meant = _classed(token)
        shape += letters
        values += meant
    return shape, values


@lru_cache(maxsize=4096)
def _classed(token: str) -> Words:
    first = token[0]
    if "0" <= first <= "9":
        return _DIGITS.get(len(token), "z"), (token,)
    if first == "'" and token[1:].isdigit():
        return "y", (token[1:],)
    if token[-1].isalpha() or (token[-1] == "." and len(token) > 1):
        found = list(_segments(token.replace("'", "").replace(".", " ").split()))
        return "".join(letter for letter, _ in found), tuple(value for _, value in found)
    letter = _PUNCTUATION.get(token, "!")
    return letter, (token,) * len(letter)


def _segments(run: list[str]) -> Iterator[Word]:
    """Yield the longest known phrases of a run of words; what nobody knows becomes "!"."""
    at = 0
    while at < len(run):
        for end in range(min(len(run), at + _LONGEST), at, -1):
            known = vocabulary().get(" ".join(run[at:end]))
            if known is not None:
                if known[0]:
                    yield known
                at = end
                break
        else:
            yield "!", run[at]
            at += 1


@cache
def vocabulary() -> dict[str, Word]:
    """Return every known word or phrase with its letter and its value.

    Raises:
        ResourceProblem: resources/dates.toml is missing or wrong; the sentence names the line.
    """
    found: dict[str, Word] = {}
    for letter, value, words in _lists(read_table(_FILE)):
        for word in words:
            if word in found or word != word.lower():
                raise wrong(_FILE, f'"{word}"', "a word stands in one list only, in lower case")
            found[word] = (letter, value)
    return found


def _lists(table: dict[str, Any]) -> Iterator[tuple[str, Any, list[str]]]:
    for name, rows in table.items():
        if name == "words":
            yield from ((_letter(section), section, words) for section, words in rows.items())
        elif name == "nothing":
            yield from (("Z", row["reason"], row["words"]) for row in rows)
        elif name == "feast":
            yield from (("F", _feast(row), row["words"]) for row in rows)
        else:
            number = int if name in _NUMBERED else str
            yield from ((_letter(name), number(key), words) for key, words in rows.items())


def _letter(section: str) -> str:
    if section not in _LETTERS:
        raise wrong(_FILE, section, "no such list of words is known")
    return _LETTERS[section]


def _feast(row: dict[str, Any]) -> Feast:
    anchor = row["anchor"]
    if anchor != "easter" and not _ANCHOR.fullmatch(anchor):
        raise wrong(_FILE, f'"{anchor}"', 'an anchor is "MM-DD" or "easter"')
    day = None if anchor == "easter" else (int(anchor[:2]), int(anchor[3:]))
    return Feast(day, row.get("first", 0), row.get("last", 0), row.get("approximate", False))
