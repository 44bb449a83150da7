"""What is special to SQLCipher: how the file is opened, checked and copied, and what its errors mean.

Everything else in the store is portable SQLAlchemy. The settings were measured: TRUNCATE keeps one true file at 1 ms a
commit (a copy beside a write-ahead log silently loses the last commits); FULL survives a power cut.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from chronology_app.core.errors import ReviewProblem
from chronology_app.store import problems
from chronology_app.store.keys import Key

_CIPHER = (
    "cipher_log_level=NONE",  # SQLCipher would print to standard error
    "cipher_page_size=8192",  # part of the format: half as many pages, a tenth less time for an import
)
_SETTINGS = (
    *_CIPHER,
    "locking_mode=EXCLUSIVE",
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "secure_delete=ON",
    "temp_store=MEMORY",  # nothing spills into a temporary file
    "cache_size=-65536",
)
_COPYING = (*_CIPHER, "journal_mode=MEMORY", "synchronous=FULL", "temp_store=MEMORY")
_DAMAGED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class Vault:
    """One connection to one encrypted file, held until `close`."""

    def __init__(self, path: Path, key: Key) -> None:
        self.path = path
        self.key = key
        self._engine = _engine(path, key)

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Give a connection in one transaction: committed at the end, rolled back where anything fails.

        Raises:
            ReviewProblem: what the database or the disk refused, as a sentence.
        """
        with _told(self.path), self._engine.begin() as connection:
            yield connection

    def check(self) -> None:
        """Check the code on every page of the file (2 ms a megabyte).

        Reading does not do that well enough: where the last page of a long text fails, SQLCipher gives zeros for it.

        Raises:
            ReviewDamaged: a page is not as it was written.
        """
        with _told(self.path):
            driver = self._driver()
            driver.execute("SELECT count(*) FROM sqlite_master").fetchone()  # what a crash left undone is undone first
            if driver.execute("PRAGMA cipher_integrity_check").fetchone():
                raise problems.damaged(self.path)

    def copy_to(self, target: Path, key: Key) -> None:
        """Write the file to `target` under `key`: copied beside it, read back whole and checked, then put in place.

        Raises:
            ReviewProblem: the copy could not be written or proved sound; what was at `target` is as it was.
        """
        with _told(target, source=self.path), self._copied(target, key) as part:
            part.replace(target)

    def rewrite(self, key: Key) -> None:
        """Write the file anew under another key, whole or not at all, and go on with it."""
        with _told(self.path), self._copied(self.path, key) as part:
            self.close()
            try:
                part.replace(self.path)
                self.key = key
            finally:
                self._engine = _engine(self.path, self.key)

    def close(self) -> None:
        """Let the file go, with no journal beside it (one that cannot be removed is empty and does no harm)."""
        with suppress(DBAPIError, sqlcipher3.Error):
            self._driver().execute("PRAGMA journal_mode=DELETE")
        self._engine.dispose()

    @contextmanager
    def _copied(self, target: Path, key: Key) -> Iterator[Path]:
        """Give a checked copy under a name of its own beside `target`; it is gone afterwards, unless put in place."""
        part = target.with_name(target.name + ".part")
        part.unlink(missing_ok=True)
        try:
            with closing(_connect(part, key)) as copy:
                self._driver().backup(copy)
            with closing(_connect(part, key)) as copy:
                if not _is_sound(copy):
                    raise problems.damaged(self.path)
            yield part
        finally:
            part.unlink(missing_ok=True)

    def _driver(self) -> Any:
        connection = self._engine.raw_connection()
        return connection.driver_connection


def _engine(path: Path, key: Key) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlcipher", password=key.literal, database=str(path)),
        poolclass=StaticPool,
        hide_parameters=True,  # an error must not print what a row holds
        connect_args={"check_same_thread": False, "isolation_level": None},
    )
    event.listen(engine, "connect", lambda connection, _: _set(connection, _SETTINGS))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _connect(path: Path, key: Key) -> Any:
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute(f'PRAGMA key = "{key.literal}"')
    _set(connection, _COPYING)
    return connection


def _set(connection: Any, settings: tuple[str, ...]) -> None:
    for setting in settings:
        connection.execute(f"PRAGMA {setting}")


def _is_sound(connection: Any) -> bool:
    """Whether the code on every page is right and the pages hold together."""
    wrong = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return not wrong and connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]


@contextmanager
def _told(path: Path, source: Path | None = None) -> Iterator[None]:
    """Turn what the database says into the person's sentence; its own words may hold rows and are dropped.

    `source` is the file that damage is about, where it is not `path`.
    """
    try:
        yield
    except DBAPIError as error:
        raise _problem(error.orig, path, source or path) from None
    except sqlcipher3.Error as error:
        raise _problem(error, path, source or path) from None
    except OSError as error:
        raise problems.of_system(error, path) from None


def _problem(error: object, path: Path, source: Path) -> ReviewProblem:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        return problems.damaged(source)
    if code == sqlite3.SQLITE_FULL:
        return problems.full(path)
    if code in _READ_ONLY:
        return problems.read_only(path)
    if code in _BUSY:
        return problems.in_use(path, "another program is using the file")
    return problems.unreachable(path)
