"""The line that accounts for every row adds up, whatever happened to the rows."""

import re

from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.sheet import Sheet
from chronology_app.core.source import Outcome
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import find_layout
from chronology_app.work.accounting import counts_in_words, in_words
from chronology_app.work.plan import FilePlan, ImportPlan, TablePlan
from tests.make import HEALTH, a_sheet


def numbers(line: str) -> tuple[int, int]:
    """The number left of the equals sign, and the sum of those right of it."""
    total, parts = line.split(" = ")
    return tuple(sum(int(n.replace(",", "")) for n in re.findall(r"[\d,]+", side)) for side in (total, parts))  # type: ignore[return-value]


def test_the_line_reads_like_a_sentence() -> None:
    counts = {Outcome.ENTRY: 398, Outcome.HEADING: 5, Outcome.BLANK: 9, Outcome.NIL_RETURN: 1, Outcome.NOTE: 0}
    assert counts_in_words(counts, needing=9) == (
        "413 rows = 389 entries + 9 entries that need a person + 5 headings + 9 blank + 1 nil return"
    )
    assert counts_in_words({}) == "0 rows = 0 entries"


@given(st.dictionaries(st.sampled_from(list(Outcome)), st.integers(0, 2000)), st.integers(0, 50), st.integers(0, 9))
def test_its_numbers_add_up(counts: dict[Outcome, int], needing: int, ran_on: int) -> None:
    counts[Outcome.ENTRY] = counts.get(Outcome.ENTRY, 0) + needing + ran_on
    total, parts = numbers(counts_in_words(counts, needing=needing, ran_on=ran_on, left_out=7))
    assert total == parts == sum(counts.values()) + 7


def planned(sheet: Sheet, included: bool = True) -> TablePlan:
    layout = find_layout(sheet)
    return TablePlan(sheet, layout, draft(sheet, layout), included=included)


def test_a_plan_is_told_with_all_its_tables() -> None:
    sheet = a_sheet(("Date", "Event"), ("12/03/2022", "Seen."), (None, "and so on"), ("soon", "Called."), ("1/1/2022",))
    file = FilePlan("HV.csv", b"", "0", HEALTH, (planned(sheet), planned(sheet, included=False)))
    assert in_words(ImportPlan((file,))) == (
        "10 rows = 1 entry + 2 entries that need a person + 1 row of text that ran on + 1 heading"
        " + 5 rows of tables that are left out"
    )
