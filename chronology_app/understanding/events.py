"""Several events in one cell: where the next one seems to begin, to be offered and never cut by itself."""

import re

_BEGINS = re.compile(
    r"""
    (?: (?<=[\n\v\u2028]) [ \t]* (?: [-•*–·]\s | \d{1,2}[.)]\s | \(?[a-z]\)\s | \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b )
      | (?: (?<=[\n\v\u2028]) [ \t]* | (?<=[.;!?]\s) )
        (?: (?:at\s)? (?: \d{1,2}[:.]\d{2} (?:\s?(?:hrs|am|pm))? | \d{4}\s?hrs | \d{1,2}\s?(?:am|pm) ) \b )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A new line with a bullet, a number, a letter, a date or a time; or a sentence that begins with a time."""


def offered_cuts(text: str) -> tuple[int, ...]:
    """Return the characters at which another event seems to begin, in order; () where the text tells of one event."""
    return tuple(match.start() for match in _BEGINS.finditer(text) if text[: match.start()].strip())
