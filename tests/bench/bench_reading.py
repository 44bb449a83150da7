"""How fast files become sheets, and in how much memory, against the least any reader has to do: unzip and parse."""

import gc
import io
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from xml.parsers import expat

from lxml import etree
from openpyxl import Workbook

from chronology_app.reading import read
from chronology_app.reading.readers import sheets_of
from tests.reading.binary import xls_of
from tests.reading.build import cell, row, table, word
from tests.reading.kinds import KINDS

REPEATS = 7
EVENT = "Home visit by the health visitor. Mother said the baby had slept well and was feeding. "
TEXTS = ("1", "12/03/2022", "14:30", "Record", EVENT * 3, "Yes", "Advice given", "None")
GRID = [[f"{text} {number}" for text in TEXTS] for number in range(10_000)]
PEAK = """
import re, sys
from pathlib import Path
from chronology_app.reading.readers import sheets_of

def most():
    return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])

content = sys.stdin.buffer.read()
before = most()
sheets = sheets_of(content)
print(most() - before)
"""
"""Prints by how many kilobytes the most memory held has risen, as Linux counts it."""


Row = tuple[str, float, str]


def run() -> list[Row]:
    """Return (what was measured, median ratio, budget)."""
    return [*large_files(), *every_kind(), *twenty_files(), *memory()]


def large_files() -> list[Row]:
    """The two formats most files come in, at the length of the longest."""
    workbook, document = a_workbook(50_000), a_document(10_000)
    return [
        (
            "xlsx 50,000 x 8 to sheets",
            ratio(lambda: sheets_of(workbook), lambda: unzip_and_expat(workbook)),
            "<= 2.5 x unzip + expat",
        ),
        (
            "docx table 10,000 x 8 to sheets",
            ratio(lambda: sheets_of(document), lambda: unzip_and_lxml(document)),
            "<= 6 x zip + lxml parse",
        ),
    ]


def every_kind() -> list[Row]:
    """The other formats, against the same rows as a workbook."""
    workbook = KINDS["xlsx"](GRID)
    made = {kind: KINDS[kind](GRID) for kind in ("xlsb", "ods", "csv")} | {"xls": xls_of(GRID)}
    return [
        (
            f"{kind} 10,000 x 8 to sheets",
            ratio(lambda content=content: sheets_of(content), lambda: sheets_of(workbook)),  # type: ignore[misc]
            "x the same rows as xlsx",
        )
        for kind, content in made.items()
    ]


def twenty_files() -> list[Row]:
    """Twenty files of 1,000 rows dropped at once: to the first and to all, against one child that reads in turn."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}" for number in range(20)]
        for number, path in enumerate(paths):
            path.write_bytes(a_workbook(1_000) if number % 2 else a_document(1_000))
        taken = [(*reading(paths, read.CHILDREN), *reading(paths, 1), *reading(paths[:1], 1)) for _ in range(REPEATS)]
    first = statistics.median(times[0] / times[4] for times in taken)
    last = statistics.median(times[1] / times[3] for times in taken)
    return [
        ("20 files of 1,000 rows: to the first preview", first, "<= 1.5 x that file alone"),
        ("20 files of 1,000 rows: to all", last, "<= 1 x one after another, where two cores are free"),
    ]


def reading(paths: Sequence[Path], children: int) -> tuple[float, float]:
    """Return the seconds until the first file is read and until all are, with so many children."""
    usual, read.CHILDREN = read.CHILDREN, children
    start, first = time.perf_counter(), 0.0
    for _ in read.read_files(paths):
        first = first or time.perf_counter() - start
    read.CHILDREN = usual
    return first, time.perf_counter() - start


def memory() -> list[Row]:
    """Peak memory of each reader in a process of its own, against the unpacked size of what holds the rows."""
    made = {kind: KINDS[kind](GRID) for kind in ("docx", "xlsx", "xlsb", "ods", "csv")} | {"xls": xls_of(GRID)}
    return [
        (f"{kind} 10,000 x 8: peak memory", peak(content) / unpacked(content), "x the XML (or bytes) of the sheet")
        for kind, content in made.items()
    ]


def peak(content: bytes) -> float:
    """Return by how many bytes reading a file raises the most memory a process has held."""
    child = [sys.executable, "-c", PEAK]
    said = subprocess.run(child, input=content, stdout=subprocess.PIPE, check=True).stdout
    return float(said) * 1024


def unpacked(content: bytes) -> int:
    """Return the size of the file, or of its largest part where it is a zip."""
    if not content.startswith(b"PK"):
        return len(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return max(info.file_size for info in archive.infolist())


def a_workbook(rows: int) -> bytes:
    """A workbook with 8 columns, one of them true dates."""
    book = Workbook()
    sheet = book.worksheets[0]
    for number in range(1, rows + 1):
        day = datetime(2022, 1, 1) + timedelta(days=number % 300)
        event = EVENT * (1 + number % 3) + str(number)
        sheet.append((number, day, "14:30", f"Record {number % 90}", event, "Yes", f"Advice given {number}", "None"))
        sheet.cell(number, 2).number_format = "dd/mm/yyyy"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def a_document(rows: int) -> bytes:
    """A Word document with one table of 8 columns."""
    return word(table(*(row(*(cell(f"{text} {number}") for text in TEXTS)) for number in range(rows))))


def unzip_and_expat(content: bytes) -> None:
    """The limit for workbooks: every part unpacked and parsed without anybody listening."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            expat.ParserCreate().Parse(archive.read(name), True)


def unzip_and_lxml(content: bytes) -> None:
    """The limit for documents: the main part unpacked and parsed into a tree."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        etree.fromstring(archive.read("word/document.xml"))


def ratio(job: Callable[[], object], limit: Callable[[], object]) -> float:
    """Return the median of how many times longer `job` takes than `limit`, run in turn."""
    return statistics.median(seconds(job) / seconds(limit) for _ in range(REPEATS))


def seconds(job: Callable[[], object]) -> float:
    """Return how long a job takes; clearing away what it made, or what was left before, is not counted."""
    gc.collect()
    start = time.perf_counter()
    made = job()
    taken = time.perf_counter() - start
    del made
    return taken


if __name__ == "__main__":
    for what, measured, budget in run():
        print(f"{what}: {measured:.2f} ({budget})")
