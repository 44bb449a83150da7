"""Several events in one cell become entries of their own: where the words are cut, and where their marks go."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from chronology_app.core.change import Change, Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.fields import Field
from chronology_app.core.identity import new_id
from chronology_app.core.mark import Mark

Piece = tuple[int, int]
"""The characters of the event (start, end) that one of the entries keeps."""


def pieces(text: str, cuts: Iterable[int]) -> tuple[Piece, ...]:
    """Return what cuts at these characters leave of a text, without the space around each piece; no piece is blank."""
    inside = sorted({cut for cut in cuts if 0 < cut < len(text)})
    found = (_bare(text, start, end) for start, end in zip([0, *inside], [*inside, len(text)], strict=True))
    return tuple(piece for piece in found if piece[0] < piece[1])


def cut(chronology: Chronology, entry: Entry, cuts: Sequence[int]) -> Change:
    """Return the change that makes an entry of each piece of the event; nothing where the cuts leave only one.

    Every entry keeps the row as it was sent, the date and the other fields. Marks go with their words; notes and ties
    to other entries stay with the first.
    """
    parts = pieces(entry.event, cuts)
    label = f"Make {len(parts)} entries of one row"
    if len(parts) < 2:
        return Change(label)
    put: list[Record] = []
    first = {mark.id for mark in chronology.marks_of(entry.id)}
    for number, (start, end) in enumerate(parts, 1):
        comment = "; ".join(filter(None, (entry.comment, f"part {number} of {len(parts)} of the same row")))
        made = replace(entry, event=entry.event[start:end], comment=comment)
        made = made if number == 1 else replace(made, id=new_id(), flagged=False)
        marks = tuple(_marks(chronology.marks_of(entry.id), (start, end), made.id))
        put += (made, *(mark if mark.id in first else replace(mark, id=new_id()) for mark in marks))
        first -= {mark.id for mark in marks}
    return Change(label, tuple(put), tuple((Mark, mark_id) for mark_id in first))


def _marks(marks: Iterable[Mark], piece: Piece, entry_id: str) -> Iterator[Mark]:
    """Yield the marks as they stand on the entry of a piece; those on the event are cut to it."""
    for mark in marks:
        if mark.field != Field.EVENT or not mark.is_passage:
            yield replace(mark, entry_id=entry_id)
            continue
        start, end = max(mark.start, piece[0]), min(mark.end, piece[1])
        if start < end:
            yield replace(mark, entry_id=entry_id, start=start - piece[0], end=end - piece[0])


def _bare(text: str, start: int, end: int) -> Piece:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
