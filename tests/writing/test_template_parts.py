"""Fills a template with what people leave in theirs, and looks for it in the document that leaves the laptop."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from chronology_app.core.errors import OutputProblem
from tests.make import a_chronology, an_entry
from tests.writing.docx_parts import DATED, Document, written

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SECRET = "Ann Example"
Parts = dict[str, bytes]


def template() -> DocumentObject:
    """A landscape page with a place for the text."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    content = "<w:sdtContent><w:p><w:r><w:t>Here</w:t></w:r></w:p></w:sdtContent>"
    body = f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="body"/></w:sdtPr>{content}</w:sdt>'
    made.element.body.insert(0, parse_xml(body))
    return made


def parts_of(made: DocumentObject) -> Parts:
    packed = BytesIO()
    made.save(packed)
    with ZipFile(packed) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def into(parts: Parts, part: str, before: str, xml: str) -> None:
    """Put XML before the first place that reads so in a part."""
    assert before.encode() in parts[part]
    parts[part] = parts[part].replace(before.encode(), (xml + before).encode(), 1)


def related(parts: Parts, part: str, kind: str, target: str, outside: bool = False) -> None:
    mode = ' TargetMode="External"' if outside else ""
    relation = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    if part not in parts:
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts[part] = f'<Relationships xmlns="{package}"></Relationships>'.encode()
    into(parts, part, "</Relationships>", relation)


def document_from(tmp_path: Path, parts: Mapping[str, bytes]) -> Document:
    with ZipFile(tmp_path / "own.docx", "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    chronology = a_chronology(an_entry(1))
    return written(chronology, tmp_path / "x.docx", replace(DATED, template=tmp_path / "own.docx"))


def commented(parts: Parts) -> None:
    comment = f'<w:comment w:id="0" w:author="{SECRET}"><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:comment>'
    parts["word/comments.xml"] = f"<w:comments {WORD}>{comment}</w:comments>".encode()
    related(parts, "word/_rels/document.xml.rels", "comments", "comments.xml")
    into(parts, "word/document.xml", "<w:sdt>", '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Cover</w:t></w:r>'
         '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>')  # fmt: skip


def described(parts: Parts) -> None:
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    tag = "http://purl.org/dc/elements/1.1/"
    parts["docProps/core.xml"] = (
        f'<cp:coreProperties xmlns:cp="{core}" xmlns:dc="{tag}"><dc:creator>{SECRET}</dc:creator>'
        f"<dc:identifier>{SECRET}</dc:identifier><cp:contentStatus>{SECRET}</cp:contentStatus></cp:coreProperties>"
    ).encode()
    parts["docProps/custom.xml"] = f"<Properties>{SECRET}</Properties>".encode()
    related(parts, "_rels/.rels", "custom-properties", "docProps/custom.xml")


def attached(parts: Parts) -> None:
    related(parts, "word/_rels/settings.xml.rels", "attachedTemplate", f"file:///C:/{SECRET}/own.dotx", True)
    settings = f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rIdX"/><w:docVars><w:docVar w:name="a" w:val="{SECRET}"/>'
    into(parts, "word/settings.xml", "</w:settings>", f"{settings}</w:docVars>")


def formatted(parts: Parts) -> None:
    change = f'<w:rPr><w:b/><w:rPrChange w:id="1" w:author="{SECRET}"><w:rPr/></w:rPrChange></w:rPr>'
    into(parts, "word/document.xml", "<w:sdt>", f'<w:p w:rsidR="00AB12CD"><w:r>{change}<w:t>Cover</w:t></w:r></w:p>')


def permitted(parts: Parts) -> None:
    smart = f'<w:smartTag w:uri="{SECRET}" w:element="a"><w:r><w:t>Cover</w:t></w:r></w:smartTag>'
    permission = f'<w:permStart w:id="1" w:ed="{SECRET}"/>{smart}<w:permEnd w:id="1"/>'
    into(parts, "word/document.xml", "<w:sdt>", f"<w:p>{permission}</w:p>")


def bound(parts: Parts) -> None:
    parts["customXml/item9.xml"] = f"<a>{SECRET}</a>".encode()
    related(parts, "word/_rels/document.xml.rels", "customXml", "../customXml/item9.xml")
    binding = f'<w:sdt><w:sdtPr><w:tag w:val="mine"/><w:dataBinding w:xpath="/{SECRET}"/></w:sdtPr>'
    into(parts, "word/document.xml", "<w:sdt>", f"{binding}<w:sdtContent><w:p/></w:sdtContent></w:sdt>")


def from_a_file(parts: Parts) -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    picture = f'<wp:docPr xmlns:wp="{drawing}" id="1" name="{SECRET}.png" descr="C:\\{SECRET}\\logo.png"/>'
    into(parts, "word/document.xml", "<w:sdt>", f"<w:p><w:r><w:drawing>{picture}</w:drawing></w:r></w:p>")


@pytest.mark.parametrize(
    "left", [commented, described, attached, formatted, permitted, bound, from_a_file], ids=lambda one: one.__name__
)
def test_what_nobody_would_expect_in_a_document_stays_behind(tmp_path: Path, left: Callable[[Parts], None]) -> None:
    parts = parts_of(template())
    left(parts)
    made = document_from(tmp_path, parts)
    assert "HV-001" in made.said()
    assert ("Cover" in made.said()) == (b"Cover" in parts["word/document.xml"])
    assert not any(SECRET.encode() in content or SECRET in name for name, content in made.parts.items())
    assert not any(b"rsid" in content for content in made.parts.values())


def test_no_part_travels_but_those_a_page_is_made_of(tmp_path: Path) -> None:
    parts = parts_of(template())
    assert {"docProps/thumbnail.jpeg", "customXml/item1.xml"} <= set(parts)
    assert {name for name in document_from(tmp_path, parts).parts if not name.startswith("word/")} == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
    }


