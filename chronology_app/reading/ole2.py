"""Opens an OLE2 file, as stands around an old workbook, and never follows a damaged one round in a circle.

[MS-CFB] 2.4: a chain of mini sectors ends, and no sector stands in it twice. xlrd follows such a chain without end.
"""

import io
from collections.abc import Sequence
from typing import Any

from xlrd.compdoc import CompDoc, CompDocError

_STREAM = 2
"""The type of a directory entry that is a stream ([MS-CFB] 2.6.1)."""


def opened(content: bytes) -> Any:
    """Return the file as xlrd knows it, every chain of its small streams followed to its end once.

    Raises:
        Exception: it is damaged; xlrd has many ways to say so.
    """
    file = CompDoc(content, logfile=io.StringIO())
    ending: set[int] = set()
    for stream in file.dirlist:
        if stream.etype == _STREAM and stream.tot_size < file.min_size_std_stream:
            ending |= _chain(file.SSAT, stream.first_SID, ending)
    return file


def _chain(following: Sequence[int], first: int, ending: set[int]) -> set[int]:
    """Return the sectors from the first to the last, or to one from which the end is known to be reached."""
    found: set[int] = set()
    at = first
    while 0 <= at < len(following) and at not in ending:
        if at in found:
            raise CompDocError("a chain of sectors leads back to itself")
        found.add(at)
        at = following[at]
    return found
