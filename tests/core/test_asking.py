"""A question is open until its agency has answered it."""

from chronology_app.core import edits
from chronology_app.core.asking import is_open, open_questions
from chronology_app.core.note import Note, NoteKind
from tests.make import a_chronology, an_entry


def test_only_questions_without_an_answer_are_open() -> None:
    assert [kind for kind in NoteKind if is_open(Note("n", "e", kind, "Words"))] == [NoteKind.QUESTION]
    assert not is_open(Note("n", "e", NoteKind.QUESTION, "Who?", answer="Nobody."))


def test_an_answer_closes_a_question_and_taking_it_back_opens_it() -> None:
    chronology = a_chronology(an_entry(1))
    for words in ("Who was there?", "Which day?"):
        chronology = chronology.after(edits.add_note(chronology, "entry-1", NoteKind.QUESTION, words))
    first, second = open_questions(chronology)
    assert (first.text, second.text) == ("Who was there?", "Which day?")
    answered = chronology.after(edits.answer(chronology, first.id, " The midwife. "))
    assert open_questions(answered) == (second,)
    assert open_questions(answered.after(edits.answer(answered, first.id, ""))) == (first, second)
