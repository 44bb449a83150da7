"""Laws of the round trip: an untouched document proposes nothing, a comment stays where it was made, undo is whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology_app.core.change import Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Findings
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.when import Precision, When
from chronology_app.reading.from_remarked_docx import read
from chronology_app.reviewing.designations import designate
from chronology_app.work.alike import plainly
from chronology_app.work.publication import publish
from chronology_app.work.returned import take
from chronology_app.work.returning import returned_of
from chronology_app.writing.look import Look
from chronology_app.writing.references import references
from chronology_app.writing.to_docx import write_docx
from chronology_app.writing.wording import wording
from chronology_app.writing.wordml import legal
from tests.make import a_chronology, an_entry
from tests.reading.panel import InWord, text_of
from tests.work.returned_review import LEANNE, came_back, the_review

AWKWARD = [
    "By: nobody",
    "[F]\u00a0x",
    "a\x0bb",
    "x\r\ny",
    "\n",
    "HV.xlsx, row 3",
    "“–”",
    "Leanne",
    "Contact:",
    "1 2\t3",
    "&<>",
    "–",
]
WORDS = st.lists(st.sampled_from([*AWKWARD, "seen", "well.", "at home"]) | st.text(max_size=8), max_size=6).map(
    " ".join
)
FIELDS = ("event", "action", "professional", "people", "contact_type", "experience", "source", "reference", "seen")
COLUMNS = tuple(column.name for column in wording().columns if column.name != "ref")
DAYS = st.dates(date(2021, 1, 1), date(2023, 1, 1))


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    """Some entries with awkward words in any field, dated to the day, to a month or not at all."""
    made = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        day = draw(st.none() | DAYS)
        when = When(draw(WORDS), day, day, Precision.DAY, approximate=draw(st.booleans())) if day else When(draw(WORDS))
        texts = {name: draw(WORDS) for name in FIELDS}
        decided = draw(st.booleans())
        made.append(replace(an_entry(number, when=when), date_decided=decided, comment=draw(WORDS), **texts))
    return made


@st.composite
def chronologies(draw: st.DrawFn) -> Chronology:
    """Entries with marks on them and their passages, notes of every kind, and a person whose name they may say."""
    held = draw(entries())
    records: list[Record] = [LEANNE]
    for number, entry in enumerate(held):
        kind = draw(st.sampled_from((Kind.FACT, Kind.OPINION, Kind.REPORTED)))
        start = draw(st.integers(0, 5))
        records += [
            Mark(f"mark-{number}", entry.id, kind, *draw(st.sampled_from([("",), ("event", start, start + 4)])))
        ]
        said = [draw(st.sampled_from(NoteKind)), draw(WORDS), draw(st.sampled_from(["", "A. Panel"])), "", "event"]
        records += [Note(f"note-{number}", entry.id, *said, draw(WORDS), draw(WORDS))]
    return Chronology.of([*(r for kept in a_chronology(*held).records.values() for r in kept.values()), *records])


def written(chronology: Chronology, look: Look, folder: Path) -> Path:
    """The document of a chronology; what looks for names left over has tests of its own."""
    path = folder / "written.docx"
    shown = publish(chronology) if look.publication else designate(chronology) if look.anonymise else chronology
    write_docx(shown, Findings(), path, look)
    return path


@settings(max_examples=60, deadline=None)
@given(chronologies(), st.permutations(COLUMNS), st.integers(1, 8), st.sampled_from(["", "anonymise", "publication"]))
def test_an_untouched_document_proposes_nothing(
    chronology: Chronology, order: list[str], number: int, form: str
) -> None:
    look = Look(columns=("ref", *order[:number]), notes=True)
    look = replace(look, **{form: True}) if form else look
    with TemporaryDirectory() as folder:
        found = returned_of("x.docx", read(written(chronology, look, Path(folder)).read_bytes()), chronology)
    if not set(order[:number]) <= {"agency", "child"}:  # there is nothing in them to tell a review by
        assert found is not None
        assert (found.comments, found.proposals, found.added, found.gone, found.since) == ((), (), (), (), ())
        assert found.recognised == len(chronology.entries)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_comment_on_any_cell_is_found_with_its_entry(data: st.DataObject) -> None:
    review = the_review()
    known = references(review)
    with TemporaryDirectory() as folder:
        path = written(review, Look(notes=True), Path(folder))
        word = InWord(path)
        entry_id = data.draw(st.sampled_from(sorted(known)))
        cells = [cell for cell in word.row(known[entry_id]).iter(qn("w:tc")) if text_of(cell)]
        word.comment(data.draw(st.sampled_from(cells)), "", "Why?")
        found = returned_of("x.docx", read(word.save(path).read_bytes()), review)
    assert found is not None
    assert [(one.entry_id, one.text) for one in found.comments] == [(entry_id, "Why?")]
    assert found.proposals == ()


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_to_take_and_to_undo_is_to_have_done_nothing(data: st.DataObject) -> None:
    review = the_review()

    def act(word: InWord) -> None:
        word.comment(word.cell("HV-001", 4), "slept well", "Who says so?")
        word.change(word.cell("HV-001", 4), "Weight", "Height", "B. Panel")
        word.change(word.cell("HV-001", 1), "March 2022", "9 March 2022")
        word.change(word.cell("HV-002", 6), "Which letter", "Which of the letters")
        word.change(word.cell("POL-001", 7), "–", "F")
        word.change(word.cell("HV-003", 5), "None.", "Asked.")

    with TemporaryDirectory() as folder:
        found = came_back(review, Path(folder), act)
    ids = [one.id for one in (*found.comments, *found.proposals)]
    assert len(ids) == 6
    change = take(found, set(data.draw(st.lists(st.sampled_from(ids)))), review)
    after = review.after(change)
    assert after.after(review.inverse(change)) == review
    words = [[entry.text(name) for name in FIELDS] + [entry.when.text] for entry in after.entries.values()]
    assert words == [[entry.text(name) for name in FIELDS] + [entry.when.text] for entry in review.entries.values()]


@settings(max_examples=60, deadline=None)
@given(st.data(), chronologies(), st.sampled_from(["", "B. Panel"]))
def test_words_put_in_are_proposed_for_their_entry_alone(
    data: st.DataObject, chronology: Chronology, author: str
) -> None:
    known = references(chronology)
    entry_id = data.draw(st.sampled_from(sorted(known)))
    with TemporaryDirectory() as folder:
        path = written(chronology, Look(notes=True), Path(folder))
        word = InWord(path)
        cell = next(cell for cell in list(word.row(known[entry_id]).iter(qn("w:tc")))[4:5])
        letter = data.draw(st.sampled_from(sorted({sign for sign in text_of(cell) if sign.isalnum()} or {""})))
        if not letter:
            return
        word.change(cell, letter, f"{letter} Panel's words {letter}", author)
        found = returned_of("x.docx", read(word.save(path).read_bytes()), chronology)
    assert found is not None
    assert {one.entry_id for one in found.proposals} == {entry_id}
    assert any("Panel's words" in one.after and one.author == author for one in found.proposals)
    for one in found.proposals:
        assert plainly(one.before) in plainly(legal(chronology.entries[entry_id].text(one.field)))
