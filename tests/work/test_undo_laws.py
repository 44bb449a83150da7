"""Whatever is done to a review, every kind of edit and import: undo gives back what was, redo what is, on disk too."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronology_app.core import edits
from chronology_app.core.change import Change, Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.link import LinkKind
from chronology_app.core.mark import Kind
from chronology_app.core.named_look import NamedLook
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.core.when import When
from chronology_app.store.store import Store
from chronology_app.work.accepting import accept
from chronology_app.work.plan import ImportPlan
from chronology_app.work.returned import Returned, take
from tests.reading.panel import InWord
from tests.work.returned_review import came_back, the_review
from tests.work.two_versions import ROWS, a_file
from tests.writing.sound_reviews import sound_reviews

Files = Mapping[str, bytes]
Act = Callable[[Chronology, int], Change]
"""An edit of the record that a number leads to."""

T = TypeVar("T")
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
WORDS = ("", "Kept", "kept", "Why?")
NOW = "2022-09-02T10:00:00+00:00"


def one(found: Mapping[str, T], number: int) -> str:
    """The id of one of these records, of none where there are none."""
    return sorted(found)[number % len(found)] if found else "none"


def entry(chronology: Chronology, number: int) -> str:
    return one(chronology.entries, number)


def two(chronology: Chronology, number: int) -> list[str]:
    return [entry(chronology, number), entry(chronology, number + 1)]


def words(number: int) -> str:
    return WORDS[number % len(WORDS)]


@cache
def returned() -> Returned:
    """What a panel wrote into the document of the review."""

    def act(word: InWord) -> None:
        word.comment(word.cell("HV-001", 4), "slept well", "Who says so?")
        word.change(word.cell("HV-001", 4), "Weight", "Height", "B. Panel")
        word.change(word.cell("HV-002", 6), "Which letter", "Which of the letters")
        word.change(word.cell("POL-001", 7), "–", "F")

    with TemporaryDirectory() as folder:
        return came_back(the_review(), Path(folder), act)


def taken(chronology: Chronology, number: int) -> Change:
    ids = [found.id for found in (*returned().comments, *returned().proposals)]
    return take(returned(), set(ids[number % len(ids) :]), chronology)


def person(number: int) -> Person:
    return Person(f"person-{number % 3}", f"Aunt {number}", "", ("Rose", words(number)))


ACTS: Mapping[str, Act] = {
    "mark": lambda c, n: edits.mark(c, two(c, n), Kind.OPINION),
    "mark a passage": lambda c, n: edits.mark_passage(c, entry(c, n), "event", n % 7, n % 7 + 3, Kind.REPORTED),
    "clear a passage": lambda c, n: edits.clear_passage(c, entry(c, n), "event", n % 5, n % 5 + 4),
    "clear marks": lambda c, n: edits.clear_marks(c, two(c, n)),
    "set a date": lambda c, n: edits.set_date(c, entry(c, n), When("", reason="not said")),
    "settle": lambda c, n: edits.settle(c, two(c, n)),
    "flag": lambda c, n: edits.flag(c, two(c, n), n % 2 == 0),
    "set aside": lambda c, n: edits.set_aside(c, two(c, n), "sent twice"),
    "bring back": lambda c, n: edits.bring_back(c, two(c, n)),
    "move": lambda c, n: edits.move(c, entry(c, n), n % 3 - 1),
    "split": lambda c, n: edits.split(c, entry(c, n), (n % 6 + 1,)),
    "link": lambda c, n: edits.link(c, two(c, n), [*LinkKind][n % 4], words(n)),
    "unlink": lambda c, n: edits.unlink(c, one(c.links, n)),
    "add a note": lambda c, n: edits.add_note(c, entry(c, n), [*NoteKind][n % 3], words(n)),
    "change a note": lambda c, n: edits.change_note(c, one(c.all(Note), n), words(n)),
    "answer": lambda c, n: edits.answer(c, one(c.all(Note), n), words(n)),
    "set the review": lambda c, n: edits.set_review(c, Review(title=words(n))),
    "set an agency": lambda c, n: edits.set_agency(c, replace(c.agencies[one(c.agencies, n)], code=f"A{n}")),
    "set a person": lambda c, n: edits.set_person(c, person(n)),
    "remove a person": lambda c, n: edits.remove_person(c, one(c.people, n)),
    "keep a look": lambda c, n: edits.keep_look(c, NamedLook("", words(n), ("title",) * (n % 3), ("ref",))),
    "remove a look": lambda c, n: edits.remove_look(c, one(c.looks, n)),
    "name nobody": lambda c, n: edits.name_nobody(c, [NotAName("", "Rose", "Aunt", words(n)), NotAName("", words(n))]),
    "may be names": lambda c, n: edits.may_be_names(c, [one(c.not_names, n)]),
    "take from Word": taken,
}


def arrived(chronology: Chronology, number: int) -> tuple[Change, Files]:
    """The import of a file, or of a later version of one that is there."""
    sent = [source.id for source in chronology.sources.values() if source.name.startswith("Sent")]
    rows = ROWS[number % 3 :]
    file = a_file(rows, f"Sent {len(sent)}.csv", sent[-1] if sent and number % 2 else "")
    return accept(ImportPlan((replace(file, sha256=sha256(file.content).hexdigest()),)), chronology, now=NOW)


IMPORT, UNDO, REDO = "import", "undo", "redo"
MOVES = st.lists(st.tuples(st.sampled_from([*ACTS, IMPORT, UNDO, UNDO, REDO]), st.integers(0, 11)), max_size=25)


def done(store: Store, what: str, number: int) -> bool:
    """Do one thing; return whether it is a step."""
    now = store.chronology
    change, files = arrived(now, number) if what == IMPORT else (ACTS[what](now, number), {})
    store.apply(change, files)
    return bool(change)


def played(store: Store, moves: Sequence[tuple[str, int]]) -> list[Chronology]:
    """Make the moves; return every state the review can go back to, the one it is in last. The beginning stays."""
    store.apply(begun())
    past, future = [Chronology(), store.chronology], []
    for what, number in moves:
        if what == UNDO:
            if len(past) > 2 and store.undo():
                future.append(past.pop())
        elif what == REDO:
            if store.redo():
                past.append(future.pop())
        elif done(store, what, number):
            past.append(store.chronology)
            future.clear()
        assert store.chronology == past[-1]
    return past


def begun() -> Change:
    records: tuple[Record, ...] = tuple(record for kept in the_review().records.values() for record in kept.values())
    return Change("Begin", records)


@settings(max_examples=6, suppress_health_check=SLOW)
@given(MOVES)
def test_undo_gives_back_what_was_whatever_was_done(moves: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "law.chronology"
        with closing(Store.create(path, "p", "who")) as store:
            past = played(store, moves)
        with closing(Store.open(path, "p", "who")) as again:
            assert again.chronology == past[-1]
            for before in reversed(past[:-1]):
                assert again.undo() is not None
                assert again.chronology == before
            for after in past[1:]:
                assert again.redo() is not None
                assert again.chronology == after


@settings(max_examples=6, suppress_health_check=SLOW)
@given(sound_reviews())
def test_every_kind_of_record_comes_back_from_the_disk(review: Chronology) -> None:
    records: tuple[Record, ...] = tuple(record for kept in review.records.values() for record in kept.values())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "law.chronology"
        with closing(Store.create(path, "p", "who")) as store:
            store.apply(Change("Take in", records))
        with closing(Store.open(path, "p", "who")) as again:
            assert again.chronology == review
            assert [list(kept) for kept in again.chronology.records.values()] == [*map(list, review.records.values())]
            again.undo()
            assert again.chronology == Chronology()
            again.redo()
            assert again.chronology == review
