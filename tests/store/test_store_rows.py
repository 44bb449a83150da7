"""No field of a record can be forgotten on the way to disk, and every value comes back as it was."""

from dataclasses import dataclass, fields
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology_app.core.change import RECORD_TYPES, Record
from chronology_app.core.when import When
from chronology_app.store.rows import shape_of
from chronology_app.store.tables import ROWS, RecordRow, table_of

KEPT = ("record_version", "replaced_in", "first_in", "first_place")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
st.register_type_strategy(str, TEXT)
st.register_type_strategy(int, st.integers(-(2**31), 2**31 - 1))
st.register_type_strategy(date, st.dates())
st.register_type_strategy(time, st.times().map(lambda at: at.replace(fold=0)))


def whens(deep: bool = True) -> st.SearchStrategy[When]:
    """Any `When`, with offers of its own where `deep`."""
    offers = st.lists(whens(deep=False), max_size=2).map(tuple) if deep else st.just(())
    return st.builds(When, offers=offers)


st.register_type_strategy(When, whens())


def test_there_is_a_table_for_every_kind_of_record() -> None:
    assert tuple(ROWS) == RECORD_TYPES
    assert tuple(RecordRow.model_fields) == ("id", *KEPT)


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_a_table_has_the_columns_of_its_record_in_order(kind: type[Record]) -> None:
    first, *others = shape_of(kind).columns
    assert tuple(table_of(ROWS[kind]).c.keys()) == (first, *KEPT, *others)
    assert {name.split("_")[0] for name in shape_of(kind).columns} >= {
        field.name.split("_")[0] for field in fields(kind)
    }


@pytest.mark.parametrize("kind", RECORD_TYPES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_what_is_written_reads_back_the_same(kind: type[Any], data: st.DataObject) -> None:
    records = data.draw(st.lists(st.from_type(kind), max_size=3))
    rows = list(zip(*shape_of(kind).cells(records), strict=True))
    assert all(type(cell) in (str, int, type(None)) for row in rows for cell in row)
    assert list(shape_of(kind).records(iter(zip(*rows, strict=True)))) == records if rows else not records


@dataclass(frozen=True)
class Odd:
    at: datetime


def test_a_kind_of_field_without_a_column_is_refused() -> None:
    with pytest.raises(TypeError, match="no column for"):
        shape_of(Odd)
