"""The facts of the review itself: whose life, which days, and what the document says of itself."""

from dataclasses import dataclass
from datetime import date

DEFAULT_MARKING = "OFFICIAL-SENSITIVE"


@dataclass(frozen=True, slots=True)
class Review:
    """One review. `id` is fixed ("review"): a file holds exactly one.

    `born` and `due` are the baby's birth date and due date; `scope_from` and `scope_to` the scope period, inclusive.
    """

    id: str = "review"
    title: str = ""
    designation: str = ""
    born: date | None = None
    due: date | None = None
    scope_from: date | None = None
    scope_to: date | None = None
    marking: str = DEFAULT_MARKING
    version: str = "0.1"
    author: str = ""
