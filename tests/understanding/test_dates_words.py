"""The words of dates: known phrases become one letter, everything else is marked as strange."""

import pytest

from chronology_app.core.errors import ResourceProblem
from chronology_app.core.resources import read_table
from chronology_app.understanding.dates import words


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Sat. 12 Mar. 22 14:30hrs", "wnmnn:nh"), ("2.30 p.m.", "i.nA"), ("w/c 14/3/22", "Wn/i/n"),
        ("on or around 5 April 2022", "~imy"), ("New Year’s Day ’22", "Fy"), ("12 March with MGM", "nm!!"),
        ("the 3rd of March", "itm"), ("12–14", "n-n"), ("12²", "n!"), ("１２", "!!"), ("", ""),
    ],
)  # fmt: skip
def test_every_word_becomes_a_letter(text: str, shape: str) -> None:
    letters, values = words.words_of(words.tidy(text))
    assert letters == shape
    assert len(values) == len(letters)


def test_every_word_of_the_table_is_known_by_itself() -> None:
    for word, (letter, value) in words.vocabulary().items():
        letters, values = words.words_of(words.tidy(word))
        assert (letters, values) == (letter, [value] if letter else [])


def test_a_list_that_nobody_knows_is_told_with_its_line() -> None:
    with pytest.raises(ResourceProblem, match=r"resources/dates\.toml cannot be used: line \d+: no such list"):
        list(words._lists({"words": {"perhaps": ["may be"]}}))


@pytest.mark.parametrize("anchor", ["25 December", "12-25-2021"])
def test_a_feast_on_no_day_is_told_with_its_line(anchor: str) -> None:
    with pytest.raises(ResourceProblem, match=r"an anchor is"):
        list(words._lists({"feast": [{"words": ["x"], "anchor": anchor}]}))


def test_no_list_stands_there_without_a_use() -> None:
    table = read_table("dates.toml")
    assert {*table["words"], *table} - {"words", "nothing", "feast"} == set(words._LETTERS)
