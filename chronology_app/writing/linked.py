"""A reviewer's words in which every reference to an entry leads to that entry."""

import re

from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.wordml import link, run

_REFERENCE = re.compile(r"(?<![\w-])([^\W\d_][\w&/.]*-\d{3,}[a-z]*)(?![\w-])")
"""What may be a reference: an agency's code, a hyphen, at least three figures, a letter; see `writing.references`."""


def linked(manuscript: Manuscript, text: str) -> str:
    """Return the runs of a text; a reference to an entry the document shows is a link, any other is left as it is."""
    if "-" not in text:
        return run(text)
    pieces = _REFERENCE.split(text)
    return "".join(_piece(manuscript, piece) for piece in pieces)


def _piece(manuscript: Manuscript, piece: str) -> str:
    number = manuscript.bookmark_of.get(piece)
    return link(piece, f"entry{number}") if number else run(piece)
