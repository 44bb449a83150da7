"""Which days count as a gap, by one agency and by all."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chronology_app.core.change import Change
from chronology_app.core.entry import Entry
from chronology_app.core.findings import Gap
from chronology_app.core.review import Review
from chronology_app.core.source import OtherRow, Outcome
from chronology_app.core.when import Precision, When
from chronology_app.reviewing.gaps import gaps, silences
from tests.make import HEALTH, POLICE, a_chronology, an_entry, on

START = date(2022, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def visits(*days: int) -> list[Entry]:
    return [an_entry(number, when=on("x", day(number))) for number in days]


def police(*days: int) -> list[Entry]:
    return [an_entry(1000 + number, when=on("x", day(number)), agency=POLICE) for number in days]


def test_a_gap_is_told_by_agency_and_for_all() -> None:
    found = gaps(a_chronology(*visits(0, 40), *police(5, 10)))
    assert found == (Gap(HEALTH.id, day(1), day(39)), Gap("", day(11), day(39)))
    assert found[1].days == 29


def test_twenty_eight_days_are_a_gap_and_twenty_seven_are_not() -> None:
    assert len(gaps(a_chronology(*visits(0, 29)))) == 2
    assert gaps(a_chronology(*visits(0, 28))) == ()
    assert len(gaps(a_chronology(*visits(0, 28)), days=27)) == 2


def test_an_agency_is_only_looked_at_between_its_own_entries_and_inside_the_scope() -> None:
    review = Review(scope_from=day(20), scope_to=day(200))
    found = gaps(a_chronology(*visits(0, 60), review=review))
    assert found == (
        Gap("", day(20), day(59)),
        Gap(HEALTH.id, day(20), day(59)),
        Gap("", day(61), day(200)),
    )


def test_a_month_fills_its_days_and_a_year_fills_none() -> None:
    february = When("February 2022", date(2022, 2, 1), date(2022, 2, 28), Precision.MONTH)
    year = When("2022", date(2022, 1, 1), date(2022, 12, 31), Precision.YEAR)
    ends = visits(0, 80)
    assert [gap.first for gap in gaps(a_chronology(*ends, an_entry(7, when=february)), days=22)] == [day(1)] * 2
    assert [gap.last for gap in gaps(a_chronology(*ends, an_entry(7, when=february)), days=31)] == []
    assert [gap.last for gap in gaps(a_chronology(*ends, an_entry(7, when=year)))] == [day(79)] * 2


def test_undated_entries_and_entries_set_aside_fill_nothing() -> None:
    undated = an_entry(9, when=When("undated"))
    assert len(gaps(a_chronology(*visits(0, 40), undated))) == 2
    assert gaps(a_chronology(undated)) == ()


@given(st.sets(st.integers(0, 400), min_size=1, max_size=12), st.integers(1, 60))
def test_no_entry_lies_in_a_gap_and_every_gap_is_as_long_as_asked(days: set[int], least: int) -> None:
    found = gaps(a_chronology(*visits(*days)), days=least)
    for gap in found:
        assert gap.days >= least
        assert not any(gap.first <= day(number) <= gap.last for number in days)
    empty = sum(later - earlier - 1 >= least for earlier, later in pairwise(sorted(days)))
    assert len(found) == 2 * empty


def test_a_nil_return_speaks_for_its_days() -> None:
    dated = [whole(date(2022, 1, 3)), whole(date(2022, 6, 30))]
    spring = When("", date(2022, 1, 4), date(2022, 5, 4))
    since = When("", date(2022, 5, 20), None)
    scope = date(2022, 1, 1), date(2022, 6, 30)
    assert spans(silences(dated, [], scope)) == [(date(2022, 1, 4), date(2022, 6, 29))]
    assert spans(silences(dated, [spring], scope)) == [(date(2022, 5, 5), date(2022, 6, 29))]
    assert silences(dated, [spring, since], scope) == ()
    assert silences([], [When()], scope) == ()
    assert spans(silences([], [], scope)) == [scope]


def test_without_a_scope_the_entries_bound_what_is_looked_at() -> None:
    dated = [whole(date(2022, 1, 3)), whole(date(2022, 3, 1))]
    assert spans(silences(dated, [], (None, None))) == [(date(2022, 1, 4), date(2022, 2, 28))]
    assert silences([], [], (date(2022, 1, 1), None)) == ()


def spans(found: Iterable[Gap]) -> list[tuple[date, date]]:
    return [(gap.first, gap.last) for gap in found]


def whole(on: date) -> When:
    return When("", on, on, Precision.DAY)


def test_days_a_nil_return_speaks_of_are_no_gap_of_that_agency() -> None:
    review = a_chronology(*visits(0, 100), *police(0, 100))
    nil = OtherRow("Sheet1", 9, 9, Outcome.NIL_RETURN, "No contact", "", day(20), day(75))
    unknown = replace(nil, earliest=None, latest=None)
    source = review.sources["source-HV"]
    for row, expected in ((nil, ("", POLICE.id)), (unknown, ("", POLICE.id, HEALTH.id))):
        found = gaps(review.after(Change("", (replace(source, others=(row,)),))))
        assert {gap.agency_id for gap in found} == set(expected)
    later = replace(source, id="later", replaces=source.id)
    found = gaps(review.after(Change("", (replace(source, others=(nil,)), later))))
    assert HEALTH.id in {gap.agency_id for gap in found}
