"""Measures the Word document: against zipping its ready XML and other people's writers, its memory, its layout."""

import shutil
import statistics
import subprocess
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec
from math import nan
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Findings
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.review import Review
from chronology_app.core.source import Source, SourceTable
from chronology_app.core.when import Precision, When
from chronology_app.writing.look import Look
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.to_docx import body, write_docx
from tests.bench.other_writers import cell_by_cell, from_template

Row = tuple[str, float, str]
STEMS = "visit call letter baby mother father weight feed sleep clinic ward review plan scan street flat family note"
WORDS = [
    stem + end
    for stem in STEMS.split()
    for end in ("", "s", "ed", "ing", " was", " the", " and", " on", " with", " to")
]
SOURCES, FORMS = ("Case record", "Duty diary", "Letter", "Email"), ("%d/%m/%Y", "%d.%m.%y", "%A %d %B %Y", "%d %b %Y")


def chronology(number: int) -> Chronology:
    """Rows of about 35 words of event from six agencies over two years; one in five has a marked passage."""
    agencies = [Agency(f"a{i}", code, code, i) for i, code in enumerate(("MID", "HV", "GP", "CSC", "POL", "HOU"))]
    table = SourceTable("Table 1", 1, ("Date", "Event", "Action"), ("date", "event", "action"), number, number, True)
    sources = [Source(f"s{a.id}", a.id, f"{a.code}.docx", "0" * 64, 1, None, "", (table,)) for a in agencies]
    entries = [_entry(i, agencies[i % 6]) for i in range(number)]
    marks = [Mark(f"m{i}", f"e{i}", Kind.OPINION, "event", 10, 30) for i in range(0, number, 5)]
    review = Review(title="Baby K", born=date(2022, 1, 20), due=date(2022, 1, 25))
    return Chronology.of([review, *agencies, *sources, *entries, *marks])


def _entry(i: int, agency: Agency) -> Entry:
    day = date(2021, 1, 1) + timedelta(days=i * 7919 % 730)
    event = " ".join(Random(i).choices(WORDS, k=33))
    when = _when(day, FORMS[i % 4])
    action = f"Discussed with manager, letter {i} sent to the family." if i % 3 else ""
    source = SOURCES[i * 7 % 4]
    return Entry(
        f"e{i}", agency.id, f"s{agency.id}", "Table 1", i + 2, i + 2, when, event=event, action=action, source=source
    )


@cache
def _when(day: date, form: str) -> When:
    """Entries of one day share their date, as those of a review that was opened do."""
    return When(f"{day:{form}}", day, day, Precision.DAY)


def seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def against(one: Callable[[], object], other: Callable[[], object], repeats: int) -> float:
    """Return how many times as long the first takes, medians of repeats taken in turn."""
    taken = [(seconds(one), seconds(other)) for _ in range(repeats)]
    return statistics.median(a for a, _ in taken) / statistics.median(b for _, b in taken)


def zipped(parts: dict[str, bytes], path: Path) -> None:
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def export_against_zip(number: int, folder: Path) -> float:
    made, out = chronology(number), folder / "out.docx"
    write_docx(made, Findings(), out, Look())
    with ZipFile(out) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    export = lambda: write_docx(made, Findings(), out, Look())  # noqa: E731
    return against(export, lambda: zipped(parts, folder / "ready.docx"), 7 if number <= 5000 else 5)


def export_against(other: Callable[[Chronology, Path], None], number: int, repeats: int, folder: Path) -> float:
    """Return how many times as long another writer takes for the same rows."""
    made, out = chronology(number), folder / "other.docx"
    return against(lambda: other(made, out), lambda: write_docx(made, Findings(), out, Look()), repeats)


def others(folder: Path) -> Iterator[Row]:
    """Give what other writers take for the same rows; one that would take minutes, or is not there, says so."""
    for number, repeats in {1000: 3, 5000: 1}.items():
        ratio = export_against(cell_by_cell, number, repeats, folder)
        yield f"python-docx cell by cell, {number:,} rows", ratio, ">= 40 x ours"
    yield "python-docx cell by cell, 20,000 rows", nan, "not measured: it takes many minutes"
    if find_spec("docxtpl") is None:
        yield "docxtpl", nan, "not measured: it is not installed (the extra `bench`)"
        return
    for number, repeats in {1000: 3, 5000: 3, 20000: 1}.items():
        yield f"docxtpl, {number:,} rows", export_against(from_template, number, repeats, folder), "x ours"


def extra_memory(folder: Path) -> float:
    """Return how many MB are taken at most while 20,000 rows are written that are already held."""
    made = chronology(20000)
    write_docx(chronology(200), Findings(), folder / "memory.docx", Look())
    made.in_order()
    tracemalloc.start()
    write_docx(made, Findings(), folder / "memory.docx", Look())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def layout(number: int, folder: Path) -> float:
    """Return the seconds LibreOffice takes to lay a document of so many rows out as PDF."""
    path = folder / f"layout{number}.docx"
    write_docx(chronology(number), Findings(), path, Look())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    return seconds(lambda: subprocess.run(command, capture_output=True, check=True))


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        budgets = {
            1000: "(no budget)",
            5000: "<= 2.0 x zip of the finished XML",
            20000: "<= 1.5 x zip of the finished XML",
        }
        rows = [(f"Word, {n:,} rows", export_against_zip(n, folder), text) for n, text in budgets.items()]
        rows += others(folder)
        rows.append(("extra memory at 20,000 rows, MB", extra_memory(folder), "<= 20 MB"))
        if shutil.which("soffice"):
            layout(10, folder)
            ratio = layout(5000, folder) / layout(1000, folder)
            rows.append(("LibreOffice layout of 5,000 rows", ratio, "<= 6 x 1,000 rows"))
        return rows


def blocks_alone(number: int) -> float:
    """Return the seconds it takes to make the blocks without writing them, to see where time goes."""
    manuscript = Manuscript(chronology(number))
    return seconds(lambda: sum(len(block) for block in body(manuscript)))


if __name__ == "__main__":
    for what, measured, budget in run():
        print(f"{what:45} {measured:8.2f}  {budget}")
