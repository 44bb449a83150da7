"""Holds documents of every look to Word's accessibility checker and to WCAG 2.2, as far as XML shows their rules.

Word's rules and their names: https://support.microsoft.com/office/rules-for-the-accessibility-checker-651e08f2-0fc3-4e10-aaca-74b4a67101c1
Its rules for captions, slides, sheets and mail have nothing to speak of in these documents.
WCAG success criteria: https://www.w3.org/TR/WCAG22/
"""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from lxml import etree

from chronology_app.core.palette import palette
from chronology_app.writing.look import ALL_PARTS
from tests.writing.documents import NAMES, documents
from tests.writing.docx_parts import NAMESPACES, Document, W, rows, words

Rule = Callable[[Document], bool]
OURS = tuple(name for name in NAMES if name != "own template")
"""The looks whose styles and edges of pages are the app's own."""


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


def contents_lead_everywhere(document: Document) -> bool:
    leads = document.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]/w:hyperlink/@w:anchor")
    headed = document.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]/w:bookmarkStart/@w:name")
    return leads == [name for name in headed if name != "part_contents"]


def sizes(document: Document) -> list[int]:
    """The sizes of letters in half points."""
    return [int(half) for half in part(document, "word/styles.xml").xpath("//w:sz/@w:val", namespaces=NAMESPACES)]


def apart_from_agencies(document: Document) -> list[str]:
    """The paragraphs that are not the agencies' own words, which are never changed."""
    return [words(p) for p in document.find("//w:p[not(starts-with(w:pPr/w:pStyle/@w:val, 'Entry'))]")]


def edges(document: Document) -> list[etree._Element]:
    return [part(document, name) for name in document.parts if re.match(r"word/(header|footer)\d+\.xml", name)]


def titles(document: Document) -> list[str]:
    return [words(cell) for table in document.tables for cell in table.find(f"{W}tr").iter(f"{W}tc")]


def every_edge_is_marked(document: Document) -> bool:
    return bool(edges(document)) and all("OFFICIAL-SENSITIVE" in words(edge) for edge in edges(document))


MARKS = ("Fact", "Opinion", "Reported")
RULES: dict[str, Rule] = {
    "Word: tables specify column header information": lambda d: every_table(d, "w:tr[1]/w:trPr/w:tblHeader"),
    "Word: table has a simple structure": lambda d: not d.find("//w:gridSpan|//w:vMerge|//w:hMerge|//w:tc//w:tbl"),
    "Word: all non-text content has alternative text": lambda d: (
        every_table(d, "w:tblPr/w:tblDescription/@w:val[. != '']") and not d.find("//w:drawing|//w:pict")
    ),
    "WCAG 2.4.6: every table has a title": lambda d: every_table(d, "w:tblPr/w:tblCaption/@w:val[. != '']"),
    "Word: documents use heading styles": lambda d: bool(d.headings(1)),
    "WCAG 1.3.1: heading levels step by one": levels_step_by_one,
    "WCAG 2.4.2: the document has a title": lambda d: bool(
        re.search(rb"<dc:title>[^<]+</dc:title>", d.parts["docProps/core.xml"])
    ),
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
    "WCAG 2.4.5: there are contents that lead to every part and month": contents_lead_everywhere,
    "WCAG 2.4.6: no two headings of the document are the same": lambda d: (
        len(set(d.headings(1))) == len(d.headings(1)) and len(set(d.headings(2))) == len(d.headings(2))
    ),
    "WCAG 1.3.2: no empty paragraph stands between paragraphs": lambda d: (
        not [
            p
            for p in d.find("//w:body/w:p[not(.//w:t)]")
            if p.getprevious() is not None and p.getprevious().tag != f"{W}tbl"
        ]
    ),
    "WCAG 1.3.1: no heading is empty": lambda d: all(map(str.strip, d.headings(1) + d.headings(2))),
    "WCAG 1.4.4: no letters are smaller than 8 points": lambda d: min(sizes(d)) >= 16,
    "WCAG 1.4.12: lines are set without a fixed height": lambda d: (
        b'w:lineRule="exact"' not in d.parts["word/styles.xml"] and not d.find("//w:trHeight[@w:hRule='exact']")
    ),
    "WCAG 2.2.2: nothing blinks or moves": lambda d: not d.find("//w:effect"),
    "PDF/UA 7.2: text in another language is none": lambda d: not d.find("//w:r/w:rPr/w:lang"),
    "Word: no hidden text": lambda d: not d.find("//w:vanish") and b"w:vanish" not in d.parts["word/styles.xml"],
    "Word: the document is not protected against reading aloud": lambda d: (
        b"documentProtection" not in d.parts["word/settings.xml"]
    ),
    "Word: every table has as many cells in every row": lambda d: all(
        {len(row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")}
        == {len(table.findall(f"{W}tblGrid/{W}gridCol"))}
        for table in d.tables
    ),
    "Word: image or object is inline with text": lambda d: not d.find("//w:framePr|//w:txbxContent|//w:tblpPr"),
    "Word: no image watermarks are used": lambda d: (
        not [e for edge in edges(d) for e in edge.iter(f"{W}pict", f"{W}drawing")]
    ),
    "Word: all content controls and form fields have names": lambda d: (
        not d.find("//w:sdt[not(w:sdtPr/w:alias or w:sdtPr/w:tag)] | //w:ffData[not(w:name)]")
    ),
    "Word: no repeated blank characters": lambda d: (
        not any(re.search(r"\s{2}", words) for words in apart_from_agencies(d))
    ),
    "Word: headings are short": lambda d: all(len(heading) <= 60 for heading in d.headings(1) + d.headings(2)),
    "Word: every column has its heading, and no two of a table the same": lambda d: (
        all(map(str.strip, titles(d)))
        and all(len({*first}) == len(first) for table in d.tables for first in [rows(table)[0]])
    ),
    "Word: the heading row is the first one and there is only one": lambda d: all(
        [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")].index(True) == 0
        and len(table.findall(f"{W}tr/{W}trPr/{W}tblHeader")) == 1
        for table in d.tables
    ),
    "WCAG 1.3.2: words are read in the order they stand in": lambda d: not d.find("//w:bidi|//w:textDirection"),
    "WCAG 1.4.5: words are never pictures of words": lambda d: not d.find("//w:sym|//w:object"),
    "WCAG 1.4.8: words are not justified": lambda d: not d.find("//w:jc[@w:val='both' or @w:val='distribute']"),
    "UK Government Security Classifications: the marking stands on every page": every_edge_is_marked,
    "WCAG 1.3.1: sizes and colours come from styles": lambda d: not d.find("//w:r/w:rPr/w:sz|//w:r/w:rPr/w:color"),
    "Word: hyperlink text is meaningful": lambda d: all(
        re.search(r"\w{2}", words(link)) and not re.search(r"https?:|www\.|^here$|click", words(link), re.IGNORECASE)
        for link in d.find("//w:hyperlink")
    ),
    "Word: no blank rows or columns for formatting": lambda d: all(
        words(row).strip() for table in d.tables for row in table.iter(f"{W}tr")
    ),
}
"""What must hold, by the rule's name."""


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("rule", RULES)
def test_a_document_of_every_look_keeps_the_rule(rule: str, name: str) -> None:
    assert RULES[rule](documents()[name])


def test_the_fullest_document_that_is_checked_has_every_part() -> None:
    named = documents()["everything"].find("//w:bookmarkStart/@w:name")
    parts = {name.removeprefix("part_") for name in named if "part_" in name}
    assert parts == set(ALL_PARTS) - {"title"}
