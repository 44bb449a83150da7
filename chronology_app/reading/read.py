"""A file an agency sent becomes Sheets: its bytes are taken once, hashed, and read in a process apart."""

import hashlib
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue

from chronology_app.core.errors import Cancelled, FileProblem
from chronology_app.core.progress import Report, silent
from chronology_app.core.sheet import Sheet
from chronology_app.reading import limits
from chronology_app.reading.child import GLANCE, Child, Glance
from chronology_app.reading.remarked import Remarked

CHILDREN = 2
"""Files read at the same time. The window needs a core of its own, and a third child gains little on four."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as read: its name without the folder, its bytes, their SHA-256 in lower-case hex, and its sheets."""

    name: str
    content: bytes
    sha256: str
    sheets: tuple[Sheet, ...]


def read_file(path: Path, *, password: str | None = None, report: Report = silent) -> ReadFile:
    """Read one untrusted file. `report` is called about twenty times a second.

    `password` opens it where it is protected and is not kept; `content` and its hash stay those of the file as sent.

    Raises:
        NeedsPassword: it is protected, and no password is given or it is not the right one.
        FileProblem: it cannot be read; the sentence says why and what to do.
        Cancelled: `report` raised it; nothing goes on in the background.
    """
    with Child() as child:
        return _read(path, child, partial(report, 0, 1, path.name), password or "")


def read_remarked(path: Path, *, report: Report = silent) -> Remarked:
    """Read one untrusted Word document with its remarks. `report` is called about twenty times a second.

    Raises:
        NeedsPassword, FileProblem, Cancelled: as for `read_file`.
    """
    glance = partial(report, 0, 1, path.name)
    with Child() as child:
        return child.read_remarked(_content(path), glance)


def read_files(
    paths: Sequence[Path], report: Report = silent, passwords: Mapping[Path, str] | None = None
) -> Iterator[tuple[Path, ReadFile | FileProblem]]:
    """Read files in order; a file that cannot be read gives its problem and the next one follows.

    Up to `CHILDREN` of them are read at the same time, and reading goes on while the caller looks at one.
    `passwords` opens those that are protected.

    Raises:
        Cancelled: `report` raised it; nothing goes on in the background.
    """
    with _Readers(min(CHILDREN, os.cpu_count() or 1, max(1, len(paths)))) as readers:
        reading = [readers.begin(path, (passwords or {}).get(path, "")) for path in paths]
        for done, (path, future) in enumerate(zip(paths, reading, strict=True)):
            report(done, len(paths), path.name)
            while not wait([future], GLANCE).done:
                report(done, len(paths), path.name)
            yield path, future.result()
        report(len(paths), len(paths), "")


class _Readers:
    """Some children, each used by one thread at a time. Leaving ends them, whatever they are reading.

    The others begin when the first file is read: starting them would keep a busy laptop from showing that one.
    """

    def __init__(self, number: int) -> None:
        self._stop = threading.Event()
        self._free: SimpleQueue[Child] = SimpleQueue()
        self._children = [Child() for _ in range(number)]
        self._threads = ThreadPoolExecutor(number)
        self._waiting = self._children[1:]
        self._free.put(self._children[0])

    def __enter__(self) -> "_Readers":
        return self

    def __exit__(self, *_why: object) -> None:
        self._stop.set()
        self._threads.shutdown(cancel_futures=True)
        for child in self._children:
            child.close()

    def begin(self, path: Path, password: str) -> "Future[ReadFile | FileProblem]":
        """Begin to read a file as soon as a child is free."""
        return self._threads.submit(self._one, path, password)

    def _one(self, path: Path, password: str) -> ReadFile | FileProblem:
        child = self._free.get()
        try:
            return _read(path, child, self._glance, password)
        except FileProblem as problem:
            return problem
        finally:
            self._free.put(child)
            while self._waiting:
                self._free.put(self._waiting.pop())

    def _glance(self) -> None:
        if self._stop.is_set():
            raise Cancelled("Stopped. Nothing was changed.")


def sheets_of(content: bytes, password: str = "") -> tuple[Sheet, ...]:
    """Return the sheets of a file, read in this very process: for tests and measurements, of files that can be trusted.

    Raises:
        NeedsPassword: it is protected, and `password` does not open it.
        FileProblem: it cannot be read.
    """
    from chronology_app.reading import readers  # the app itself never needs the parsers

    return readers.sheets_of(content, password)


def _read(path: Path, child: Child, glance: Glance, password: str) -> ReadFile:
    glance()
    content = _content(path)
    return ReadFile(path.name, content, hashlib.sha256(content).hexdigest(), child.read(content, glance, password))


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
