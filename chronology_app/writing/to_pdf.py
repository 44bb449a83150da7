"""A Word document becomes a PDF through LibreOffice, where that is installed, in a folder nobody else can read.

LibreOffice can only read files, so the document stands for some seconds, unencrypted, in a folder beside the PDF that
its owner alone can open; it is removed with everything LibreOffice put there, whatever happens. See SECURITY.md.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from chronology_app.core.errors import OutputProblem
from chronology_app.core.progress import Report, silent
from chronology_app.writing.output import replacing, said_of

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
MISSING = (
    "A PDF is made by LibreOffice, which is not installed on this computer, so nothing was written. Export to Word and "
    "save that as PDF, or ask for LibreOffice to be installed."
)
"""What is said where LibreOffice is not installed."""

_FAILED = (
    "LibreOffice could not make a PDF of the document, so nothing was written. Close LibreOffice and try again, or "
    "export to Word and save that as PDF."
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
    with replacing(path) as temporary, _private_folder(path.parent) as folder:
        document = folder / "document.docx"
        write_word(document)
        _convert(office, document, report)
        made = document.with_suffix(".pdf")
        if not made.is_file():
            raise OutputProblem(_FAILED)
        made.chmod(0o600)
        made.replace(temporary)


@contextmanager
def _private_folder(beside: Path) -> Iterator[Path]:
    """Give a folder only its owner can open (mkdtemp: mode 0700), gone when the block ends."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=".", suffix=".tmp", dir=beside))
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
    with subprocess.Popen(
        (*command, str(document)),
        env=os.environ | kept,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as laying_out:
        try:
            _wait(laying_out, report)
        finally:
            _end(laying_out)


def _wait(laying_out: subprocess.Popen[bytes], report: Report) -> None:
    while True:
        try:
            laying_out.wait(_LOOK_AGAIN)
        except subprocess.TimeoutExpired:
            report(0, 0, "Laying the pages out with LibreOffice")
        else:
            return


def _end(laying_out: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with all it started, where it still runs."""
    if laying_out.poll() is not None:
        return
    if sys.platform == "win32":
        laying_out.kill()
    else:
        os.killpg(laying_out.pid, 9)
    laying_out.wait()
