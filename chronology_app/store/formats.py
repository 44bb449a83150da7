"""The format of a review file: told apart, brought up to date with a copy kept first, refused where it is too new.

The number stands in the table `format`, which alembic keeps. Every format has one script, `migrations/versions/
format_N.py`; a new review is made by running them all, so each is run every day. alembic costs a third of a second to
import and is only asked for when a script has to run.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, column, select, table

from chronology_app.store import problems
from chronology_app.store.engine import Vault

_HERE = Path(__file__).resolve().parent / "migrations"
TABLE = "format"


@dataclass(frozen=True, slots=True)
class Scripts:
    """The scripts this app has: their folders, and the format they lead to."""

    newest: int
    folders: tuple[Path, ...]


SCRIPTS = Scripts(4, (_HERE / "versions",))


def format_of(connection: Connection) -> int:
    """Return the format of an open file."""
    return int(connection.execute(select(column("version_num")).select_from(table(TABLE))).scalar_one())


def bring_up(connection: Connection, scripts: Scripts = SCRIPTS) -> None:
    """Run the scripts an open file has not had yet, within the connection's transaction."""
    from alembic.command import upgrade
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("version_locations", os.pathsep.join(map(str, scripts.folders)).replace("%", "%%"))
    config.attributes["connection"] = connection
    upgrade(config, str(scripts.newest))


def bring_up_to_date(vault: Vault, scripts: Scripts = SCRIPTS) -> None:
    """Bring a review to the newest format; a checked copy of it as it was is kept beside it first.

    Raises:
        ReviewTooNew: a later version of the app wrote it.
        ReviewProblem: it could not be read or written; it is then as it was.
    """
    with vault.begin() as connection:
        found = format_of(connection)
    if found > scripts.newest:
        raise problems.too_new(vault.path)
    if found < scripts.newest:
        vault.copy_to(_kept(vault.path, scripts.newest), vault.key)
        with vault.begin() as connection:
            bring_up(connection, scripts)


def _kept(path: Path, newest: int) -> Path:
    """Return where to keep the file as it was: a name that is still free."""
    stem = f"{path.stem}.before-format-{newest}"
    names = (f"{stem}{f' ({number})' if number else ''}{path.suffix}" for number in range(1_000_000))
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())
