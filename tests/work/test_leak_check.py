"""A name is found in whatever part of a finished file it stands, and the sentence says where and whose, not which."""

import zlib
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from chronology_app.core import edits
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import NamesLeft, OutputProblem
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.person import Person
from chronology_app.core.resources import resource
from chronology_app.core.review import Review
from chronology_app.work.documents import write_document
from chronology_app.work.finished import lines_of
from chronology_app.work.leak_check import see_that_no_name_is_left
from chronology_app.writing.look import Look
from tests.make import a_chronology, an_entry

MOTHER = Person("p", "Mother", "", ("Joanna Testerly", "07700 900123"))
REVIEW = a_chronology(an_entry(1), an_entry(2), an_entry(3)).after(Change("", (MOTHER,)))


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


def test_each_place_is_told_with_its_entry_and_the_words_around_it(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "HV-001,Seen.\nHV-002,At noon Mrs Testerly was seen.\nHV-003,Joanna\nGP-007,Call to Joanna.\n", "utf-8"
    )
    with pytest.raises(NamesLeft, match=r"in 3 places \(its text; look at HV-002, HV-003\), of Mother, so") as problem:
        see_that_no_name_is_left(REVIEW, REVIEW, lines_of(path), {})
    assert [(h.entry_id, h.designation, h.words, h.around) for h in problem.value.hits] == [
        ("entry-2", "Mother", "Testerly", "At noon Mrs [Testerly] was seen."),
        ("entry-3", "Mother", "Joanna", "HV-003 | [Joanna] | GP-007"),
        ("entry-3", "Mother", "Joanna", "Call to [Joanna]."),
    ]
    assert "Joanna" not in repr(problem.value)
    assert "Joanna" not in repr(problem.value.hits)


def test_the_entry_is_the_one_whose_words_they_are_wherever_its_reference_stands(tmp_path: Path) -> None:
    review = REVIEW.after(Change("", (an_entry(2, "Mrs Testerly left."),)))
    path = tmp_path / "x.csv"
    path.write_text("Seen.,HV-001\nMrs Testerly left.,HV-002\n", "utf-8")
    with pytest.raises(NamesLeft) as problem:
        see_that_no_name_is_left(review, review, lines_of(path), {})
    assert [hit.entry_id for hit in problem.value.hits] == ["entry-2"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('{"event": "Seen.\\nTesterly rang."}', "Testerly"),
        ('"Seen.\nTesterly rang.",x', "Testerly"),
    ],
    ids=["json", "csv"],
)
def test_a_line_break_in_a_value_hides_no_name(tmp_path: Path, written: str, name: str) -> None:
    path = tmp_path / "x"
    path.write_text(written, "utf-8")
    with pytest.raises(NamesLeft) as problem:
        see_that_no_name_is_left(REVIEW, REVIEW, lines_of(path), {})
    assert [hit.words for hit in problem.value.hits] == [name]


def said_none(words: str, around: str) -> Chronology:
    """The review once a person has said that these words are not the Mother's name where they stand."""
    return REVIEW.after(edits.name_nobody(REVIEW, [NotAName("", words, "Mother", around)]))


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Taken to a bed near the Testerly Ward at noon and settled.", True),
        ("Moved in a  bed near the\nTesterly Ward at noon and fed.", True),
        ("Taken to a bed near the Testerly Ward at night and settled.", False),
        ("Taken to a bed near the TESTERLY Ward at noon and settled.", False),
        ("Taken to a bed near the Testerly family at noon and settled.", False),
        ("Testerly", False),
        ("Taken to a bed near the Testerly Ward at noon and Testerly left.", False),
    ],
)
def test_what_is_said_to_be_no_name_is_passed_over_there_alone(tmp_path: Path, text: str, passes: bool) -> None:
    path = tmp_path / "x"
    path.write_text(f'"{text}"', "utf-8")
    review = said_none("Testerly", "a bed near the [Testerly] Ward at noon and")
    with nullcontext() if passes else pytest.raises(NamesLeft):
        see_that_no_name_is_left(review, review, lines_of(path), {})


def test_of_two_the_same_in_one_sentence_only_the_one_that_was_meant_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("Testerly and Testerly", "utf-8")
    review = said_none("Testerly", "[Testerly] and Testerly")
    with pytest.raises(NamesLeft) as problem:
        see_that_no_name_is_left(review, review, lines_of(path), {})
    assert [hit.around for hit in problem.value.hits] == ["Testerly and [Testerly]"]


def a_template(path: Path) -> Path:
    """The app's own template with somebody's name among the partnership's."""
    made = docx.Document(str(resource("template.docx")))
    made.sections[0].header.add_paragraph("Prepared with Joanna Testerly")
    made.save(str(path))
    return path


@pytest.mark.parametrize("look", ["title", "template"])
def test_a_name_that_a_person_typed_or_that_a_template_brings_is_found_too(tmp_path: Path, look: str) -> None:
    asked = Look(anonymise=True, title="The review of Mrs Testerly")
    if look == "template":
        asked = Look(anonymise=True, template=a_template(tmp_path / "own.docx"))
    with pytest.raises(NamesLeft) as problem:
        write_document(REVIEW, tmp_path / "x.docx", asked)
    assert {hit.designation for hit in problem.value.hits} == {"Mother"}
    assert not (tmp_path / "x.docx").exists()


@pytest.mark.parametrize("named", [Review(title="Of Mrs Testerly"), Review(designation="Mrs Testerly")], ids=str)
def test_a_name_in_the_facts_of_the_review_hides_behind_nothing(tmp_path: Path, named: Review) -> None:
    with pytest.raises(NamesLeft):
        write_document(REVIEW.after(edits.set_review(REVIEW, named)), tmp_path / "x.docx", Look(anonymise=True))
