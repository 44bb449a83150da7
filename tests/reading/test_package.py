"""A hostile or damaged zip is refused with a sentence, in little time and memory."""

import pytest

from chronology_app.core.errors import FileProblem
from chronology_app.reading import limits
from chronology_app.reading.package import DAMAGED, open_package, parse
from chronology_app.reading.readers import sheets_of
from tests.reading.build import parts_of, saved, word, workbook_of, zip_of

LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
SHEET = "xl/worksheets/sheet1.xml"


def test_a_zip_that_unpacks_to_too_much_is_refused() -> None:
    bomb = zip_of({"word/document.xml": b" " * (limits.PART_BYTES_ANY_RATIO + 1)})
    with pytest.raises(FileProblem, match="too large"):
        sheets_of(bomb)


def test_entities_are_refused_in_word_and_excel() -> None:
    body = word("<w:p/>")
    document = parts_of(body)["word/document.xml"].decode()
    for laughing in (LAUGHS + document, LAUGHS + document.replace("<w:p/>", "<w:p>&d;</w:p>")):
        with pytest.raises(FileProblem, match="document type definition"):
            sheets_of(zip_of({**parts_of(body), "word/document.xml": laughing}))
    parts = parts_of(saved(workbook_of([["a"]])))
    for name in (SHEET, "xl/workbook.xml", "xl/styles.xml"):
        with pytest.raises(FileProblem, match="document type definition"):
            sheets_of(zip_of({**parts, name: LAUGHS + parts[name].decode()}))


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.raises(FileProblem, match="damaged"):
        open_package(zip_of({"a.xml": "1", "A.xml": "2"}))


def test_a_part_with_unlimited_depth_is_refused() -> None:
    deep = "<w:sdt>" * 500 + "</w:sdt>" * 500
    with pytest.raises(FileProblem):
        sheets_of(word(f"<w:tbl><w:tr><w:tc>{deep}<w:ins/></w:tc></w:tr></w:tbl>"))


def test_a_value_in_the_last_column_is_refused_before_it_fills_the_memory() -> None:
    parts = parts_of(saved(workbook_of([["a"]])))
    for place, row_number in (("XFD1048576", 1048576), ("Z1048576", 1048576)):
        far = f'<row r="{row_number}"><c r="{place}"><v>1</v></c></row></sheetData>'
        sheet = parts[SHEET].decode().replace("</sheetData>", far)
        with pytest.raises(FileProblem, match="so far"):
            sheets_of(zip_of({**parts, SHEET: sheet}))


def test_a_million_formatted_rows_without_a_value_cost_nothing() -> None:
    parts = parts_of(saved(workbook_of([["Date"], ["12/03/2022"]])))
    blank = "".join(f'<row r="{i}"><c r="A{i}" s="0"/></row>' for i in range(3, 200_000))
    last = '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    sheet = parts[SHEET].decode().replace("</sheetData>", blank + last)
    (found,) = sheets_of(zip_of({**parts, SHEET: sheet}))
    assert found.rows == (("Date",), ("12/03/2022",))


def test_a_package_without_a_main_part_is_damaged() -> None:
    with pytest.raises(FileProblem) as found:
        sheets_of(zip_of({"word/document.xml": "<a/>"}))
    assert str(found.value) == DAMAGED


def test_links_out_of_a_part_are_not_returned() -> None:
    links = (
        "<Relationships>"
        '<Relationship Id="a" Type="x/comments" Target="file:///etc/passwd" TargetMode="External"/>'
        '<Relationship Id="b" Type="x/comments" Target="../../comments.xml"/>'
        "</Relationships>"
    )
    package = open_package(zip_of({"word/_rels/document.xml.rels": links}))
    assert [found.part for found in package.relationships("word/document.xml")] == ["comments.xml"]


def test_parsing_leaves_no_way_to_other_files() -> None:
    with pytest.raises(FileProblem):
        parse(b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>')
