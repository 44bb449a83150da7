"""Measures the suggestions over 20,000 invented entries: wording against a bare scan, same event against token_set."""

import random
import re
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta

from rapidfuzz import fuzz

from chronology_app.core.entry import Entry
from chronology_app.core.when import Precision, When
from chronology_app.reviewing.accounts import _likeness, _near, same_event
from chronology_app.reviewing.traits import compare
from chronology_app.reviewing.wording import suggest

ENTRIES = 20_000
AGENCIES = ("HV", "MW", "GP", "CSC", "POL", "HOU")
PHRASES = (
    "Home visit took place at {place}.",
    "Baby weighed {kg} kg and was plotted on the chart.",
    "Mother said that {word}.",
    "Father appeared {word} throughout.",
    "Telephone call from {place} about {word}.",
    "No reply, card left.",
    "Referral made to social care about {word}.",
    "The home was clean and tidy.",
    "Strategy meeting held with {place}.",
    "Mother denied {word} when asked.",
    "HV was concerned that {word} might happen again.",
    "Plan: visit in {number} days.",
)


def entries(number: int) -> list[Entry]:
    """Return invented entries of about forty words over seven years."""
    rng = random.Random(number)
    words = ["".join(rng.choices("abcdefghilmnoprstu", k=rng.randint(4, 10))) for _ in range(4_000)]
    return [_entry(rng, words, i) for i in range(number)]


def _entry(rng: random.Random, words: list[str], number: int) -> Entry:
    day = date(2016, 1, 1) + timedelta(days=rng.randrange(2_600))
    told = " ".join(
        phrase.format(
            place=rng.choice(words).title(), kg=round(rng.uniform(2, 12), 2), word=_some(rng, words), number=3
        )
        for phrase in rng.sample(PHRASES, 4)
    )
    agency = rng.choice(AGENCIES)
    return Entry(str(number), agency, agency, "1", number, number, When(str(day), day, day, Precision.DAY), event=told)


def _some(rng: random.Random, words: list[str]) -> str:
    return " ".join(rng.choices(words, k=6))


def seconds(*jobs: Callable[[], object], repeats: int = 3) -> list[float]:
    """Return the median seconds of each job, the jobs taken in turn."""
    taken: list[list[float]] = [[] for _ in jobs]
    for _ in range(repeats):
        for number, job in enumerate(jobs):
            start = time.perf_counter()
            job()
            taken[number].append(time.perf_counter() - start)
    return [statistics.median(each) for each in taken]


def run() -> list[tuple[str, float, str]]:
    """Return the rows of the table: what was measured, the figure, the budget."""
    told = entries(ENTRIES)
    traits = compare(told).traits
    word = re.compile(r"[^\W_]+")
    suggesting, scan, grouping, token_set, copying = seconds(
        lambda: [suggest(entry.event) for entry in told],
        lambda: [word.findall(entry.event) for entry in told],
        lambda: same_event(told),
        lambda: [fuzz.token_set_ratio(one.text, other.text) for one, other in _near(traits)],
        lambda: [_likeness(one, other) for one, other in _near(traits)],
    )
    return [
        ("suggestions, 20,000 entries, against a bare scan for words", suggesting / scan, "<= 25 x"),
        ("suggestions, 20,000 entries, seconds", suggesting, "<= 5 s"),
        ("same event among 20,000, seconds", grouping, "<= 5 s"),
        ("same event, against token_set over the same pairs", grouping / token_set, "<= 2 x"),
        ("copies among 20,000, seconds", copying, "<= 1 s"),
    ]


if __name__ == "__main__":
    for what, figure, budget in run():
        print(f"{what}: {figure:.2f} ({budget})")
