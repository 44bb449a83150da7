"""An agency's words with the passages a reviewer marked: each begins with its letter and has its own style."""

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from chronology_app.core.mark import LETTERS, Kind, Mark
from chronology_app.writing.wordml import run

STYLE_OF = {Kind.FACT: "Fact", Kind.OPINION: "Opinion", Kind.REPORTED: "Reported"}
"""The character style of a marked passage: solid, italic and dotted, dashed underline."""


def letter(kind: Kind) -> str:
    """Return the letter a marked passage begins with: "[F] "."""
    return f"[{LETTERS[kind]}]\u00a0"


_BEGINS = {kind: run(letter(kind), "MarkLetter") for kind in STYLE_OF}


def runs(text: str, marks: Sequence[Mark]) -> str:
    """Return runs that show `text` with its marked passages; marks are of this text's own field.

    Marks that reach past the text are cut at its end. Where marks overlap, every letter is shown where its mark begins
    and the passage has the style of the mark that began last.
    """
    if not marks:
        return run(text)
    cut = [(max(0, mark.start), min(mark.end, len(text)), mark.kind) for mark in marks if mark.kind in STYLE_OF]
    kept = sorted((mark for mark in cut if mark[0] < mark[1]), key=itemgetter(0, 1))
    points = sorted({0, len(text), *(point for mark in kept for point in mark[:2])})
    made: list[str] = []
    for first, last in pairwise(points):
        covering = [(start, kind) for start, end, kind in kept if start <= first < end]
        made.extend(_BEGINS[kind] for start, kind in covering if start == first)
        made.append(run(text[first:last], STYLE_OF[covering[-1][1]] if covering else ""))
    return "".join(made)
