"""A later version of a file takes the place of the one before, and nothing that a person wrote is lost."""

from dataclasses import fields, replace
from datetime import date

import pytest

from chronology_app.core import edits
from chronology_app.core.chronology import Chronology
from chronology_app.core.cutting import cut
from chronology_app.core.entry import Entry
from chronology_app.core.fields import TEXT_FIELDS
from chronology_app.core.mark import Kind
from chronology_app.core.source import Outcome, current, versions
from chronology_app.work import correcting
from chronology_app.work.accepting import accept
from chronology_app.work.plan import ImportPlan
from chronology_app.work.replacing import replace_source
from chronology_app.writing.references import references
from tests.make import POLICE, on
from tests.work.two_versions import LAST, LATER, ROWS, Rows, a_file, imported, replaced, source_id, telling


def marked(chronology: Chronology, words: str, passage: str, kind: Kind = Kind.OPINION) -> Chronology:
    entry = telling(chronology, words)
    start = entry.event.index(passage)
    return chronology.after(edits.mark_passage(chronology, entry.id, "event", start, start + len(passage), kind))


def with_row(number: int, row: tuple[str, str]) -> Rows:
    return (*ROWS[:number], row, *ROWS[number + 1 :])


OF_THE_FILE = {"agency_id", "source_id", "table", "row", "last_row", "when", "original", "comment", *TEXT_FIELDS}
FOLLOWS = {"id", "date_decided", "needs", "sequence", "flagged", "set_aside", "earlier"}


def test_every_field_of_an_entry_is_the_files_or_follows_it() -> None:
    """Whoever gives entries a field decides here, and in `work.replacing`, which of the two it is."""
    assert {field.name for field in fields(Entry)} == OF_THE_FILE | FOLLOWS


def test_entries_keep_their_ids_and_their_earlier_rows() -> None:
    before = imported()
    after = replaced(
        before, (("01/03/2022", "Booking."), *with_row(3, (ROWS[3][0], "Clinic: weight 4.3 kg, no concerns recorded.")))
    )
    visit, clinic = telling(after, "Home visit"), telling(after, "Clinic")
    assert visit.id == telling(before, "Home visit").id
    assert clinic.id == telling(before, "Clinic").id
    assert clinic.event == "Clinic: weight 4.3 kg, no concerns recorded."
    assert clinic.earlier == (telling(before, "Clinic").origin,)
    assert clinic.earlier[0].original == ROWS[3]
    assert (visit.row, visit.earlier[0].row) == (3, 2)
    assert references(after)[clinic.id] == references(before)[clinic.id]
    assert references(after)[telling(after, "Booking").id] == "HV-005"


def test_the_earlier_source_stays_as_it_was_and_the_later_one_names_it() -> None:
    before = imported()
    after = replaced(before, ROWS[:2])
    old = before.sources[source_id(before)]
    assert after.sources[old.id] == old
    new = next(source for source in after.sources.values() if source.replaces == old.id)
    assert versions(after.sources, new.id) == (old, new)
    assert (new.position, new.counts()[Outcome.ENTRY]) == (old.position, 2)
    assert old not in current(after.sources)


def test_what_is_gone_is_set_aside_with_the_reason_and_comes_back_with_a_version_that_has_it() -> None:
    before = imported()
    second = replaced(before, ROWS[1:])
    gone = telling(second, "Home visit")
    assert gone.set_aside == "Not in version 2 of HV v2.csv"
    assert gone.source_id == source_id(before)
    third = replaced(second, ROWS, LAST, "HV v3.csv")
    back = telling(third, "Home visit")
    assert (back.id, back.set_aside, len(third.aside())) == (gone.id, "", 0)
    assert len(versions(third.sources, back.source_id)) == 3


def test_an_entry_that_a_person_set_aside_stays_set_aside() -> None:
    before = imported()
    before = before.after(edits.set_aside(before, [telling(before, "Clinic").id], "told twice"))
    assert telling(replaced(before, ROWS), "Clinic").set_aside == "told twice"
    assert telling(replaced(before, ROWS[:2]), "Clinic").set_aside == "told twice"


def test_a_mark_moves_with_its_words() -> None:
    before = marked(imported(), "Home visit", "Kit seemed settled.")
    after = replaced(before, with_row(0, (ROWS[0][0], "Planned home visit by the health visitor. Kit seemed settled.")))
    entry = telling(after, "home visit")
    (mark,) = after.marks_of(entry.id)
    assert entry.event[mark.start : mark.end] == "Kit seemed settled."
    assert (mark.words, entry.needs) == ("", "")


def test_a_mark_whose_words_changed_is_kept_beside_the_text_for_a_second_look() -> None:
    before = marked(imported(), "Home visit", "Kit seemed settled.")
    after = replaced(before, with_row(0, (ROWS[0][0], "Home visit by the health visitor. Kit seemed unsettled.")))
    entry = telling(after, "Home visit")
    (mark,) = after.marks_of(entry.id)
    assert (mark.start, mark.end, mark.words) == (0, 0, "Kit seemed settled.")
    assert entry.needs == "The words of a marked passage changed in version 2."
    assert after.kind_of(entry.id) is None
    again = replaced(after, ROWS, LAST, "HV v3.csv")
    (mark,) = again.marks_of(entry.id)
    assert (again.entries[entry.id].event[mark.start : mark.end], mark.words) == ("Kit seemed settled.", "")


