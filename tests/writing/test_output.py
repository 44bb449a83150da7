"""Keeps the promise that a document is written whole or not at all."""

import errno
from pathlib import Path

import pytest

from chronology_app.core.errors import Cancelled, OutputProblem
from chronology_app.writing.output import replacing


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "chronology.docx"
    path.write_text("as it was")
    return path


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
        (errno.EACCES, "open in Word"),
        (errno.EROFS, "only be read"),
        (errno.EIO, "place"),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(old: Path, number: int, words: str) -> None:
    with pytest.raises(OutputProblem, match=words) as told, replacing(old):
        raise OSError(number, "the system's own words")
    assert "the system's own words" not in str(told.value)
    assert [path.name for path in old.parent.iterdir()] == [old.name]
    assert old.read_text() == "as it was"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputProblem, match="folder is not there"), replacing(tmp_path / "gone" / "x.docx"):
        pass


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    with pytest.raises(OutputProblem, match="already has this name"), replacing(tmp_path / "x.docx"):
        pass


def test_nothing_is_left_behind_when_the_person_stops(old: Path) -> None:
    def write() -> None:
        with replacing(old) as temporary:
            temporary.write_text("half")
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        write()
    assert [path.name for path in old.parent.iterdir()] == [old.name]
    assert old.read_text() == "as it was"
