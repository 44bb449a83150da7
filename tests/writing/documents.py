"""Documents of every look, made once, for rules that each of them must keep."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import flag, mark, mark_passage, set_aside
from chronology_app.core.findings import Abbreviation, Findings
from chronology_app.core.mark import Kind
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.core.source import OtherRow, Outcome
from chronology_app.core.when import When
from chronology_app.reviewing.designations import designate
from chronology_app.work.publication import publish
from chronology_app.writing.extracts import of_agency, rapid_review
from chronology_app.writing.to_docx import write_docx
from tests.make import HEALTH, POLICE, a_chronology, an_entry
from tests.writing.docx_parts import DATED, Document, opened
from tests.writing.test_own_template import template

NAMES = (
    *("everything", "plain", "designations", "publication", "one agency", "a choice", "few columns"),
    *("nothing in it", "own template"),
)
"""What the documents are called."""

EVERYTHING = replace(DATED, notes=True)
FOUND = Findings(
    abbreviations=(Abbreviation("GP", "", 1, "entry-1"), Abbreviation("HV", "health visitor", 2, "entry-2"))
)


def whole() -> Chronology:
    """A review with something for every part, table and column of a document."""
    entries = (
        an_entry(1, "Home seemed cold.  Mother said:\n\t“no”."),
        replace(an_entry(2), needs="Two dates; see POL-001.", seen="Yes", experience="Asleep.", shared_with="GP"),
        an_entry(3),
        replace(an_entry(4, agency=POLICE), practice="Good.", source="Log", professional="PC 1"),
        an_entry(5, "A long account. " * 200),
        an_entry(6, when=When("31/02/2022", reason="This day does not exist.")),
    )
    chronology = a_chronology(*entries)
    others = (
        OtherRow("Sheet1", 9, 9, Outcome.NIL_RETURN, "No contact in May."),
        OtherRow("Sheet1", 10, 12, Outcome.BLANK),
        OtherRow("Sheet1", 13, 14, Outcome.HIDDEN, "Draft", "The rows are hidden."),
    )
    old = chronology.sources["source-HV"]
    notes = (
        Note("a", "entry-1", NoteKind.QUESTION, "Who was told? See POL-001.", "R. Panel", "2022-09-03T12:00:00"),
        Note("b", "entry-4", NoteKind.QUESTION, "Who called?", answer="A neighbour, as HV-002 says."),
        Note("c", "entry-1", NoteKind.PROPOSAL, "Home was cold.", "R. Panel", "", "event", "Home seemed cold."),
        Note("d", "entry-2", NoteKind.THEME, "Housing & <heating>"),
        Note("e", "entry-2", NoteKind.NOTE, "Ring her.", about="Home visit."),
    )
    people = Person("p", "MGM", "Maternal grandmother", ("Ann Example",)), Person("q", "Baby K", "The baby")
    newer = replace(old, id="later", replaces=old.id, others=others)
    chronology = chronology.after(Change("", (*people, newer, *notes)))
    chronology = chronology.after(mark_passage(chronology, "entry-1", "event", 5, 16, Kind.OPINION))
    chronology = chronology.after(mark(chronology, ["entry-2"], Kind.FACT))
    chronology = chronology.after(flag(chronology, ["entry-4"], True))
    return chronology.after(set_aside(chronology, ["entry-3"], "Sent twice, as HV-001."))


@cache
def documents() -> Mapping[str, Document]:
    """Return a document of each look by its name."""
    chronology, made = whole(), {}
    bare = Chronology.of([Review(), HEALTH])
    with TemporaryDirectory() as folder:
        own = Path(folder) / "own.docx"
        template().save(str(own))
        for name, (held, look) in {
            "everything": (chronology, EVERYTHING),
            "plain": (chronology, DATED),
            "designations": (designate(chronology), replace(EVERYTHING, anonymise=True)),
            "publication": (publish(chronology), replace(DATED, publication=True, anonymise=True)),
            "one agency": (of_agency(chronology, POLICE.id), replace(EVERYTHING, agency_id=POLICE.id)),
            "a choice": (chronology, replace(EVERYTHING, entry_ids=rapid_review(chronology))),
            "few columns": (chronology, replace(DATED, columns=("ref", "date", "agency", "event"))),
            "nothing in it": (bare, EVERYTHING),
            "own template": (chronology, replace(EVERYTHING, template=own)),
        }.items():
            path = Path(folder) / "x.docx"
            write_docx(held, FOUND if "entry-1" in held.entries else Findings(), path, look)
            made[name] = opened(path)
    return made
