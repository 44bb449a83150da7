"""Measures designations: 20,000 entries and 60 people designated and searched, and what the leak check finds or not."""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.person import Person
from chronology_app.reviewing.designations import designate
from chronology_app.reviewing.leaks import leaks
from chronology_app.reviewing.name_finder import find_named
from chronology_app.reviewing.twin import following, twin
from tests.bench.bench_reviewing import entries
from tests.mentions import CLEAN, mentions, the_people

ENTRIES, PEOPLE = 20_000, 60


def people() -> list[Person]:
    """Return the labelled people and as many more as make sixty."""
    listed = list(the_people())
    endings = [f"{one}{other}" for one in "bdfglmnrst" for other in "aeiou"]
    more = [f"Ferran{ending} Oust{ending}n" for ending in endings]
    return listed + [
        Person(name, name[::-1], "", (name, f"Mr {name.split()[1]}")) for name in more[: PEOPLE - len(listed)]
    ]


def told(listed: list[Person]) -> list[Entry]:
    """Return invented entries, each with a name, every fifth with a labelled mention too."""
    rng = random.Random(7)
    texts = [mention.text for mention in mentions()]
    return [
        _named(rng, entry, listed, texts if number % 5 == 0 else [""]) for number, entry in enumerate(entries(ENTRIES))
    ]


def _named(rng: random.Random, entry: Entry, listed: list[Person], texts: list[str]) -> Entry:
    event = f"{entry.event} {rng.choice(listed).names[0]} was there. {rng.choice(texts)}"
    return replace(entry, event=event, original=(entry.when.text, event))


def seconds(job: Callable[[], object], repeats: int = 3) -> float:
    """Return the median seconds of a job."""
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        job()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def recall() -> float:
    """Return the share of labelled mentions that the leak check finds."""
    texts = {str(number): mention.text for number, mention in enumerate(mentions())}
    found = {(leak.where, leak.designation) for leak in leaks(the_people(), texts)}
    return sum((str(number), m.designation) in found for number, m in enumerate(mentions())) / len(texts)


def run() -> list[tuple[str, float, str]]:
    """Return the rows of the table: what was measured, the figure, the budget."""
    listed = people()
    chronology = Chronology.of([*told(listed), *listed])
    designated = designate(chronology)
    text = "\n".join(entry.event for entry in designated.entries.values())
    beside = twin(chronology)
    one = next(iter(chronology.entries.values()))
    later = Chronology({**chronology.records, Entry: {**chronology.entries, one.id: replace(one, flagged=True)}})
    putting, searching = seconds(lambda: designate(chronology)), seconds(lambda: leaks(listed, {"the text": text}))
    return [
        ("designations and leak check, 20,000 entries, 60 people, seconds", putting + searching, "<= 5 s"),
        (
            "one step while designations are shown, 20,000 entries, milliseconds",
            1000 * seconds(lambda: following(beside, later)),
            "<= 50 ms",
        ),
        ("names suggested, 20,000 entries, seconds", seconds(lambda: find_named(chronology), 1), "<= 5 s"),
        (f"leak check, share found of {len(mentions())} labelled mentions", recall(), ">= 0.99"),
        (
            f"leak check, false alarms in {len(CLEAN)} texts that name nobody",
            len(leaks(listed, dict(zip(CLEAN, CLEAN, strict=True)))),
            "told",
        ),
    ]


if __name__ == "__main__":
    for what, figure, budget in run():
        print(f"{what}: {figure:.3f} ({budget})")
