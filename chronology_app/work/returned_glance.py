"""Whether a file may be a combined chronology, told in a moment: agencies' files are not read twice for it."""

import re
import zipfile
import zlib
from collections.abc import Collection
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import FileProblem
from chronology_app.core.sheet import Sheet
from chronology_app.reading.package import open_package
from chronology_app.work.plan import FilePlan
from chronology_app.writing.references import references
from chronology_app.writing.wording import MADE, wording

_ZIP = b"PK"
_MAIN = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
"""The main part, as Word and LibreOffice name it."""
_AT_MOST = 64 * 2**20
"""Bytes of a main part that is looked into here; a larger one is left to the process that reads files."""
_REFERENCE = "ref"
_USUAL = frozenset({"date", "agency"})
"""Columns of the app's that many an agency's own table has under the same title."""


def may_come_back(path: Path) -> bool:
    """Return whether a file is a Word document in which the title of a column of the app's stands by itself.

    Nothing is parsed: the words are looked for among the bytes. What cannot be looked into is none; an import says why.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(_ZIP)) != _ZIP:
                return False
        package = open_package(path.read_bytes())
        main = [one for one in package.archive.infolist() if _MAIN.fullmatch(one.filename)]
        return any(one.file_size > _AT_MOST or _titles().search(package.part(one.filename)) for one in main)
    except (FileProblem, OSError, zipfile.BadZipFile, zlib.error, RuntimeError):
        return False


def is_combined(file: FilePlan, chronology: Chronology) -> bool:
    """Return whether a file that was read holds references of this review under the app's own title of them.

    A protected document cannot be looked into before its password is known; this tells it afterwards.
    """
    known = frozenset(references(chronology).values())
    titles = {column.title for column in wording().columns if column.name == _REFERENCE}
    return any(_holds(table.sheet, titles, known) for table in file.tables)


def _holds(sheet: Sheet, titles: Collection[str], known: Collection[str]) -> bool:
    under = {at for row in sheet.rows for at, value in enumerate(row) if value in titles}
    return any(at < len(row) and row[at] in known for row in sheet.rows for at in under)


@cache
def _titles() -> re.Pattern[bytes]:
    titles = (column.title for column in wording().columns if column.name in MADE and column.name not in _USUAL)
    return re.compile(b"|".join(re.escape(f">{escape(title)}<".encode()) for title in titles))
