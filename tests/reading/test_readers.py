"""The kind of a file is decided by what it holds, and what we do not read gets a sentence that says how to save it."""

import pytest

from chronology_app.core.errors import FileProblem
from chronology_app.reading.readers import READERS, sheets_of
from tests.reading.binary import ole2_of, xls_of, xlsb_of
from tests.reading.build import cell, ods_of, row, saved, table, word, workbook_of, zip_of

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def _ole2(stream: str) -> bytes:
    return OLE2 + stream.encode("utf-16-le")


def _open_document(kind: str) -> bytes:
    return zip_of({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<a/>"})


REFUSED = [
    (b"", "empty"),
    (b" \r\n ", "empty"),
    (_ole2("EncryptedPackage"), "password alone does not open"),
    (_ole2("WordDocument"), "old format.*docx"),
    (_ole2("PowerPoint Document"), "old format.*docx.*xlsx"),
    (_ole2("__properties_version1.0"), "e-mail message.*attachment"),
    (b"From: a@example.org\r\nTo: b@example.org\r\nSubject: Chronology\r\n\r\nHello", "e-mail message"),
    (rb"{\rtf1 hello}", "rich text.*docx"),
    (b"%PDF-1.7\n", "PDF.*docx"),
    (_open_document("text"), "OpenDocument text.*docx"),
    (_open_document("presentation"), "presentation"),
    (zip_of({"Index/Document.iwa": "x", "Metadata/Properties.plist": "x"}), "Numbers or Pages.*Export"),
    (b"7z\xbc\xaf\x27\x1c" + b"\x00" * 40, "packed folder"),
    (b"\x1f\x8b\x08\x00" + b"\x00" * 40, "packed folder"),
    (zip_of({"ppt/presentation.xml": "x"}), "presentation"),
    (zip_of({"a.docx": "x"}), "zip"),
    (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "picture"),
    (b"\xff\xd8\xff\xe0" + b"\x00" * 40, "picture"),
    (b"\x00\x00\x00\x18ftypheic", "picture"),
    (b"BM\x46\x00\x00\x00\x00\x00\x00\x00" + b"\x00" * 40, "picture"),
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
    [
        word(table(row(cell("Seen")))),
        saved(workbook_of([["Seen"]])),
        b"Seen\n",
        "Seen\n".encode("utf-16"),
        xls_of([["Seen"]]),
        ole2_of("Workbook", xls_of([["Seen"]])),
        xlsb_of([["Seen"]]),
        ods_of([["Seen"]]),
    ],
)
def test_what_is_read_is_known_without_its_name(content: bytes) -> None:
    assert [sheet.text(1, 1) for sheet in sheets_of(content)] == ["Seen"]


def test_a_list_that_begins_like_a_picture_is_a_list() -> None:
    assert sheets_of(b"BMI,Date\n21,12/03/2022\n")[0].text(1, 1) == "BMI"


def test_every_reader_either_reads_or_says_what_to_do() -> None:
    assert all((reader.read is None) == bool(reader.refusal) for reader in READERS)
