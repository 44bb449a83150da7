"""A Word document becomes a PDF through LibreOffice, where that is installed, in a folder nobody else can read.

LibreOffice can only read files, so the document stands for some seconds, unencrypted, in a folder beside the PDF that
its owner alone can open; it is removed with everything LibreOffice put there, whatever happens. See SECURITY.md.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from chronology_app.core.errors import OutputProblem
from chronology_app.core.progress import Report, silent
from chronology_app.writing.output import replacing, said_of, temporary_beside

_USUAL = {
    "win32": (
        Path(r"C:\Program Files\LibreOffice\program\soffice.exe"),
        Path(r"C:\Program Files (x86)\LibreOffice\program\soffice.exe"),
    ),
    "darwin": (Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),),
}
"""Where LibreOffice is put by its own installer, by platform."""

_NAMES = ("soffice", "libreoffice")
_TAGGED = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}
"""Headings, tables and alternative texts stay such in the PDF:
https://help.libreoffice.org/latest/en-GB/text/shared/guide/pdf_params.html."""

_LOOK_AGAIN = 0.2
LONGEST = 1200.0
"""Seconds after which LibreOffice is taken to hang; 20,000 entries take it two minutes on a small laptop."""

MISSING = (
    "A PDF is made by LibreOffice, which is not installed on this computer, so nothing was written. Export to Word and "
    "save that as PDF, or ask for LibreOffice to be installed."
)
"""What is said where LibreOffice is not installed."""

_FAILED = (
    "LibreOffice could not make a PDF of the document, so nothing was written. Close LibreOffice and try again, or "
    "export to Word and save that as PDF."
)
_HANGS = (
    "LibreOffice did not finish the PDF in {minutes:.0f} minutes and was ended, so nothing was written. Export to Word "
    "and save that as PDF, or export fewer entries at a time."
)


def libreoffice() -> Path | None:
    """Return where LibreOffice is, None where it is not installed."""
    named = (shutil.which(name) for name in _NAMES)
    found = next((Path(name) for name in named if name), None)
    return found or next((path for path in _USUAL.get(sys.platform, ()) if path.is_file()), None)


def write_pdf(path: Path, write_word: Callable[[Path], None], *, report: Report = silent) -> None:
    """Write a PDF, whole or not at all, of the document that `write_word` puts at the place it is given.

    Raises:
        OutputProblem: LibreOffice is missing or fails, or the place cannot be written to; what was there is as it was.
        Cancelled: `report` raised it; nothing is left behind.
    """
    office = libreoffice()
    if office is None:
        raise OutputProblem(MISSING)
    with replacing(path) as temporary, _private_folder(path) as folder:
        document = folder / "document.docx"
        write_word(document)
        _convert(office, document, report)
        made = document.with_suffix(".pdf")
        if not made.is_file():
            raise OutputProblem(_FAILED)
        made.replace(temporary)


@contextmanager
def _private_folder(path: Path) -> Iterator[Path]:
    """Give a folder beside `path` that only its owner can open, gone when the block ends."""
    folder = temporary_beside(path)
    try:
        folder.mkdir(0o700)
    except OSError as error:
        raise OutputProblem(said_of(error)) from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _convert(office: Path, document: Path, report: Report) -> None:
    """Let LibreOffice lay a document out, with its profile and temporary files in the document's own folder."""
    folder = document.parent
    kept = {name: str(folder) for name in ("TMPDIR", "TEMP", "TMP")}
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    wanted = f"pdf:writer_pdf_Export:{json.dumps(_TAGGED, separators=(',', ':'))}"
    command = (str(office), profile, "--headless", "--norestore", "--convert-to", wanted, "--outdir", str(folder))
    report(0, 0, "Laying the pages out with LibreOffice")
    with _started((*command, str(document)), os.environ | kept) as laying_out:
        try:
            _wait(laying_out, report)
        finally:
            _end(laying_out)


def _started(command: Sequence[str], environment: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    """Start LibreOffice as the head of a group of its own; what it writes is its owner's alone."""
    try:
        return subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            umask=0o077,
        )
    except OSError:
        raise OutputProblem(_FAILED) from None


def _wait(laying_out: "subprocess.Popen[bytes]", report: Report) -> None:
    latest = time.monotonic() + LONGEST
    while time.monotonic() < latest:
        try:
            laying_out.wait(_LOOK_AGAIN)
        except subprocess.TimeoutExpired:
            report(0, 0, "Laying the pages out with LibreOffice")
        else:
            return
    raise OutputProblem(_HANGS.format(minutes=LONGEST / 60))


def _end(laying_out: "subprocess.Popen[bytes]") -> None:
    """End LibreOffice with all it started, where it still runs.

    On Windows soffice.exe only starts the program that holds the document open, so the whole tree is ended.
    """
    if laying_out.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(("taskkill", "/F", "/T", "/PID", str(laying_out.pid)), capture_output=True, check=False)
        laying_out.kill()
    else:
        os.killpg(laying_out.pid, 9)
    laying_out.wait()
