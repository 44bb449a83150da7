"""A review on disk and its snapshot in memory: every change is one transaction that is on disk when it is done.

The database is imported when a review is opened and not before: the passphrase can be asked for without it.
"""

import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256 as hash_of
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.collecting import uncollected
from chronology_app.store import problems
from chronology_app.store.keys import Key, key_of, new_key, opens
from chronology_app.store.lock import Hold, hold
from chronology_app.store.steps import Deed, LogLine, Step, Trail

if TYPE_CHECKING:
    from chronology_app.store.engine import Vault

_NOTHING: Mapping[str, bytes] = {}


class Store:
    """An open review, held against every other window until `close`. Made by `create` and `open`.

    `path` is the file, `chronology` what it holds now. May be used from any thread; calls take turns.
    Every method raises `ReviewProblem` where the disk or the file fails; the review is then as it was before.
    """

    def __init__(self, vault: "Vault", held: Hold, who: str, chronology: Chronology, trail: Trail) -> None:
        self.path = vault.path
        self.chronology = chronology
        self._vault = vault
        self._held = held
        self._who = who
        self._trail = trail
        self._turn = RLock()

    @classmethod
    def create(cls, path: Path, passphrase: str, who: str) -> "Store":
        """Make a new, empty review at `path` and open it.

        Raises:
            ReviewProblem: there is a file of that name, no such folder, no room or no permission; nothing is made.
        """
        path = path.resolve()
        with _holding(path, who) as held:
            if path.exists():
                raise problems.already_there(path)
            key = _checked(passphrase)
            _make(path, key)
            return cls._read(path, key, held, who)

    @classmethod
    def open(cls, path: Path, passphrase: str, who: str) -> "Store":
        """Open a review; one in an older format is brought up to date, with a copy of it kept beside it.

        Raises:
            ReviewInUse, WrongPassphrase, ReviewDamaged, ReviewTooNew: as their names say.
            ReviewProblem: it is not there, or nothing could be saved where it is.
        """
        path = path.resolve()
        if not path.is_file():
            raise problems.not_there(path) if path.parent.is_dir() else problems.no_folder(path)
        with _holding(path, who) as held:
            _writable(path)
            return cls._read(path, key_of(path, passphrase), held, who)

    @classmethod
    def _read(cls, path: Path, key: Key, held: Hold, who: str) -> "Store":
        from chronology_app.store import formats, ledger

        with _vault(path, key) as vault, uncollected():
            vault.check()
            formats.bring_up_to_date(vault, formats.SCRIPTS)
            with vault.begin() as connection:
                return cls(vault, held, who, ledger.load(connection), ledger.trail(connection))

    def apply(self, change: Change, files: Mapping[str, bytes] = _NOTHING) -> Change:
        """Write a change, and originals by their SHA-256, as one step; return the change that takes it back.

        An empty change does nothing.
        """
        if any(hash_of(content).hexdigest() != sha256 for sha256, content in files.items()):
            raise ValueError("an original must come under its own SHA-256")
        with self._turn, uncollected():
            inverse = self.chronology.inverse(change)
            if change:
                self._write(change, Deed.DO, None, files)
            return inverse

    def undo(self) -> Step | None:
        """Take the last step back, as a line of its own in the log; None where there is none to take back."""
        from chronology_app.store import ledger

        with self._turn, uncollected():
            if not self._trail.done:
                return None
            step = self._trail.done[-1]
            with self._vault.begin() as connection:
                change = ledger.inverse_of(connection, self._trail.line(step.number))
            self._write(change, Deed.UNDO, step.number)
            return self._trail.undone[-1]

    def redo(self) -> Step | None:
        """Do the step again that was undone last, as a line of its own in the log; None where there is none."""
        from chronology_app.store import ledger

        with self._turn, uncollected():
            if not self._trail.undone:
                return None
            step = self._trail.undone[-1]
            with self._vault.begin() as connection:
                change = ledger.change_of(connection, self._trail.line(step.number))
            self._write(change, Deed.REDO, step.number)
            return self._trail.done[-1]

    def steps(self) -> tuple[Step, ...]:
        """Return what can be undone and redone now, oldest first."""
        with self._turn:
            return self._trail.steps()

    def log(self) -> tuple[LogLine, ...]:
        """Return every line of the audit trail, oldest first; `LogLine.words` says it in words."""
        with self._turn:
            return tuple(self._trail.lines)

    def file(self, sha256: str) -> bytes:
        """Return a file as it was received, proved by its hash.

        Raises:
            ReviewProblem: the review does not hold it.
            ReviewDamaged: it is not as it was received.
        """
        from chronology_app.store import ledger

        with self._turn, self._vault.begin() as connection:
            kept = ledger.original(connection, sha256)
        if kept is None:
            raise problems.no_original(self.path)
        try:
            content = zlib.decompress(kept)
        except zlib.error:
            raise problems.damaged(self.path) from None
        if hash_of(content).hexdigest() != sha256:
            raise problems.damaged(self.path)
        return content

    def save_copy(self, path: Path) -> None:
        """Write a copy under the same passphrase, read back and checked; a file there is replaced whole."""
        from chronology_app.store import copies

        with self._turn:
            copies.copy(self._vault, path.resolve(), self._who)

    def backup(self, folder: Path, keep: int) -> Path | None:
        """Write a checked backup into `folder`, keep the newest `keep`; None where nothing changed since the last."""
        from chronology_app.store import copies, ledger

        with self._turn:
            with self._vault.begin() as connection:
                review = ledger.identity(connection)
            return copies.back_up(self._vault, folder, keep, review, self._trail.next_number - 1)

    def change_passphrase(self, new: str) -> None:
        """Write the review anew under another passphrase; copies and backups made before keep the old one."""
        with self._turn:
            self._vault.rewrite(_checked(new))

    def knows(self, passphrase: str) -> bool:
        """Return whether this passphrase opens the review: to unlock a window whose review stayed open."""
        return opens(self._vault.key, passphrase)

    def close(self) -> None:
        """Close the review and let others open it. Doing so twice is no error."""
        with self._turn:
            if self._held.file.closed:
                return
            try:
                self._vault.close()
            finally:
                self._held.release()

    def _write(self, change: Change, deed: Deed, of_step: int | None, files: Mapping[str, bytes] = _NOTHING) -> None:
        from chronology_app.store import ledger

        number, at = self._trail.next_number, datetime.now(UTC)
        with self._vault.begin() as connection:
            ledger.keep_originals(connection, files)
            what = ledger.write(connection, number, change, self.chronology)
            line = LogLine(number, at, self._who, change.label, deed, of_step, what)
            ledger.write_line(connection, line)
        self._trail.add(line)
        self.chronology = self.chronology.after(change)


@contextmanager
def _holding(path: Path, who: str) -> Iterator[Hold]:
    """Hold a review, and let it go again where it could not be opened after all."""
    held = hold(path, who)
    try:
        yield held
    except OSError as error:
        held.release()
        raise problems.of_system(error, path) from None
    except BaseException:
        held.release()
        raise


@contextmanager
def _vault(path: Path, key: Key) -> "Iterator[Vault]":
    """Open the file, and close it again where it could not be read."""
    from chronology_app.store.engine import Vault

    vault = Vault(path, key)
    try:
        yield vault
    except BaseException:
        vault.close()
        raise


def _make(path: Path, key: Key) -> None:
    """Make an empty review beside `path` and put it in place once it is whole."""
    from chronology_app.store import formats, ledger

    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with _vault(part, key) as vault:
            with vault.begin() as connection:
                formats.bring_up(connection)
                ledger.name_review(connection)
            vault.close()
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)


def _checked(passphrase: str) -> Key:
    if not passphrase:
        raise problems.no_passphrase()
    return new_key(passphrase)


def _writable(path: Path) -> None:
    with path.open("r+b"):
        return
