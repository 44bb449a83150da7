"""Whatever is wrong with a review file is told in a sentence of its own, and nothing of the review is lost."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import ReviewDamaged, ReviewProblem, ReviewTooNew, WrongPassphrase
from chronology_app.core.mark import Kind
from chronology_app.store.keys import HEADER, _checksum
from chronology_app.store.store import Store
from tests.make import an_entry

PASSPHRASE = "three crows on a gate"
PAGE = 8192


def opening(path: Path, passphrase: str = PASSPHRASE) -> Store:
    return Store.open(path, passphrase, "A. Other")


@pytest.fixture
def closed(store: Store, path: Path) -> Path:
    store.close()
    return path


def test_a_wrong_passphrase_is_told_from_damage(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(WrongPassphrase, match="not the passphrase"):
        opening(closed, "four crows on a gate")
    assert closed.read_bytes() == before
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_the_same_letters_typed_another_way_open_it(tmp_path: Path) -> None:
    path = tmp_path / "a.chronology"
    Store.create(path, "caf\u00e9", "who").close()
    store = opening(path, "cafe\u0301")
    assert store.knows("caf\u00e9")
    store.close()


def test_an_empty_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReviewProblem, match="without a passphrase"):
        Store.create(tmp_path / "a.chronology", "", "who")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("at", range(HEADER))
def test_a_flipped_byte_in_the_header_is_damage_and_not_a_wrong_passphrase(closed: Path, at: int) -> None:
    flip(closed, at)
    with pytest.raises(ReviewDamaged):
        opening(closed)


def test_a_flipped_byte_anywhere_is_found_and_never_read_as_something_else(store: Store, path: Path) -> None:
    content = os.urandom(60_000)
    name = keep(store, content)
    kept = store.chronology
    store.close()
    sound = path.read_bytes()
    for at in range(HEADER + 3, len(sound), len(sound) // 24):
        path.write_bytes(sound)
        flip(path, at)
        with pytest.raises(ReviewDamaged, match=r'"Baby K.chronology" is damaged .* latest backup'):
            read_whole(path, kept, name, content)


@pytest.mark.parametrize("left", [0, 10, HEADER, 2 * PAGE, 3 * PAGE + 5])
def test_a_file_that_was_cut_short_is_damaged(closed: Path, left: int) -> None:
    closed.write_bytes(closed.read_bytes()[:left])
    with pytest.raises(ReviewDamaged):
        opening(closed)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a document", b"SQLite format 3\x00" + bytes(2 * PAGE - 16)])
def test_what_is_no_review_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.chronology"
    path.write_bytes(content)
    with pytest.raises(ReviewProblem, match="is not a review"):
        opening(path)
    assert path.read_bytes() == content


def test_a_missing_file_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ReviewProblem, match="not there any more"):
        opening(tmp_path / "gone.chronology")
    for use in (opening, lambda path: Store.create(path, PASSPHRASE, "who")):
        with pytest.raises(ReviewProblem, match='The folder "nowhere" is not there'):
            use(tmp_path / "nowhere" / "a.chronology")


def test_a_new_review_overwrites_nothing(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(ReviewProblem, match="exists already"):
        Store.create(closed, PASSPHRASE, "who")
    assert closed.read_bytes() == before


def test_a_way_of_making_keys_that_is_not_known_yet_is_newer(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[2] = 200
    content[14:HEADER] = _checksum(bytes(content[:14]))
    closed.write_bytes(content)
    with pytest.raises(ReviewTooNew, match="later version"):
        opening(closed)


def test_a_full_disk_rolls_back_and_loses_nothing(store: Store, path: Path) -> None:
    store.apply(edits.mark(store.chronology, ["entry-1"], Kind.FACT))
    kept, steps = store.chronology, store.steps()
    quota(store, 0)
    with pytest.raises(ReviewProblem, match="no room left") as told:
        store.apply(Change("Import", tuple(an_entry(number, "A secret." * 50) for number in range(10, 400))))
    assert "secret" not in str(told.value)
    assert "INSERT" not in str(told.value)
    assert (store.chronology, store.steps()) == (kept, steps)
    quota(store, 10_000)
    store.apply(edits.mark(store.chronology, ["entry-2"], Kind.FACT))
    now = store.chronology
    store.close()
    with held(path) as again:
        assert again.chronology == now
        again.undo()
        assert again.chronology == kept


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not made read-only by their mode on Windows")
def test_a_read_only_file_or_folder_is_told(closed: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "a.chronology"
        path.write_bytes(closed.read_bytes())
        path.chmod(0o444)
        folder.chmod(0o777)
        with as_an_ordinary_person(), pytest.raises(ReviewProblem, match="read-only"):
            opening(path)
        path.chmod(0o666)
        folder.chmod(0o555)
        for use in (opening, lambda path: Store.create(path.with_name("b.chronology"), PASSPHRASE, "who")):
            with as_an_ordinary_person(), pytest.raises(ReviewProblem, match="read-only"):
                use(path)
        folder.chmod(0o777)
        with held(path) as again:
            assert len(again.chronology.entries) == 3


def keep(store: Store, content: bytes) -> str:
    name = sha256(content).hexdigest()
    store.apply(Change("Import", (an_entry(9),)), {name: content})
    return name


def read_whole(path: Path, kept: Chronology, name: str, content: bytes) -> None:
    """Open a damaged review and read all that can be read: what is given must be what was written."""
    with held(path) as again:
        assert again.chronology == kept
        assert again.file(name) == content
        again.save_copy(path.with_name("copy.chronology"))


def flip(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 0x10]))


def quota(store: Store, more: int) -> None:
    """Let the file grow by `more` pages and no further, as a disk that is nearly full would."""
    driver = store._vault._driver()
    (pages,) = driver.execute("PRAGMA page_count").fetchone()
    driver.execute(f"PRAGMA max_page_count = {pages + more}")


@contextmanager
def held(path: Path) -> Iterator[Store]:
    store = opening(path)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def as_an_ordinary_person() -> Iterator[None]:
    """No mode keeps the superuser out: be nobody for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
