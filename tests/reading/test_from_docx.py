"""Word tables: every row, cell and word arrives, at its place, with what Word would show of it."""

import pytest

from chronology_app.core.errors import FileProblem
from chronology_app.core.sheet import Merge, Sheet, State
from chronology_app.reading.from_docx import read
from tests.reading.build import W_NAMESPACE, cell, paragraph, parts_of, row, run, table, word, zip_of

HEADING = row(cell("Date"), cell("Event"))


def _one(*rows: str, **others: str) -> Sheet:
    (sheet,) = read(word(table(*rows), **others))
    return sheet


def _event(inside: str, **others: str) -> Sheet:
    """A table whose second row holds a date and these runs."""
    return _one(HEADING, row(cell("12/03/2022"), cell(inside)), **others)


def test_every_table_of_the_body_is_a_sheet_in_order() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{table(row(cell('c')))}</w:sdtContent></w:sdt>"
    sheets = read(word(f"{table(row(cell('a')))}{paragraph('between')}{table(row(cell('b')))}{wrapped}"))
    assert [(sheet.name, sheet.rows) for sheet in sheets] == [
        ("Table 1", (("a",),)),
        ("Table 2", (("b",),)),
        ("Table 3", (("c",),)),
    ]


def test_paragraphs_breaks_and_tabs_keep_their_places() -> None:
    runs = "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r>"
    assert _one(row(cell("first", runs, "", "last"))).text(1, 1) == "first\none\ntwo\tthree-four\n\nlast"


def test_blank_cells_and_rows_are_kept() -> None:
    sheet = _one(HEADING, row(cell(), cell()), row(cell("x"), cell()), row(cell(), cell()))
    assert sheet.rows == (("Date", "Event"), (None, None), ("x", None), (None, None))


def test_a_cell_over_two_columns_counts_as_two() -> None:
    wide = row(cell("2022", looks='<w:gridSpan w:val="2"/>'))
    sheet = _one(HEADING, wide, row(cell("1 March"), cell("Seen")))
    assert sheet.rows == (("Date", "Event"), ("2022",), ("1 March", "Seen"))
    assert sheet.merges == (Merge(2, 1, 2, 2),)


def test_columns_that_were_only_nudged_are_not_merged() -> None:
    nudged = row(cell("1 March", looks='<w:gridSpan w:val="2"/>'), cell("Seen"))
    sheet = _one(HEADING, nudged)
    assert sheet.rows == (("Date", "Event"), ("1 March", "Seen"))
    assert sheet.merges == ()


def test_grid_columns_left_out_before_a_row_move_it_to_the_right() -> None:
    moved = row(cell("Seen"), looks='<w:gridBefore w:val="1"/>')
    assert _one(HEADING, moved).rows[1] == (None, "Seen")


def test_a_vertical_merge_keeps_its_text_in_the_top_left() -> None:
    top = row(cell("1 March", looks='<w:vMerge w:val="restart"/>'), cell("a"))
    under = row(cell(looks="<w:vMerge/>"), cell("b"))
    sheet = _one(HEADING, top, under, under, row(cell("2 March"), cell("c")))
    assert sheet.merges == (Merge(2, 1, 4, 1),)
    assert [sheet.text(i, 1) for i in range(1, 6)] == ["Date", "1 March", "", "", "2 March"]


def test_words_under_a_merge_are_kept_and_said_to_be_hidden() -> None:
    top = row(cell("1 March", looks='<w:vMerge w:val="restart"/>'), cell("a"))
    sheet = _one(top, row(cell("lost?", looks="<w:vMerge/>"), cell("b")))
    assert sheet.cell(2, 1).text == "lost?"
    assert sheet.cell(2, 1).state == State.HIDDEN
    assert sheet.cell(2, 1).comment == "hidden under a merged cell"


def test_content_controls_around_rows_cells_and_words_are_looked_into() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    sheet = _one(HEADING, control(row(control(cell("1 March")), cell(control(run("Seen"))))))
    assert sheet.rows[1] == ("1 March", "Seen")


def test_a_nested_table_is_a_sheet_of_its_own_and_its_words_are_not_doubled() -> None:
    inner = table(row(cell("inner")))
    outer = table(HEADING, row(cell("12/03/2022"), f"<w:tc><w:p/>{inner}{paragraph('outer')}{inner}<w:p/></w:tc>"))
    sheets = read(word(outer))
    first, second = "Table 1, nested in row 2", "Table 1, nested in row 2 (2)"
    assert [sheet.name for sheet in sheets] == ["Table 1", first, second]
    assert sheets[0].text(2, 2).strip() == "outer"
    assert sheets[0].comments == {
        (2, 2): f"holds a table of its own: {first}\nholds a table of its own: {second}",
    }
    assert sheets[1].rows == (("inner",),)


