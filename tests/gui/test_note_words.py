"""A note says who wrote it, when and about which words; a proposal shows its words beside those it would replace."""

import pytest

from chronology_app.core.note import Note, NoteKind
from chronology_app.gui.entry.note_words import day_of, note_words
from chronology_app.gui.theme import theme
from chronology_app.gui.word_changes import differences_html, differences_in_words
from chronology_app.reviewing.versions import differences

LONG = " ".join(f"word{number}" for number in range(60))


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (Note("n", "e", NoteKind.THEME, "Hidden men"), "Theme: Hidden men"),
        (
            Note(
                "n",
                "e",
                NoteKind.NOTE,
                "Who says so?",
                "R. Ellery",
                "2026-03-12T12:00:00+00:00",
                "event",
                "seemed settled",
            ),
            "Note by R. Ellery, 12 March 2026 on “seemed settled” (Event)\nWho says so?",
        ),
        (Note("n", "e", NoteKind.NOTE, "Whole row.", "R. Ellery"), "Note by R. Ellery\nWhole row."),
        (
            Note("n", "e", NoteKind.PROPOSAL, "Kit was calm.", "R. Ellery", "", "event", "Kit was settled."),
            "Proposed words by R. Ellery (Event)\nKit was [was: settled.] [now: calm.]",
        ),
        (Note("n", "e", NoteKind.PROPOSAL, "Kit was calm."), "Proposed words: Kit was calm."),
    ],
)
def test_a_note_is_read_with_who_wrote_it_and_about_what(note: Note, words: str) -> None:
    assert note_words(note) == words


def test_a_day_nobody_knows_is_not_made_up() -> None:
    assert [day_of(written) for written in ("", "last week", "2026-03-12")] == ["", "", "12 March 2026"]


def test_far_words_are_left_out_and_every_changed_word_is_there() -> None:
    new = LONG.replace("word30", "other").replace("word0 ", "")
    said = differences_in_words(differences(LONG, new))
    assert said.startswith("[taken out: word0] word1 ")
    assert "word29 [was: word30] [now: other] word31" in said
    assert "word12 … word18" in said
    assert said.endswith("word42 …")


def test_what_went_and_came_is_told_by_sign_and_line_and_never_read_as_markup() -> None:
    html = differences_html(differences("Kit <b>slept</b> well.", "Kit <i>woke</i> well."), theme())
    assert 'line-through">&lt;b&gt;slept&lt;/b&gt;</span>' in html
    assert 'underline">&lt;i&gt;woke&lt;/i&gt;</span>' in html
    assert html.index("[was:") < html.index("[now:")
