"""Checks documents by the rules of Word's accessibility checker and of WCAG 2.2, as far as XML can show them.

Word's rules and their names: https://support.microsoft.com/office/rules-for-the-accessibility-checker-651e08f2-0fc3-4e10-aaca-74b4a67101c1
WCAG success criteria: https://www.w3.org/TR/WCAG22/
"""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from chronology_app.core.change import Change
from chronology_app.core.edits import mark_passage, set_aside
from chronology_app.core.mark import Kind
from chronology_app.core.palette import palette
from chronology_app.core.person import Person
from tests.make import a_chronology, an_entry
from tests.writing.docx_parts import NAMESPACES, Document, W, words, written

Rule = Callable[[Document], bool]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A document with every kind of part and table in it."""
    entries = an_entry(1, "Home seemed cold."), replace(an_entry(2), needs="Two dates."), an_entry(3)
    chronology = a_chronology(*entries)
    chronology = chronology.after(Change("", (Person("p", "MGM", "Maternal grandmother"),)))
    chronology = chronology.after(mark_passage(chronology, "entry-1", "event", 5, 16, Kind.OPINION))
    chronology = chronology.after(set_aside(chronology, ["entry-3"], "Sent twice."))
    return written(chronology, tmp_path_factory.mktemp("a") / "x.docx")


def every_table(document: Document, path: str) -> bool:
    return bool(document.tables) and all(table.xpath(path, namespaces=NAMESPACES) for table in document.tables)


def part(document: Document, name: str) -> etree._Element:
    return etree.fromstring(document.parts[name])


def levels_step_by_one(document: Document) -> bool:
    levels = [int(value[-1]) for value in document.find("//w:pStyle[starts-with(@w:val, 'Heading')]/@w:val")]
    return levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))


def luminance(rrggbb: str) -> float:
    """Relative luminance (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    parts = [int(rrggbb[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def inks(document: Document) -> set[str]:
    return set(re.findall(r'<w:color w:val="(\w{6})"', document.parts["word/styles.xml"].decode()))


def grounds(document: Document) -> set[str]:
    shades = re.findall(r'w:fill="(\w{6})"', document.parts["word/styles.xml"].decode())
    return {"FFFFFF", *shades, *(colour.pale.lstrip("#").upper() for colour in palette())}


def mark_styles_differ_without_colour(document: Document) -> bool:
    styles = part(document, "word/styles.xml")
    lines = {name: styles.xpath(f"//w:style[@w:styleId='{name}']//w:u/@w:val", namespaces=NAMESPACES) for name in MARKS}
    return len({tuple(kinds) for kinds in lines.values()}) == len(MARKS)


MARKS = ("Fact", "Opinion", "Reported")
RULES: dict[str, Rule] = {
    "Word: tables specify column header information": lambda d: every_table(d, "w:tr[1]/w:trPr/w:tblHeader"),
    "Word: table has a simple structure": lambda d: not d.find("//w:gridSpan|//w:vMerge|//w:hMerge|//w:tc//w:tbl"),
    "Word: all non-text content has alternative text": lambda d: (
        every_table(d, "w:tblPr/w:tblDescription/@w:val[. != '']") and not d.find("//w:drawing|//w:pict")
    ),
    "WCAG 2.4.6: every table has a title": lambda d: every_table(d, "w:tblPr/w:tblCaption/@w:val[. != '']"),
    "Word: documents use heading styles": lambda d: bool(d.headings(1)) and bool(d.headings(2)),
    "WCAG 1.3.1: heading levels step by one": levels_step_by_one,
    "WCAG 2.4.2: the document has a title": lambda d: b"<dc:title>Baby K</dc:title>" in d.parts["docProps/core.xml"],
    "WCAG 3.1.1: the language is set": lambda d: (
        part(d, "word/styles.xml").xpath("//w:docDefaults//w:lang/@w:val", namespaces=NAMESPACES) == ["en-GB"]
    ),
    "WCAG 1.4.3: every ink has 4.5:1 on every ground": lambda d: (
        min(contrast(ink, ground) for ink in inks(d) for ground in grounds(d)) >= 4.5
    ),
    "WCAG 1.4.1: marks can be told apart without colour": mark_styles_differ_without_colour,
    "WCAG 1.4.1: an agency is told by its code": lambda d: all(
        words(cell).strip() for cell in d.find("//w:tc[w:tcPr/w:shd]")
    ),
    "Word: image or object is inline with text": lambda d: not d.find("//w:framePr|//w:txbxContent"),
    "Word: hyperlink text is meaningful": lambda d: all(words(link) for link in d.find("//w:hyperlink")),
    "Word: no blank rows or columns for formatting": lambda d: all(
        words(row).strip() for table in d.tables for row in table.iter(f"{W}tr")
    ),
}
"""What must hold, by the rule's name."""


@pytest.mark.parametrize("rule", RULES)
def test_the_document_keeps_the_rule(document: Document, rule: str) -> None:
    assert RULES[rule](document)


def test_every_link_has_its_bookmark_and_every_bookmark_its_own_number(document: Document) -> None:
    names = document.find("//w:bookmarkStart/@w:name")
    numbers = document.find("//w:bookmarkStart/@w:id")
    assert set(document.find("//w:hyperlink/@w:anchor")) <= set(names)
    assert len(set(numbers)) == len(numbers) == len(set(names))


def test_every_style_used_is_defined(document: Document) -> None:
    used = set(document.find("//w:pStyle/@w:val|//w:rStyle/@w:val|//w:tblStyle/@w:val"))
    defined = set(part(document, "word/styles.xml").xpath("//w:style/@w:styleId", namespaces=NAMESPACES))
    assert used <= defined