def test_a_text_box_in_a_cell_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    either = (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert _event(run("Seen.") + either).text(2, 2) == "Seen.\nboxed"


@pytest.mark.parametrize(
    ("inside", "text", "comment"),
    [
        (f"{run('Seen ')}<w:ins>{run('well')}</w:ins>", "Seen well", "tracked insertion: well"),
        (f"{run('Seen ')}<w:del>{run('ill', tag='delText')}</w:del>", "Seen ", "deleted: ill"),
        (f"{run('Seen ')}<w:moveFrom>{run('ill')}</w:moveFrom>", "Seen ", "deleted: ill"),
        (f"{run('Seen ')}{run('ill', '<w:strike/>')}", "Seen ill", "struck out: ill"),
        (f"{run('Seen ')}{run('ill', '<w:dstrike/>')}", "Seen ill", "struck out: ill"),
        (f"{run('Seen ')}{run('ill', '<w:vanish/>')}", "Seen ill", "hidden text: ill"),
    ],
)
def test_what_holds_for_a_part_of_a_cell_is_quoted(inside: str, text: str, comment: str) -> None:
    found = _event(inside).cell(2, 2)
    assert (found.text, found.comment, found.state) == (text, comment, State(0))


@pytest.mark.parametrize(
    ("inside", "text", "state", "comment"),
    [
        (f"<w:ins>{run('well')}</w:ins>", "well", State.INSERTED, ""),
        (f"<w:del>{run('ill', tag='delText')}</w:del>", "", State.DELETED, "deleted: ill"),
        (run("ill", "<w:strike/>") + run(" "), "ill ", State.STRUCK, ""),
        (run("ill", "<w:vanish/>"), "ill", State.HIDDEN, ""),
        (run("ill", '<w:strike w:val="0"/>'), "ill", State(0), ""),
    ],
)
def test_what_holds_for_all_of_a_cell_is_its_state(inside: str, text: str, state: State, comment: str) -> None:
    found = _event(inside).cell(2, 2)
    assert (found.text, found.state, found.comment) == (text, state, comment)


def test_what_holds_for_every_cell_is_said_of_the_row() -> None:
    struck = row(cell(run("1 March", "<w:strike/>")), cell(run("Seen", "<w:strike/>")), cell())
    assert _one(row(cell("a"), cell("b"), cell("c")), struck).states[2, 0] == State.STRUCK


@pytest.mark.parametrize("looks", ["<w:del/>", ""])
def test_a_deleted_row_keeps_its_words_and_says_so(looks: str) -> None:
    gone = [cell(f"<w:del>{run(text, tag='delText')}</w:del>") for text in ("1 March", "Seen")]
    sheet = _one(HEADING, row(*gone, looks=looks))
    assert sheet.rows[1] == ("1 March", "Seen")
    assert sheet.states[2, 0] == State.DELETED


def test_styles_that_strike_or_hide_count_as_the_looks_they_give() -> None:
    styles = (
        '<w:style w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:styleId="Old"><w:basedOn w:val="Gone"/></w:style>'
        '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    assert _event(run("ill", '<w:rStyle w:val="Old"/>'), styles=styles).cell(2, 2).state == State.STRUCK
    secret = f'<w:pPr><w:pStyle w:val="Secret"/></w:pPr>{run("ill")}'
    assert _event(secret, styles=styles).cell(2, 2).state == State.HIDDEN


def test_comments_and_footnotes_stand_beside_the_words() -> None:
    inside = f'{run("Seen")}<w:r><w:commentReference w:id="7"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    comments = f'<w:comment w:id="7">{paragraph("By whom?")}</w:comment>'
    footnotes = f'<w:footnote w:id="2">{paragraph("From the record.")}</w:footnote>'
    found = _event(inside, comments=comments, footnotes=footnotes).cell(2, 2)
    assert found.text == "Seen"
    assert found.comment == "comment: By whom?\nfootnote: From the record."


def test_ticks_and_choices_of_forms_are_read() -> None:
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    box = "<w:r><w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
    choices = '<w:result w:val="1"/><w:listEntry w:val="No"/><w:listEntry w:val="Yes"/>'
    choice = f"<w:r><w:fldChar><w:ffData><w:ddList>{choices}</w:ddList></w:ffData></w:fldChar></w:r>"
    code = "<w:r><w:instrText>FORMTEXT</w:instrText></w:r>"
    assert _event(tick + box + choice + code).text(2, 2) == "✓☒Yes"


def test_what_cannot_be_read_is_said() -> None:
    assert "picture" in _event("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>").comments[2, 2]
    assert "embedded file" in _event("<w:r><w:object/></w:r>").comments[2, 2]


def test_paragraphs_joined_by_a_tracked_deletion_run_on() -> None:
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Seen ')}</w:p>{paragraph('well')}"
    assert _one(row(f"<w:tc>{joined}</w:tc>")).text(1, 1) == "Seen well"


def test_a_plain_row_reads_the_same_when_it_is_walked() -> None:
    texts = ("one", "two three", "")
    off = '<w:vanish w:val="0"/>'  # changes nothing, but sends the row the long way
    plain, walked = ([cell(run(text, looks), "more") for text in texts] for looks in ("", off))
    sheet = _one(row(*plain), row(*walked))
    assert sheet.rows[0] == sheet.rows[1]


def test_a_document_with_a_foreign_part_is_refused_not_read_in_part() -> None:
    with pytest.raises(FileProblem, match="save it again"):
        read(word(f"{table(row(cell('Seen')))}<w:altChunk/>"))


def test_the_strict_variant_of_the_format_reads_the_same() -> None:
    parts = parts_of(word(table(row(cell("Seen")))))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = {name: content.replace(W_NAMESPACE.encode(), strict) for name, content in parts.items()}
    assert read(zip_of(parts))[0].rows == (("Seen",),)
