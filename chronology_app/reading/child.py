"""A process apart that reads untrusted files: it may die, hang or fill its memory without harming the app.

It is started afresh (spawn), so it works alike on Linux, macOS and Windows and in a frozen app, and it is kept warm
from file to file, because starting one costs more than reading an ordinary file. It imports no Qt and no window.
"""

import contextlib
import io
import multiprocessing
import os
import pickle
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Any

from chronology_app.core.errors import FileProblem
from chronology_app.core.sheet import Sheet
from chronology_app.reading import limits
from chronology_app.reading.remarked import Remarked

ROWS_AT_ONCE = 2000
"""Rows sent in one piece: unpacked in a few milliseconds, so that the window is never held up."""
GLANCE = 0.05
"""Seconds between two looks at whether the person has cancelled."""
_DIED = (
    "This file could not be read: the reader stopped at it, so nothing was taken from it. "
    "Open it in Word or Excel, copy the table into a new file and add that one."
)
_TOO_LONG = (
    "This file took too long to read, so it was given up and nothing was taken from it. "
    "Copy the table into a new file and add that one."
)
_SENT = {
    ("chronology_app.core.sheet", "Sheet"),
    ("chronology_app.core.sheet", "Merge"),
    ("chronology_app.core.sheet", "State"),
    ("chronology_app.core.errors", "FileProblem"),
    ("chronology_app.core.errors", "NeedsPassword"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("chronology_app.reading.remarked", "Remarked"),
    ("chronology_app.reading.remarked", "Line"),
    ("chronology_app.reading.remarked", "Edit"),
    ("chronology_app.reading.remarked", "Anchor"),
    ("chronology_app.reading.remarked", "Remark"),
}
"""Everything a child may send. A child that a hostile file took over can not make the app build anything else."""

_SHEETS, _REMARKS = "sheets", "remarks"
"""What a child may be asked for."""

Glance = Callable[[], None]
"""Called while waiting; raises `core.errors.Cancelled` when the person has stopped."""


class Child:
    """The process, started when it is first needed and again after it has failed. Close it when done."""

    def __init__(self, seconds: float = limits.SECONDS, memory: int = limits.MEMORY_BYTES) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()

    def read(self, content: bytes, glance: Glance, password: str = "") -> tuple[Sheet, ...]:
        """Return the sheets of a file; `password` opens it where it is protected and is forgotten at once.

        Raises:
            NeedsPassword: it is protected and `password` does not open it.
            FileProblem: it cannot be read, or the child died, hung or needed too much memory.
            Cancelled: `glance` raised it; the child is ended at once.
        """
        return self._answered(_SHEETS, content, glance, password)

    def read_remarked(self, content: bytes, glance: Glance) -> Remarked:
        """Return a Word document with its remarks.

        Raises:
            NeedsPassword, FileProblem, Cancelled: as for `read`.
        """
        found: tuple[Remarked, ...] = self._answered(_REMARKS, content, glance, "")
        return found[0]

    def _answered(self, wanted: str, content: bytes, glance: Glance, password: str) -> tuple[Any, ...]:
        try:
            pipe = self._started()
            pipe.send_bytes(wanted.encode())
            pipe.send_bytes(password.encode())
            pipe.send_bytes(content)
            return _received(pipe, glance, time.monotonic() + self._seconds)
        except FileProblem:
            raise
        except TimeoutError:
            self.close()
            raise FileProblem(_TOO_LONG) from None
        except (EOFError, OSError, pickle.UnpicklingError):
            self.close()
            raise FileProblem(_DIED) from None
        except BaseException:
            self.close()
            raise

    @property
    def process_id(self) -> int:
        """The process's number, 0 where there is none."""
        return (self._process.pid or 0) if self._process is not None else 0

    def close(self) -> None:
        """End the process, if there is one. Whatever it was reading is forgotten."""
        if self._process is not None and self._pipe is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._pipe.close()
        self._process = self._pipe = None

    def _started(self) -> "Connection[Any, Any]":
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")
            pipe, other = context.Pipe()
            process = context.Process(target=_serve, args=(other, self._memory), daemon=True)
            process.start()  # where this fails, there is nothing to end
            self._process, self._pipe = process, pipe
            other.close()
        return self._pipe


class _Plain(pickle.Unpickler):
    """Unpacks nothing but what `_SENT` names."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _SENT:
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


def _received(pipe: "Connection[Any, Any]", glance: Glance, until: float) -> tuple[Any, ...]:
    """Put together what the child sends: rows piece by piece, then what they belong to, None at the end."""
    found: list[Any] = []
    rows: list[Any] = []
    while (message := _next(pipe, glance, until)) is not None:
        if isinstance(message, FileProblem):
            raise message
        if isinstance(message, tuple):
            rows.extend(message)
        else:
            found.append(replace(message, rows=tuple(rows)))
            rows = []
    return tuple(found)


def _next(pipe: "Connection[Any, Any]", glance: Glance, until: float) -> Any:
    while not pipe.poll(GLANCE):
        glance()
        if time.monotonic() > until:
            raise TimeoutError
    glance()
    return _Plain(io.BytesIO(pipe.recv_bytes())).load()


def _serve(pipe: "Connection[Any, Any]", memory: int) -> None:
    """What the child does: read what it is sent until nobody is there any more."""
    _confine(memory)
    with contextlib.suppress(EOFError, OSError):
        while True:
            wanted, password = pipe.recv_bytes().decode(), pipe.recv_bytes().decode()
            for message in _answer(wanted, pipe.recv_bytes(), password):
                pipe.send_bytes(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))


def _answer(wanted: str, content: bytes, password: str) -> Iterator[Any]:
    # the app, which only waits, needs none of the parsers
    from chronology_app.reading.from_remarked_docx import read
    from chronology_app.reading.readers import sheets_of

    try:
        found: tuple[Any, ...] = sheets_of(content, password) if wanted == _SHEETS else (read(content),)
    except FileProblem as problem:
        yield problem
        return
    for one in found:
        for start in range(0, len(one.rows), ROWS_AT_ONCE):
            yield one.rows[start : start + ROWS_AT_ONCE]
        yield replace(one, rows=())
    yield None


def _confine(memory: int) -> None:
    """Take from this process what a reader does not need: memory beyond a limit, files, dumps of what it holds."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a parser that aborts would print there
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit holds there too
        return
    limited = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0))
    for kind, amount in limited:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (amount, resource.getrlimit(kind)[1]))
