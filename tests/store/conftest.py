"""A review for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from chronology_app.core.change import Change
from chronology_app.store.store import Store
from tests.make import HEALTH, POLICE, an_entry

PASSPHRASE = "three crows on a gate"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Baby K.chronology"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new review that holds two agencies and three entries; closed afterwards."""
    store = Store.create(path, PASSPHRASE, "S. Reed")
    store.apply(Change("Import 3 entries", (HEALTH, POLICE, *(an_entry(number) for number in (1, 2, 3)))))
    yield store
    store.close()
