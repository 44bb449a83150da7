"""A person's decision that entries belong together, clash, or are not the same after all."""

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """What was decided about the entries of a link."""

    SAME_EVENT = "same_event"
    CONFLICT = "conflict"
    DIFFERENT = "different"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Link:
    """Entries a person has tied together; `entry_ids` are sorted, at least two."""

    id: str
    kind: LinkKind
    entry_ids: tuple[str, ...]
    comment: str = ""
