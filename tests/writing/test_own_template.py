"""Writes into templates as partnerships make them, and tells in one sentence what is wrong with one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from lxml import etree

from chronology_app.core.errors import OutputProblem
from chronology_app.core.review import Review
from tests.make import a_chronology, an_entry
from tests.writing.docx_parts import DATED, NAMESPACES, Document, W, words, written

REVIEW = Review(title="Review of <Baby K>", designation="Baby K", version="0.4", marking="Official-Sensitive")
CHRONOLOGY = a_chronology(an_entry(1), review=REVIEW)


def control(tag: str, shown: str = "Click here.", block: bool = False) -> str:
    """A content control as Word writes it, showing its placeholder."""
    run = f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{shown}</w:t></w:r>'
    inside = f"<w:p>{run}</w:p>" if block else run
    properties = f'<w:sdtPr><w:tag w:val="{tag}"/><w:showingPlcHdr/></w:sdtPr>'
    return f"<w:sdt {nsdecls('w')}>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def template() -> DocumentObject:
    """A landscape page with a cover, a control for the text and one after it."""
    made = docx.Document()
    section = made.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(25)
    made.styles["Heading 1"].font.size = Pt(33)
    made.add_paragraph("Somewhere Safeguarding Partnership: ")._p.append(parse_xml(control("Title")))
    body = made.element.body
    body.insert(1, parse_xml(control("body", block=True)))
    made.add_paragraph("Contact the partnership's office.")
    return made


def filled(tmp_path: Path, made: DocumentObject) -> Document:
    made.save(str(tmp_path / "own.docx"))
    return written(CHRONOLOGY, tmp_path / "x.docx", replace(DATED, template=tmp_path / "own.docx"))


def test_the_text_stands_in_place_of_its_control_between_the_partnerships_own_words(tmp_path: Path) -> None:
    said = filled(tmp_path, template()).said().splitlines()
    assert said[0] == "Somewhere Safeguarding Partnership: Review of <Baby K>"
    assert said[-1] == "Contact the partnership's office."
    assert "HV-001" in said
    assert not any("Click here." in line for line in said)


def test_the_templates_own_styles_stay_and_those_it_lacks_are_lent(tmp_path: Path) -> None:
    styles = etree.fromstring(filled(tmp_path, template()).parts["word/styles.xml"])
    sizes = styles.xpath("//w:style[w:name/@w:val='heading 1']/w:rPr/w:sz/@w:val", namespaces=NAMESPACES)
    assert sizes == ["66"]
    ids = styles.xpath("//w:style/@w:styleId", namespaces=NAMESPACES)
    assert {"EntryText", "ChronologyTable", "MarkLetter", "TOC1"} <= set(ids)
    assert len(ids) == len(set(ids))
    assert set(styles.xpath("//w:basedOn/@w:val", namespaces=NAMESPACES)) <= set(ids)


def test_a_style_that_is_called_otherwise_inside_is_used_all_the_same(tmp_path: Path) -> None:
    made = template()
    made.styles["Heading 2"].element.set(f"{W}styleId", "berschrift2")
    styles = etree.fromstring(filled(tmp_path, made).parts["word/styles.xml"])
    based = styles.xpath("//w:style[@w:styleId='Heading2']/w:basedOn/@w:val", namespaces=NAMESPACES)
    assert based == ["berschrift2"]


def test_tables_are_as_wide_as_the_templates_page(tmp_path: Path) -> None:
    widths = [
        sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol"))
        for table in filled(tmp_path, template()).tables
    ]
    assert max(widths) <= Mm(247).twips
    assert min(widths) > Mm(247).twips - 20


def test_controls_in_a_header_are_filled_and_nothing_is_said_twice(tmp_path: Path) -> None:
    made = template()
    header = made.sections[0].header.paragraphs[0]
    for tag in ("marking", "title", "version", "designation", "scope", "written", "unknown"):
        header._p.append(parse_xml(control(tag)))
    document = filled(tmp_path, made)
    headers = [words(etree.fromstring(xml)) for name, xml in document.parts.items() if name.startswith("word/header")]
    assert headers == ["OFFICIAL-SENSITIVEReview of <Baby K>0.4Baby K5 September 2022Click here."]
    footers = [words(etree.fromstring(xml)) for name, xml in document.parts.items() if name.startswith("word/footer")]
    assert footers == ["Version 0.4 · 5 September 2022 · Page 1 of 1OFFICIAL-SENSITIVE"]


def test_the_place_may_be_a_control_within_an_empty_line(tmp_path: Path) -> None:
    made = template()
    without_a_place(made)
    line = made.paragraphs[0].insert_paragraph_before()
    line._p.append(parse_xml(control("body")))
    said = filled(tmp_path, made).said()
    assert "HV-001" in said
    assert "Click here." not in said


def portrait(made: DocumentObject) -> None:
    made.sections[0].page_width = Mm(210)


def without_a_place(made: DocumentObject) -> None:
    made.element.body.remove(made.element.body[1])


def with_two_places(made: DocumentObject) -> None:
    made.element.body.insert(2, parse_xml(control("Body", block=True)))


def with_a_place_inside_a_line(made: DocumentObject) -> None:
    without_a_place(made)
    made.add_paragraph("Here:")._p.append(parse_xml(control("body")))


def with_a_linked_picture(made: DocumentObject) -> None:
    made.part.relate_to("file:///C:/logo.png", "http://x/relationships/image", is_external=True)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (portrait, "too narrow"),
        (without_a_place, "no place for the text"),
        (with_two_places, "once only"),
        (with_a_place_inside_a_line, "on a line of its own"),
        (with_a_linked_picture, "outside itself"),
    ],
)
def test_a_wrong_template_is_told_and_nothing_is_written(
    tmp_path: Path, spoil: Callable[[DocumentObject], None], sentence: str
) -> None:
    made = template()
    spoil(made)
    with pytest.raises(OutputProblem, match=sentence):
        filled(tmp_path, made)
    assert [path.name for path in tmp_path.iterdir()] == ["own.docx"]


def test_a_link_to_a_page_may_stay(tmp_path: Path) -> None:
    made = template()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    made.part.relate_to("https://example.org/", kind, is_external=True)
    assert "HV-001" in filled(tmp_path, made).said()


def test_macros_are_told(tmp_path: Path) -> None:
    from zipfile import ZipFile

    template().save(str(tmp_path / "own.docx"))
    with ZipFile(tmp_path / "own.docx", "a") as packed:
        packed.writestr("word/vbaProject.bin", b"")
    with pytest.raises(OutputProblem, match="macros"):
        written(CHRONOLOGY, tmp_path / "x.docx", replace(DATED, template=tmp_path / "own.docx"))
