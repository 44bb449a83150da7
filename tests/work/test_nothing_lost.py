"""The law of the whole road: whatever the format, counts add up and every word of a file is found again in its plan."""

from struct import pack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment

from chronology_app.core.source import Outcome
from chronology_app.reading.readers import sheets_of
from chronology_app.understanding.draft import Draft
from chronology_app.work.plan import TablePlan
from chronology_app.work.planning import plan_tables
from tests.reading.binary import record, wide, xlsb_of
from tests.reading.build import (
    cell,
    ods,
    ods_cell,
    ods_row,
    ods_table,
    paragraph,
    row,
    run,
    saved,
    table,
    word,
    workbook_of,
)
from tests.reading.kinds import KINDS, PASSWORD, protected

WORDS = st.text(st.characters(categories=["Lu", "Ll", "Nd", "Po", "Zs"], max_codepoint=0x17F), max_size=10)
CELLS = st.one_of(
    WORDS.map(lambda text: text.strip().replace("_", "")),
    st.sampled_from(["12/03/2022", "March 2022", "2022", "c. May", "", "", "No contact", "Total: 4", "Date", "Event"]),
)
GRIDS = st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=12)


def _left_out(draft: Draft) -> bool:
    return draft.outcome not in (Outcome.ENTRY, Outcome.HEADING, Outcome.BLANK)


def _check(tables: tuple[TablePlan, ...]) -> None:
    """Check that every row of every table has exactly one outcome, and every text stands in an entry or is listed."""
    for plan in tables:
        sheet = plan.sheet
        assert sum(plan.counts().values()) == len(sheet.rows) - sheet.first_row + 1
        for draft in plan.drafts:
            kept = "\n".join(draft.original)
            for number in range(draft.row, draft.last_row + 1):
                texts = [sheet.text(number, column).strip() for column in range(1, sheet.width + 1)]
                assert all(text in kept for text in texts)
            assert draft.reason or not _left_out(draft)


def _noted_book() -> bytes:
    book = workbook_of((("Date", "Event"), ("12/03/2022", "Seen")))
    book.worksheets[0]["B2"].comment = Comment("By whom?", "A reviewer")
    return saved(book)


def _noted_ods() -> bytes:
    note = "<office:annotation><text:p>By whom?</text:p></office:annotation><text:p>Seen</text:p>"
    return ods(ods_table(ods_row(ods_cell("Date"), ods_cell("Event")), ods_row(ods_cell("12/03/2022"), ods_cell(note))))


def _noted_xlsb() -> bytes:
    note = record(635, pack("<IIIII", 0, 1, 1, 1, 1) + b"\x00" * 16) + record(637, b"\x00" + wide("By whom?"))
    return xlsb_of((("Date", "Event"), ("12/03/2022", "Seen")), comments=note)


def _noted_word() -> bytes:
    comment = f'<w:comment w:id="1">{paragraph("By whom?")}</w:comment>'
    seen = run("Seen") + '<w:r><w:commentReference w:id="1"/></w:r>'
    return word(table(row(cell("Date"), cell("Event")), row(cell("12/03/2022"), cell(seen))), comments=comment)


@pytest.mark.parametrize("kind", KINDS)
@given(grid=GRIDS, headed=st.booleans())
@settings(max_examples=25, deadline=None)
def test_every_word_of_every_format_is_found_again(kind: str, grid: list[list[str]], headed: bool) -> None:
    rows = [["Date", "Event", "Action"], *grid] if headed else [["a", "b", "c"], *grid]
    (sheet,) = sheets_of(KINDS[kind](rows))
    texts = [[sheet.text(row, column).strip() for column in (1, 2, 3)] for row in range(1, len(rows) + 1)]
    assert texts == [[text.strip() for text in row] for row in rows]
    _check(plan_tables((sheet,)))


NOTED = {
    "xlsx": ("in the file: comment: By whom?", _noted_book),
    "ods": ("in the file: comment: By whom?", _noted_ods),
    "xlsb": ("in the file: comment: By whom?", _noted_xlsb),
    "docx": ("in the file: comment: By whom?", _noted_word),
    "csv": ("in the file: quotation marks in this row do not match", lambda: b'Date,Event\n12/03/2022,"Seen\n'),
}


@pytest.mark.parametrize("kind", NOTED)
def test_what_was_written_beside_a_row_reaches_the_comment_of_its_entry(kind: str) -> None:
    comment, make = NOTED[kind]
    (plan,) = plan_tables(sheets_of(make()))
    (entry,) = plan.entries
    assert entry.comment.startswith(comment)


def test_a_protected_file_adds_up_like_any_other() -> None:
    _check(plan_tables(sheets_of(protected(), PASSWORD)))
