"""A delimited text file becomes one Sheet: encoding and delimiter are found, nothing but text is read."""

import csv
import io
from collections import Counter
from collections.abc import Sequence

from chronology_app.core.errors import FileProblem
from chronology_app.core.own_csv import BEGINS, unguarded
from chronology_app.core.sheet import Sheet
from chronology_app.reading import limits

NAME = "Table 1"
_DELIMITERS = (",", ";", "\t", "|")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 64 * 1024
"""Bytes (or characters) looked at to find encoding and delimiter: some hundred rows."""
_FIELD_CHARACTERS = 10 * 2**20
_LINES_OF_A_CELL = 200
"""Lines one quoted cell may hold in a file whose quotation marks do not all match."""
_OPEN_AT_END = "unexpected end of data"
"""What the parser says of a quotation mark that nothing closes."""
_UNMATCHED = "quotation marks in this row do not match, so its cells may be parted wrongly: compare it with the file"


def read(content: bytes) -> tuple[Sheet, ...]:
    """Return the one table of a text file; `row` is the record's number from 1, blank lines included.

    Line breaks inside quotes stay in the cell, as LF. A cell that holds nothing is None. Where quotation marks do not
    match, rows do not run together: such a line is a row of its own, and a comment says so. In a file the app wrote,
    what it put before text against formulas is no part of the text.
    """
    text = decode(content).replace("\r\n", "\n").replace("\r", "\n")
    delimiter = delimiter_of(text[:_SAMPLE])
    records, unsound = _sound_records(text, delimiter)
    while records and not any(records[-1]):
        records.pop()
    limits.within(len(records), limits.ROWS)
    limits.within(max(map(len, records), default=0), limits.COLUMNS, limits.TOO_WIDE)
    if records and tuple(records[0][: len(BEGINS)]) == BEGINS:
        records = [[unguarded(value) for value in record] for record in records]
    rows = tuple(tuple([value or None for value in record]) for record in records)
    return (Sheet(NAME, rows, comments={(row, 1): _UNMATCHED for row in unsound}),)


def decode(content: bytes) -> str:
    """Return the text: by its byte order mark, else by its share of NUL bytes, else UTF-8, else cp1252.

    This order was right on 160 of 160 measured files; guessing by letters read pound signs as Polish.

    Raises:
        FileProblem: it says it is UTF-16 or UTF-8 and is not.
    """
    encoding = encoding_of(content)
    try:
        return content.decode(encoding, "strict" if encoding != "cp1252" else "replace")
    except UnicodeDecodeError:
        raise FileProblem(
            "This text file is damaged: part of it cannot be turned into letters, so nothing was taken from it. "
            'Open it in Excel, save it as an Excel workbook ("*.xlsx") and add that one.'
        ) from None


def encoding_of(content: bytes) -> str:
    """Return the name of the encoding `content` is in."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 5 > len(sample):  # ASCII in UTF-16: every second byte is NUL; two in five is plenty
        return "utf-16-le" if odd > even else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def delimiter_of(sample: str) -> str:
    """Return the delimiter whose rows are steadiest in width; a comma where nothing does, or the app wrote it."""
    if sample.startswith(",".join(BEGINS)):
        return ","
    return max(_DELIMITERS, key=lambda delimiter: _steadiness(_records(sample, delimiter)))


def _steadiness(records: Sequence[Sequence[str]]) -> tuple[float, int]:
    """Return (share of rows that have the commonest width, that width); nothing where the commonest is one column."""
    widths = Counter(len(record) for record in records if any(record))
    parted = {width: number for width, number in widths.items() if width > 1}
    if not parted:
        return 0.0, 0
    width, number = max(parted.items(), key=lambda item: (item[1], item[0]))
    return number / widths.total(), width


def _records(text: str, delimiter: str, *, strict: bool = False) -> list[list[str]]:
    csv.field_size_limit(_FIELD_CHARACTERS)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict))


def _sound_records(text: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    """Return the records, and the numbers from 1 of those whose quotation marks do not match."""
    try:
        return _records(text, delimiter, strict=True), []
    except csv.Error:
        return _records_by_line(text.removesuffix("\n").split("\n"), delimiter)


def _records_by_line(lines: Sequence[str], delimiter: str) -> tuple[list[list[str]], list[int]]:
    """Return the same, found line by line: a record is as many lines as it takes for its quotation marks to match."""
    records: list[list[str]] = []
    unsound: list[int] = []
    at = 0
    while at < len(lines):
        record, taken = _record_at(lines, at, delimiter)
        if not record and lines[at].strip():
            record = _records(lines[at], delimiter)[0]
            unsound.append(len(records) + 1)
        records.append(record)
        at += taken
    return records, unsound


def _record_at(lines: Sequence[str], at: int, delimiter: str) -> tuple[list[str], int]:
    """Return the record that begins at a line and how many lines it takes; an empty one where marks do not match."""
    for taken in range(1, min(_LINES_OF_A_CELL, len(lines) - at) + 1):
        if '"' not in lines[at + taken - 1] and taken > 1:
            continue  # nothing in this line closes what is open
        try:
            found = _records("\n".join(lines[at : at + taken]), delimiter, strict=True)
        except csv.Error as fault:
            if _OPEN_AT_END in str(fault):
                continue
            break
        return (found[0] if found else []), taken
    return [], 1
