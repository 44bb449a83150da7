"""However an agency edits its file, nothing that a person wrote is lost, counts add up, and it can be taken back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chronology_app.core import edits
from chronology_app.core.chronology import Chronology
from chronology_app.core.link import LinkKind
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.note import Note, NoteKind
from chronology_app.work.replacing import replace_source, replacement_of
from tests.work.two_versions import LATER, Rows, a_file, imported, replaced, source_id

WORDS = ("Kit", "seemed", "settled.", "Mother", "said", "asleep", "weight", "4.2 kg.", "visit")
EVENTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
FILE = st.lists(
    st.tuples(st.sampled_from(("12/03/2022", "14/03/2022", "02/04/2022", "soon")), EVENTS), min_size=1, max_size=6
)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Rows, Rows]:
    """A file, and the same file as an agency may send it later: rows moved, taken out, put in, words changed."""
    rows = draw(FILE)
    kept = draw(st.permutations(rows))[: draw(st.integers(0, len(rows)))]
    changed = [
        (day, " ".join(draw(st.permutations(event.split())))) if draw(st.booleans()) else (day, event)
        for day, event in kept
    ]
    return rows, [*changed, *draw(FILE)]


def worked_on(chronology: Chronology, data: st.DataObject) -> Chronology:
    """The chronology after a person has marked, noted, flagged, tied together, dated and moved some of it."""
    ids = [entry.id for entry in chronology.in_order()]
    for entry_id in data.draw(st.lists(st.sampled_from(ids), max_size=4)):
        length = len(chronology.entries[entry_id].event)
        start = data.draw(st.integers(0, max(0, length - 1)))
        for change in (
            edits.mark_passage(chronology, entry_id, "event", start, data.draw(st.integers(start, length)), Kind.FACT),
            edits.add_note(chronology, entry_id, NoteKind.QUESTION, "Who was there?"),
            edits.flag(chronology, [entry_id], on=True),
            edits.link(chronology, ids[:2], LinkKind.CONFLICT),
        ):
            chronology = chronology.after(change)
    return chronology


@settings(deadline=None, max_examples=60)
@given(edited(), st.data())
def test_nothing_that_a_person_wrote_is_lost_and_it_can_all_be_taken_back(
    files: tuple[Rows, Rows], data: st.DataObject
) -> None:
    before = worked_on(imported(files[0]), data)
    file = a_file(files[1], "HV v2.csv", source_id(before))
    change = replace_source(file, before, now=LATER)
    after = before.after(change)
    assert after.after(before.inverse(change)) == before
    assert after.all(Note) == before.all(Note)
    assert after.links == before.links
    assert after.all(Mark).keys() == before.all(Mark).keys()
    assert before.entries.keys() <= after.entries.keys()
    for mark in before.all(Mark).values():
        entry, kept = after.entries[mark.entry_id], after.all(Mark)[mark.id]
        words = before.entries[mark.entry_id].event[mark.start : mark.end]
        assert words.split() in (kept.words.split(), entry.event[kept.start : kept.end].split())
        assert not kept.words or "marked passage" in entry.needs
    for entry in before.entries.values():
        kept_entry = after.entries[entry.id]
        assert entry.original in (kept_entry.original, *(one.original for one in kept_entry.earlier))
        assert (entry.flagged, entry.sequence) == (kept_entry.flagged, kept_entry.sequence)


@settings(deadline=None, max_examples=40)
@given(edited())
def test_the_counts_add_up(files: tuple[Rows, Rows]) -> None:
    before = imported(files[0])
    made = replacement_of(a_file(files[1], "HV v2.csv", source_id(before)), before)
    after = replaced(before, files[1])
    followed = len(made.compared.unchanged) + len(made.compared.changed)
    assert followed + len(made.compared.gone) == len(files[0])
    assert followed + len(made.compared.new) == len(files[1])
    assert len(after.in_order()) == len(files[1]) + 1
    assert len(after.aside()) == len(made.compared.gone)
