"""The files that the tests of the import dialog look over, as the app understands them."""

from chronology_app.core.agency import Agency
from chronology_app.core.sheet import Sheet, State
from chronology_app.work.plan import FilePlan, ImportPlan
from chronology_app.work.planning import plan_table
from tests.make import HEALTH, POLICE

VISITS = Sheet(
    "Visits",
    (
        ("Health visiting chronology",),
        ("Date", "Details of contact", "Action taken", "Initials"),
        ("13/03/2022", "Home visit, baby asleep.", "Weigh again.", "RP"),
        ("31/04/2022", "Telephone call from mother.", "None.", "RP"),
        ("soon after", "Not brought to clinic.", "Letter sent.", "RP"),
        ("15/04/2022", "Visit cancelled.", "", "RP"),
        ("16/04/2022", "Clinic, 5.2 kg.", "None.", "RP"),
    ),
    states={(6, 0): State.STRUCK},
)
CALLS = Sheet("Calls", (("Date", "Event"), ("03/04/2022", "Call to a neighbour."), ("05/06/2022", "Second call.")))
LETTER = Sheet("Letter", (("Please find attached",), ("our chronology.",)))
UNREADABLE = FilePlan("scan.pdf", b"", "", Agency("a-hou", "HOU", "Housing", 2), problem="Save it as .docx first.")


def a_file(name: str, agency: Agency, *sheets: Sheet) -> FilePlan:
    """A file whose tables are as the app understands them."""
    return FilePlan(name, b"bytes", name, agency, tuple(map(plan_table, sheets)))


PLAN = ImportPlan((a_file("visits.docx", HEALTH, VISITS), a_file("police.xlsx", POLICE, CALLS, LETTER), UNREADABLE))
