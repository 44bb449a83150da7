"""Every kind of file meets a full disk, a locked file, a stop and a kill: what was there stays as it was."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import Cancelled, OutputProblem, ReviewProblem
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.progress import Report, silent
from chronology_app.core.remembered import RememberedLayout
from chronology_app.core.review import Review
from chronology_app.work.agency_template import write_template
from chronology_app.work.check_report import CheckReport
from chronology_app.work.check_words import write_report
from chronology_app.work.documents import write_document
from chronology_app.work.layout_files import write_layouts
from chronology_app.work.query_sheets import write_query_sheets
from chronology_app.work.reviews import create_sample
from chronology_app.work.sample import copy_files
from chronology_app.writing.look import Look
from tests.make import HEALTH, POLICE, a_chronology, an_entry

Write = Callable[[Path, Report], object]
EXTRA = (
    Note("n", "entry-1", NoteKind.QUESTION, "Who?"),
    Note("m", "entry-9", NoteKind.QUESTION, "When?"),
    an_entry(9, "Rang.", agency=POLICE),
    RememberedLayout("l", "HV", ("Date", *("Event",) * 60), ("date", *("event",) * 60)),
    Person("p", "Mother", "", ("Joanna Testerly",)),
)
REVIEW: Chronology = a_chronology(*(an_entry(n, "Seen at home.") for n in range(1, 9))).after(Change("", EXTRA))


def document(look: Look) -> Write:
    return lambda path, report: write_document(REVIEW, path, look, report=report)


FILES: dict[str, tuple[str, Write]] = {
    **{f"plain{ending}": (ending, document(Look())) for ending in (".docx", ".xlsx", ".csv", ".json")},
    **{f"designated{ending}": (ending, document(Look(anonymise=True))) for ending in (".docx", ".xlsx", ".csv")},
    "extract.docx": (".docx", document(Look(agency_id=HEALTH.id))),
    "publication.xlsx": (".xlsx", document(Look(publication=True))),
    "check.docx": (".docx", lambda path, _: write_report(CheckReport((), Review()), path, date(2022, 9, 1))),
    "check.html": (".html", lambda path, _: write_report(CheckReport((), Review()), path, date(2022, 9, 1))),
    "template.docx": (".docx", lambda path, _: write_template(path)),
    "template.xlsx": (".xlsx", lambda path, _: write_template(path)),
    "layouts.toml": (".toml", lambda path, _: write_layouts(REVIEW, path)),
}
"""What writes one file, by a name for the test."""

FOLDERS: dict[str, Write] = {
    "query sheets": lambda folder, report: write_query_sheets(REVIEW, folder, report=report),
    "designated query sheets": lambda folder, report: write_query_sheets(REVIEW, folder, anonymise=True, report=report),
    "sample": lambda folder, _: copy_files(folder),
}


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes: the system itself then fails the writing of the next (EFBIG)."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture(params=FILES)
def kind(request: pytest.FixtureRequest) -> tuple[str, Write]:
    return FILES[request.param]


def old_file(folder: Path, ending: str) -> Path:
    path = folder / f"old{ending}"
    path.write_text("as it was")
    return path


def is_as_it_was(path: Path) -> bool:
    return [p.name for p in path.parent.iterdir()] == [path.name] and path.read_text() == "as it was"


@pytest.mark.parametrize("size", [0, 200, 700])
def test_a_disk_that_is_full_in_the_middle(tmp_path: Path, kind: tuple[str, Write], size: int) -> None:
    ending, write = kind
    path = old_file(tmp_path, ending)
    with room_for(size), pytest.raises(OutputProblem, match="file as large"):
        write(path, silent)
    assert is_as_it_was(path)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EEXIST, errno.ENOSPC, errno.EIO])
def test_a_place_that_refuses_the_finished_file(
    tmp_path: Path, kind: tuple[str, Write], number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending, write = kind
    path, move = old_file(tmp_path, ending), os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target) == path:
            raise OSError(number, "the system's own words")
        move(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OutputProblem, match=r"Nothing was lost"):
        write(path, silent)
    assert is_as_it_was(path)


def test_an_ending_may_be_written_in_capitals_and_after_another(tmp_path: Path, kind: tuple[str, Write]) -> None:
    ending, write = kind
    path = tmp_path / f"old.docx{ending.upper()}"
    write(path, silent)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def stopping_at(step: int) -> tuple[Report, list[int]]:
    """Return what stops a job at its report number `step`, and the numbers of the reports made so far."""
    made: list[int] = []

    def report(done: int, total: int, what: str) -> None:
        if len(made) == step:
            raise Cancelled("Stopped.")
        made.append(len(made))

    return report, made


def test_a_stop_at_any_step(tmp_path: Path, kind: tuple[str, Write]) -> None:
    ending, write = kind
    path = old_file(tmp_path, ending)
    for step in range(1000):
        report, _ = stopping_at(step)
        try:
            write(path, report)
        except Cancelled:
            assert is_as_it_was(path)
        else:
            assert path.read_bytes() != b"as it was"
            return
    pytest.fail("it never ends")


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_of_files_is_filled_whole_or_not_at_all(tmp_path: Path, name: str) -> None:
    for size in (0, 200, 700):
        with room_for(size), pytest.raises(OutputProblem, match="file as large"):
            FOLDERS[name](tmp_path, silent)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_refuses_its_last_file_keeps_none(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    move, moved = os.replace, list[Path]()

    def refuse(source: Path, target: Path) -> None:
        if moved:
            raise OSError(errno.EACCES, "the system's own words")
        moved.append(Path(target))
        move(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OutputProblem, match=r"Nothing was lost"):
        FOLDERS[name](tmp_path, silent)
    assert len(moved) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_of_files_that_can_not_be_made_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("as it was")
    with pytest.raises(OutputProblem, match="folder is not there"):
        FOLDERS[name](tmp_path / "file", silent)
    assert is_as_it_was(tmp_path / "file")


@pytest.mark.parametrize("name", ["query sheets", "designated query sheets"])
def test_a_stop_at_any_step_leaves_no_file_in_the_folder(tmp_path: Path, name: str) -> None:
    for step in range(1000):
        report, _ = stopping_at(step)
        try:
            FOLDERS[name](tmp_path, report)
        except Cancelled:
            assert list(tmp_path.iterdir()) == []
        else:
            assert len(list(tmp_path.iterdir())) == 2
            return
    pytest.fail("it never ends")


def test_the_sample_review_says_where_it_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("as it was")
    with pytest.raises(ReviewProblem, match="is not there"):
        create_sample(tmp_path / "file" / "Chronology Builder", "A. Reviewer")


KILLED = """
import os, signal, sys
from pathlib import Path
from chronology_app.work.documents import write_document
from chronology_app.writing.look import Look
from tests.work.test_whole_or_nothing import REVIEW

write_document(REVIEW, Path(sys.argv[1]), Look(), report=lambda *_: os.kill(os.getpid(), signal.SIGKILL))
"""


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".csv", ".json"])
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_an_app_that_is_killed_in_the_middle(tmp_path: Path, ending: str) -> None:
    path = old_file(tmp_path, ending)
    ended = subprocess.run([sys.executable, "-c", KILLED, path], cwd=Path(__file__).parents[2], check=False)
    assert ended.returncode == -signal.SIGKILL
    (left,) = (one for one in tmp_path.iterdir() if one != path)
    assert path.read_text() == "as it was"
    assert (left.name[:12], left.stat().st_mode & 0o077) == (".chronology-", 0)
    os.utime(left, (1, 1))
    write_document(REVIEW, path, Look())
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
