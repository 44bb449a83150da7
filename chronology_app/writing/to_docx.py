"""A Chronology becomes a Word document: rows as strings, streamed into the file, so that 20,000 take no memory."""

import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from chronology_app.core.chronology import Chronology
from chronology_app.core.findings import Findings
from chronology_app.core.progress import Report, silent
from chronology_app.writing.look import Look
from chronology_app.writing.manuscript import Manuscript
from chronology_app.writing.output import replacing
from chronology_app.writing.parts import PARTS
from chronology_app.writing.shell import MAIN, shell

_CHUNK = 2_000_000
"""Bytes compressed at a time, some 1,000 rows: few enough to hold, enough to keep the compressing thread busy."""

_FEW = 32
"""Blocks (mostly rows) put together at a time, so that they stay in the processor's cache until they are encoded."""

_SWITCH = 0.0002
"""Seconds until a waiting thread is let in. At the usual 5 ms the compressing thread mostly waits: 2.4 x zipping alone
instead of 1.5 x at 20,000 rows."""


def write_docx(chronology: Chronology, findings: Findings, path: Path, look: Look, *, report: Report = silent) -> None:
    """Write the Word document, whole or not at all.

    Raises:
        OutputProblem: it cannot be written, or the template is wrong; a file already there is as it was.
        Cancelled: `report` raised it; nothing is left behind.
    """
    manuscript = Manuscript(chronology, findings, look)
    with replacing(path) as temporary:
        write_into(temporary, manuscript, report)


def write_into(path: Path, manuscript: Manuscript, report: Report = silent) -> None:
    """Write the document to a file that may be thrown away; see `write_docx`."""
    around = shell(manuscript)
    manuscript = replace(manuscript, width=around.width)
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        for name, content in around.parts:
            packed.writestr(name, content)
        with packed.open(MAIN, "w", force_zip64=True) as text:
            _stream(text, chain([around.before], _chunks(manuscript, report), [around.after]))


def _chunks(manuscript: Manuscript, report: Report) -> Iterator[bytes]:
    """Give the text in pieces of some megabytes, reporting before each."""
    blocks, done, total = body(manuscript), 0, len(manuscript.entries)
    report(0, total, "Writing the document")
    pieces: list[bytes] = []
    held = 0
    while few := "".join(islice(blocks, _FEW)):
        pieces.append(few.encode())
        held += len(pieces[-1])
        done += _FEW
        if held >= _CHUNK:
            yield b"".join(pieces)
            report(min(done, total), total, "Writing the document")
            pieces, held = [], 0
    yield b"".join(pieces)


def _stream(text: IO[bytes], chunks: Iterable[bytes]) -> None:
    """Write each chunk while the next is being made: zlib lets go of the interpreter while it compresses."""
    with _switching_quickly(), ThreadPoolExecutor(1) as compressing:
        last: Future[int] | None = None
        for chunk in chunks:
            if last:
                last.result()
            last = compressing.submit(text.write, chunk)
        if last:
            last.result()


@contextmanager
def _switching_quickly() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def body(manuscript: Manuscript) -> Iterator[str]:
    """Give the paragraphs and tables of every part the look asks for, in order."""
    for name in manuscript.parts:
        yield from PARTS[name](manuscript)
