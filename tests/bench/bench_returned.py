"""How long it takes to know what a panel wrote into a long document, against the least any reader has to do."""

import statistics
import tempfile
import time
from pathlib import Path
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from chronology_app.core.chronology import Chronology
from chronology_app.core.findings import Findings
from chronology_app.reading.from_remarked_docx import read
from chronology_app.work.returning import returned_of
from chronology_app.writing.look import Look
from chronology_app.writing.to_docx import write_docx
from tests.bench.bench_document import chronology, seconds
from tests.reading.panel import InWord, text_of

ENTRIES, CHANGED, REPEATS = 5_000, 250, 3
_EVENT = 4


def changed(path: Path) -> Path:
    """The document with other words and a comment in some rows."""
    word = InWord(path)
    rows = [row for row in word.root.iter(qn("w:tr")) if len(list(row)) > _EVENT + 1]
    for row in rows[1 :: len(rows) // CHANGED]:
        cell = list(row.iter(qn("w:tc")))[_EVENT]
        words = text_of(cell)
        if len(words) > 100:
            word.comment(cell, words[60:70], "Who says so?")
            word.change(cell, words[80:90], "other words", "B. Panel")
    return word.save(path.with_name("changed.docx"))


def run() -> list[tuple[str, float, str]]:
    """Measure a document nobody touched and one with changes and comments in every twentieth row."""
    review = chronology(ENTRIES)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.docx"
        write_docx(review, Findings(), path, Look(notes=True))
        return [
            (f"{ENTRIES:,} entries back from Word, {what}", _ratio(review, one), "<= 20 x unzip + lxml parse")
            for what, one in (("untouched", path), (f"{CHANGED} changed and commented", changed(path)))
        ]


def _ratio(review: Chronology, path: Path) -> float:
    content = path.read_bytes()

    def least() -> None:
        with ZipFile(path) as packed:
            etree.fromstring(packed.read("word/document.xml"))

    taken = [(seconds(lambda: returned_of("x", read(content), review)), seconds(least)) for _ in range(REPEATS)]
    return statistics.median(one for one, _ in taken) / statistics.median(other for _, other in taken)


if __name__ == "__main__":
    start = time.perf_counter()
    print(*run(), f"{time.perf_counter() - start:.1f} s", sep="\n")
