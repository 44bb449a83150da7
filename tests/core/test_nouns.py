"""The small nouns: what a source counts, what an entry says, how an id is made, which colours can be read."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chronology_app.core import palette, resources
from chronology_app.core.errors import ResourceProblem
from chronology_app.core.fields import DATE_FIELDS, MARKED_FIELDS, TEXT_FIELDS, TITLES, Field
from chronology_app.core.findings import Gap
from chronology_app.core.identity import new_id
from chronology_app.core.source import OtherRow, Outcome, Source, SourceTable
from tests.make import an_entry

outcomes = some.sampled_from([outcome for outcome in Outcome if outcome is not Outcome.ENTRY])


@given(some.lists(some.integers(0, 50), max_size=4), some.lists(some.tuples(outcomes, some.integers(1, 9))))
def test_the_counts_of_a_source_add_up_to_its_rows(entries: list[int], others: list[tuple[Outcome, int]]) -> None:
    tables = tuple(SourceTable(str(n), 1, (), (), 0, number) for n, number in enumerate(entries))
    left_out = tuple(OtherRow("0", 10, 9 + rows, outcome) for outcome, rows in others)
    counts = Source("s", "a", "f.xlsx", "0" * 64, 1, None, "", tables, left_out).counts()
    assert sum(counts.values()) == sum(entries) + sum(rows for _, rows in others)
    assert set(counts) == set(Outcome)


def test_a_source_finds_its_table_by_name() -> None:
    table = SourceTable("Log", 1, (), (), 0, 0)
    source = Source("s", "a", "f.xlsx", "0" * 64, 1, None, "", (table,))
    assert source.table("Log") is table
    assert source.table("Other") is None


def test_every_field_has_a_title_and_is_either_date_or_text_on_the_entry() -> None:
    assert set(TITLES) == set(Field) == DATE_FIELDS | set(TEXT_FIELDS)
    assert set(MARKED_FIELDS) <= set(TEXT_FIELDS)
    assert all(hasattr(an_entry(1), field) for field in TEXT_FIELDS)


def test_an_entry_gives_its_words_by_field_and_nothing_for_the_date() -> None:
    assert an_entry(1, "Seen.").text(Field.EVENT) == "Seen."
    assert an_entry(1).text(Field.DATE) == ""


def test_an_id_is_a_uuid_of_version_7_and_no_two_are_the_same() -> None:
    made = [new_id() for _ in range(1000)]
    pattern = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    assert all(pattern.fullmatch(one) for one in made)
    assert len(set(made)) == 1000
    assert made == sorted(made)


def test_a_gap_counts_both_its_ends() -> None:
    assert Gap("a", date(2022, 3, 1), date(2022, 3, 31)).days == 31


def brightness(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2, 1 to 21)."""
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("number", range(len(palette.palette())))
def test_an_agencys_colour_can_be_read(number: int) -> None:
    colour = palette.colour(number)
    assert contrast(colour.ink, colour.pale) >= 7
    assert contrast(colour.strong, "#ffffff") >= 3


def test_colours_begin_again_after_the_last() -> None:
    assert palette.colour(len(palette.palette())) == palette.colour(0)


def test_a_mistake_in_a_data_file_is_told_with_its_line() -> None:
    problem = resources.wrong("palette.toml", "#dcd9f0", "a colour is written #rrggbb")
    assert "line 6" in str(problem)
    assert "resources/palette.toml" in str(problem)


def test_a_missing_data_file_is_one_sentence() -> None:
    with pytest.raises(ResourceProblem, match="is missing"):
        resources.read_table("nothing.toml")
