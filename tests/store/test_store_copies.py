"""A copy is whole, checked and encrypted, or it is not there; backups turn over and touch no other review's."""

from pathlib import Path

import pytest

from chronology_app.core import edits
from chronology_app.core.errors import ReviewInUse, ReviewProblem, WrongPassphrase
from chronology_app.core.mark import Kind
from chronology_app.store.store import Store

PASSPHRASE = "three crows on a gate"
KINDS = (Kind.FACT, Kind.OPINION, Kind.REPORTED)


def mark(store: Store, kind: Kind) -> None:
    store.apply(edits.mark(store.chronology, ["entry-1"], kind))


def holds(path: Path, passphrase: str = PASSPHRASE) -> tuple[object, object]:
    store = Store.open(path, passphrase, "A. Other")
    store.close()
    return store.chronology, store.log()


def test_a_copy_holds_everything_and_replaces_a_file_whole(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copies.chronology"
    copy.write_bytes(b"an older file")
    store.save_copy(copy)
    assert holds(copy) == (store.chronology, store.log())
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".part"]


def test_no_copy_is_written_over_the_review_or_over_one_that_is_open(store: Store, path: Path) -> None:
    with pytest.raises(ReviewProblem, match="no copy was saved"):
        store.save_copy(path)
    other = Store.create(path.with_name("other.chronology"), PASSPHRASE, "B. Holder")
    with pytest.raises(ReviewInUse, match=r"B\. Holder"):
        store.save_copy(other.path)
    other.close()
    assert holds(other.path)[1] == ()


def test_a_copy_into_a_missing_folder_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ReviewProblem, match='The folder "nowhere" is not there'):
        store.save_copy(tmp_path / "nowhere" / "copy.chronology")


def test_what_stands_in_the_way_of_a_copy_is_told_and_stays(store: Store, tmp_path: Path) -> None:
    kept, folder = tmp_path / "kept.chronology", tmp_path / "folder.chronology"
    kept.write_bytes(b"as it was")
    kept.chmod(0o444)
    folder.mkdir()
    before = sorted(path.name for path in tmp_path.iterdir())
    for target, words in (
        (kept, "read-only"),
        (folder, "folder is already called"),
        (kept / "x.chronology", "is not there"),
        (tmp_path / f"{'x' * 300}.chronology", "name is too long"),
    ):
        with pytest.raises(ReviewProblem, match=words):
            store.save_copy(target)
    assert kept.read_bytes() == b"as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_backup_is_made_only_when_something_changed(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    first = store.backup(folder, 5)
    assert first is not None
    assert store.backup(folder, 5) is None
    mark(store, Kind.FACT)
    second = store.backup(folder, 5)
    assert second is not None
    assert holds(second) == (store.chronology, store.log())
    assert sorted(folder.iterdir()) == [first, second]


def test_backups_turn_over_and_leave_other_files_alone(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    made = [store.backup(folder, 2)]
    (folder / "notes.chronology").write_bytes(b"the person's own")
    for kind in KINDS:
        mark(store, kind)
        made.append(store.backup(folder, 2))
    kept = {path.name for path in folder.iterdir()}
    assert kept == {"notes.chronology", *(path.name for path in made[-2:] if path)}


def test_two_reviews_of_one_name_keep_their_own_backups(store: Store, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "backups", tmp_path / "elsewhere"
    elsewhere.mkdir()
    store.backup(folder, 1)
    namesake = Store.create(elsewhere / store.path.name, PASSPHRASE, "who")
    namesake.backup(folder, 1)
    namesake.close()
    assert len(list(folder.iterdir())) == 2


def test_a_new_passphrase_opens_the_review_and_the_old_one_no_more(store: Store, path: Path, tmp_path: Path) -> None:
    before = store.backup(tmp_path / "backups", 5)
    store.change_passphrase("four geese in a yard")
    assert store.knows("four geese in a yard")
    assert not store.knows(PASSPHRASE)
    mark(store, Kind.FACT)
    store.undo()
    kept = store.chronology, store.log()
    store.close()
    assert holds(path, "four geese in a yard") == kept
    with pytest.raises(WrongPassphrase):
        Store.open(path, PASSPHRASE, "A. Other")
    assert before is not None
    holds(before)


def test_a_new_passphrase_asks_for_a_new_backup(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "backups", 5)
    store.change_passphrase("four geese in a yard")
    assert store.backup(tmp_path / "backups", 5) is not None


def test_an_empty_new_passphrase_changes_nothing(store: Store) -> None:
    with pytest.raises(ReviewProblem, match="without a passphrase"):
        store.change_passphrase("")
    assert store.knows(PASSPHRASE)
