"""An accepted import is one change in which every row of every file is accounted for, and the bytes are kept."""

from datetime import date

from chronology_app.core.chronology import Chronology
from chronology_app.core.review import Review
from chronology_app.core.source import Outcome
from chronology_app.work import correcting
from chronology_app.work.accepting import accept
from chronology_app.work.entering import TABLE_LEFT_OUT
from chronology_app.work.plan import FilePlan, ImportPlan
from chronology_app.work.planning import plan_table
from tests.make import HEALTH, POLICE, a_chronology, a_sheet, on

NOW = "2022-09-02T10:00:00+00:00"
ROWS = (
    ("Chronology",),
    ("Ref", "Date", "Event", "Who was on call"),
    ("1", "12/03/2022", "Home visit.", "A"),
    (),
    ("2", "soon", "Called.", "B"),
    ("Total: 2",),
)


def a_plan(review: date | None = None) -> ImportPlan:
    table = plan_table(a_sheet(*ROWS))
    other = plan_table(a_sheet(("HV", "Health visitor"), name="Abbreviations"))
    return ImportPlan((FilePlan("HV.csv", b"the bytes", "abc", HEALTH, (table, other), review),))


def accepted(plan: ImportPlan, chronology: Chronology | None = None) -> Chronology:
    chronology = chronology or Chronology()
    return chronology.after(accept(plan, chronology, now=NOW)[0])


def test_one_change_brings_agency_source_and_entries() -> None:
    change, files = accept(a_plan(date(2022, 9, 1)), Chronology(), now=NOW)
    after = Chronology().after(change)
    (source,) = after.sources.values()
    assert change.label == "Import 2 entries from 1 file"
    assert after.agencies == {HEALTH.id: HEALTH}
    assert (source.name, source.sha256, source.size, source.imported) == ("HV.csv", "abc", 9, NOW)
    assert files == {"abc": b"the bytes"}
    assert after.after(Chronology().inverse(change)) == Chronology()


def test_an_entry_keeps_the_row_as_sent() -> None:
    first, second = sorted(accepted(a_plan()).entries.values(), key=lambda entry: entry.row)
    assert (first.reference, first.event, first.when.earliest) == ("1", "Home visit.", date(2022, 3, 12))
    assert (first.table, first.row, first.original) == ("Sheet1", 3, ("1", "12/03/2022", "Home visit.", "A"))
    assert (first.needs, bool(second.needs), second.when.text) == ("", True, "soon")
    assert not first.date_decided


def test_every_row_is_accounted_for() -> None:
    (source,) = accepted(a_plan()).sources.values()
    counts = source.counts()
    assert sum(counts.values()) == sum(table.rows for table in source.tables) == 7
    assert (counts[Outcome.ENTRY], counts[Outcome.NOTE], counts[Outcome.FOOTER]) == (2, 2, 1)
    assert all(other.text and other.reason for other in source.others if other.outcome is Outcome.NOTE)
    assert source.tables[0].headings == ROWS[1]
    assert source.tables[0].fields == ("reference", "date", "event", "")


def test_a_table_left_out_is_listed_row_by_row() -> None:
    chronology = accepted(correcting.with_table(a_plan(), 0, 0, included=False))
    (source,) = chronology.sources.values()
    assert not chronology.entries
    assert sum(source.counts().values()) == 7
    assert [o.text for o in source.others if o.reason == TABLE_LEFT_OUT] == [
        "1 | 12/03/2022 | Home visit. | A",
        "2 | soon | Called. | B",
    ]


def test_files_left_out_are_no_part_of_it() -> None:
    change, files = accept(correcting.with_file(a_plan(), 0, included=False), Chronology(), now=NOW)
    assert (change.put, files) == ((), {})


def test_a_decided_date_is_marked_as_decided() -> None:
    plan = correcting.with_date(a_plan(), 0, 0, 5, on("x", date(2022, 6, 1)))
    entry = next(entry for entry in accepted(plan).entries.values() if entry.row == 5)
    assert (entry.date_decided, entry.needs, entry.when.text) == (True, "", "soon")


def test_a_date_that_is_hardly_possible_needs_a_person_but_stays_as_written() -> None:
    review = Review(born=date(2022, 1, 20))
    entries = accepted(a_plan(date(2022, 3, 1)), Chronology.of([review])).entries.values()
    entry = next(entry for entry in entries if entry.row == 3)
    assert entry.when.earliest == date(2022, 3, 12)
    assert entry.needs


def test_an_entry_outside_the_scope_says_so_without_needing_anybody() -> None:
    review = Review(scope_from=date(2022, 4, 1), scope_to=date(2022, 5, 1))
    entries = accepted(a_plan(), Chronology.of([review])).entries.values()
    entry = next(entry for entry in entries if entry.row == 3)
    assert (entry.comment, entry.needs) == ("outside the scope period", "")


def test_sources_follow_those_of_the_review_and_a_renamed_agency_is_put() -> None:
    chronology = a_chronology()
    plan = correcting.with_agency(a_plan(), 0, POLICE)
    source = list(accepted(plan, chronology).sources.values())[-1]
    assert (source.position, source.agency_id) == (1, POLICE.id)


def test_a_date_after_the_file_came_needs_a_person_and_offers_the_likely_one() -> None:
    sheet = a_sheet(("Date", "Event"), ("12/03/2023", "Home visit."), ("14/03/2022", "Called."))
    plan = ImportPlan((FilePlan("HV.csv", b"", "abc", HEALTH, (plan_table(sheet),), date(2022, 9, 1)),))
    late, plain = sorted(accepted(plan).entries.values(), key=lambda entry: entry.row)
    assert "after 1 September 2022" in late.needs
    assert (late.when.earliest, late.when.offers[0].earliest) == (date(2023, 3, 12), date(2022, 3, 12))
    assert (plain.needs, plain.when.offers) == ("", ())
