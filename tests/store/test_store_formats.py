"""A review in an older format comes up to date with a copy kept first; a newer one is refused."""

import textwrap
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from chronology_app.core.errors import ReviewProblem, ReviewTooNew
from chronology_app.store import formats
from chronology_app.store.store import Store
from chronology_app.store.tables import Row

PASSPHRASE = "three crows on a gate"
SCRIPT = """
from alembic import op
import sqlalchemy as sa
revision = "5"
down_revision = "4"
def upgrade():
    op.create_table("later", sa.Column("id", sa.String, primary_key=True))
    op.execute("UPDATE person SET role = 'none' WHERE role = ''")
"""


@pytest.fixture
def later(tmp_path: Path) -> formats.Scripts:
    """The scripts of a later app: a format 5 after ours."""
    return later_scripts(tmp_path / "scripts", SCRIPT)


def later_scripts(folder: Path, script: str) -> formats.Scripts:
    folder.mkdir()
    (folder / "format_5.py").write_text(textwrap.dedent(script), "utf-8")
    return formats.Scripts(5, (*formats.SCRIPTS.folders, folder))


def test_the_scripts_make_the_tables_that_are_declared(store: Store) -> None:
    with store._vault.begin() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": formats.TABLE})
        assert compare_metadata(context, Row.metadata) == []
        assert formats.format_of(connection) == formats.SCRIPTS.newest


def test_every_format_has_its_script() -> None:
    scripts = {path.name for folder in formats.SCRIPTS.folders for path in folder.glob("format_*.py")}
    assert scripts == {f"format_{number}.py" for number in range(1, formats.SCRIPTS.newest + 1)}


def test_an_older_review_comes_up_to_date_and_a_checked_copy_is_kept(
    store: Store, path: Path, later: formats.Scripts, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.chronology
    store.close()
    monkeypatch.setattr(formats, "SCRIPTS", later)
    for _ in range(2):
        again = Store.open(path, PASSPHRASE, "A. Other")
        assert again.chronology == kept
        again.close()
    copy = path.with_name("Baby K.before-format-5.chronology")
    assert sorted(file.name for file in path.parent.glob("*.chronology")) == sorted([path.name, copy.name])
    monkeypatch.undo()
    with pytest.raises(ReviewTooNew, match="later version"):
        Store.open(path, PASSPHRASE, "A. Other")
    as_it_was = Store.open(copy, PASSPHRASE, "A. Other")
    assert as_it_was.chronology == kept
    as_it_was.close()


def test_a_script_that_fails_leaves_the_review_as_it_was(
    store: Store, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.chronology
    store.close()
    broken = later_scripts(tmp_path / "scripts", SCRIPT + '    op.execute("UPDATE nowhere SET secret = 1")\n')
    with monkeypatch.context() as patched:
        patched.setattr(formats, "SCRIPTS", broken)
        for _ in range(2):
            with pytest.raises(ReviewProblem) as told:
                Store.open(path, PASSPHRASE, "A. Other")
            assert "nowhere" not in str(told.value)
    again = Store.open(path, PASSPHRASE, "A. Other")
    with again._vault.begin() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'later'").all()
    assert (again.chronology, tables) == (kept, [])
    again.close()
    copies = {file.name for file in path.parent.glob("*before-format*")}
    assert copies == {"Baby K.before-format-5.chronology", "Baby K.before-format-5 (1).chronology"}
