"""A person's decision that an entry, or a passage in it, is fact, opinion or reported."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a mark says. MIXED is never set on a mark: it is how an entry shows whose passages differ."""

    FACT = "fact"
    OPINION = "opinion"
    REPORTED = "reported"
    MIXED = "mixed"


LETTERS = {Kind.FACT: "F", Kind.OPINION: "O", Kind.REPORTED: "R", Kind.MIXED: "M"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on an entry (`field` is "") or on characters `start` to `end` of one of its fields.

    Offsets count Python characters of the entry's own text; `cue` keeps the words of a suggestion that a person
    accepted, "" where the person marked unprompted. `words` are "" but for a passage that a later version of the file
    changed: it marks nothing any more (`start` is `end`), and `words` are those it marked.
    """

    id: str
    entry_id: str
    kind: Kind
    field: str = ""
    start: int = 0
    end: int = 0
    cue: str = ""
    words: str = ""

    @property
    def is_passage(self) -> bool:
        """Whether it marks a passage rather than the whole entry."""
        return self.field != ""


def kind_of(marks: Iterable[Mark]) -> Kind | None:
    """Return what an entry with these marks shows as: None unmarked, MIXED where its marks differ.

    A mark whose words a later version changed says nothing until a person has looked at it.
    """
    kinds = {mark.kind for mark in marks if not mark.words}
    if not kinds:
        return None
    return kinds.pop() if len(kinds) == 1 else Kind.MIXED
