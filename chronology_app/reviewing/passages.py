"""Where sentences, clauses and quotations begin and end, so that a suggestion covers a passage and not one word."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` to `end` of a text."""

    start: int
    end: int


class Break(NamedTuple):
    """Where a clause ends and the next begins after `end`; `strong` where the next one turns to something else."""

    start: int
    end: int
    strong: bool
    stops: bool


_QUOTED = re.compile(
    r"\"[^\"]*\"|“[^”]*”|(?<![^\W_])[‘'](?=[^\W_])[^\n]*?[^\s][’'](?![^\W_])",
)
_STOP = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)|[\r\n]+")
_LAST_WORD = re.compile(r"[^\s(\"“'‘]+\Z")
_BREAK = re.compile(
    r"(?P<stops>\s*;\s*)"
    r"|(?P<strong>,?\s+(?:but|however|although|though|whereas|yet|nevertheless)\b,?|\s+[–—-]+\s+)"
    r"|,\s*(?:and\s+|or\s+)?|\s+(?:and|when|who|which|because|while|where|so|then)(?=\s)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:and|but|or|so|then|however|although|though)\b[\s,]*", re.IGNORECASE)


def quotations(text: str) -> list[Span]:
    """Return the passages in quotation marks, the marks included. Apostrophes are no quotation marks."""
    if not any(mark in text for mark in "\"“‘'"):
        return []
    return [Span(*match.span()) for match in _QUOTED.finditer(text)]


def sentences(text: str, quoted: Sequence[Span], abbreviations: Collection[str]) -> list[Span]:
    """Return the sentences of a text in order, without the space around them; quotations are never cut."""
    found: list[Span] = []
    start = 0
    for match in _STOP.finditer(text):
        if _inside(match, quoted) or _abbreviated(text, start, match, abbreviations):
            continue
        found.append(Span(start, match.end()))
        start = match.end()
    found.append(Span(start, len(text)))
    return [span for span in (trimmed(text, *sentence) for sentence in found) if span.start < span.end]


def breaks(text: str, sentence: Span, quoted: Sequence[Span]) -> list[Break]:
    """Return where the clauses of a sentence meet, in order; none inside a quotation."""
    return [
        Break(match.start(), match.end(), match["strong"] is not None, match["stops"] is not None)
        for match in _BREAK.finditer(text, sentence.start, sentence.end)
        if not _inside(match, quoted)
    ]


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without space and commas at its ends and without a conjunction at its start."""
    while start < end and (text[start].isspace() or text[start] in ",;–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;–—-"):
        end -= 1
    lead = _LEAD.match(text, start, end)
    return Span(lead.end() if lead and lead.end() < end else start, end)


def _inside(match: re.Match[str], spans: Sequence[Span]) -> bool:
    return any(span.start < match.start() and match.end() < span.end for span in spans)


def _abbreviated(text: str, start: int, stop: re.Match[str], abbreviations: Collection[str]) -> bool:
    if stop[0] != ".":
        return False
    word = _LAST_WORD.search(text, start, stop.start())
    return word is not None and ((len(word[0]) == 1 and word[0].isalpha()) or word[0].lower() in abbreviations)
