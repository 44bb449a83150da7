"""Names and places for new files: fit for every system, and never over a file that is there."""

from collections.abc import Collection
from itertools import chain, count
from pathlib import Path

_FORBIDDEN = '<>:"/\\|?*'


def file_name_of(text: str) -> str:
    """Return text as it can stand in a file name on every system, "review" where nothing is left of it."""
    kept = "".join(" " if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in text)
    return " ".join(kept.split()).strip(". ") or "review"


def free_place(folder: Path, name: str, ending: str, taken: Collection[Path] = ()) -> Path:
    """Return a place in `folder` where nothing stands yet and that is not `taken`: NAME, else NAME 2, then NAME 3."""
    names = chain([name], (f"{name} {number}" for number in count(2)))
    places = (folder / (each + ending) for each in names)
    return next(place for place in places if place not in taken and not place.exists())
