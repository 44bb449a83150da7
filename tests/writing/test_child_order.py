"""Keeps the children of properties in the order the schema wants: Word refuses a file over one that stands elsewhere.

The sequences are those of ECMA-376 part 1, section 17 (CT_PPrBase, CT_RPr, CT_TblPrBase, CT_TcPrBase, CT_Style).
"""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.make import a_chronology, an_entry
from tests.writing.docx_parts import Document, W, written

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr shd tabs spacing ind jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs color spacing sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "style": "name basedOn next link uiPriority qFormat pPr rPr tblPr trPr tcPr tblStylePr",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "sectPr": "headerReference footerReference pgSz pgMar cols docGrid",
}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    entries = an_entry(1), replace(an_entry(2), needs="Look.", seen="Yes")
    return written(a_chronology(*entries), tmp_path_factory.mktemp("order") / "x.docx")


def out_of_order(root: etree._Element, name: str) -> list[list[str]]:
    """Return the children of every such element that does not keep the order or holds one the order does not know."""
    order = ORDER[name].split()
    children = [[child.tag.removeprefix(W) for child in element] for element in root.iter(W + name)]
    return [found for found in children if not set(found) <= set(order) or found != sorted(found, key=order.index)]


@pytest.mark.parametrize("name", ORDER)
def test_children_stand_in_the_order_of_the_schema(document: Document, name: str) -> None:
    parts = [content for part, content in document.parts.items() if part.startswith("word/") and part.endswith(".xml")]
    assert sum(1 for part in parts for _ in etree.fromstring(part).iter(W + name)) > 0
    assert [found for part in parts for found in out_of_order(etree.fromstring(part), name)] == []


def test_every_cell_ends_with_a_paragraph_and_every_row_has_every_column(document: Document) -> None:
    for table in document.tables:
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = table.findall(f"{W}tr")
        assert {len(row.findall(f"{W}tc")) for row in rows} == {columns}
        assert all(cell[-1].tag == f"{W}p" for row in rows for cell in row.findall(f"{W}tc"))


def test_tables_never_touch(document: Document) -> None:
    """Word makes one table of two with nothing between them."""
    assert all(table.getnext().tag == f"{W}p" for table in document.tables)


def test_the_file_is_written_where_it_was_asked_for(tmp_path: Path) -> None:
    written(a_chronology(an_entry(1)), tmp_path / "a b.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["a b.docx"]
