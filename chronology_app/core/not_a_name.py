"""Words that look like somebody's name and of which a person said that they name nobody here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotAName:
    """A false alarm, kept so that it is raised once.

    `designation` is whose name the words were taken for, with `around` the words as they stand between their
    neighbours: only there do they name nobody. Both are "" where words were suggested as the name of somebody who is
    not listed: they name nobody anywhere.
    """

    id: str
    words: str
    designation: str = ""
    around: str = ""
