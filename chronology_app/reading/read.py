"""A file an agency sent becomes Sheets: its bytes are taken once, hashed, and read in a process apart."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from chronology_app.core.errors import FileProblem
from chronology_app.core.progress import Report, silent
from chronology_app.core.sheet import Sheet
from chronology_app.reading import limits
from chronology_app.reading.child import Child, Glance


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as read: its name without the folder, its bytes, their SHA-256 in lower-case hex, and its sheets."""

    name: str
    content: bytes
    sha256: str
    sheets: tuple[Sheet, ...]


def read_file(path: Path, *, report: Report = silent) -> ReadFile:
    """Read one untrusted file. `report` is called about twenty times a second.

    Raises:
        FileProblem: it cannot be read; the sentence says why and what to do.
        Cancelled: `report` raised it; nothing goes on in the background.
    """
    with Child() as child:
        return _read(path, child, partial(report, 0, 1, path.name))


def read_files(paths: Sequence[Path], report: Report = silent) -> Iterator[tuple[Path, ReadFile | FileProblem]]:
    """Read files in order, one child for all; a file that cannot be read gives its problem and the next one follows.

    Raises:
        Cancelled: `report` raised it; nothing goes on in the background.
    """
    with Child() as child:
        for done, path in enumerate(paths):
            try:
                yield path, _read(path, child, partial(report, done, len(paths), path.name))
            except FileProblem as problem:
                yield path, problem
        report(len(paths), len(paths), "")


def sheets_of(content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a file, read in this very process: for tests and measurements, of files that can be trusted.

    Raises:
        FileProblem: it cannot be read.
    """
    from chronology_app.reading import readers  # the app itself never needs the parsers

    return readers.sheets_of(content)


def _read(path: Path, child: Child, glance: Glance) -> ReadFile:
    glance()
    content = _content(path)
    return ReadFile(path.name, content, hashlib.sha256(content).hexdigest(), child.read(content, glance))


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise FileProblem("This is a folder. Open it and add the files that are in it.")
        if path.exists() and not path.is_file():
            raise FileProblem("This is not a file that can be read. Add the Word, Excel or csv file the agency sent.")
        with path.open("rb") as file:
            content = file.read(limits.FILE_BYTES + 1)
    except FileNotFoundError:
        raise FileProblem("This file is no longer there. It may have been moved or renamed: add it again.") from None
    except OSError:
        raise FileProblem(
            "This file cannot be opened. If it is open in Word or Excel, close it there; "
            "if it is kept on a network or in a cloud folder, copy it to this laptop; then add it again."
        ) from None
    limits.within(len(content), limits.FILE_BYTES)
    return content
