"""Reading in a process apart: whatever a file does, the person gets a sentence and the app lives on."""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chronology_app.core.errors import Cancelled, FileProblem
from chronology_app.core.sheet import Sheet
from chronology_app.reading import limits
from chronology_app.reading.child import ROWS_AT_ONCE, Child
from chronology_app.reading.read import ReadFile, read_file, read_files
from chronology_app.reading.readers import sheets_of
from tests.reading.build import cell, parts_of, row, saved, struck_book, table, word, workbook_of, zip_of

SEEN = word(table(row(cell("Date"), cell("Event")), row(cell("12/03/2022"), cell("Seen"))))


def _quietly() -> None:
    """Nobody is watching."""


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child() as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seen.txt").write_bytes(SEEN)
    (tmp_path / "list.docx").write_bytes(b"Date,Event\n12/03/2022,Seen\n")
    (tmp_path / "cut.docx").write_bytes(SEEN[: len(SEEN) // 2])
    return tmp_path


def test_a_file_is_read_with_its_bytes_and_their_hash(folder: Path) -> None:
    found = read_file(folder / "seen.txt")
    assert (found.name, found.content) == ("seen.txt", SEEN)
    assert found.sha256 == hashlib.sha256(SEEN).hexdigest()
    assert found.sheets[0].rows == (("Date", "Event"), ("12/03/2022", "Seen"))


def test_files_are_read_in_order_and_a_bad_one_stops_nobody(folder: Path) -> None:
    paths = [folder / name for name in ("seen.txt", "cut.docx", "missing.docx", "", "list.docx")]
    told: list[tuple[int, int]] = []
    found = list(read_files(paths, lambda done, total, _what: told.append((done, total))))
    assert [path for path, _ in found] == paths
    assert [isinstance(result, ReadFile) for _, result in found] == [True, False, False, False, True]
    sentences = [str(result) for _, result in found if isinstance(result, FileProblem)]
    for sentence, word_in_it in zip(sentences, ("whole", "no longer there", "folder"), strict=True):
        assert word_in_it in sentence
        assert str(folder) not in sentence
    assert (told[0], told[-1]) == ((0, 5), (5, 5))


def test_a_table_longer_than_one_piece_arrives_whole(child: Child) -> None:
    rows = [[f"{number}", "Seen"] for number in range(2 * ROWS_AT_ONCE + 1)]
    content = "".join(f"{a},{b}\n" for a, b in rows).encode()
    (sheet,) = child.read(content, _quietly)
    assert sheet.rows == tuple(map(tuple, rows))


def test_everything_a_sheet_says_comes_through_the_pipe(child: Child) -> None:
    content = saved(struck_book())
    assert child.read(content, _quietly) == sheets_of(content)


def test_every_damaged_file_gives_a_sentence(child: Child) -> None:
    workbook = saved(workbook_of([["Date", "Event"], ["12/03/2022", "Seen"]]))
    for content in (SEEN, workbook):
        cut = [content[: len(content) * part // 10] for part in range(10)]
        flipped = [_flipped(content, at) for at in range(40, len(content), max(1, len(content) // 60))]
        for damaged in (*cut, *flipped):
            outcome = _outcome(child, damaged)
            assert isinstance(outcome, tuple) or outcome.endswith(".")


def _outcome(child: Child, content: bytes) -> tuple[Sheet, ...] | str:
    try:
        return child.read(content, _quietly)
    except FileProblem as problem:
        return str(problem)


def _flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]


def test_a_child_that_is_killed_gives_a_sentence_and_the_next_one_reads() -> None:
    with Child() as child:
        child.read(SEEN, _quietly)

        os.kill(child.process_id, signal.SIGKILL)
        with pytest.raises(FileProblem, match="reader stopped"):
            child.read(SEEN, _quietly)
        assert child.read(SEEN, _quietly)[0].text(2, 2) == "Seen"


def test_a_workbook_that_aborts_its_reader_gives_a_sentence(child: Child) -> None:
    parts = parts_of(saved(workbook_of([["Date"]])))
    name = "xl/worksheets/sheet1.xml"
    far = b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>"
    parts[name] = parts[name].replace(b"</sheetData>", far)
    with pytest.raises(FileProblem, match="reader stopped"):
        child.read(zip_of(parts), _quietly)
    assert child.read(SEEN, _quietly)[0].text(2, 2) == "Seen"


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with Child(seconds=0.0) as child, pytest.raises(FileProblem, match="too long"):
        child.read(SEEN, _quietly)


def test_a_file_that_needs_too_much_memory_is_given_up() -> None:
    many = b"a,b\n" * 4_000_000
    with Child(memory=600 * 2**20) as child, pytest.raises(FileProblem):
        child.read(many, _quietly)


def test_cancelling_ends_the_child(folder: Path) -> None:
    def stop(_done: int, _total: int, _what: str) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        read_file(folder / "seen.txt", report=stop)
    with Child() as child:

        def later() -> None:
            if child.process_id:
                raise Cancelled("Stopped.")

        with pytest.raises(Cancelled):
            child.read(SEEN, later)
        assert child.process_id == 0


def test_a_file_larger_than_the_limit_is_not_even_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 10)
    (tmp_path / "large.csv").write_bytes(b"Date,Event\n")
    with pytest.raises(FileProblem, match="too large"):
        read_file(tmp_path / "large.csv")


def test_neither_the_app_nor_the_child_loads_what_it_does_not_need() -> None:
    script = "import sys, chronology_app.reading.{}; print(*sys.modules)"

    def modules(name: str) -> set[str]:
        command = [sys.executable, "-c", script.format(name)]
        return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())

    assert modules("read").isdisjoint({"lxml.etree", "python_calamine", "openpyxl", "docx"})
    assert modules("readers").isdisjoint({"PySide6", "sqlalchemy", "openpyxl", "docx", "chronology_app.work"})
