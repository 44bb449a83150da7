"""Folding: plain letters to look for names in, and the way back to the characters as they are written."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.reviewing.folding import fold
from chronology_app.reviewing.identifiers import HARD, Sort, identifiers

LETTERS = st.text(alphabet="abcXYéŁś\u0301\u00ad\u2011’- \n", max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Wiśniewska", "Wisniewska"),
        (unicodedata.normalize("NFD", "Wiśniewska"), "Wisniewska"),
        ("Łukasz Ðorđe Ní Bhriain", "Lukasz Dorde Ni Bhriain"),
        ("Mary\u2011Kate O’Dunn", "Mary-Kate O'Dunn"),
        ("Jean\u00adLuc", "JeanLuc"),
        ("Cao-\nimhe", "Caoimhe"),
        ("Cao- imhe", "Caoimhe"),
        ("Ashby-\n  Pell", "Ashby-Pell"),
        ("one - two\nthree", "one - two\nthree"),
        ("漢字 and £5", "漢字 and £5"),
    ],
)
def test_letters_are_made_plain(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(LETTERS)
def test_each_piece_is_found_again_where_it_was_written(text: str) -> None:
    folded = fold(text)
    ends = [folded.span(number, number + 1) for number in range(len(folded.text))]
    assert all(start < end <= len(text) for start, end in ends)
    assert all(one[1] <= other[0] for one, other in pairwise(ends))
    kept = "".join(fold(text[start]).text for start, _ in ends)
    assert kept == folded.text


def test_the_mark_on_the_last_letter_belongs_to_it() -> None:
    text = unicodedata.normalize("NFD", "Zoë came")
    assert text[slice(*fold(text).span(0, 3))] == unicodedata.normalize("NFD", "Zoë")


@pytest.mark.parametrize(
    ("text", "sort", "found"),
    [
        ("a Corsa KV19 OPL outside", Sort.PLATE, "KV19 OPL"),
        ("handle @aga_w91 posted", Sort.HANDLE, "@aga_w91"),
        ("Instagram: zbysz.w.86.", Sort.HANDLE, "zbysz.w.86"),
        ("NHS No 485 777 3456", Sort.NHS, "485 777 3456"),
        ("Pat Doe, 8/1/22 (dob)", Sort.BIRTH, "8/1/22"),
        ("custody number CN/04417/22 given", Sort.REFERENCE, "CN/04417/22"),
        ("crime reference 22/118844/21", Sort.REFERENCE, "22/118844/21"),
        ("prison no. A4417CK", Sort.REFERENCE, "A4417CK"),
        ("at Flat 12 Kestrel House", Sort.ADDRESS, "Flat 12 Kestrel House"),
        ("home in Alma Terrace now", Sort.ADDRESS, "Alma Terrace"),
        ("at 9 Lark Close, Thornby, TN31 4QZ", Sort.ADDRESS, "9 Lark Close, Thornby"),
        ("released from HMP Garth Moor", Sort.HOSPITAL, "HMP Garth Moor"),
        ("seen at Meddygfa Glan", Sort.SURGERY, "Meddygfa Glan"),
    ],
)
def test_what_tells_somebody_by_its_form_is_seen(text: str, sort: Sort, found: str) -> None:
    assert [one.text for one in identifiers(text, (sort,))] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "seen @home at 10",
        "seen @ 10:30",
        "AB12 and MARAC",
        "facebook messages were read",
        "The case was closed on 12 May.",
        "The Police Road Safety team, the High Street",
        "hospital bed 4",
        "Row 12, page 4",
    ],
)
def test_what_only_looks_like_it_is_left(text: str) -> None:
    assert identifiers(text, (*HARD, Sort.REFERENCE)) == []
