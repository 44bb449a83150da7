"""Builders for tests that read like sentences."""

from datetime import date

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.review import Review
from chronology_app.core.sheet import Sheet, Value
from chronology_app.core.source import Source, SourceTable
from chronology_app.core.when import Precision, When

HEALTH = Agency("agency-hv", "HV", "Health visiting", 0)
POLICE = Agency("agency-pol", "POL", "Police", 1)
SOURCE_HEADINGS = ("Date", "Event", "Action")


def on(text: str, day: date) -> When:
    """A plain day as an agency wrote it."""
    return When(text, day, day, Precision.DAY)


def an_entry(number: int, event: str = "Home visit.", when: When | None = None, agency: Agency = HEALTH) -> Entry:
    """Entry `number` of an agency, on 12 March 2022 unless told."""
    when = when or on("12/03/2022", date(2022, 3, 12))
    return Entry(
        id=f"entry-{number}",
        agency_id=agency.id,
        source_id=f"source-{agency.code}",
        table="Sheet1",
        row=number + 1,
        last_row=number + 1,
        when=when,
        event=event,
        action="None.",
        original=(when.text, event, "None."),
    )


def a_source(agency: Agency, entries: int) -> Source:
    """The file those entries came from."""
    table = SourceTable("Sheet1", 1, SOURCE_HEADINGS, ("date", "event", "action"), entries + 1, entries, True)
    return Source(
        f"source-{agency.code}", agency.id, f"{agency.code}.xlsx", "0" * 64, 1000, date(2022, 9, 1), "", (table,)
    )


def a_chronology(*entries: Entry, review: Review | None = None) -> Chronology:
    """A chronology of two agencies that holds these entries."""
    review = review or Review(title="Baby K", designation="Baby K", born=date(2022, 1, 20), due=date(2022, 1, 25))
    sources = [a_source(agency, sum(entry.agency_id == agency.id for entry in entries)) for agency in (HEALTH, POLICE)]
    return Chronology.of([review, HEALTH, POLICE, *sources, *entries])


def a_sheet(*rows: tuple[Value, ...], name: str = "Sheet1") -> Sheet:
    """A sheet with these rows."""
    return Sheet(name, tuple(rows))
