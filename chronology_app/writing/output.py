"""Whole or nothing: a document is written under a temporary name beside its place and moved there when it is done."""

import contextlib
import errno
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from chronology_app.core.errors import OutputProblem
from chronology_app.writing.places import fits

_LOCKED = (
    "This folder may not be written to, or the document is open in Word. Close it or choose another folder, and try "
    "again."
)
_FULL = "There is no room left on the disk, so the document was not written. Free some space and try again."
_SHARE_FULL = "Your share of the disk is full, so the document was not written. Free some space and try again."
_TOO_LARGE = "This place takes no file as large as the document, so it was not written. Choose another folder."
_NO_FOLDER = "The folder is not there, so the document was not written. Choose another folder."
_READ_ONLY = "This place can only be read, so the document was not written. Choose another folder."
_FOLDER = "A folder already has this name, so the document was not written. Choose another name."
_NAME = (
    'The name cannot stand on every computer, so the document was not written. Choose one without < > : " / \\ | ? *, '
    "without a full stop or a space at its end, and not a name that Windows keeps for itself (CON, NUL, COM1 …)."
)
_LONG = "The name is too long, so the document was not written. Choose a shorter one."
_AWAY = "The network folder does not answer, so the document was not written. Try again, or choose another folder."
_KEPT = (
    "The file that is there is marked as one that may only be read, so it was not replaced. Choose another name, or "
    "take that mark off."
)
_OTHERWISE = "The document could not be written to this place. Choose another folder and try again."
_UNTOUCHED = " Nothing was lost; a file that was already there is as it was."

_SENTENCES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _SHARE_FULL,
    errno.EFBIG: _TOO_LARGE,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.ELOOP: _NO_FOLDER,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _LOCKED,
    errno.EPERM: _LOCKED,
    errno.EBUSY: _LOCKED,
    errno.ETXTBSY: _LOCKED,
    errno.EISDIR: _FOLDER,
    errno.ENAMETOOLONG: _LONG,
    **dict.fromkeys((errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT, errno.EHOSTDOWN), _AWAY),
    **dict.fromkeys((errno.EHOSTUNREACH, errno.ENETDOWN, errno.ENETUNREACH, errno.ECONNRESET), _AWAY),
}
_ON_WINDOWS = {
    19: _READ_ONLY,
    123: _NAME,
    206: _LONG,
    **dict.fromkeys((51, 53, 54, 55, 59, 64, 67, 121, 1231), _AWAY),
}
"""What Windows says more exactly than the number it is turned into
(https://learn.microsoft.com/windows/win32/debug/system-error-codes)."""

_NEVER_SYNCED = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
"""What a network folder says that knows no fsync; what was written is on its way all the same."""

TRIES = 5 if sys.platform == "win32" else 1
"""How often a file is put into its place: on Windows a virus scanner holds a new one for a moment, as Word would."""

_MOMENT = 0.2
_OURS = re.compile(r"\.chronology-[0-9a-f]{16}\.tmp")
_FORGOTTEN = 3600
"""Seconds after which nobody is still writing a temporary file: the app ended, or was ended, in the middle."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary file beside `path`, readable by its owner only, that takes its place when the block ends well.

    Whatever goes wrong, the temporary file is removed and a file already at `path` is as it was. A link at `path` gives
    way to the document; what it leads to is not touched. What an app that was killed left in the folder is removed.

    Raises:
        OutputProblem: full disk, missing or read-only folder, document open in Word, a name not every system takes.
    """
    temporary = temporary_beside(path)
    try:
        _see_that_it_may_stand(path)
        _remove_forgotten(path.parent)
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield temporary
        _keep(temporary, path)
    except OSError as error:
        raise OutputProblem(said_of(error)) from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def replacing_all(paths: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Give a temporary file for each of `paths`, as `replacing` does; all of them take their places or none does.

    Where one is refused its place after others took theirs, those that were not there before are removed again.

    Raises:
        OutputProblem: one cannot be written.
    """
    new = [path for path in paths if not os.path.lexists(path)]
    try:
        with contextlib.ExitStack() as together:
            yield tuple(together.enter_context(replacing(path)) for path in paths)
    except BaseException:
        for path in new:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def temporary_beside(path: Path) -> Path:
    """Return a name in the same folder that nothing has and by which the app knows its own."""
    return path.parent / f".chronology-{secrets.token_hex(8)}.tmp"


def said_of(error: OSError) -> str:
    """Return the sentence for a document that could not be written."""
    on_windows = _ON_WINDOWS.get(getattr(error, "winerror", None) or 0)
    return (on_windows or _SENTENCES.get(error.errno or 0, _OTHERWISE)) + _UNTOUCHED


def _see_that_it_may_stand(path: Path) -> None:
    """Say before the work what would only be found out after it.

    Windows makes "x:y.docx" a hidden stream of a file "x", and "NUL.docx" nothing at all; a document is handed on, so
    its name must do on every system. On Linux a file that may only be read would be replaced all the same.
    """
    if not fits(path.name):
        raise OutputProblem(_NAME + _UNTOUCHED)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    with contextlib.suppress(FileNotFoundError):
        if not path.lstat().st_mode & 0o222:
            raise OutputProblem(_KEPT + _UNTOUCHED)


def _remove_forgotten(folder: Path) -> None:
    """Remove the app's temporary files in a folder that are older than any document takes to write."""
    with contextlib.suppress(OSError):
        for path in folder.glob(".chronology-*.tmp"):
            if _OURS.fullmatch(path.name) and time.time() - path.lstat().st_mtime > _FORGOTTEN:
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()


def _keep(temporary: Path, path: Path) -> None:
    """Move the finished file into place once it is on the disk."""
    with temporary.open("rb+") as file:
        try:
            os.fsync(file.fileno())
        except OSError as error:
            if error.errno not in _NEVER_SYNCED:
                raise
    _move(temporary, path)


def _move(temporary: Path, path: Path) -> None:
    for left in reversed(range(TRIES)):
        try:
            temporary.replace(path)
        except PermissionError:
            if not left:
                raise
            time.sleep(_MOMENT)
        else:
            return
