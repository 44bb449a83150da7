"""Keeps the promise that a document is written whole or not at all."""

import contextlib
import errno
import os
import time
from pathlib import Path

import pytest

from chronology_app.core.errors import Cancelled, OutputProblem
from chronology_app.writing import output
from chronology_app.writing.output import replacing, temporary_beside


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "chronology.docx"
    path.write_text("as it was")
    return path


def write(path: Path) -> None:
    with replacing(path) as temporary:
        temporary.write_text("new")


def test_a_finished_file_takes_its_place_and_only_its_owner_may_read_it(old: Path) -> None:
    with replacing(old) as temporary:
        temporary.write_text("new")
        assert old.read_text() == "as it was"
    assert old.read_text() == "new"
    assert old.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EFBIG, "no file as large"),
        (errno.EACCES, "open in Word"),
        (errno.EROFS, "only be read"),
        (errno.ESTALE, "network folder does not answer"),
        (errno.EIO, "place"),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(old: Path, number: int, words: str) -> None:
    with pytest.raises(OutputProblem, match=words) as told, replacing(old):
        raise OSError(number, "the system's own words")
    assert "the system's own words" not in str(told.value)
    assert [path.name for path in old.parent.iterdir()] == [old.name]
    assert old.read_text() == "as it was"


@pytest.mark.parametrize(
    ("number", "on_windows", "words"),
    [
        (errno.EACCES, 32, "open in Word"),
        (errno.EACCES, 19, "only be read"),
        (errno.ENOENT, 206, "name is too long"),
        (errno.ENOENT, 53, "network folder does not answer"),
    ],
)
def test_what_windows_says_more_exactly_is_told_more_exactly(
    old: Path, monkeypatch: pytest.MonkeyPatch, number: int, on_windows: int, words: str
) -> None:
    def refuse(*_: object) -> None:
        refused = OSError(number, "the system's own words")
        refused.winerror = on_windows  # type: ignore[attr-defined,unused-ignore]
        raise refused

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OutputProblem, match=words):
        write(old)
    assert ([path.name for path in old.parent.iterdir()], old.read_text()) == ([old.name], "as it was")


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_network_folder_that_knows_no_fsync_takes_documents(
    old: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, "no fsync here")

    monkeypatch.setattr(os, "fsync", refuse)
    write(old)
    assert old.read_text() == "new"


def test_a_disk_that_fails_at_the_very_end_keeps_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.EDQUOT, "written late")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OutputProblem, match="share of the disk is full"):
        write(old)
    assert ([path.name for path in old.parent.iterdir()], old.read_text()) == ([old.name], "as it was")


@pytest.mark.parametrize(("held", "written"), [(2, "new"), (3, "as it was")])
def test_a_file_that_a_scanner_holds_for_a_moment_is_waited_for(
    old: Path, monkeypatch: pytest.MonkeyPatch, held: int, written: str
) -> None:
    refusals, move = iter(range(held)), os.replace

    def refuse(source: Path, target: Path) -> None:
        if next(refusals, None) is not None:
            raise PermissionError(errno.EACCES, "held")
        move(source, target)

    monkeypatch.setattr(output, "TRIES", 3)
    monkeypatch.setattr(output, "_MOMENT", 0)
    monkeypatch.setattr(os, "replace", refuse)
    with contextlib.suppress(OutputProblem):
        write(old)
    assert ([path.name for path in old.parent.iterdir()], old.read_text()) == ([old.name], written)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputProblem, match="folder is not there"):
        write(tmp_path / "gone" / "x.docx")


def test_a_file_in_the_place_of_the_folder_is_told(old: Path) -> None:
    with pytest.raises(OutputProblem, match="folder is not there"):
        write(old / "x.docx")


def begun(path: Path) -> bool:
    """Whether the work on a document is begun at all: what can be told before is not told after it."""
    try:
        with replacing(path):
            return True
    except OutputProblem:
        return False


def test_a_folder_of_that_name_is_told_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    with pytest.raises(OutputProblem, match="already has this name"):
        write(tmp_path / "x.docx")
    assert not begun(tmp_path / "x.docx")


def test_a_name_that_is_too_long_is_told_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(OutputProblem, match="too long"):
        write(tmp_path / ("é" * 200 + ".docx"))
    assert not begun(tmp_path / ("é" * 200 + ".docx"))


@pytest.mark.parametrize("name", ["Baby K: draft.docx", "why?.docx", "CON.docx", "com1.x.docx", "x.docx.", "x\n.docx"])
def test_a_name_that_windows_can_not_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputProblem, match="cannot stand on every computer"):
        write(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_may_only_be_read_is_not_replaced(old: Path) -> None:
    old.chmod(0o444)
    with pytest.raises(OutputProblem, match="may only be read, so it was not replaced"):
        write(old)
    old.chmod(0o600)
    assert ([path.name for path in old.parent.iterdir()], old.read_text()) == ([old.name], "as it was")


def test_a_link_gives_way_and_what_it_leads_to_stays(old: Path) -> None:
    link = old.with_name("link.docx")
    try:
        link.symlink_to(old)
    except OSError:
        pytest.skip("this system makes no links")
    write(link)
    assert (link.is_symlink(), link.read_text(), old.read_text()) == (False, "new", "as it was")


def test_nothing_is_left_behind_when_the_person_stops(old: Path) -> None:
    def stop() -> None:
        with replacing(old) as temporary:
            temporary.write_text("half")
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        stop()
    assert [path.name for path in old.parent.iterdir()] == [old.name]
    assert old.read_text() == "as it was"


def test_what_a_killed_app_left_is_removed_and_nothing_else(old: Path) -> None:
    left, folder, fresh = (temporary_beside(old) for _ in range(3))
    theirs = old.with_name(".chronology-mine.tmp")
    for path in (left, fresh, theirs):
        path.write_text("half")
    folder.mkdir()
    (folder / "document.docx").write_text("half")
    for path in (left, folder, theirs):
        os.utime(path, (time.time() - 4000,) * 2)
    write(old)
    assert {path.name for path in old.parent.iterdir()} == {old.name, fresh.name, theirs.name}
