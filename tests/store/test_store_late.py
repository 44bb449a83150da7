"""The passphrase can be asked for before the database is imported, which takes half a second."""

import subprocess
import sys

PRINT = "import sys; from chronology_app.store.store import Store; print(*sys.modules, sep='\\n')"


def test_naming_the_store_imports_no_database() -> None:
    done = subprocess.run([sys.executable, "-c", PRINT], capture_output=True, text=True, check=True)
    names = {line.split(".")[0] for line in done.stdout.splitlines()}
    assert "chronology_app" in names
    assert not names & {"sqlmodel", "sqlalchemy", "sqlcipher3", "alembic"}
