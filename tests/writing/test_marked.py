"""Shows marked passages by letter and style and never loses a word beside them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.mark import Kind, Mark
from chronology_app.writing.marked import runs

TEXT = "Home seemed cold. Mother said he slept."
KINDS = st.sampled_from([Kind.FACT, Kind.OPINION, Kind.REPORTED])


def passage(kind: Kind, start: int, end: int) -> Mark:
    return Mark(f"{kind}{start}", "e", kind, "event", start, end)


def shown(xml: str) -> list[tuple[str, str]]:
    """Return (style, words) of each run."""
    found = re.findall(r'<w:r>(?:<w:rPr><w:rStyle w:val="(\w+)"/></w:rPr>)?<w:t [^>]*>([^<]*)</w:t></w:r>', xml)
    return [(style, words) for style, words in found]


def test_a_passage_begins_with_its_letter_and_has_its_style() -> None:
    assert shown(runs(TEXT, [passage(Kind.OPINION, 5, 16)])) == [
        ("", "Home "),
        ("MarkLetter", "[O]\u00a0"),
        ("Opinion", "seemed cold"),
        ("", ". Mother said he slept."),
    ]


def test_two_passages_side_by_side_keep_their_own_letters() -> None:
    made = shown(runs(TEXT, [passage(Kind.REPORTED, 18, 39), passage(Kind.FACT, 0, 18)]))
    assert [style for style, _ in made] == ["MarkLetter", "Fact", "MarkLetter", "Reported"]


def test_where_marks_overlap_both_letters_are_shown() -> None:
    made = shown(runs(TEXT, [passage(Kind.FACT, 0, 10), passage(Kind.OPINION, 5, 16)]))
    assert made[:5] == [
        ("MarkLetter", "[F]\u00a0"),
        ("Fact", "Home "),
        ("MarkLetter", "[O]\u00a0"),
        ("Opinion", "seeme"),
        ("Opinion", "d cold"),
    ]


def test_a_mark_past_the_end_is_cut_there_and_an_empty_one_is_not_shown() -> None:
    assert shown(runs("Cold.", [passage(Kind.FACT, 2, 99), passage(Kind.OPINION, 3, 3)])) == [
        ("", "Co"),
        ("MarkLetter", "[F]\u00a0"),
        ("Fact", "ld."),
    ]


@given(st.lists(st.tuples(KINDS, st.integers(-5, 60), st.integers(-5, 60)), max_size=5))
def test_no_word_is_lost_however_marks_lie(marks: list[tuple[Kind, int, int]]) -> None:
    made = shown(runs(TEXT, [passage(*mark) for mark in marks]))
    assert "".join(words for style, words in made if style != "MarkLetter") == TEXT
