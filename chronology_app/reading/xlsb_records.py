"""The records binary workbooks (.xlsb) are made of, and the strings in them.

The format is [MS-XLSB]: 2.1.4 (records), 2.5.168 (XLWideString), 2.5.122 (RichStr).
"""

from collections.abc import Iterator
from itertools import pairwise
from struct import iter_unpack, unpack_from

from chronology_app.core.errors import FileProblem
from chronology_app.reading.marks import Runs
from chronology_app.reading.package import DAMAGED

_SIZE_SHIFTS = (0, 7, 14, 21)
_RICH = 1


def records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the records of a part: (number of its kind, its bytes).

    Raises:
        FileProblem: a record reaches beyond the end.
        IndexError: the part ends within the head of a record.
    """
    at = 0
    while at < len(part):
        kind = part[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | (part[at] & 0x7F) << 7
            at += 1
        size = 0
        for shift in _SIZE_SHIFTS:
            size |= (part[at] & 0x7F) << shift
            at += 1
            if part[at - 1] < 0x80:
                break
        if at + size > len(part):
            raise FileProblem(DAMAGED)
        yield kind, part[at : at + size]
        at += size


def string_at(record: bytes, at: int) -> tuple[str, int]:
    """Return the string that stands at `at`, and where it ends; a missing one is "".

    Raises:
        FileProblem: it reaches beyond the end.
    """
    (length,) = unpack_from("<I", record, at)
    if length == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * length
    if end > len(record):
        raise FileProblem(DAMAGED)
    return record[at + 4 : end].decode("utf-16-le", "replace"), end


def rich_string_at(record: bytes, at: int, struck: list[bool]) -> tuple[str, Runs]:
    """Return the text of a rich string and, where any of it is struck out, its runs; `struck` speaks of each font."""
    text, end = string_at(record, at + 1)
    if not (record[at] & _RICH and any(struck)):
        return text, ()
    (number,) = unpack_from("<I", record, end)
    starts = list(iter_unpack("<HH", record[end + 4 : end + 4 + 4 * number]))
    edges = [(0, len(struck)), *starts, (len(text), 0)]
    runs = tuple(
        (text[start:stop], font < len(struck) and struck[font]) for (start, font), (stop, _) in pairwise(edges)
    )
    return text, runs if any(gone for _, gone in runs) else ()
