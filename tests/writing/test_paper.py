"""A short paper is the same words in Word, HTML and plain lines, with nothing of it able to run or to leave."""

import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from chronology_app.core.errors import OutputProblem
from chronology_app.writing.paper import MOST, Grid, Paper, Section, Words
from chronology_app.writing.paper_docx import write_paper_docx
from chronology_app.writing.paper_html import page, write_paper_html
from chronology_app.writing.paper_text import lines
from tests.writing.docx_parts import Document, W, rows

TODAY = date(2022, 9, 5)
HOSTILE = "<script>alert(1)</script> & <w:p>\x0b\x1b[31m\r\nsecond"


def a_paper(*texts: str, height: int = 0) -> Paper:
    grid = Grid("Rows", "Each row is one.", ("Place", "Words"), (20, 80), tuple(("1", text) for text in texts), height)
    sections = Section("First", (Words("Said."),)), Section("Second", (grid,), 2)
    return Paper("Check of x", "A check", (("Checked on", "today"),), ("Read me.",), sections, "Official-Sensitive")


def word(paper: Paper, folder: Path) -> Document:
    path = folder / "x.docx"
    write_paper_docx(paper, path, TODAY)
    with ZipFile(path) as packed:
        return Document({name: packed.read(name) for name in packed.namelist()})


def test_word_has_its_words_headings_and_heading_row(tmp_path: Path) -> None:
    made = word(a_paper("one", HOSTILE, height=20), tmp_path)
    assert (made.headings(1), made.headings(2)) == (["First"], ["Second"])
    (table,) = made.tables
    assert rows(table)[:2] == [["Place", "Words"], ["1", "one"]]
    assert rows(table)[2][1] == "<script>alert(1)</script> & <w:p>\ufffd\ufffd[31m\nsecond"
    assert len(table.findall(f"{W}tr/{W}trPr/{W}tblHeader")) == 1
    assert [height.get(f"{W}val") for height in table.iter(f"{W}trHeight")] == ["1134", "1134"]


def test_word_is_marked_and_names_nobody(tmp_path: Path) -> None:
    made = word(a_paper("one"), tmp_path)
    around = [part for name, part in made.parts.items() if re.match(r"word/(header|footer)\d*\.xml", name)]
    assert len(around) == 2
    assert all(b"OFFICIAL-SENSITIVE" in part for part in around)
    core = etree.fromstring(made.parts["docProps/core.xml"])
    told = {etree.QName(element).localname: element.text or "" for element in core}
    assert (told["title"], told["subject"], told.get("creator", ""), told.get("lastModifiedBy", "")) == (
        *("Check of x", "A check", "", ""),
    )


def test_a_long_table_is_told_in_parts(tmp_path: Path) -> None:
    made = word(a_paper(*("x" for _ in range(2 * MOST + 1))), tmp_path)
    assert [len(rows(table)) - 1 for table in made.tables] == [67, 67, 67]
    assert "Rows, continued" in made.said()


def test_html_shows_every_word_and_runs_none(tmp_path: Path) -> None:
    write_paper_html(a_paper("one", HOSTILE), tmp_path / "x.html", TODAY)
    text = (tmp_path / "x.html").read_text("utf-8")
    tree = html.document_fromstring(text)
    assert tree.get("lang") == "en-GB"
    assert tree.xpath("//script | //img | //link | //a | //@src | //@href | //@onload") == []
    assert "default-src 'none'" in tree.xpath("//meta/@content")[0]
    assert [cell.text_content() for cell in tree.xpath("//th[@scope='col']")] == ["Place", "Words"]
    assert "<script>alert(1)</script> & <w:p>" in tree.xpath("//td")[3].text_content()
    assert text.count("OFFICIAL-SENSITIVE") == 2
    assert [element.tag for element in tree.xpath("//h1 | //h2 | //h3")] == ["h1", "h2", "h3"]


def test_html_and_word_say_the_same(tmp_path: Path) -> None:
    paper = a_paper("one", "two")
    told = html.document_fromstring(page(paper, TODAY)).text_content()
    for line in word(paper, tmp_path).said().splitlines():
        assert all(part in told for part in line.split("\t"))


def test_lines_have_no_sign_that_steers_a_terminal() -> None:
    told = list(lines(a_paper("one", HOSTILE)))
    assert "1 · one" in [line.strip() for line in told]
    assert all(line.isprintable() for line in told)
    assert told[0] == "Check of x"


def test_what_stood_there_stays_where_it_cannot_be_written(tmp_path: Path) -> None:
    for write in (write_paper_docx, write_paper_html):
        with pytest.raises(OutputProblem):
            write(a_paper("one"), tmp_path / "nowhere" / "x", TODAY)
    assert list(tmp_path.iterdir()) == []


def test_only_a_long_row_may_go_over_the_end_of_a_page(tmp_path: Path) -> None:
    made = word(a_paper("one", "Said. " * 400), tmp_path)
    short, long = made.tables[0].findall(f"{W}tr")[1:]
    assert short.find(f"{W}trPr/{W}cantSplit") is not None
    assert long.find(f"{W}trPr/{W}cantSplit") is None
