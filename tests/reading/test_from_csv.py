"""A text file: its encoding and delimiter are found, and every record keeps its number."""

import pytest

from chronology_app.core.errors import FileProblem
from chronology_app.reading.from_csv import decode, delimiter_of, read

ROWS = (("Date", "Event", "Cost"), ("12/03/2022", "Home visit – café", "£5"), ("13/03/2022", "Seen", "£6"))


def _text(delimiter: str) -> str:
    return "".join(delimiter.join(row) + "\r\n" for row in ROWS)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_with_every_delimiter_reads_the_same(encoding: str, delimiter: str) -> None:
    (sheet,) = read(_text(delimiter).encode(encoding))
    assert sheet.rows == ROWS
    assert sheet.name == "Table 1"


def test_a_quoted_line_break_stays_in_its_cell_and_blank_lines_are_rows() -> None:
    (sheet,) = read(b'Date,Event\r\n\r\n12/03/2022,"Seen.\r\nWell, and ""settled"""\r\n')
    assert sheet.rows == (("Date", "Event"), (), ("12/03/2022", 'Seen.\nWell, and "settled"'))
    assert sheet.text(3, 2) == 'Seen.\nWell, and "settled"'


def test_blank_rows_at_the_end_are_left_out_and_those_in_the_middle_stay() -> None:
    (sheet,) = read(b"a,b\n,\n1,2\n" + b",\n" * 1000)
    assert sheet.rows == (("a", "b"), (None, None), ("1", "2"))


UNMATCHED = [
    'Date,Event\n1/1/22,"Seen ill\n2/1/22,Called\n3/1/22,Seen\n',
    'Date,Event\n1/1/22,"Seen ill\n2/1/22,"Called"\n3/1/22,Seen\n',
    'Date,Event\n1/1/22,"Seen ill\n"2/1/22","Called"\n3/1/22,Seen',
    'Date,Event\n1/1/22,Seen ill\n2/1/22,Called\n3/1/22,"Seen\n',
]


@pytest.mark.parametrize("text", UNMATCHED)
def test_rows_do_not_run_together_where_a_quotation_mark_is_not_closed(text: str) -> None:
    (sheet,) = read(text.encode())
    assert [(row[0], str(row[1]).strip()) for row in sheet.rows] == [
        ("Date", "Event"),
        ("1/1/22", "Seen ill"),
        ("2/1/22", "Called"),
        ("3/1/22", "Seen"),
    ]
    ((row, _),) = sheet.comments
    assert row == (4 if text == UNMATCHED[-1] else 2)
    assert "quotation marks" in sheet.comments[row, 1]


def test_quoted_line_breaks_stay_in_their_cells_beside_a_mark_that_does_not_match() -> None:
    (sheet,) = read(b'Date,Event\n1/1/22,"Seen\n\nwell"\n\n2/1/22,"said "yes" twice"\n')
    assert sheet.rows[:3] == (("Date", "Event"), ("1/1/22", "Seen\n\nwell"), ())
    assert [row for row, _ in sheet.comments] == [4]


def test_a_long_file_whose_marks_do_not_match_is_read_in_little_time() -> None:
    (sheet,) = read(b"Date,Event\n" + b'1/1/22,"Seen\n' * 20_000)
    assert len(sheet.rows) == 20_001


def test_commas_in_the_words_do_not_outvote_the_delimiter() -> None:
    assert delimiter_of("Date;Event\n1/1/22;Seen, fed, asleep\n2/1/22;No answer\n3/1/22;Seen, well\n") == ";"


def test_values_are_text_even_where_they_look_like_numbers_or_formulas() -> None:
    (sheet,) = read(b"Ref,Time\n007,1430\n=1+1,TRUE\n")
    assert sheet.rows[1:] == (("007", "1430"), ("=1+1", "TRUE"))


def test_a_broken_utf_16_file_is_told_of() -> None:
    with pytest.raises(FileProblem, match="damaged"):
        decode(b"\xff\xfea\x00b")


def test_more_columns_than_any_chronology_has_are_refused() -> None:
    with pytest.raises(FileProblem, match="so far right"):
        read(b"a," * 800 + b"\n")
