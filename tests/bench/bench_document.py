"""Measures the Word document: against zipping its ready XML and python-docx cell by cell, its memory, its layout."""

import shutil
import statistics
import subprocess
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips

from chronology_app.core.age import age_of
from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Findings
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.resources import resource
from chronology_app.core.review import Review
from chronology_app.core.source import Source, SourceTable
from chronology_app.core.when import Precision, When
from chronology_app.writing.columns import Rows
from chronology_app.writing.look import Look
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.to_docx import body, write_docx

SHADE = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="DCD9F0"/>'
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
    when = When(f"{day:{FORMS[i % 4]}}", day, day, Precision.DAY)
    action = f"Discussed with manager, letter {i} sent to the family." if i % 3 else ""
    source = SOURCES[i * 7 % 4]
    return Entry(
        f"e{i}", agency.id, f"s{agency.id}", "Table 1", i + 2, i + 2, when, event=event, action=action, source=source
    )


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


def cell_by_cell(made: Chronology, path: Path) -> None:
    """The same rows by python-docx alone: add_row, then the words of each cell in their style, shading, cantSplit."""
    document = docx.Document(str(resource("template.docx")))
    rows = Rows(Manuscript(made))
    table = document.add_table(rows=1, cols=len(rows.columns))
    for cell, column in zip(table.rows[0].cells, rows.columns, strict=True):
        cell.text = column.title
    for entry in made.in_order():
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        place = f"{entry.source_id}.docx, row {entry.row}"
        words = (entry.id, entry.when.text, entry.agency_id, entry.source, entry.event, entry.action, "–")
        small = ("", age_of(entry.when, made.review.born, made.review.due), "", place, "", "", "")
        for cell, text, note, width in zip(row.cells, words, small, rows.widths, strict=True):
            cell.width = Twips(width)
            cell.paragraphs[0].style = "Entry Text"
            cell.paragraphs[0].add_run(text)
            if note:
                cell.add_paragraph(note, "Entry Small")
        row.cells[2]._tc.get_or_add_tcPr().append(parse_xml(SHADE))
    document.save(str(path))


def export_against_cells(number: int, folder: Path) -> float:
    made = chronology(number)
    out = folder / "cells.docx"
    return against(lambda: cell_by_cell(made, out), lambda: write_docx(made, Findings(), out, Look()), 3)


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
        rows.append(("python-docx cell by cell, 1,000 rows", export_against_cells(1000, folder), ">= 40 x ours"))
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
