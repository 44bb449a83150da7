"""A name is found in whatever part of a finished file it stands, and the sentence says where and whose, not which."""

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import OutputProblem
from chronology_app.core.person import Person
from chronology_app.work.leak_check import lines_of, see_that_no_name_is_left
from tests.make import a_chronology, an_entry

MOTHER = Person("p", "Mother", "", ("Joanna Testerly", "07700 900123"))
REVIEW = Chronology.of([*(r for kind in a_chronology(an_entry(1)).records.values() for r in kind.values()), MOTHER])


def png(kind: bytes, data: bytes) -> bytes:
    """A picture with one chunk of metadata."""
    made = len(data).to_bytes(4, "big") + kind + data
    return b"\x89PNG\r\n\x1a\n" + made + zlib.crc32(kind + data).to_bytes(4, "big")


def a_package(name: str, content: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as made:
        made.writestr("word/document.xml", "<w:p><w:t>Mother seen.</w:t></w:p>")
        made.writestr(name, content)
    return packed.getvalue()


LEAKS = [
    ("word/header1.xml", b"<w:p><w:r>Joanna </w:r><w:r>Testerly</w:r></w:p>", "the top of the pages"),
    ("docProps/core.xml", b"<dc:creator>J Testerly</dc:creator>", "the properties of the file"),
    ("word/comments.xml", b"<w:comment w:author='Joanna Testerly'/>", "the comments"),
    ("word/document2.xml", b'<wp:docPr descr="Photo of Joanna &amp; cot"/>', "a part that is not shown"),
    ("word/settings.xml", b"<!-- for Mrs Testerly --><w:x/>", "the settings"),
    ("word/_rels/document.xml.rels", b'<R Target="file:///C:/Joanna%20Testerly/x.docx"/>', "the addresses of links"),
    ("word/media/image1.png", png(b"tEXt", b"Author\x00Joanna Testerly"), "inside a picture"),
    ("word/media/image2.png", png(b"zTXt", b"Author\x00\x00" + zlib.compress(b"Joanna Testerly")), "inside a picture"),
    ("word/media/image3.jpg", b"\xff\xd8\xff\xe1" + "Testerly".encode("utf-16-le") + b"\xff\xd9", "inside a picture"),
    ("word/embeddings/a.xlsx", a_package("docProps/app.xml", b"<Manager>Joanna Testerly</Manager>"), "a file inside"),
    ("word/media/Testerly.png", b"", "the names of its parts"),
    ("word/footer1.xml", b"<w:p>Ring (07700) 900 123</w:p>", "the foot of the pages"),
    ("word/footnotes.xml", b"<w:p>NHS 943 476 5919</w:p>", "the footnotes"),
]


@pytest.mark.parametrize(("name", "content", "said"), LEAKS, ids=[name for name, *_ in LEAKS])
def test_a_name_is_found_in_every_part(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(a_package(name, content))
    with pytest.raises(OutputProblem) as problem:
        see_that_no_name_is_left(REVIEW, REVIEW, lines_of(path), {})
    assert said in str(problem.value)
    assert not {"Joanna", "Testerly", "900", "476"} & set(str(problem.value).replace("/", " ").split())


def test_a_file_without_a_name_passes(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(a_package("word/media/image1.png", png(b"zTXt", b"Author\x00\x00not packed at all")))
    lines = dict(lines_of(path))
    assert any("not packed at all" in str(line) for line in lines.items()), "the picture's words were looked at"
    see_that_no_name_is_left(REVIEW, REVIEW, lines, {})


def test_the_entries_with_a_name_are_told_by_reference(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("HV-001,Seen.\nHV-002,Mrs Testerly seen.\nGP-007,Call to Joanna.\n", "utf-8")
    with pytest.raises(OutputProblem, match=r"look at HV-002, GP-007\), of Mother, so"):
        see_that_no_name_is_left(REVIEW, REVIEW, lines_of(path), {})
