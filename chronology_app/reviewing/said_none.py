"""What a person said is no name, and the words around it by which the place is known again."""

from collections.abc import Iterable
from dataclasses import dataclass

from chronology_app.core.not_a_name import NotAName

_WORDS = 4
"""Words on either side by which a place is known: enough to tell one sentence from another, and to be read."""


@dataclass(frozen=True, slots=True)
class SaidNone:
    """The places where words are no name: (designation, words, around); `words` are those of any of them.

    A place is passed over only where all three are the same: the same words between others are still a name.
    """

    places: frozenset[tuple[str, str, str]]
    words: frozenset[str]

    def about(self, designation: str, words: str, around: str) -> bool:
        """Return whether a person said of words between these others that they do not name whom they seem to."""
        return (designation, words, around) in self.places


def said_none(not_names: Iterable[NotAName]) -> SaidNone:
    """Return the places at which a person said that words are no name; those that are no name anywhere have none."""
    places = frozenset((one.designation, one.words, one.around) for one in not_names if one.designation)
    return SaidNone(places, frozenset(words for _, words, _ in places))


def as_written(text: str, start: int, end: int) -> str:
    """Return characters `start` to `end` of a text, with single spaces."""
    return " ".join(text[start:end].split())


def around(text: str, start: int, end: int, before: str = "", after: str = "") -> str:
    """Return characters `start` to `end` of a text in brackets, between the four words on either side of them.

    Where there is no other word in the text, `before` and `after` (the texts beside it) stand for them, for a name that
    stands alone would be the same everywhere. The brackets say which words are meant where they occur twice.
    """
    left, right = text[:start], text[end:]
    if not any(map(str.isalnum, left + right)):
        left, right = f"{before} | {left}", f"{right} | {after}"
    return f"{_last(left)}[{as_written(text, start, end)}]{_first(right)}"


def _last(text: str) -> str:
    return " ".join(text.split()[-_WORDS:]) + (" " if text[-1:].isspace() else "")


def _first(text: str) -> str:
    return (" " if text[:1].isspace() else "") + " ".join(text.split()[:_WORDS])
