"""The same grid of texts in every format that is read, and damaged files made from them."""

import csv
import io
import random
from collections.abc import Callable, Iterator, Sequence

from tests.reading.binary import locked_xls_of, ole2_of, xls_of, xlsb_of
from tests.reading.build import ods_of, parts_of, saved, word_of, workbook_of, zip_of

Grid = Sequence[Sequence[str]]
PASSWORD = "herons"


def text_of(grid: Grid, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A text file with every cell in quotation marks."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(grid)
    return file.getvalue().encode(encoding)


def book_of(grid: Grid) -> bytes:
    """A workbook whose cells are all text, also those that look like formulas."""
    book = workbook_of([[text or None for text in row] for row in grid])
    for cells in book.worksheets[0].iter_rows():
        for place in cells:
            place.data_type = "s" if place.value is not None else place.data_type
    return saved(book)


def macro_book_of(grid: Grid) -> bytes:
    """The same with a macro part and the content type that goes with it."""
    parts = parts_of(book_of(grid))
    types = parts["[Content_Types].xml"].replace(b"spreadsheetml.sheet.main", b"spreadsheetml.sheet.macroEnabled.main")
    return zip_of({**parts, "[Content_Types].xml": types, "xl/vbaProject.bin": b"Auto_Open"})


KINDS: dict[str, Callable[[Grid], bytes]] = {
    "docx": word_of,
    "xlsx": book_of,
    "xlsm": macro_book_of,
    "xlsb": xlsb_of,
    "xls": lambda grid: ole2_of("Workbook", xls_of(grid)),
    "ods": ods_of,
    "csv": text_of,
    "tsv": lambda grid: text_of(grid, "\t", "utf-8-sig"),
    "txt": lambda grid: text_of(grid, ";", "utf-16"),
}
"""How a grid (each row as long as the first, at least two columns) is written in each format, by its usual ending."""


def damaged(content: bytes, seed: int, number: int = 25) -> Iterator[bytes]:
    """Yield a file cut off, with bits flipped, and (for a zip) with bits flipped inside its parts: always the same."""
    dice = random.Random(seed)
    yield from (content[: len(content) * tenth // 10] for tenth in range(10))
    yield from (_flipped(content, dice) for _ in range(number))
    if content.startswith(b"PK"):
        parts = parts_of(content)
        for _ in range(number):
            name = dice.choice([name for name, part in parts.items() if part])
            yield zip_of({**parts, name: _flipped(parts[name], dice)})


def protected() -> bytes:
    """A protected workbook; PASSWORD opens it."""
    return locked_xls_of((("Date", "Event"), ("12/03/2022", "Seen")), PASSWORD)


def _flipped(content: bytes, dice: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.randint(1, 4)):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)
