"""How much one untrusted file may ask of the laptop: every limit by name, with the reason for its size."""

from chronology_app.core.errors import FileProblem

FILE_BYTES = 100 * 2**20
"""The largest file read. A chronology of 20,000 rows is 3 MB; what is larger holds pictures, not rows."""

UNPACKED_BYTES = 600 * 2**20
"""What the parts of a zip may unpack to in all: a million formatted blank rows unpack to 200 MB."""

PART_BYTES_ANY_RATIO = 16 * 2**20
"""A part up to this size may be packed as tightly as it likes: it is too small to do harm."""

PACKING_RATIO = 250
"""How many times a larger part may shrink. Rows of a sheet shrink 10 to 40 times, deflate can reach 1,032."""

PARTS = 10_000
"""Parts in a zip. A document with a picture in every row stays far below."""

ROWS = 1_048_576
"""Rows of a sheet: Excel's own limit (https://support.microsoft.com, "Excel specifications and limits")."""

COLUMNS = 702
"""Columns of a sheet, A to ZZ. No chronology has a hundred; a value in column XFD makes every row 16,384 wide."""

CELLS = 20_000_000
"""Rows times columns of a sheet: the reader of workbooks holds all of them at once, 24 bytes each."""

NESTING = 60
"""Tables, content controls and text boxes inside one another; Word stops at 64 levels of elements it can edit."""

REMARKS = 20_000
"""Comments, footnotes and endnotes of one document: a panel of ten with a hundred each stays far below."""

SECONDS = 120.0
"""How long one file may take. 50,000 rows take about one second."""

MEMORY_BYTES = 3 * 2**30
"""Address space of the process that reads. 200 MB of XML and its tree fit; a machine with 8 GB survives two."""

TOO_LARGE = (
    "This file is too large to be read safely, so nothing was taken from it. "
    "Save the pages with the chronology in a file of their own and add that one."
)
TOO_WIDE = (
    "This file has values so far right or so far down that it cannot be read safely, so nothing was taken from it. "
    "Copy the table into a new workbook and add that one."
)


def within(number: float, limit: float, sentence: str = TOO_LARGE) -> None:
    """Check that `number` is at most `limit`.

    Raises:
        FileProblem: it is not; `sentence` says what the person can do.
    """
    if number > limit:
        raise FileProblem(sentence)
