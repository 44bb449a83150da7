"""Folds the ways letters are written into one, so that a name is found without its accents or cut by a line break."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

_OTHER = re.compile(r"[^\x00-\x7f]")
_ALSO = {
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("‘’ʼ`´", "'"),
    **dict.fromkeys("\u00a0\u2007\u202f", " "),
    **dict(zip("łŁøØđĐðÐħĦıŧŦƁɓƊɗƘƙ", "lLoOdDdDhHitTBbDdKk", strict=True)),
}
"""Letters and signs that Unicode does not take apart, and what stands for them on most keyboards."""

_BREAK = re.compile(r"-\s")
"""What a word cut in two has; most texts have none, which is quickly seen."""

_LEFT_OUT = re.compile(
    "[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]"
    r"|(?<=[^\W\d_])-[^\S\n]*(?:\n|(?<= ))\s*(?=[a-z])|(?<=[^\W\d_]-)[^\S\n]*(?:\n|(?<= ))\s*(?=[A-Z])"
)
"""Marks above letters, what is not seen, and the hyphen and break in the middle of a word at the end of a line.

Before a capital the hyphen stays ("Ashby-" / "Pell"); a line break may have become a space in a finished document.
"""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as names are looked for in it.

    `cuts` are (where in it something is left out, how much up to there, whether it stood over the letter before).
    """

    text: str
    cuts: tuple[tuple[int, int, bool], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the text as written its characters `start` to `end` stand, with the marks on the last."""
        if not self.cuts:
            return start, end
        first, last = self._cuts_up_to(start), self._cuts_up_to(end - 1)
        if last < len(self.cuts) and self.cuts[last][0] == end and self.cuts[last][2]:
            last += 1
        return start + self._left_out(first), end + self._left_out(last)

    def _cuts_up_to(self, position: int) -> int:
        return bisect_right(self.cuts, position, key=lambda cut: cut[0])

    def _left_out(self, cuts: int) -> int:
        return self.cuts[cuts - 1][1] if cuts else 0


def fold(text: str) -> Folded:
    """Return a text with plain letters, hyphens and apostrophes, and without what cuts a word in two."""
    plain = text if text.isascii() else _OTHER.sub(lambda found: _plain(found[0]), text)
    if (plain.isascii() and not _BREAK.search(plain)) or not _LEFT_OUT.search(plain):
        return Folded(plain)
    cuts, pieces, past, left_out = [], [], 0, 0
    for found in _LEFT_OUT.finditer(plain):
        pieces.append(plain[past : found.start()])
        cuts.append((found.start() - left_out, left_out + len(found[0]), unicodedata.combining(found[0][0]) > 0))
        left_out, past = cuts[-1][1], found.end()
    return Folded("".join(pieces) + plain[past:], tuple(cuts))


@cache
def _plain(character: str) -> str:
    """Return the one character that stands for one: the letter without its accent, or itself."""
    if character in _ALSO:
        return _ALSO[character]
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() and base.isalpha() else character
