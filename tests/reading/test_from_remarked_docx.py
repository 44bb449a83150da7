"""A Word document with its remarks: what changed, who said what beside which words, and what hostile files may not."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from chronology_app.core.errors import FileProblem
from chronology_app.reading import limits
from chronology_app.reading.from_remarked_docx import read
from chronology_app.reading.read import read_remarked
from chronology_app.reading.remarked import Anchor, Edit, Line
from tests.reading.build import cell, parts_of, relationships, row, run, table, word, zip_of

BY = 'w:id="1" w:author="B. Panel" w:date="2026-03-05T14:30:00Z"'


def gone(text: str) -> str:
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def new(text: str) -> str:
    return f"<w:ins {BY}>{run(text)}</w:ins>"


def p(*inside: str, looks: str = "") -> str:
    return f"<w:p><w:pPr>{looks}</w:pPr>{''.join(inside)}</w:p>"


def tc(*inside: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(inside)}</w:tc>"


def start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def comment(number: int, text: str = "Why?", more: str = "") -> str:
    return f'<w:comment w:id="{number}" w:author="A. Panel" {more}><w:p>{run(text)}</w:p></w:comment>'


def only_row(*cells: str, looks: str = "") -> Line:
    [line] = read(word(table(row(*cells, looks=looks)))).rows
    return line


def test_words_stand_as_they_are_now_and_can_be_read_as_they_were() -> None:
    line = only_row(tc(p(run("Seen "), gone("at "), gone("home"), new("in clinic"), run(", well."))))
    assert line.texts == ("Seen in clinic, well.",)
    assert line.before(0) == "Seen at home, well."
    assert line.edits == (
        Edit(0, 5, 5, "at ", "B. Panel"),
        Edit(0, 5, 5, "home", "B. Panel"),
        Edit(0, 5, 14, "", "B. Panel"),
    )


def test_paragraphs_may_be_joined_and_parted() -> None:
    parted = p(run("One."), looks=f"<w:rPr><w:ins {BY}/></w:rPr>") + p(run("Two."))
    joined = p(run("One."), looks=f"<w:rPr><w:del {BY}/></w:rPr>") + p(run("Two."))
    line = only_row(tc(parted), tc(joined))
    assert line.texts == ("One.\nTwo.", "One.Two.")
    assert (line.before(0), line.before(1)) == ("One.Two.", "One.\nTwo.")


def test_words_struck_out_by_their_looks_are_taken_out() -> None:
    line = only_row(tc(p(run("Seen "), run("at home", "<w:strike/>"), run(", well", '<w:strike w:val="0"/>'))))
    assert (line.texts, line.before(0)) == (("Seen , well",), "Seen at home, well")
    assert [edit.author for edit in line.edits] == [""]


def test_a_row_may_be_deleted_or_put_in() -> None:
    lines = [only_row(tc(p(run("x"))), looks=f"<w:{what} {BY}/>") for what in ("del", "ins")]
    assert [(line.deleted, line.inserted) for line in lines] == [(True, False), (False, True)]


def test_a_comment_may_go_over_paragraphs_cells_and_rows() -> None:
    first = row(tc(p(run("On"), start(1), run("e"))), tc(p(run("Two")), p(run("Three"), end(1), run("Four"))))
    second = row(tc(p(start(2), run("Five"))), tc(p(run("Six"))))
    third = row(tc(p(run("Seven"), end(2))))
    document = read(word(table(first, second, third), comments=comment(1) + comment(2)))
    assert [line.anchors for line in document.rows] == [
        (Anchor("comment-1", 0, 2, 3), Anchor("comment-1", 1, 0, 9)),
        (Anchor("comment-2", 0, 0, 4), Anchor("comment-2", 1, 0, 3)),
        (),
    ]


def test_a_comment_may_begin_between_paragraphs_and_rows() -> None:
    body = start(1) + p(run("Before"), end(1)) + table(start(2) + row(tc(p(run("In"), end(2)))))
    document = read(word(body, comments=comment(1) + comment(2)))
    assert [line.anchors for line in document.rows] == [
        (Anchor("comment-1", 0, 0, 6),),
        (Anchor("comment-2", 0, 0, 2),),
    ]


def test_a_footnote_is_a_remark_too() -> None:
    note = f'<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2"><w:p>{run("See HV-002.")}</w:p></w:footnote>'
    document = read(word(p(run("Seen"), '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=note))
    assert [(one.id, one.author, one.text) for one in document.remarks] == [("footnote-2", "", "See HV-002.")]
    assert document.rows[0].anchors == (Anchor("footnote-2", 0, 4, 4),)


@pytest.mark.parametrize(
    ("more", "written"),
    [
        ("", ""),
        ('w:date="2026-03-05T14:30:00Z"', "2026-03-05T14:30:00"),
        ('w:date="2026-03-05T14:30:00"', "2026-03-05T14:30:00"),
        ('w:date="2026-03-05T14:30:00Z" du:dateUtc="2026-03-05T13:30:00Z" xmlns:du="x:y"', "2026-03-05T13:30:00Z"),
    ],
)
def test_a_moment_is_in_utc_only_where_the_document_says_so(more: str, written: str) -> None:
    assert [one.written for one in read(word("", comments=comment(1, more=more))).remarks] == [written]


def test_the_letter_of_a_mark_is_no_word_whatever_the_style_is_called_inside() -> None:
    styles = '<w:style w:type="character" w:styleId="X1"><w:name w:val="Mark Letter"/></w:style>'
    letter = run("[F]\u00a0", '<w:rStyle w:val="X1"/>')
    rows = row(tc(p(letter, run("Seen.")))), row(tc(p(letter, run("Seen"), new(" well"))))
    assert [line.texts for line in read(word(table(*rows), styles=styles)).rows] == [("Seen.",), ("Seen well",)]


def test_words_typed_beside_a_letter_in_its_style_are_words() -> None:
    looks = '<w:rStyle w:val="MarkLetter"/>'
    styles = '<w:style w:type="character" w:styleId="MarkLetter"><w:name w:val="Mark Letter"/></w:style>'
    inside = p(run("[", looks), run("O]\u00a0", looks), run("Not ", looks), run("seen."))
    assert [line.texts for line in read(word(table(row(tc(inside))), styles=styles)).rows] == [("Not seen.",)]


def test_rows_have_the_heading_they_stand_under_and_their_bookmark() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    heading = p(run("March 2022"), looks='<w:pStyle w:val="berschrift1"/>')
    marked = tc(p('<w:bookmarkStart w:id="1" w:name="entry7"/>', run("HV-001"), '<w:bookmarkEnd w:id="1"/>'))
    lines = read(word(heading + table(row(marked, cell("x"))) + table(row(cell("y"))), styles=styles)).rows
    found = [(line.table, line.heading, line.bookmark) for line in lines]
    assert found == [(0, "March 2022", ""), (1, "March 2022", "entry7"), (2, "March 2022", "")]


def test_cells_stand_where_the_grid_has_them() -> None:
    spanning = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p(run("a"))}</w:tc>'
    line = only_row(spanning, tc(p(run("b"))), looks='<w:gridBefore w:val="1"/>')
    assert line.texts == ("", "a", "", "b")


def bomb() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relationships(officeDocument="word/document.xml"))
        archive.writestr("word/document.xml", b" " * (limits.PART_BYTES_ANY_RATIO * 2))
    return file.getvalue()


HOSTILE = {
    "a zip bomb": bomb,
    "a million comments": lambda: word("", comments='<w:comment w:id="1"/>' * 1_000_000),
    "more comments than people write": lambda: word("", comments="".join(map(comment, range(limits.REMARKS + 1)))),
    "tables in tables": lambda: word("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000),
    "a document type": lambda: zip_of(
        {**parts_of(word("")), "word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><w:document/>'}
    ),
    "half a file": lambda: word(table(row(cell("x"))))[:200],
    "no Word document": lambda: b"PK\x03\x04 nothing",
    "a number that is none": lambda: word(table(row(tc("<w:tcPr/>"), looks='<w:gridBefore w:val="99999999999"/>'))),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(HOSTILE[name]())
    with pytest.raises(FileProblem) as told:
        read_remarked(path)
    assert "nothing was taken from it" in str(told.value).lower()


def test_what_the_process_apart_sends_is_what_was_read(tmp_path: Path) -> None:
    content = word(table(row(tc(p(start(1), run("Seen"), end(1), new(" well"))))), comments=comment(1))
    path = tmp_path / "x.docx"
    path.write_bytes(content)
    assert read_remarked(path) == read(content)
