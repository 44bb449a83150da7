"""Holds documents of every look to the rules of WordprocessingML, and sees that the rules can be broken."""

from collections.abc import Callable, Iterator

import pytest

from tests.writing.documents import NAMES, documents
from tests.writing.docx_parts import Document
from tests.writing.wordml_rules import ORDER, RULES, word_parts

Rule = Callable[[Document], Iterator[str]]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_document_of_every_look_keeps_the_rule(rule: Rule, name: str) -> None:
    assert list(rule(documents()[name])) == []


SPOILT = {
    "children_in_order": ("word/document.xml", b"<w:cantSplit/><w:tblHeader/>", b"<w:tblHeader/><w:cantSplit/>"),
    "properties_come_first": ("word/document.xml", b"<w:p><w:pPr>", b"<w:p><w:r/><w:pPr>"),
    "properties_once": ("word/document.xml", b"<w:keepNext/>", b"<w:keepNext/><w:keepNext/>"),
    "known_namespaces": ("word/document.xml", b"<w:cantSplit/>", b'<x xmlns="urn:x"/>'),
    "bookmarks_are_sound": ("word/document.xml", b'w:name="entry1"', b'w:name="1 entry"'),
    "links_lead_somewhere": ("word/document.xml", b'w:anchor="entry', b'w:anchor="gone'),
    "drawings_have_their_own_numbers": (
        "word/document.xml",
        b"<w:cantSplit/>",
        b'<a:docPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" id="1"/>' * 2,
    ),
    "relationships_are_resolved": ("word/_rels/document.xml.rels", b'Target="styles.xml"', b'Target="gone.xml"'),
    "used_relationships_exist": ("word/document.xml", b'r:id="', b'r:id="x'),
    "every_part_has_a_type_and_is_reached": ("[Content_Types].xml", b"/word/styles.xml", b"/word/gone.xml"),
    "styles_are_defined": ("word/document.xml", b'w:val="EntryHead"', b'w:val="Gone"'),
    "tables_are_whole": ("word/document.xml", b"</w:tr>", b"<w:tc/></w:tr>"),
    "space_is_kept": ("word/document.xml", b'<w:t xml:space="preserve">', b"<w:t> "),
    "the_last_section_ends_the_body": ("word/document.xml", b"</w:body>", b"<w:p/></w:body>"),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_is_broken_by_what_it_speaks_of(rule: Rule) -> None:
    part, sound, spoilt = SPOILT[rule.__name__]
    parts = documents()["everything"].parts
    assert sound in parts[part]
    assert list(rule(Document(parts | {part: parts[part].replace(sound, spoilt)})))


def test_every_look_is_looked_at() -> None:
    assert tuple(documents()) == NAMES


def test_every_order_that_is_known_is_one_the_documents_have() -> None:
    made = documents().values()
    found = {
        each.tag.rpartition("}")[2] for document in made for _, root in word_parts(document) for each in root.iter()
    }
    assert set(ORDER) - found <= {"tcMar"}
