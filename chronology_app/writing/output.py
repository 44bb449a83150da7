"""Whole or nothing: a document is written under a temporary name beside its place and moved there when it is done."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chronology_app.core.errors import OutputProblem

_SENTENCES = {
    errno.ENOSPC: "There is no room left on the disk, so the document was not written. Free some space and try again.",
    errno.EDQUOT: "Your share of the disk is full, so the document was not written. Free some space and try again.",
    errno.ENOENT: "The folder is not there, so the document was not written. Choose another folder.",
    errno.ENOTDIR: "The folder is not there, so the document was not written. Choose another folder.",
    errno.EROFS: "This place can only be read, so the document was not written. Choose another folder.",
    errno.EACCES: "This folder may not be written to, or the document is open in Word. Close it or choose another "
    "folder, and try again.",
    errno.EPERM: "This folder may not be written to, or the document is open in Word. Close it or choose another "
    "folder, and try again.",
    errno.EISDIR: "A folder already has this name, so the document was not written. Choose another name.",
    errno.ENAMETOOLONG: "The name is too long, so the document was not written. Choose a shorter one.",
}
_OTHERWISE = "The document could not be written to this place. Choose another folder and try again."
_UNTOUCHED = " Nothing was lost; a file that was already there is as it was."


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary file beside `path`, readable by its owner only, that takes its place when the block ends well.

    Whatever goes wrong, the temporary file is removed and a file already at `path` is as it was.

    Raises:
        OutputProblem: full disk, missing or read-only folder, document open in Word.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield temporary
        _keep(temporary, path)
    except OSError as error:
        raise OutputProblem(said_of(error)) from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def said_of(error: OSError) -> str:
    """Return the sentence for a document that could not be written."""
    return _SENTENCES.get(error.errno or 0, _OTHERWISE) + _UNTOUCHED


def _keep(temporary: Path, path: Path) -> None:
    """Move the finished file into place once it is on the disk."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.replace(path)
