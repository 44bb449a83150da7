"""How fast dates are read against dateparser and dateutil, and how many are invented, on one mix of cells."""

import random
import tomllib
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import dateparser
from dateutil import parser as dateutil

from chronology_app.understanding.dates import grammar, read_when, reading

CELLS, ASKED_OF_DATEPARSER, REPEATS = 20_000, 500, 5
SETTINGS = {"DATE_ORDER": "DMY"}
FORMS = (
    ("{d:%d/%m/%Y}", 30), ("{d:%d/%m/%y}", 14), ("{d:%d.%m.%y}", 8), ("{d:%d/%m/%Y} {h:02d}:{m:02d}", 10),
    ("{d:%Y-%m-%d}", 4), ("{d:%d-%b-%y}", 3), ("{d.day}{th} {d:%B} {d.year}", 6), ("{d:%a} {d:%d} {d:%b} {d:%y}", 4),
    ("{d:%A}, {d.day}{th} {d:%B}, {d.year}", 2), ("{d:%d/%m/%y} {h:02d}{m:02d}hrs", 4), ("w/c {d:%d/%m/%y}", 3),
    ("{d:%B} {d.year}", 3), ("{d.year}", 1), ("c. {d:%B} {d.year}", 1), ("?{d:%d/%m/%y}", 1),
    ("{d:%d/%m/%Y} - {e:%d/%m/%Y}", 2), ("before {d.day} {d:%B} {d.year}", 1), ("early {d:%B} {d.year}", 1),
    ("{d.day}{th}", 1), ("{d.day} {d:%B}", 1), ("not known", 0.5), ("same day", 0.5),
)  # fmt: skip
VAGUE = (
    "1430hrs", "2.30pm", "12th", "12 March", "March", "may", "sun", "2", "10 days", "early March", "same day",
    "next day", "undated", "not known", "n/k", "14:30", "Mon 12/03/2022", "31/02/2022", "03/25/2022", "28/2",
    "12-14 March", "yesterday", "last week", "2 weeks later", "ongoing", "TBC", "Monday", "now", "today", "12/03",
)  # fmt: skip


def cells(seed: int) -> list[str]:
    """Return 20,000 date cells as the files of one review hold them: ten months, many rows a day."""
    chance = random.Random(seed)
    forms, weights = zip(*FORMS, strict=True)
    return [_cell(chance, form) for form in chance.choices(forms, weights, k=CELLS)]


def _cell(chance: random.Random, form: str) -> str:
    day = date(2021, 5, 1) + timedelta(days=chance.randrange(300))
    end = day + timedelta(days=chance.randrange(1, 9))
    ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day.day, "th")
    return form.format(d=day, e=end, th=ending, h=chance.randrange(8, 20), m=chance.randrange(0, 60, 5))


def _per_cell(read: Callable[[str], object], texts: Sequence[str]) -> float:
    start = perf_counter()
    for text in texts:
        read(text)
    return (perf_counter() - start) / len(texts)


def _forget() -> None:
    reading._read.cache_clear()
    grammar.steps_for.cache_clear()


def _with_dateutil(text: str) -> object:
    try:
        return dateutil.parse(text, dayfirst=True)
    except (ValueError, OverflowError):
        return None


def _classes() -> tuple[int, int, int]:
    """Return how many cells of tests/data/dates.toml are read as the table says, ask, or are read as anything else."""
    table = tomllib.loads((Path(__file__).parents[1] / "data" / "dates.toml").read_text("utf-8"))
    right = asks = wrong = 0
    for kind in ("reads", "asks"):
        for row in table[kind]:
            given = {name: row[name] for name in ("day_first", "year", "month") if name in row}
            for when in (read_when(text, **given) for text in row["texts"]):
                told = kind == "reads" and (when.earliest, when.latest) == (row.get("earliest"), row.get("latest"))
                right, asks, wrong = right + (when.known and told), asks + (not when.known), wrong
                wrong += when.known and not told
    return right, asks, wrong


def run() -> list[tuple[str, float, str]]:
    """Return the measured ratios and the number of dates invented from vague cells."""
    texts = cells(1)
    dateparser.parse("12/03/2022", settings=SETTINGS)
    cached, cold, theirs, dateutils = [], [], [], []
    for turn in range(REPEATS):
        _forget()
        cached.append(_per_cell(read_when, texts))
        distinct = list(dict.fromkeys(texts))
        _forget()
        cold.append(_per_cell(read_when, distinct))
        dateutils.append(_per_cell(_with_dateutil, distinct))
        some = random.Random(turn).sample(texts, ASKED_OF_DATEPARSER)
        theirs.append(_per_cell(lambda text: dateparser.parse(text, settings=SETTINGS), some))
    invented = sum(read_when(text).known for text in VAGUE)
    right, asks, wrong = _classes()
    return [
        ("20,000 mixed dates vs dateparser", median(theirs) / median(cached), ">= 100 x"),
        ("different dates from a cold start vs dateutil", median(dateutils) / median(cold), ">= 1 x"),
        ("20,000 mixed dates, a second (in thousands)", 0.001 / median(cached), "told"),
        ("different dates from a cold start, a second (in thousands)", 0.001 / median(cold), "told"),
        ("dates invented from 30 vague cells", float(invented), "0"),
        ("invented cells of the table of correctness read right", float(right), "told"),
        ("invented cells of the table that ask a person", float(asks), "told"),
        ("invented cells of the table read wrongly", float(wrong), "0"),
    ]


if __name__ == "__main__":
    for what, ratio, budget in run():
        print(f"{what}: {ratio:.1f} ({budget})")
