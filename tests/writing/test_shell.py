"""Sees to the marking, the page numbers, the properties and a partnership's own template."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import etree

from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import OutputProblem
from chronology_app.core.findings import Findings
from chronology_app.core.resources import resource
from chronology_app.core.review import Review
from chronology_app.writing.to_docx import write_docx
from tests.make import a_chronology, an_entry
from tests.make_template import parts as template_parts
from tests.writing.docx_parts import DATED, Document, words, written

MARKED = Review(title="Baby K", marking="Official-Sensitive: Family", version="0.4", author="")


def review(**facts: object) -> Chronology:
    return a_chronology(an_entry(1), review=replace(MARKED, **facts))  # type: ignore[arg-type]


def margins(document: Document, kind: str) -> list[str]:
    """Return the words of every header or footer of a document."""
    names = sorted(name for name in document.parts if name.startswith(f"word/{kind}"))
    return [" | ".join(words(p) for p in etree.fromstring(document.parts[name])) for name in names]


def test_the_marking_stands_in_capitals_at_the_top_and_bottom_of_every_page(tmp_path: Path) -> None:
    document = written(review(), tmp_path / "x.docx")
    assert margins(document, "header") == ["OFFICIAL-SENSITIVE: FAMILY | Baby K"]
    assert margins(document, "footer") == ["Version 0.4\t5 September 2022\tPage 1 of 1 | OFFICIAL-SENSITIVE: FAMILY"]


def test_page_numbers_are_fields(tmp_path: Path) -> None:
    footer = written(review(), tmp_path / "x.docx").parts["word/footer1.xml"]
    assert b'w:instr=" PAGE "' in footer
    assert b'w:instr=" NUMPAGES "' in footer


def test_every_section_and_kind_of_page_of_a_template_is_marked(tmp_path: Path) -> None:
    template = docx.Document(str(resource("template.docx")))
    template.add_section().different_first_page_header_footer = True
    template.settings.odd_and_even_pages_header_footer = True
    template.sections[0].header.paragraphs[0].text = "Partnership of Somewhere"
    template.save(str(tmp_path / "own.docx"))
    made = written(review(), tmp_path / "x.docx", replace(DATED, template=tmp_path / "own.docx"))
    assert len(margins(made, "header")) == len(margins(made, "footer")) == 3
    assert all("OFFICIAL-SENSITIVE: FAMILY" in text for kind in ("header", "footer") for text in margins(made, kind))
    assert any("Partnership of Somewhere" in text for text in margins(made, "header"))


def test_nobody_is_named_as_author_unless_typed(tmp_path: Path) -> None:
    write_docx(review(), Findings(), tmp_path / "x.docx", DATED)
    properties = docx.Document(str(tmp_path / "x.docx")).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert (properties.title, properties.language) == ("Baby K", "en-GB")
    assert properties.created.date() == properties.modified.date() == date(2022, 9, 5)


def test_a_typed_author_is_named_but_never_in_a_designated_document(tmp_path: Path) -> None:
    for anonymise, author in ((False, "A. Reviewer"), (True, "")):
        write_docx(review(author="A. Reviewer"), Findings(), tmp_path / "x.docx", replace(DATED, anonymise=anonymise))
        assert docx.Document(str(tmp_path / "x.docx")).core_properties.author == author


def test_a_title_that_xml_forbids_still_opens(tmp_path: Path) -> None:
    made = written(review(title="Baby\x0b <K> & co\ud800"), tmp_path / "x.docx")
    assert "Baby\ufffd <K> & co\ufffd" in made.said()


def test_the_page_is_a4_landscape(tmp_path: Path) -> None:
    write_docx(review(), Findings(), tmp_path / "x.docx", DATED)
    section = docx.Document(str(tmp_path / "x.docx")).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)


def test_a_template_that_is_no_word_document_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_bytes(b"not a zip")
    with pytest.raises(OutputProblem, match="not a Word document"):
        write_docx(review(), Findings(), tmp_path / "x.docx", replace(DATED, template=tmp_path / "own.docx"))
    assert [path.name for path in tmp_path.iterdir()] == ["own.docx"]


def test_the_template_is_the_one_its_script_makes() -> None:
    from zipfile import ZipFile

    with ZipFile(resource("template.docx")) as packed:
        assert {name: packed.read(name).decode() for name in packed.namelist()} == template_parts()
