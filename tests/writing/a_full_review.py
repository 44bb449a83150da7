"""A review that holds a record of every kind, with what the app noticed in it."""

from dataclasses import replace
from datetime import date, time

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import mark_passage, set_aside
from chronology_app.core.entry import Origin
from chronology_app.core.filter import Filter
from chronology_app.core.findings import Accounts, Conflict, Findings, Gap, Suggestion
from chronology_app.core.link import Link, LinkKind
from chronology_app.core.mark import Kind
from chronology_app.core.named_look import Choice, NamedLook
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.remembered import Constant, RememberedLayout
from chronology_app.core.source import OtherRow, Outcome
from chronology_app.core.stay import Stay
from chronology_app.core.when import Precision, When
from tests.make import HEALTH, a_chronology, an_entry, on

BESIDE = (
    RememberedLayout("layout-1", "HV", ("Day",), ("date",), True, (Constant("source", "Record"),)),
    Person("mother", "Mother", "Baby K's mother", ("Isla", "Isla Ashby-Pell")),
    Stay("stay-1", "A refuge", "Mother", "North", on("12/3/22", date(2022, 3, 12)), When("?"), "entry-1"),
    Link("link-1", LinkKind.SAME_EVENT, ("entry-1", "entry-2"), "The same visit."),
    Note("note-1", "entry-1", NoteKind.QUESTION, "Who was there?", answer="The health visitor."),
    Note("note-2", "entry-2", NoteKind.PROPOSAL, "8 May", "R. Panel", "2022-11-02T10:00Z", "event", "Home"),
    NamedLook(
        "look-1", "Panel", ("title",), ("ref",), Choice.FILTER,
        Filter(agencies=frozenset({HEALTH.id}), kinds=frozenset({"fact"}), text="cold", needing=True), HEALTH.id, True,
    ),
    NotAName("none-1", "Grace", "MGM", "said grace before"),
)  # fmt: skip


def full() -> tuple[Chronology, Findings]:
    """A chronology with every kind of record, and findings of every kind."""
    when = When(
        "c. 12/3/22 2pm", date(2022, 3, 12), date(2022, 3, 12), Precision.MINUTE, approximate=True, time=time(14)
    )
    before = Origin("source-HV", "Sheet1", 2, 2, ("12/3/22",))
    chronology = a_chronology(
        replace(an_entry(1, "Home seemed cold.", when), earlier=(before,)),
        replace(an_entry(2), needs="No date.", when=When()),
    )
    chronology = chronology.after(mark_passage(chronology, "entry-1", "event", 5, 16, Kind.OPINION))
    chronology = chronology.after(set_aside(chronology, ["entry-2"], "Sent twice."))
    nil = OtherRow("Sheet1", 4, 4, Outcome.NIL_RETURN, "Nothing in May.", "", date(2022, 5, 1), date(2022, 5, 31))
    source = replace(chronology.sources["source-HV"], others=(nil,))
    chronology = chronology.after(Change("Read a file", (source, *BESIDE)))
    found = Findings(
        {"entry-1": (Suggestion(5, 11, Kind.OPINION, "seemed", "A guess."),)},
        (Accounts(("entry-1", "entry-2"), ("The same day.",)),),
        (Conflict(("entry-1", "entry-2"), "time", ("14:00 or 15:00.",)),),
        (Gap(HEALTH.id, date(2022, 4, 1), date(2022, 4, 30)),),
    )
    return chronology, found
