"""A date that is hardly possible in this review says why, and offers what may have been meant."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology_app.understanding.dates import doubts, read_when, with_likely

BORN, RECEIVED = date(1922, 1, 1), date(2022, 9, 1)


def offered(text: str) -> list[str | None]:
    return [offer.edtf for offer in with_likely(read_when(text), earliest_birth=BORN, received=RECEIVED).offers]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("12/03/2023", ["2022-03-12", "2013-03-12", "2023-03-12"]),
        ("12/03/2032", ["2022-03-12", "2032-03-12"]),
        ("25/03/1912", ["1922-03-25", "2012-03-25", "1912-03-25"]),
        ("05/11/2022", ["2021-11-05", "2012-11-05", "2022-11-05"]),
        ("March 2023", ["2022-03", "2013-03", "2023-03"]),
        ("29/02/2024", ["2024-02-29"]),
        ("12/03/2022", []),
        ("undated", []),
    ],
)
def test_what_may_have_been_meant_is_offered_and_then_the_date_itself(text: str, edtf: list[str]) -> None:
    assert offered(text) == edtf


@given(st.dates(date(1900, 1, 1), date(2049, 12, 31)))
def test_what_is_offered_first_is_plausible(day: date) -> None:
    when = with_likely(read_when(day.isoformat()), earliest_birth=BORN, received=RECEIVED)
    assert (when.earliest, when.text) == (day, day.isoformat())
    assert all(not doubts(offer, earliest_birth=BORN, received=RECEIVED) for offer in when.offers[:-1])
