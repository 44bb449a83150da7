"""A review is open once: whoever comes second is told who has it, and a crash locks nobody out."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from chronology_app.core.errors import ReviewInUse
from chronology_app.store.lock import hold
from chronology_app.store.store import Store

PASSPHRASE = "three crows on a gate"
HOLDER = """
import sys
from pathlib import Path
from chronology_app.store.store import Store
store = Store.open(Path(sys.argv[1]), "three crows on a gate", "B. Holder")
print("open", flush=True)
sys.stdin.read()
"""


def test_a_second_window_of_the_same_app_is_told_who_and_since_when(store: Store, path: Path) -> None:
    with pytest.raises(ReviewInUse, match=rf"S\. Reed has had it open since .* {datetime.now():%B %Y}"):
        Store.open(path, PASSPHRASE, "A. Other")
    with pytest.raises(ReviewInUse):
        Store.create(path, PASSPHRASE, "A. Other")
    store.undo()
    store.close()
    Store.open(path, PASSPHRASE, "A. Other").close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_another_process_is_told_and_may_open_it_when_the_first_is_killed(store: Store, path: Path) -> None:
    store.close()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(ReviewInUse, match=r"B\. Holder has had it open since"):
            Store.open(path, PASSPHRASE, "A. Other")
        other.kill()
        other.wait()
        assert path.with_name(path.name + ".lock").exists()
        Store.open(path, PASSPHRASE, "A. Other").close()


def test_a_side_file_left_behind_or_full_of_nonsense_locks_nobody_out(store: Store, path: Path) -> None:
    store.close()
    lock = path.with_name(path.name + ".lock")
    lock.write_bytes(b"\xff\xfe nonsense")
    Store.open(path, PASSPHRASE, "A. Other").close()
    assert not lock.exists()


def test_a_holder_whose_name_cannot_be_read_is_somebody(tmp_path: Path) -> None:
    path = tmp_path / "a.chronology"
    held = hold(path, "S. Reed")
    held.path.write_bytes(b"[")
    with pytest.raises(ReviewInUse, match="somebody"):
        hold(path, "A. Other")
    held.release()
    held.release()


def test_a_failed_opening_lets_go(store: Store, path: Path) -> None:
    store.close()
    for _ in range(2):
        with pytest.raises(Exception, match="not the passphrase"):
            Store.open(path, "wrong", "A. Other")
    Store.open(path, PASSPHRASE, "A. Other").close()


def test_closing_twice_is_no_error(store: Store) -> None:
    store.close()
    store.close()
    again = Store.open(store.path, PASSPHRASE, "A. Other")
    assert again.chronology == store.chronology
    again.close()


def test_closing_twice_touches_the_file_once(tmp_path: Path) -> None:
    path = tmp_path / "Baby K.chronology"
    store = Store.create(path, "a long passphrase", "Reviewer")
    store.close()
    path.unlink()
    store.close()
    assert not path.exists()
