"""When words that came back from Word are the same words, and where they are others, sentence by sentence.

Word, LibreOffice and Google Docs turn quotation marks, dashes, dots and spaces into others by themselves: that is
nobody's change.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple
from unicodedata import normalize

from chronology_app.reviewing.designations import EditsOf, words_before

_LETTER = re.compile("\\[[FOR]\\]\u00a0")
"""The letter of a mark, where a program has lost the style that tells it from the agency's words."""

_SENTENCE = re.compile(r".+?(?:[.!?](?=\s)|[\n\v]|$)\s*", re.DOTALL)
_WORD = re.compile(r"\s*\S+")
_MOST = 600
"""Sentences or words compared one by one; what is longer is shown as one change, so that it takes no time."""

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "\u2026": "...",
        "\u00bd": "1/2",
        "\u00bc": "1/4",
        "\u00be": "3/4",
    }
)


class Hunk(NamedTuple):
    """Whole sentences that differ: characters `start` to `end` of one text, `first` to `last` of the other."""

    start: int
    end: int
    first: int
    last: int


def plainly(text: str) -> str:
    """Return words without what programs change by themselves; two texts are the same words where this is equal."""
    if text.isascii():
        return " ".join(text.replace("--", "-").split())
    changed = normalize("NFC", _LETTER.sub("", text)).translate(_SIGNS)
    return " ".join(changed.replace("--", "-").split())


def without_letters(text: str) -> str:
    """Return words as they are read in a proposal: no letters of marks, line breaks as such."""
    return _LETTER.sub("", text).replace("\v", "\n").strip()


def hunks(one: str, other: str) -> Iterator[Hunk]:
    """Give the sentences in which two texts differ; where words were only put in or taken out, with their neighbour."""
    a, b = _spans(_SENTENCE, one), _spans(_SENTENCE, other)
    for i1, i2, j1, j2 in _joined(list(_changes(a, b, one, other)), len(a)):
        start, end = (a[i1][0], a[i2 - 1][1]) if i1 < i2 else (0, 0)
        first, last = (b[j1][0], b[j2 - 1][1]) if j1 < j2 else (0, 0)
        if plainly(one[start:end]) != plainly(other[first:last]):
            yield Hunk(start, end, first, last)


def in_own_words(own: str, shown: str, edits: EditsOf, hunk: Hunk, after: str) -> tuple[str, str]:
    """Return an agency's own words and what should stand for them, where designations stood for names in `shown`.

    `after` is what stands in the document for characters of the hunk; what nobody changed in it is put back as it was.
    """
    pieces: list[str] = []
    past = hunk.start
    for first, last, new in _word_changes(shown[hunk.start : hunk.end], after):
        pieces += (_before(own, past, hunk.start + first, edits), new)
        past = hunk.start + last
    pieces.append(_before(own, past, hunk.end, edits))
    return _before(own, hunk.start, hunk.end, edits), "".join(pieces)


def _before(own: str, start: int, end: int, edits: EditsOf) -> str:
    first, last = words_before(own, start, end, edits)
    return own[first:last] if start < end else ""


def _word_changes(one: str, other: str) -> Iterator[tuple[int, int, str]]:
    a, b = _spans(_WORD, one), _spans(_WORD, other)
    for i1, i2, j1, j2 in _changes(a, b, one, other):
        at = a[i1 - 1][1] if i1 else 0
        new = other[b[j1][0] : b[j2 - 1][1]] if j1 < j2 else ""
        yield at, a[i2 - 1][1] if i1 < i2 else at, new


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    found = [match.span() for match in pattern.finditer(text)]
    return found if len(found) <= _MOST else [(0, len(text))]


def _changes(
    a: list[tuple[int, int]], b: list[tuple[int, int]], one: str, other: str
) -> Iterator[tuple[int, int, int, int]]:
    keys = [plainly(one[x:y]) for x, y in a], [plainly(other[x:y]) for x, y in b]
    for what, i1, i2, j1, j2 in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if what != "equal":
            yield i1, i2, j1, j2


def _joined(changes: list[tuple[int, int, int, int]], sentences: int) -> list[tuple[int, int, int, int]]:
    """Return the changes with a sentence beside those that only put in or take out; what meets is one change."""
    found: list[tuple[int, int, int, int]] = []
    for i1, i2, j1, j2 in changes:
        if (i1 == i2 or j1 == j2) and i1 and j1:
            i1, j1 = i1 - 1, j1 - 1
        elif (i1 == i2 or j1 == j2) and i2 < sentences:
            i2, j2 = i2 + 1, j2 + 1
        if found and i1 < found[-1][1]:
            i1, j1 = found[-1][0], found[-1][2]
            found.pop()
        found.append((i1, i2, j1, j2))
    return found
