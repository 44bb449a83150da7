"""Every way a review file can fail, as what the person reads: what happened, what is lost, what to do."""

import errno
from pathlib import Path

from chronology_app.core.errors import (
    ReviewDamaged,
    ReviewInUse,
    ReviewProblem,
    ReviewTooNew,
    WrongPassphrase,
)

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


def _name(path: Path) -> str:
    """The name a person knows: a file is written beside its place and put there once it is whole."""
    return path.name.removesuffix(".part")


def not_there(path: Path) -> ReviewProblem:
    """There is no file at `path`."""
    return ReviewProblem(
        f'"{_name(path)}" is not there any more. It may have been moved or renamed: find it and open it.'
    )


def no_folder(path: Path) -> ReviewProblem:
    """The folder of `path` does not exist."""
    return ReviewProblem(
        f'The folder "{path.parent.name}" is not there, so "{_name(path)}" was not saved. Choose another folder.'
    )


def too_long() -> ReviewProblem:
    """The name is longer than systems take; it is not said again."""
    return ReviewProblem("The name is too long, so nothing was saved under it. Choose a shorter one.")


def is_folder(path: Path) -> ReviewProblem:
    """A folder has the name."""
    return ReviewProblem(f'A folder is already called "{_name(path)}", so nothing was saved. Choose another name.')


def already_there(path: Path) -> ReviewProblem:
    """A new review would overwrite a file."""
    return ReviewProblem(f'"{_name(path)}" exists already and was left as it is. Choose another name.')


def no_passphrase() -> ReviewProblem:
    """A review was to be kept under an empty passphrase."""
    return ReviewProblem("A review cannot be kept without a passphrase. Nothing was saved; choose a passphrase.")


def not_a_review(path: Path) -> ReviewProblem:
    """The file does not begin as a review does."""
    return ReviewDamaged(
        f'"{_name(path)}" is not a review, or its beginning is damaged. It was left as it is; if it was a review, open '
        "its latest backup."
    )


def damaged(path: Path) -> ReviewProblem:
    """Part of the file is not as it was written."""
    return ReviewDamaged(
        f'"{_name(path)}" is damaged and cannot be read whole. It was left as it is; open its latest backup and keep '
        "this file until all is found."
    )


def wrong_passphrase(path: Path) -> ReviewProblem:
    """The passphrase is not the one the review was saved under."""
    return WrongPassphrase(
        f'That is not the passphrase of "{_name(path)}". The review is sound; try again, with an eye on capitals and '
        "the keyboard's language."
    )


def too_new(path: Path) -> ReviewProblem:
    """The format of the file is newer than this app."""
    return ReviewTooNew(
        f'"{_name(path)}" was written by a later version of this app. Nothing was changed; install the later version '
        "to open it."
    )


def in_use(path: Path, holder: str) -> ReviewProblem:
    """`holder` says who has it open and since when ("S. Reed has had it open since 14:05 on 3 May 2022")."""
    return ReviewInUse(f'"{_name(path)}" is open already: {holder}. Nothing was changed; close it there first.')


def read_only(path: Path) -> ReviewProblem:
    """The file or its folder cannot be written."""
    return ReviewProblem(
        f'Nothing can be saved to "{_name(path)}" where it is: the file or its folder is read-only. Nothing was '
        "changed; copy it to a folder of your own, or choose another place."
    )


def full(path: Path) -> ReviewProblem:
    """The disk has no room."""
    return ReviewProblem(
        f'There is no room left on the disk of "{_name(path)}", so nothing was saved to it just now. Everything saved '
        "before is safe; make room and do it again."
    )


def unreachable(path: Path) -> ReviewProblem:
    """Reading or writing failed for a reason of the disk or the network."""
    return ReviewProblem(
        f'The disk or network drive of "{_name(path)}" did not answer, so nothing was saved to it just now. Everything '
        "saved before is safe; check the connection and do it again."
    )


def itself(path: Path) -> ReviewProblem:
    """A copy was to be saved onto the open review."""
    return ReviewProblem(f'"{_name(path)}" is the review that is open; no copy was saved. Choose another name.')


def no_original(path: Path) -> ReviewProblem:
    """A file as received is asked for that is not in the review."""
    return ReviewProblem(
        f'"{_name(path)}" does not hold that file as it was received. Import the agency\'s file again.'
    )


def of_system(error: OSError, path: Path) -> ReviewProblem:
    """Return what to say of an operating system's error about `path`."""
    if error.errno in _FULL:
        return full(path)
    if error.errno in _READ_ONLY:
        return read_only(path)
    if error.errno in _NO_FOLDER:
        return not_there(path) if path.parent.is_dir() else no_folder(path)
    if error.errno == errno.ENAMETOOLONG:
        return too_long()
    return is_folder(path) if error.errno == errno.EISDIR else unreachable(path)
