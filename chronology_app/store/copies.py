"""Copies and backups: the name of a backup says which review it is of, when it was made and after which step."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISDIR

from chronology_app.store import problems
from chronology_app.store.engine import Vault
from chronology_app.store.keys import HEADER
from chronology_app.store.lock import hold

_NAME = re.compile(r".+\.(?P<review>[0-9a-f]{12})\.(?P<at>\d{8}T\d{12}Z)\.(?P<step>\d+)")


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One backup: when it was made (UTC, as in its name), the last step it holds, where it is."""

    at: str
    step: int
    path: Path


def backups_of(folder: Path, review: str) -> tuple[Backup, ...]:
    """Return the backups of a review (by its own id) in a folder, oldest first."""
    return tuple(sorted(_found(folder, review)))


def copy(vault: Vault, target: Path, who: str) -> None:
    """Write a checked copy under the same passphrase; a file of that name is only replaced by a whole copy.

    Raises:
        ReviewProblem: `target` is the review itself or open elsewhere, or the copy could not be written.
    """
    if target.resolve() == vault.path:
        raise problems.itself(target)
    _see_that_it_may_be_replaced(target)
    held = hold(target, who)
    try:
        vault.copy_to(target, vault.key)
    finally:
        held.release()


def _see_that_it_may_be_replaced(target: Path) -> None:
    """A folder keeps its name; a file that may only be read is kept, though Linux would let it be replaced."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise problems.of_system(error, target) from None
    if S_ISDIR(mode):
        raise problems.is_folder(target)
    if not mode & 0o222:
        raise problems.read_only(target)


def back_up(vault: Vault, folder: Path, keep: int, review: str, step: int) -> Path | None:
    """Write a checked backup after `step`, then remove all but the newest `keep` of this review.

    None where the newest backup holds that step already, under the passphrase of today.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise problems.of_system(error, folder) from None
    made = backups_of(folder, review)
    if made and made[-1].step == step and _header(made[-1].path) == vault.key.header:
        return None
    at = datetime.now(UTC)
    path = folder / f"{vault.path.stem}.{review[-12:]}.{at:%Y%m%dT%H%M%S%f}Z.{step}{vault.path.suffix}"
    vault.copy_to(path, vault.key)
    for old in backups_of(folder, review)[:-keep]:
        old.path.unlink(missing_ok=True)
    return path


def _found(folder: Path, review: str) -> Iterator[Backup]:
    for path in folder.iterdir():
        name = _NAME.fullmatch(path.stem)
        if name and name["review"] == review[-12:]:
            yield Backup(name["at"], int(name["step"]), path)


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEADER)
