"""How fast files become sheets, against the least any reader has to do: unzip and parse."""

import gc
import io
import statistics
import time
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from xml.parsers import expat

from lxml import etree
from openpyxl import Workbook

from chronology_app.reading.readers import sheets_of
from tests.reading.build import cell, row, table, word

REPEATS = 7
EVENT = "Home visit by the health visitor. Mother said the baby had slept well and was feeding. "


def run() -> list[tuple[str, float, str]]:
    """Return (what was measured, median ratio, budget)."""
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
    texts = ("1", "12/03/2022", "14:30", "Record", EVENT * 3, "Yes", "Advice given", "None")
    return word(table(*(row(*(cell(f"{text} {number}") for text in texts)) for number in range(rows))))


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
