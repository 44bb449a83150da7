"""What encryption, the tables and the snapshot cost over bare SQLite: ratios within one run."""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.collecting import uncollected
from chronology_app.core.entry import Entry
from chronology_app.core.identity import new_id
from chronology_app.core.mark import Kind
from chronology_app.store.keys import key_of
from chronology_app.store.store import Store
from tests.make import HEALTH, an_entry, on

ENTRIES, REPEATS = 20_000, 5
_WORDS = (
    "Home visit. Baby seen awake in the cot, weight 4.2 kg on the 25th centile. Mother said that feeding goes well and "
    "that she sleeps little. Father was not at home. Safe sleep was talked about again. Visit "
)
"""With its number 36 words, about what an agency writes."""


def run() -> list[tuple[str, float, str]]:
    """Measure in turn, `REPEATS` times, and return (what, ratio or milliseconds, budget)."""
    from chronology_app.store import ledger, tables  # noqa: F401  # half a second that no row is about

    with tempfile.TemporaryDirectory() as folder:
        times = [_once(Path(folder), number) for number in range(REPEATS)]
    middle = {name: median(one[name] for one in times) for name in times[0]}
    return [
        ("bulk insert of 20,000 entries / raw plain insert", middle["insert"] / middle["raw insert"], "<= 2 x"),
        ("load of 20,000 entries / raw encrypted load", middle["load"] / middle["raw load"], "<= 2 x"),
        ("unlock over key derivation alone, ms", (middle["unlock"] - middle["derive"]) * 1000, "<= 10 ms"),
        ("one mark applied and committed at 20,000, ms", middle["mark"] * 1000, "<= 50 ms with the screen"),
    ]


def _once(folder: Path, number: int) -> dict[str, float]:
    path = folder / f"{number}.chronology"
    took = _unlock(folder / f"{number} empty.chronology")
    store = Store.create(path, "pass phrase", "bench")
    entries = _entries()
    change = Change("Import", (HEALTH, *entries))
    took["insert"] = _timed(lambda: store.apply(change))
    took["raw insert"], took["raw load"] = _raw(folder / f"{number}.db", store)
    took["mark"] = _timed(lambda: store.apply(edits.mark(store.chronology, [entries[7].id], Kind.FACT)))
    took["load"] = _timed(lambda: _load(store))
    store.close()
    return took


def _unlock(path: Path) -> dict[str, float]:
    Store.create(path, "pass phrase", "bench").close()
    derive = _timed(lambda: key_of(path, "pass phrase"))
    start = time.perf_counter()
    store = Store.open(path, "pass phrase", "bench")
    unlock = time.perf_counter() - start
    store.close()
    return {"derive": derive, "unlock": unlock}


def _load(store: Store) -> None:
    from chronology_app.store import ledger

    with uncollected(), store._vault.begin() as connection:
        ledger.load(connection)


def _raw(path: Path, store: Store) -> tuple[float, float]:
    """The same rows into the same table through bare sqlite3 in the clear, and read through bare SQLCipher."""
    with store._vault.begin() as connection:
        driver: Any = connection.connection.driver_connection
        rows = driver.execute("SELECT * FROM entry").fetchall()
        made = driver.execute("SELECT sql FROM sqlite_master WHERE tbl_name = 'entry' AND sql IS NOT NULL").fetchall()
        raw_load = _timed(lambda: driver.execute("SELECT * FROM entry").fetchall())
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        for setting in ("journal_mode=TRUNCATE", "synchronous=FULL"):
            plain.execute(f"PRAGMA {setting}")
        for (statement,) in made:
            plain.execute(statement)
        marks = ",".join("?" * len(rows[0]))

        def insert() -> None:
            plain.execute("BEGIN")
            plain.executemany(f"INSERT INTO entry VALUES ({marks})", rows)
            plain.execute("COMMIT")

        return _timed(insert), raw_load


def _entries() -> list[Entry]:
    days = [date(2022, 1, 1) + timedelta(days=number) for number in range(300)]
    whens = [on(f"{day:%d/%m/%Y}", day) for day in days]
    found = []
    for number in range(ENTRIES):
        entry = an_entry(number, f"{_WORDS}{number}.", whens[number % len(whens)])
        found.append(replace(entry, id=new_id(), source="Records", professional="HV1", people="Mother, baby"))
    return found


def _timed(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


if __name__ == "__main__":
    for what, measured, budget in run():
        print(f"{what}: {measured:.2f} ({budget})")
