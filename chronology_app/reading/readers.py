"""Which reader reads which file, decided by what the file holds and never by its name; one table for all kinds.

Signatures are those the formats themselves publish (ZIP: PKWARE APPNOTE 4.3.7; OLE2: [MS-CFB] 2.2; the others: the
first bytes each format requires).
"""

import contextlib
import gc
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chronology_app.core.errors import FileProblem
from chronology_app.core.sheet import Sheet
from chronology_app.reading import from_csv, from_docx, from_xlsx, limits
from chronology_app.reading.package import DAMAGED

Matches = Callable[[bytes], bool]
Read = Callable[[bytes], tuple[Sheet, ...]]

_ZIP, _OLE2 = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_START = 4096
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_NOTHING = "Nothing was taken from it."


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file: how it is known, and either how it is read or the sentence that says what to do instead."""

    kind: str
    matches: Matches
    read: Read | None = None
    refusal: str = ""


def sheets_of(content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a file of any kind in READERS.

    Raises:
        FileProblem: no reader knows it, or its kind is not read (the sentence says how to save it so that it is), or
            it is damaged: whatever a parser raised, its text may hold words of the file and goes no further.
    """
    reader = next(reader for reader in READERS if reader.matches(content))
    if reader.read is None:
        raise FileProblem(f"{reader.refusal} {_NOTHING}")
    try:
        with _without_collection():
            return reader.read(content)
    except FileProblem:
        raise
    except MemoryError:
        raise FileProblem(limits.TOO_LARGE) from None
    except Exception:
        raise FileProblem(DAMAGED) from None


@contextlib.contextmanager
def _without_collection() -> Iterator[None]:
    """Readers make plain values in great numbers; looking for cycles among them takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _starts(*signatures: bytes) -> Matches:
    return lambda content: content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(signatures)


def _zip_with(*names: str) -> Matches:
    """A zip that holds one of these parts, or one in one of these folders."""
    return lambda content: any(name.startswith(names) for name in _names(content))


def _names(content: bytes) -> list[str]:
    if not content.startswith(_ZIP):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return []


def _open_document(kind: bytes) -> Matches:
    """An OpenDocument file says its type in its first, unpacked part (ODF 1.3 part 2, 3.3)."""
    return lambda content: content.startswith(_ZIP) and b"application/vnd.oasis.opendocument." + kind in content[:200]


def _ole2_with(stream: str) -> Matches:
    """An OLE2 file whose directory names this stream; names stand in it as UTF-16."""
    name = stream.encode("utf-16-le")
    return lambda content: content.startswith(_OLE2) and name in content


def _is_text(content: bytes) -> bool:
    """Whether the start holds what people type: hardly any control characters once it is decoded."""
    start = content[:_START]
    if from_csv.encoding_of(start).startswith("utf-16"):
        start = start.decode(from_csv.encoding_of(start), "replace").encode()
    return bool(start.strip()) and len(_CONTROL.findall(start)) * 100 <= len(start)


READERS: tuple[Reader, ...] = (
    Reader(
        "nothing", lambda content: not content.strip(), None, "This file is empty. Ask the agency to send it again."
    ),
    Reader("Word document", _zip_with("word/document"), from_docx.read),
    Reader(
        "binary workbook",
        _zip_with("xl/workbook.bin"),
        None,
        'This is an Excel binary workbook. Open it in Excel, save it as "Excel Workbook (*.xlsx)" and add that one.',
    ),
    Reader("workbook", _zip_with("xl/"), from_xlsx.read),
    Reader(
        "presentation",
        _zip_with("ppt/"),
        None,
        "This is a presentation. Copy its table into a Word document or an Excel workbook and add that one.",
    ),
    Reader(
        "OpenDocument text",
        _open_document(b"text"),
        None,
        'This is an OpenDocument text. Open it in Word or LibreOffice, save it as "Word Document (*.docx)" '
        "and add that one.",
    ),
    Reader(
        "OpenDocument spreadsheet",
        _open_document(b"spreadsheet"),
        None,
        'This is an OpenDocument spreadsheet. Open it in Excel or LibreOffice, save it as "Excel Workbook (*.xlsx)" '
        "and add that one.",
    ),
    Reader(
        "zip",
        _starts(_ZIP, b"PK\x05\x06"),
        None,
        "This is a zip folder, or a Word or Excel file that did not arrive whole. If it holds files, take them out and "
        "add them one by one; if not, ask the agency to send it again.",
    ),
    Reader(
        "protected",
        _ole2_with("EncryptedPackage"),
        None,
        "This file is protected with a password. Open it in Word or Excel, save a copy without the password "
        "(File, Info, Protect) and add that one.",
    ),
    Reader(
        "old Word document",
        _ole2_with("WordDocument"),
        None,
        'This is a Word document in the old format. Open it in Word, save it as "Word Document (*.docx)" '
        "and add that one.",
    ),
    Reader(
        "message",
        _ole2_with("__substg1.0_"),
        None,
        "This is an Outlook message. Open it, save its attachment and add that one.",
    ),
    Reader(
        "old workbook",
        _starts(_OLE2, b"\x09\x08\x10\x00\x00\x06\x05\x00"),
        None,
        'This is an Office file in the old format. Open it in Excel, save it as "Excel Workbook (*.xlsx)" '
        "and add that one.",
    ),
    Reader(
        "PDF",
        _starts(b"%PDF"),
        None,
        'This is a PDF. Open it in Word, look over its table, save it as "Word Document (*.docx)" and add that one; '
        "or ask the agency for the file it was made from.",
    ),
    Reader(
        "rich text",
        _starts(rb"{\rtf"),
        None,
        'This is a rich text file. Open it in Word, save it as "Word Document (*.docx)" and add that one.',
    ),
    Reader(
        "picture",
        lambda content: content.startswith(_PICTURES) or content[4:8] == b"ftyp",
        None,
        "This is a picture or a recording, which cannot be read as a table. "
        "Ask the agency for the Word or Excel file it was made from.",
    ),
    Reader(
        "web page",
        _starts(b"<", b"MIME-Version:"),
        None,
        'This is a web page or an XML file, whatever its name says. Open it in Excel, save it as "Excel Workbook '
        '(*.xlsx)" and add that one.',
    ),
    Reader("text", _is_text, from_csv.read),
    Reader(
        "unknown",
        lambda _content: True,
        None,
        "This is not a kind of file that holds a chronology, or it is damaged. "
        "Ask the agency for a Word, Excel or csv file.",
    ),
)
"""Every kind in the order it is asked for; the last one takes what nobody else knows."""
