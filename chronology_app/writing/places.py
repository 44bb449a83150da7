"""Names and places for new files: fit for every system, and never over a file that is there."""

import os
from collections.abc import Collection
from itertools import chain, count
from pathlib import Path

_FORBIDDEN = '<>:"/\\|?*'
_KEPT_BY_WINDOWS = {
    *("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"),
    *(f"{port}{number}" for port in ("COM", "LPT") for number in "123456789¹²³"),
}
"""Names that are devices with any ending (https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""

UNFIT = " ".join(_FORBIDDEN)
"""The signs no name may hold, for a sentence."""

_LONGEST = 160
"""Bytes a name is given at most: with " 2", an ending and a folder it stays below what systems take (255)."""


def fits(name: str) -> bool:
    """Return whether every system takes a file name as it is."""
    printable = name.isprintable() and not any(sign in _FORBIDDEN for sign in name)
    return printable and not name.endswith((".", " ")) and not _is_device(name)


def file_name_of(text: str) -> str:
    """Return text as it can stand in a file name on every system, "review" where nothing is left of it."""
    kept = "".join(" " if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in text)
    short = " ".join(kept.split()).encode()[:_LONGEST].decode("utf-8", "ignore").strip(". ") or "review"
    return f"_{short}" if _is_device(short) else short


def free_place(folder: Path, name: str, ending: str, taken: Collection[Path] = ()) -> Path:
    """Return a place in `folder` where nothing stands yet and that is not `taken`: NAME, else NAME 2, then NAME 3."""
    names = chain([name], (f"{name} {number}" for number in count(2)))
    places = (folder / (each + ending) for each in names)
    return next(place for place in places if place not in taken and not os.path.lexists(place))


def is_same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file, whatever letters, links or folders they are written with."""
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there
        return one.absolute() == other.absolute()


def is_folder(path: Path) -> bool:
    """Return whether a folder is there; no where that cannot be told (too long, or nobody may look)."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_device(name: str) -> bool:
    return name.split(".", 1)[0].rstrip().upper() in _KEPT_BY_WINDOWS
