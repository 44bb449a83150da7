"""Laws of what others are shown: with designations or published, a review holds together and marks stay on words."""

from dataclasses import replace
from itertools import chain

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronology_app.core.change import Change, Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.person import Person
from chronology_app.reviewing.designations import designate, edits_for, texts_in, words_before
from chronology_app.reviewing.names import WORD
from chronology_app.work.publication import publish
from chronology_app.writing.from_json import from_json
from chronology_app.writing.soundness import is_sound
from chronology_app.writing.to_json import to_json
from tests.make import HEALTH, a_chronology, a_source, an_entry
from tests.writing.sound_reviews import sound_reviews

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@st.composite
def speaking_of_people(draw: st.DrawFn) -> Chronology:
    """Give any review with a person whose names are words that stand in it, ids too."""
    review = draw(sound_reviews())
    texts = chain.from_iterable(map(texts_in, (record for kept in review.records.values() for record in kept.values())))
    words = sorted({word for text in texts for word in WORD.findall(text)} or {"x"})
    names = draw(st.lists(st.sampled_from(words), min_size=1, max_size=3, unique=True))
    designation = draw(st.sampled_from(["Mother", "M", "Maternal grandmother"]))
    return review.after(Change("", (Person("person", designation, "", tuple(names)),)))


@settings(suppress_health_check=SLOW)
@given(speaking_of_people())
def test_a_review_with_designations_holds_together_and_comes_back(review: Chronology) -> None:
    shown = designate(review)
    assert is_sound(shown)
    assert from_json(to_json(shown)) == shown
    assert all(list(shown.all(kind)) == list(review.all(kind)) for kind in (Mark, Person))


@settings(suppress_health_check=SLOW)
@given(speaking_of_people())
def test_a_published_review_holds_together(review: Chronology) -> None:
    published = publish(review)
    assert is_sound(published)
    assert list(published.entries) == list(review.entries)


@settings(suppress_health_check=SLOW)
@given(speaking_of_people())
def test_a_mark_stays_on_its_words_and_takes_in_no_more_than_whole_names(review: Chronology) -> None:
    edits = edits_for(review.people.values(), review.not_names.values())
    shown = designate(review)
    for mark in review.all(Mark).values():
        moved = shown.all(Mark)[mark.id]
        text = review.entries[mark.entry_id].text(mark.field) if mark.is_passage else ""
        names = [edit for edit in edits(text) if edit.start < mark.end and mark.start < edit.end]
        first = min([mark.start, *(edit.start for edit in names)])
        last = max([mark.end, *(edit.end for edit in names)])
        if mark.start < mark.end:
            assert words_before(text, moved.start, moved.end, edits) == (first, last)
        assert (moved.start == moved.end) == (mark.start == mark.end)


def a_review(*records: Record) -> Chronology:
    """The review of one entry, with other records."""
    whole = a_chronology(replace(an_entry(1, "Isla said no."), location="Ward 5"))
    return whole.after(Change("", records))


ISLA = Person("p", "Mother", "", ("Isla", "source", "HV"))


def test_a_later_version_follows_the_file_it_followed_whatever_people_are_called() -> None:
    later = replace(a_source(HEALTH, 1), id="later", replaces="source-HV")
    assert designate(a_review(later, ISLA)).sources["later"].replaces == "source-HV"


def test_a_mark_that_lost_its_words_stays_on_none_inside_a_name() -> None:
    lost = Mark("m", "entry-1", Kind.FACT, "event", 2, 2, "", "words of before")
    assert designate(a_review(lost, ISLA)).all(Mark)["m"] == replace(lost, start=0, end=0)


def test_marks_on_what_is_not_published_are_not_published() -> None:
    marks = [Mark(field, "entry-1", Kind.FACT, field, 1, 3) for field in ("event", "location")]
    assert list(publish(a_review(*marks)).all(Mark)) == ["event"]


def test_a_file_with_two_tables_of_one_name_is_published() -> None:
    source = a_source(HEALTH, 1)
    twice = replace(source, tables=source.tables * 2)
    published = publish(a_review(twice))
    assert [table.name for table in published.sources[source.id].tables] == ["Table 1", "Table 2"]
    assert published.entries["entry-1"].table == "Table 1"