def test_a_marked_entry_whose_words_changed_is_shown_for_a_second_look() -> None:
    before = imported()
    before = before.after(edits.mark(before, [telling(before, "Clinic").id, telling(before, "Home").id], Kind.FACT))
    after = replaced(before, with_row(3, (ROWS[3][0], "Clinic: weight 4.3 kg, no concerns recorded.")))
    assert telling(after, "Clinic").needs == "The words of a marked entry changed in version 2."
    assert telling(after, "Home visit").needs == ""
    assert after.kind_of(telling(after, "Clinic").id) is Kind.FACT


def test_a_date_that_a_person_decided_stays_and_is_shown_where_its_words_changed() -> None:
    before = imported()
    before = before.after(edits.set_date(before, telling(before, "Not brought").id, on("x", date(2022, 3, 20))))
    same = telling(replaced(before, ROWS), "Not brought")
    assert (same.when.earliest, same.date_decided, same.needs) == (date(2022, 3, 20), True, "")
    other = telling(replaced(before, with_row(2, ("22/03/2022", ROWS[2][1]))), "Not brought")
    assert (other.when.earliest, other.when.text, other.date_decided) == (date(2022, 3, 20), "22/03/2022", True)
    assert other.needs.endswith("changed in version 2: it is still read as 20 March 2022.")


def test_a_date_that_the_agency_put_right_needs_nobody() -> None:
    before = imported()
    assert telling(before, "Not brought").needs
    after = telling(replaced(before, with_row(2, ("22/03/2022", ROWS[2][1]))), "Not brought")
    assert (after.when.earliest, after.needs) == (date(2022, 3, 22), "")


def test_what_was_settled_stays_settled() -> None:
    before = imported()
    before = before.after(edits.settle(before, [telling(before, "Not brought").id]))
    assert telling(replaced(before, ROWS), "Not brought").needs == ""


def test_a_row_that_a_person_parted_stays_parted_where_its_words_are_the_same() -> None:
    before = imported(((ROWS[0][0], "Home visit. Telephone call later."), *ROWS[1:]))
    visit = telling(before, "Home visit")
    before = before.after(cut(before, visit, [12]))
    second = replaced(before, (*ROWS[1:], (ROWS[0][0], "Home visit.  Telephone call later.")))
    assert {telling(second, words).event for words in ("Home", "later")} == {"Home visit.", "Telephone call later."}
    assert (len(second.in_order()), len(second.aside())) == (6, 0)
    third = replaced(second, ((ROWS[0][0], "Home visit. Telephone call at 5."), *ROWS[1:]), LAST, "HV v3.csv")
    assert third.entries[visit.id].event == "Home visit. Telephone call at 5."
    assert (
        third.entries[visit.id].needs
        == "A person had made several entries of this row, and its words changed in version 3."
    )
    assert [entry.event for entry in third.aside()] == ["Telephone call later."]


def test_a_row_parted_by_its_days_stays_parted() -> None:
    before = imported((("28/2/22 & 2/3/22", "Telephone calls."), *ROWS[1:]))
    before = before.after(edits.split(before, telling(before, "Telephone calls").id))
    after = replaced(before, (("28/2/22 & 2/3/22", "Telephone calls to Mother."), *ROWS[1:]))
    days = [entry.when.earliest for entry in after.in_order() if "calls to Mother" in entry.event]
    assert days == [date(2022, 2, 28), date(2022, 3, 2)]


def test_an_import_may_hold_new_files_and_later_versions_and_is_one_step() -> None:
    before = imported()
    plan = ImportPlan((a_file(ROWS[:3], "HV v2.csv"), replace(a_file(ROWS[:2], "more.csv"), agency=POLICE)))
    plan = correcting.with_replaces(plan, 0, source_id(before))
    change, files = accept(plan, before, now=LATER)
    after = before.after(change)
    assert change.label == "Import 5 entries from 2 files, 1 of them later versions"
    assert set(files) == {file.sha256 for file in plan.files}
    assert (len(after.in_order()), len(after.aside())) == (3 + 1 + 2, 1)
    assert after.after(before.inverse(change)) == before


def test_the_change_says_what_it_does_in_numbers() -> None:
    before = imported()
    rows = (
        *with_row(3, (ROWS[3][0], "Clinic: weight 4.3 kg, no concerns recorded."))[1:],
        ("03/05/2022", "Moved away."),
    )
    change = replace_source(a_file(rows, "HV v2.csv", source_id(before)), before, now=LATER)
    assert change.label == "Replace a file by its version 2: 1 changed, 1 new, 1 set aside"
    same = replace_source(a_file(ROWS, "HV v2.csv", source_id(before)), before, now=LATER)
    assert same.label == "Replace a file by its version 2: nothing changed"


def test_only_one_file_of_a_plan_is_the_later_version_of_another() -> None:
    plan = ImportPlan((a_file(ROWS, "a.csv"), a_file(ROWS, "b.csv")))
    for number in range(2):
        plan = correcting.with_replaces(plan, number, "source")
    assert [file.replaces for file in plan.files] == ["", "source"]
    assert correcting.with_agency(plan, 1, POLICE).files[1].replaces == ""


def test_a_source_that_is_not_there_cannot_be_replaced() -> None:
    with pytest.raises(KeyError):
        replace_source(a_file(ROWS, replaces="nowhere"), Chronology(), now=LATER)
