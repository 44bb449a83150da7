"""The kind of a file is decided by what it holds, and what we do not read gets a sentence that says how to save it."""

import pytest

from chronology_app.core.errors import FileProblem
from chronology_app.reading.readers import READERS, sheets_of
from tests.reading.build import cell, row, saved, table, word, workbook_of, zip_of

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def _ole2(stream: str) -> bytes:
    return OLE2 + stream.encode("utf-16-le")


def _open_document(kind: str) -> bytes:
    return zip_of({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<a/>"})


REFUSED = [
    (b"", "empty"),
    (b" \r\n ", "empty"),
    (_ole2("EncryptedPackage"), "password"),
    (_ole2("WordDocument"), "old format.*docx"),
    (_ole2("Workbook"), "old format.*xlsx"),
    (_ole2("__substg1.0_1000001F"), "Outlook"),
    (rb"{\rtf1 hello}", "rich text.*docx"),
    (b"%PDF-1.7\n", "PDF.*docx"),
    (_open_document("text"), "OpenDocument text.*docx"),
    (_open_document("spreadsheet"), "OpenDocument spreadsheet.*xlsx"),
    (zip_of({"xl/workbook.bin": "x"}), "binary workbook.*xlsx"),
    (zip_of({"ppt/presentation.xml": "x"}), "presentation"),
    (zip_of({"a.docx": "x"}), "zip"),
    (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "picture"),
    (b"\xff\xd8\xff\xe0" + b"\x00" * 40, "picture"),
    (b"\x00\x00\x00\x18ftypheic", "picture"),
    (b"\xef\xbb\xbf<html><table></table></html>", "web page.*xlsx"),
    (b"\x01\x02\x03\x04\x05\x00\x07" * 50, "not a kind"),
]


@pytest.mark.parametrize(("content", "says"), REFUSED)
def test_what_is_not_read_is_refused_with_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(FileProblem, match=says) as found:
        sheets_of(content)
    assert str(found.value).endswith("Nothing was taken from it.")


@pytest.mark.parametrize(
    "content",
    [word(table(row(cell("Seen")))), saved(workbook_of([["Seen"]])), b"Seen\n", "Seen\n".encode("utf-16")],
)
def test_what_is_read_is_known_without_its_name(content: bytes) -> None:
    assert [sheet.text(1, 1) for sheet in sheets_of(content)] == ["Seen"]


def test_every_reader_either_reads_or_says_what_to_do() -> None:
    assert all((reader.read is None) == bool(reader.refusal) for reader in READERS)
