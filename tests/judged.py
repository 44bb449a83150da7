"""What became of each labelled piece of a family's texts once designations were put and the leak check had looked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from chronology_app.reviewing.designations import designate_text, edits_for
from chronology_app.reviewing.leaks import looking_for
from chronology_app.reviewing.names import Edit
from chronology_app.reviewing.searching import Place
from tests.families import NUMBER, PLACE, UNLISTED, Family, Piece

_WORD = re.compile(r"[^\W_]{2,}")
_APART = "\0"
_SAYS_NOTHING = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "madam",
        "pan",
        "pani",
        "chief",
        "baby",
        "family",
        "twins",
        "the",
        "both",
        "uncle",
        "nana",
        "child",
        "junior",
        "snr",
        "jnr",
    ]
)
"""Words inside a labelled piece that may stay where the name beside them is gone."""


class Became(StrEnum):
    """What became of a piece."""

    REPLACED = "replaced"
    FOUND = "found"
    LEFT = "left"
    WRONG = "wrong"
    ALARM = "alarm"
    DESTROYED = "destroyed"


@dataclass(frozen=True)
class Judged:
    """A piece, or words that tell nobody (ALARM, DESTROYED), in the text it stands in."""

    became: Became
    words: str
    text: str
    whose: frozenset[str] = frozenset()

    @property
    def is_listed(self) -> bool:
        """Whether it names somebody on the list."""
        return bool(self.whose) and self.whose.isdisjoint((UNLISTED, PLACE, NUMBER))


def judged(family: Family) -> Iterator[Judged]:
    """Give what became of everything; the texts are searched as one, as in a finished document."""
    edits_of = edits_for(family.people)
    shown = [designate_text(one.text, edits_of) for one in family.told]
    places = looking_for(family.people)(_APART.join(shown))
    past = 0
    for one, text in zip(family.told, shown, strict=True):
        here = [
            Place(p.start - past, p.end - past, p.designation) for p in places if past <= p.start < past + len(text)
        ]
        past += len(text) + len(_APART)
        edits = edits_of(one.text)
        for piece in one.pieces:
            yield Judged(_became(one.text, piece, edits, here), one.text[piece.start : piece.end], text, piece.whose)
        yield from _astray(one.text, one.pieces, edits, here)


def _became(text: str, piece: Piece, edits: tuple[Edit, ...], places: list[Place]) -> Became:
    touching = [edit for edit in edits if edit.start < piece.end and piece.start < edit.end]
    if (
        any(edit.whose not in piece.whose and edit.whose[0].isupper() for edit in touching)
        and NUMBER not in piece.whose
    ):
        return Became.WRONG
    left = [word for word in _WORD.finditer(text, piece.start, piece.end) if word[0].casefold() not in _SAYS_NOTHING]
    if not any(all(not edit.start <= word.start() < edit.end for edit in touching) for word in left):
        return Became.REPLACED
    start, end = _after(piece.start, edits), _after(piece.end, edits)
    return Became.FOUND if any(p.start < end and start < p.end for p in places) else Became.LEFT


def _astray(text: str, pieces: tuple[Piece, ...], edits: tuple[Edit, ...], places: list[Place]) -> Iterator[Judged]:
    """Give words that tell nobody and were replaced, or taken for a name."""
    for edit in edits:
        if not any(edit.start < piece.end and piece.start < edit.end for piece in pieces):
            yield Judged(Became.DESTROYED, text[edit.start : edit.end], text)
    spans = [(_after(piece.start, edits), _after(piece.end, edits)) for piece in pieces]
    for place in places:
        if not any(place.start < end and start < place.end for start, end in spans):
            yield Judged(Became.ALARM, place.designation, text)


def _after(position: int, edits: tuple[Edit, ...]) -> int:
    """Return where a position stands once the edits before it are made."""
    return position + sum(len(edit.new) - (edit.end - edit.start) for edit in edits if edit.end <= position)
