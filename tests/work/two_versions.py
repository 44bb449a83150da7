"""The versions of a file that the tests of replacing it begin with, and how they look for what became of an entry."""

from collections.abc import Sequence
from dataclasses import replace

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.work.accepting import accept
from chronology_app.work.plan import FilePlan, ImportPlan
from chronology_app.work.planning import plan_table
from chronology_app.work.replacing import replace_source
from tests.make import HEALTH, POLICE, a_sheet

NOW, LATER, LAST = "2022-09-02T10:00:00+00:00", "2022-10-02T10:00:00+00:00", "2022-11-02T10:00:00+00:00"
Rows = Sequence[tuple[str, str]]
ROWS: Rows = (
    ("12/03/2022", "Home visit by the health visitor. Kit seemed settled."),
    ("14/03/2022", "Telephone call from Mother about feeding."),
    ("soon after", "Not brought to the clinic at Larkrise."),
    ("02/04/2022", "Clinic: weight 4.2 kg, no concerns recorded."),
)


def a_file(rows: Rows, name: str = "HV.csv", replaces: str = "") -> FilePlan:
    table = plan_table(a_sheet(("Date", "Event"), *rows))
    return FilePlan(name, name.encode() + str(rows).encode(), f"{name}{rows}", HEALTH, (table,), replaces=replaces)


def imported(rows: Rows = ROWS) -> Chronology:
    plan = ImportPlan((a_file(rows), replace(a_file(ROWS[:1], "police.csv"), agency=POLICE)))
    return Chronology().after(accept(plan, Chronology(), now=NOW)[0])


def source_id(chronology: Chronology) -> str:
    return next(source.id for source in chronology.sources.values() if source.name.startswith("HV"))


def replaced(chronology: Chronology, rows: Rows, now: str = LATER, name: str = "HV v2.csv") -> Chronology:
    return chronology.after(replace_source(a_file(rows, name, source_id(chronology)), chronology, now=now))


def telling(chronology: Chronology, words: str) -> Entry:
    """The entry of the health visitors with these words, set aside or not."""
    return next(e for e in chronology.entries.values() if words in e.event and e.agency_id == HEALTH.id)
