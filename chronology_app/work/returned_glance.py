"""Whether a file may be a combined chronology, told in a moment: agencies' files are not read twice for it."""

import re
import zipfile
import zlib
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from chronology_app.core.errors import FileProblem
from chronology_app.reading.package import open_package
from chronology_app.writing.wording import MADE, wording

_ZIP = b"PK"
_MAIN = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
"""The main part, as Word and LibreOffice name it."""
_AT_MOST = 64 * 2**20
"""Bytes of a main part that is looked into here; a larger one is left to the process that reads files."""
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


@cache
def _titles() -> re.Pattern[bytes]:
    titles = (column.title for column in wording().columns if column.name in MADE and column.name not in _USUAL)
    return re.compile(b"|".join(re.escape(f">{escape(title)}<".encode()) for title in titles))
