"""The date an entry's text begins with, for tables that have no column of dates: only ever offered to a person."""

import re
from collections.abc import Callable

from chronology_app.core.when import When

_LONGEST = 80
"""Characters in which a date at the start of a text ends."""

_ENDS = re.compile(r"\s+[-–—]\s+|:\s|\.\s|\n")
"""What people write between a date and what happened."""


def leading(text: str, read: Callable[[str], When]) -> When | None:
    """Return the date of the longest beginning of a text that is one, None where it begins with none.

    `read` reads a date as the rows around it are read; its words are in `When.text`.
    """
    head = text.strip()[:_LONGEST]
    if not any(map(str.isdigit, head)):
        return None
    ends = [end.start() for end in _ENDS.finditer(head)]
    return next((when for end in reversed(ends) if (when := read(head[:end])).known), None)
