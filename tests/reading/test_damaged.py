"""Whatever a file has become on its way, it is read or gets a sentence: no crash, no hang, nothing written."""

from collections.abc import Iterator
from pathlib import Path
from struct import pack

import pytest

from chronology_app.core.errors import FileProblem
from chronology_app.core.sheet import Sheet
from chronology_app.reading import limits
from chronology_app.reading.child import Child
from chronology_app.reading.read import ReadFile, read_files
from chronology_app.reading.readers import READERS
from tests.reading.binary import biff, circling_ole2, record, xls, xls_cell, xlsb, xlsb_cell, xlsb_row
from tests.reading.build import ods, ods_cell, ods_row, ods_table, parts_of, word, zip_of
from tests.reading.kinds import KINDS, PASSWORD, damaged, protected

GRID = [["Date", "Event", "Action"], *([f"{day}/03/2022", "Home visit\nby the HV", "None"] for day in range(1, 15))]
SECONDS = 30.0
"""Given to each file; every one of them takes milliseconds, so that one which hangs is told from a slow machine."""
WORDS = ("Home visit", "Home", "visit")
LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that a child takes for its own and for that of temporary files."""
    folder = tmp_path / "nowhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("TMPDIR", "TEMP", "TMP", "HOME"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def child(nowhere: Path) -> Iterator[Child]:
    with Child(seconds=SECONDS) as made:
        yield made
    assert list(nowhere.iterdir()) == []


def _outcome(child: Child, content: bytes, password: str = "") -> tuple[Sheet, ...] | str:
    try:
        return child.read(content, lambda: None, password)
    except FileProblem as problem:
        return str(problem)


def _is_well(outcome: tuple[Sheet, ...] | str) -> bool:
    """Whether it is sheets, or a sentence that quotes nothing of the file and is not that of a hang."""
    if isinstance(outcome, tuple):
        return all(len(row) <= limits.COLUMNS for sheet in outcome for row in sheet.rows)
    return outcome.endswith(".") and "too long" not in outcome and not any(word in outcome for word in WORDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_read_or_gets_a_sentence(kind: str, child: Child) -> None:
    outcomes = [_outcome(child, content) for content in damaged(KINDS[kind](GRID), seed=7)]
    assert all(map(_is_well, outcomes))
    assert isinstance(_outcome(child, KINDS[kind](GRID)), tuple)


def test_a_damaged_protected_file_is_read_or_gets_a_sentence(child: Child) -> None:
    assert all(_is_well(_outcome(child, content, PASSWORD)) for content in damaged(protected(), seed=8))


@pytest.mark.parametrize("ending", [".docx", ".csv", ".pdf", ".xls", ""])
def test_a_wrong_ending_changes_nothing_and_reading_leaves_nothing_behind(ending: str, nowhere: Path) -> None:
    paths = [nowhere.parent / f"{kind}{ending}" for kind in KINDS]
    for path, make in zip(paths, KINDS.values(), strict=True):
        path.write_bytes(make(GRID[:3]))
    for _, found in read_files(paths):
        assert isinstance(found, ReadFile)
        assert [list(row) for row in found.sheets[0].rows] == GRID[:3]
    assert list(nowhere.iterdir()) == []


def _bombs() -> dict[str, bytes]:
    """Files that unpack to, or claim, far more than they are."""
    blank = b" " * (limits.PART_BYTES_ANY_RATIO + 1)
    far = xlsb_row(2**31) + xlsb_cell(0, "x")
    rows = 'table:number-rows-repeated="1000000"'
    wide = ods_cell("x", 'table:number-columns-repeated="600"')
    deep = "<text:span>" * 5_000 + "</text:span>" * 5_000
    office = ods_table(ods_row(ods_cell("Seen")))
    laughing = {
        name: part.replace(b"<office:document-content", LAUGHS.encode() + b"<office:document-content", 1)
        for name, part in parts_of(ods(office)).items()
    }
    return {
        "ods that unpacks to blanks": zip_of({**parts_of(ods(office)), "content.xml": blank}),
        "ods of endless rows": ods(ods_table(ods_row(wide, looks=rows))),
        "ods with a million cells in a row": ods(
            ods_table(ods_row(ods_cell("x", 'table:number-columns-repeated="9999999"')))
        ),
        "ods nested without end": ods(ods_table(ods_row(ods_cell(f"<text:p>{deep}</text:p>")))),
        "ods of a billion laughs": zip_of(laughing),
        "ods of endless blanks": ods(ods_table(ods_row(ods_cell('<text:p>a<text:s text:c="2000000000"/></text:p>')))),
        "xlsb that unpacks to blanks": zip_of({**parts_of(xlsb({"a": b""})), "xl/workbook.bin": blank}),
        "xlsb with a row out of the world": xlsb({"a": far}),
        "xlsb with a text longer than itself": xlsb({"a": xlsb_row(0) + record(6, pack("<III", 0, 0, 2**31))}),
        "xls with a merge over everything": xls(
            {"a": xls_cell(0, 0, "x") + biff(0x00E5, pack("<HHHHH", 1, 0, 65535, 0, 255))}
        ),
        "xls with a chain of sectors round in a circle": circling_ole2(),
        "docx nested without end": word("<w:tbl><w:tr><w:tc>" * 3_000 + "</w:tc></w:tr></w:tbl>" * 3_000),
        "csv with a column for every byte": b"," * 5_000_000,
    }


@pytest.mark.parametrize("name", _bombs())
def test_a_bomb_does_no_harm(name: str, child: Child) -> None:
    assert _is_well(_outcome(child, _bombs()[name]))
    assert isinstance(_outcome(child, b"Date,Event\n"), tuple)


def test_every_kind_of_file_that_is_read_is_in_the_corpus() -> None:
    read = {reader.kind for reader in READERS if reader.read is not None} - {"bare workbook"}
    known = {next(reader for reader in READERS if reader.matches(make(GRID))).kind for make in KINDS.values()}
    assert known == read
