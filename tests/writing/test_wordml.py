"""Keeps every word an agency wrote, whatever characters it holds, inside XML that Word can open."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from chronology_app.writing.wordml import legal, letters, run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHOWN = {f"{W}br": "\n", f"{W}tab": "\t"}


def read_back(xml: str) -> str:
    """Read a run as Word shows it."""
    root = etree.fromstring(f"<w:r {NAMESPACE}>{xml}</w:r>".encode())
    return "".join(SHOWN.get(child.tag, child.text or "") for child in root)


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_every_character_reads_back_or_is_shown_as_missing(text: str) -> None:
    breaks = legal(text).replace("\r\n", "\n").replace("\r", "\n")
    assert read_back(letters(text)) == breaks
    assert len(legal(text)) == len(text)


def test_a_vertical_tab_and_a_lone_surrogate_are_shown_as_missing_characters() -> None:
    assert read_back(letters("fed\x0bwell \ud800.")) == "fed\ufffdwell \ufffd."


def test_a_windows_line_end_is_one_break() -> None:
    assert letters("one\r\ntwo").count("<w:br/>") == 1


def test_tags_in_an_agencys_words_stay_words() -> None:
    assert read_back(letters("<w:t> & ]]> &amp;")) == "<w:t> & ]]> &amp;"


def test_right_to_left_words_and_emoji_come_through() -> None:
    assert read_back(letters("سلام 👶🏽 שלום")) == "سلام 👶🏽 שלום"


def test_no_words_make_no_run() -> None:
    assert run("") == ""
