"""One window at a time: a review that is open says so in a side file, whose lock dies with the process.

The side file (`NAME.chronology.lock`) holds who has the review open and since when, nothing else. What counts is the
operating system's lock on it, not its being there: one left behind by a crash locks nobody out.
"""

import json
import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from chronology_app.store import problems

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30

    def _lock(file: IO[str]) -> None:
        """Lock a byte far behind the words: Windows lets nobody read what is locked."""
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

    def _unlock(file: IO[str]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        """Lock the file as it was opened here: the same process opening it again is refused as well."""
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)


@dataclass(frozen=True, slots=True)
class Hold:
    """A review held open; let go with `release`."""

    path: Path
    file: IO[str]

    def release(self) -> None:
        """Let the review go; doing so twice is no error."""
        if self.file.closed:
            return
        if sys.platform != "win32":  # Windows removes no open file; there the file goes once it is closed
            self.path.unlink(missing_ok=True)
        _unlock(self.file)
        self.file.close()
        _remove(self.path)


def hold(review: Path, who: str) -> Hold:
    """Hold a review for `who` until released or until this process ends, however it ends.

    Raises:
        ReviewInUse: it is held already; the sentence says by whom and since when.
        ReviewProblem: the folder is missing or read-only.
    """
    path = review.with_name(review.name + ".lock")
    try:
        file = _locked(path)
    except (BlockingIOError, PermissionError) as error:
        if isinstance(error, PermissionError) and not _readable(path):
            raise problems.read_only(review) from None
        raise problems.in_use(review, _holder(path)) from None
    except FileNotFoundError:
        raise problems.no_folder(review) from None
    except OSError as error:
        raise problems.of_system(error, review) from None
    file.truncate(0)
    file.write(json.dumps({"who": who, "since": datetime.now(UTC).isoformat(timespec="seconds")}))
    file.flush()
    return Hold(path, file)


def _locked(path: Path) -> IO[str]:
    """Open and lock the side file, and make sure it is still the one in the folder (its last holder removes it)."""
    while True:
        file = path.open("a+", encoding="utf-8")
        try:
            _lock(file)
            if path.exists() and os.path.samestat(path.stat(), os.fstat(file.fileno())):
                return file
        except BaseException:
            file.close()
            raise
        file.close()


def _readable(path: Path) -> bool:
    """Whether a refusal means "held" (Windows says so in the words of a missing permission) and not "read-only"."""
    return sys.platform == "win32" and path.exists()


def _holder(path: Path) -> str:
    try:
        told = json.loads(path.read_text("utf-8"))
        since = datetime.fromisoformat(told["since"]).astimezone()
        who = "".join(letter for letter in str(told["who"]) if letter.isprintable())[:60] or "somebody"
    except (OSError, ValueError, KeyError, TypeError):
        return "somebody has only just opened it"
    return f"{who} has had it open since {since:%H:%M} on {since.day} {since:%B %Y}"


def _remove(path: Path) -> None:
    if sys.platform == "win32":
        try:
            path.unlink(missing_ok=True)
        except OSError:  # somebody else holds it by now; it is theirs
            return
