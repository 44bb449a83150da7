"""A small review, its document, and what comes back from Word: for the tests of the round trip."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.mark import Kind, Mark
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.when import Precision, When
from chronology_app.reading.from_remarked_docx import read
from chronology_app.work.documents import write_document
from chronology_app.work.returned import Returned
from chronology_app.work.returning import returned_of
from chronology_app.writing.look import Look
from tests.make import POLICE, a_chronology, an_entry, on
from tests.reading.panel import InWord

LEANNE = Person("person-1", "Mother", "Mother of the child", ("Leanne Marsh", "Leanne"))
REF, DATE, AGENCY, SOURCE, EVENT, ACTION, NOTES, MARK = range(8)
EVENTS = (
    "Home visit. Leanne said he had slept well. Weight 4.2 kg.",
    "Telephone call from Leanne. She asked for a letter. The letter was sent.",
    "Officers went to the house. Nobody answered the door.",
    "Baby was not brought. Letter sent to the family. No reply came.",
)


def the_entries() -> tuple[Entry, ...]:
    """Four entries of two agencies: HV-001, HV-002, POL-001, HV-003, in that order of time."""
    march = When("March 2022", date(2022, 3, 1), date(2022, 3, 31), Precision.MONTH)
    one, two, four = (an_entry(n, event) for n, event in ((1, EVENTS[0]), (2, EVENTS[1]), (4, EVENTS[3])))
    three = an_entry(3, EVENTS[2], on("14/03/2022", date(2022, 3, 14)), POLICE)
    return (
        replace(one, when=march, professional="HV Adams", experience="Content."),
        two,
        three,
        replace(four, when=on("20/03/2022", date(2022, 3, 20)), contact_type="Clinic"),
    )


def the_review() -> Chronology:
    """The four entries, one of them marked, one with a note, and a mother whose name they say."""
    mark = Mark("mark-1", "entry-2", Kind.REPORTED, "event", 29, 51)
    note = Note("note-1", "entry-2", NoteKind.QUESTION, "Which letter was it?")
    return Chronology.of(
        [
            *(record for kept in a_chronology(*the_entries()).records.values() for record in kept.values()),
            *(LEANNE, mark, note),
        ]
    )


LOOK = Look(notes=True, columns=("ref", "date", "agency", "source", "event", "action", "notes", "mark"))
FORMS = (LOOK, Look(), replace(LOOK, anonymise=True), replace(LOOK, publication=True))


def came_back(
    chronology: Chronology,
    folder: Path,
    act: Callable[[InWord], object] = lambda _: None,
    look: Look = LOOK,
    now: Chronology | None = None,
) -> Returned:
    """What the panel did to the document of a chronology, as it is seen in the chronology as it is `now`."""
    written = folder / "written.docx"
    write_document(chronology, written, look)
    word = InWord(written)
    act(word)
    content = word.save(folder / "returned.docx").read_bytes()
    found = returned_of("returned.docx", read(content), now or chronology)
    assert found is not None
    return found


def proposed(returned: Returned) -> list[tuple[str, str, str, str, str]]:
    """Proposals without what a test does not ask: entry, field, before, after, author."""
    return [(one.entry_id, one.field, one.before, one.after, one.author) for one in returned.proposals]
