"""A reviewer's words in which every reference to an entry leads to that entry."""

import re
from functools import cache

from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.wordml import link, run


def linked(manuscript: Manuscript, text: str) -> str:
    """Return the runs of a text; a reference to an entry the document shows is a link, any other is left as it is."""
    if "-" not in text:
        return run(text)
    pieces = _references(manuscript.codes).split(text)
    return "".join(_piece(manuscript, piece) for piece in pieces)


@cache
def _references(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds references that begin with these codes; see `writing.references`."""
    longest_first = "|".join(map(re.escape, sorted(codes, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])((?:{longest_first})-\d{{3,}}[a-z]*)(?![\w-])")


def _piece(manuscript: Manuscript, piece: str) -> str:
    number = manuscript.bookmark_of.get(piece)
    return link(piece, f"entry{number}") if number else run(piece)
