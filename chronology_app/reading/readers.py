"""Which reader reads which file, decided by what the file holds and never by its name; one table for all kinds.

Signatures are those the formats themselves publish (ZIP: PKWARE APPNOTE 4.3.7; OLE2: [MS-CFB] 2.2; the others: the
first bytes each format requires).
"""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from chronology_app.core.collecting import uncollected
from chronology_app.core.errors import FileProblem
from chronology_app.core.sheet import Sheet
from chronology_app.reading import from_csv, from_docx, from_ods, from_xls, from_xlsb, from_xlsx, limits, ole2
from chronology_app.reading.package import DAMAGED
from chronology_app.reading.protected import OLE2, unlocked

Matches = Callable[[bytes], bool]
Read = Callable[[bytes], tuple[Sheet, ...]]

_ZIP = b"PK\x03\x04"
_START = 4096
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF", b"\x00\x00\x01\x00")
_BITMAP = re.compile(rb"BM.{4}\x00{4}", re.DOTALL)
_MAIL_LINE = re.compile(rb"[a-z-]+: ?[^\r\n]*\r?\n[a-z-]+:|[a-z-]+: ?[^\r\n]*\r?\n[ \t]")
_BARE_WORKBOOKS = (b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x08\x00\x00\x05\x05\x00")
"""Workbooks of Excel 97 and 5.0 without an OLE2 file around them, as some systems export them."""
_NOTHING = "Nothing was taken from it."


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file: how it is known, and either how it is read or the sentence that says what to do instead."""

    kind: str
    matches: Matches
    read: Read | None = None
    refusal: str = ""


def sheets_of(content: bytes, password: str = "") -> tuple[Sheet, ...]:
    """Return the sheets of a file of any kind in READERS; `password` opens it where it is protected.

    Raises:
        NeedsPassword: it is protected and `password` does not open it.
        FileProblem: no reader knows it, or its kind is not read (the sentence says how to save it so that it is), or
            it is damaged: whatever a parser raised, its text may hold words of the file and goes no further.
    """
    content = unlocked(content, password)
    reader = next(reader for reader in READERS if reader.matches(content))
    if reader.read is None:
        raise FileProblem(f"{reader.refusal} {_NOTHING}")
    try:
        with uncollected():
            return reader.read(content)
    except FileProblem:
        raise
    except MemoryError:
        raise FileProblem(limits.TOO_LARGE) from None
    except Exception:
        raise FileProblem(DAMAGED) from None


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


def _ole2_with(*streams: str) -> Matches:
    """An OLE2 file with one of these streams at its top: other files may be embedded further down."""
    return lambda content: content.startswith(OLE2) and any(_has_stream(content, stream) for stream in streams)


def _has_stream(content: bytes, stream: str) -> bool:
    try:
        return ole2.opened(content).locate_named_stream(stream)[0] is not None
    except Exception:  # a damaged directory; names stand in it as UTF-16
        return stream.encode("utf-16-le") in content


def _is_mail(content: bytes) -> bool:
    """Whether it is a message as mail programs keep them (RFC 5322: lines "Name: value", one of them the sender's)."""
    head = content[:_START].lower()
    return bool(_MAIL_LINE.match(head)) and b"\nfrom:" in b"\n" + head and b"\nsubject:" in head


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
    Reader("binary workbook", _zip_with("xl/workbook.bin"), from_xlsb.read),
    Reader("workbook", _zip_with("xl/"), from_xlsx.read),
    Reader("OpenDocument spreadsheet", _open_document(b"spreadsheet"), from_ods.read),
    Reader(
        "presentation",
        lambda content: _zip_with("ppt/")(content) or _open_document(b"presentation")(content),
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
        "Numbers or Pages",
        _zip_with("Index/", "Index.zip", "index.apxl", "index.xml"),
        None,
        "This is a Numbers or Pages document. Open it on a Mac or on icloud.com, choose File, Export To, Excel (from "
        "Numbers) or Word (from Pages), and add that one.",
    ),
    Reader(
        "zip",
        _starts(_ZIP, b"PK\x05\x06"),
        None,
        "This is a zip folder, or a Word or Excel file that did not arrive whole. If it holds files, take them out and "
        "add them one by one; if not, ask the agency to send it again.",
    ),
    Reader(
        "packed",
        _starts(b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b"),
        None,
        "This is a packed folder. Take the files out of it and add them one by one.",
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
        lambda content: _ole2_with("__properties_version1.0")(content) or _is_mail(content),
        None,
        "This is an e-mail message. Open it, save its attachment and add that one.",
    ),
    Reader(
        "exported review",
        lambda content: _starts(b"{")(content) and b'"chronology-builder/review"' in content[:_START],
        None,
        "This is a whole review that the app exported, not an agency's file. Choose File, New review from an export, "
        "to make it a review of its own.",
    ),
    Reader("old workbook", _ole2_with("Workbook", "Book"), from_xls.read),
    Reader("bare workbook", lambda content: content.startswith(_BARE_WORKBOOKS), from_xls.read),
    Reader(
        "old Office file",
        _starts(OLE2),
        None,
        "This is an Office file in the old format. Open it in Word or Excel, save it as "
        '"Word Document (*.docx)" or "Excel Workbook (*.xlsx)" and add that one.',
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
        lambda content: content.startswith(_PICTURES) or content[4:8] == b"ftyp" or bool(_BITMAP.match(content)),
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
"""Every kind in the order it is asked for; the last one takes what nobody else knows.

Files protected with a password are opened before (see `protected`), so that what is inside is asked for here.
"""
