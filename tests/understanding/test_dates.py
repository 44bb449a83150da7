"""The reader of dates against a thousand invented cells: each is read as told, or asks; none is read wrongly."""

import tomllib
from pathlib import Path

import pytest

from chronology_app.core.when import When
from chronology_app.understanding.dates import read_when
from chronology_app.understanding.dates.forms import FORMS, Form
from chronology_app.understanding.dates.grammar import first_fit
from chronology_app.understanding.dates.words import tidy, words_of

TABLE = tomllib.loads((Path(__file__).parents[1] / "data" / "dates.toml").read_text("utf-8"))
GIVEN = ("day_first", "year", "month")
WHAT = (
    "earliest", "latest", "precision", "approximate", "uncertain", "time", "end_time", "time_approximate", "dates",
)  # fmt: skip
USUAL = {"approximate": False, "uncertain": False, "time_approximate": False, "dates": []}


def cells(kind: str) -> list[tuple[str, dict]]:
    return [(text, row) for row in TABLE[kind] for text in row["texts"]]


def read(text: str, row: dict) -> When:
    return read_when(text, **{name: row[name] for name in GIVEN if name in row})


def told(row: dict) -> dict:
    return {name: row.get(name, USUAL.get(name)) for name in WHAT}


def seen(when: When) -> dict:
    return {name: getattr(when, name) for name in WHAT} | {"dates": list(when.dates)}


@pytest.mark.parametrize(("text", "row"), cells("reads"))
def test_it_reads_what_is_written(text: str, row: dict) -> None:
    when = read(text, row)
    assert seen(when) == told(row)
    assert (when.text, when.reason) == (text, "")


@pytest.mark.parametrize(("text", "row"), cells("asks"))
def test_it_asks_and_says_why(text: str, row: dict) -> None:
    when = read(text, row)
    assert (when.earliest, when.latest, when.precision, when.time) == (None, None, None, None)
    assert when.reason == row["reason"] if row["reason"] else when.reason.endswith(".")


@pytest.mark.parametrize(("text", "row"), cells("asks"))
def test_what_it_offers_is_known_and_keeps_the_words(text: str, row: dict) -> None:
    offers = read(text, row).offers
    assert all(offer.known and offer.text == text and not offer.reason for offer in offers)
    assert set(row.get("offers", [])) <= {offer.edtf for offer in offers}


def rows_used(text: str) -> set[Form]:
    """The rows of the grammar that read a text."""
    shape, used = words_of(tidy(text))[0], set()
    while (fit := first_fit(shape)) and len(used) < 40:
        form, match = fit
        used.add(form)
        shape = shape[: match.start()] + form.makes + shape[match.end() :]
    return used


def test_every_row_of_the_grammar_has_an_example() -> None:
    used = {form for kind in ("reads", "asks") for text, _ in cells(kind) for form in rows_used(text)}
    assert [form.pattern.pattern for form in FORMS if form not in used] == []


def test_the_table_is_as_large_as_it_says() -> None:
    texts = [text for kind in ("reads", "asks") for text, _ in cells(kind)]
    assert len(texts) >= 1000