def inserted(parts: Parts) -> None:
    into(parts, "word/document.xml", "<w:sdt>", '<w:p><w:ins w:id="1"><w:r><w:t>New</w:t></w:r></w:ins></w:p>')


def deleted_in_a_header(parts: Parts) -> None:
    parts["word/header9.xml"] = f'<w:hdr {WORD}><w:p><w:del w:id="1"/></w:p></w:hdr>'.encode()
    related(parts, "word/_rels/document.xml.rels", "header", "header9.xml")


def hidden(parts: Parts) -> None:
    into(parts, "word/document.xml", "<w:sdt>", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Psst</w:t></w:r></w:p>")


def hidden_by_its_style(parts: Parts) -> None:
    style = '<w:style w:type="paragraph" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style>'
    into(parts, "word/styles.xml", "</w:styles>", style)
    quiet = '<w:p><w:pPr><w:pStyle w:val="Quiet"/></w:pPr><w:r><w:t>Psst</w:t></w:r></w:p>'
    into(parts, "word/document.xml", "<w:sdt>", quiet)


def linked_picture(parts: Parts) -> None:
    related(parts, "word/_rels/document.xml.rels", "image", "https://example.org/logo.png", True)


def fetching(parts: Parts) -> None:
    code = '<w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "x"</w:instrText></w:r>'
    into(parts, "word/document.xml", "<w:sdt>", f"<w:p>{code}</w:p>")


def link_to_a_file(parts: Parts) -> None:
    related(parts, "word/_rels/document.xml.rels", "hyperlink", "file:///C:/a.docx", True)


def chart(parts: Parts) -> None:
    parts["word/charts/chart1.xml"] = b"<chart/>"
    related(parts, "word/_rels/document.xml.rels", "chart", "charts/chart1.xml")
    inside = f'<w:p><w:r><w:drawing xmlns:r="{OFFICE}" r:id="rIdX"/></w:r></w:p>'
    into(parts, "word/document.xml", "<w:sdt>", inside)


def macros(parts: Parts) -> None:
    parts["word/vbaProject.bin"] = b""


def macros_by_its_type(parts: Parts) -> None:
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        b"vnd.ms-word.document.macroEnabled.main",
    )


def damaged(parts: Parts) -> None:
    parts["word/document.xml"] = parts["word/document.xml"][:-20]


def without_its_text(parts: Parts) -> None:
    del parts["word/document.xml"]


def a_workbook(parts: Parts) -> None:
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"wordprocessingml.document", b"spreadsheetml.x"
    )


def no_package(parts: Parts) -> None:
    parts.clear()
    parts["mimetype"] = b"application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("left", "sentence"),
    [
        (inserted, "tracked changes"),
        (deleted_in_a_header, "tracked changes"),
        (hidden, "hidden words"),
        (hidden_by_its_style, "hidden words"),
        (linked_picture, "outside itself"),
        (fetching, "outside itself"),
        (link_to_a_file, "outside itself"),
        (chart, "cannot look into"),
        (macros, "macros"),
        (macros_by_its_type, "macros"),
        (damaged, "is damaged"),
        (without_its_text, "is damaged"),
        (a_workbook, "is not a Word document"),
        (no_package, "is not a Word document"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_what_a_person_must_settle_is_told_and_nothing_is_written(
    tmp_path: Path, left: Callable[[Parts], None], sentence: str
) -> None:
    parts = parts_of(template())
    left(parts)
    with pytest.raises(OutputProblem, match=sentence) as told:
        document_from(tmp_path, parts)
    assert str(told.value).count("nothing was written") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["own.docx"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"A template.", "is not a Word document"),
        (b"PK\x03\x04 cut off", "is damaged"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "protected by a password"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_template_is_told(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    path = tmp_path / "own.docx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OutputProblem, match=sentence):
        written(a_chronology(an_entry(1)), tmp_path / "x.docx", replace(DATED, template=path))


def test_a_dotx_is_a_template_too_and_becomes_a_document(tmp_path: Path) -> None:
    parts = parts_of(template())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    made = document_from(tmp_path, parts)
    assert b"template.main" not in made.parts["[Content_Types].xml"]
    assert "HV-001" in made.said()


def test_a_template_whose_text_has_another_name_inside_is_one_all_the_same(tmp_path: Path) -> None:
    parts = parts_of(template())
    moved = {name.replace("word/document.xml", "word/document2.xml"): content for name, content in parts.items()}
    moved["word/_rels/document2.xml.rels"] = moved.pop("word/_rels/document.xml.rels")
    for name in ("[Content_Types].xml", "_rels/.rels"):
        moved[name] = moved[name].replace(b"word/document.xml", b"word/document2.xml")
    assert "HV-001" in document_from(tmp_path, moved).said()


def test_bookmarks_of_a_template_never_meet_those_of_the_document(tmp_path: Path) -> None:
    parts = parts_of(template())
    names = ("entry1", "part_reading", "_GoBack", "Cover")
    marks = [
        f'<w:bookmarkStart w:id="{at}" w:name="{name}"/><w:bookmarkEnd w:id="{at}"/>' for at, name in enumerate(names)
    ]
    into(parts, "word/document.xml", "<w:sdt>", f"<w:p>{''.join(marks)}</w:p>")
    made = document_from(tmp_path, parts)
    found = list(map(str, made.find("//w:bookmarkStart/@w:name")))
    numbers = made.find("//w:bookmarkStart/@w:id")
    assert len(set(found)) == len(found) == len(set(numbers)) == len(made.find("//w:bookmarkEnd"))
    assert "Cover" in found
    assert "_GoBack" not in found
