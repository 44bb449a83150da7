"""Measures designations: 20,000 entries and 60 people designated and searched, and what the leak check finds or not."""

import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.person import Person
from chronology_app.reviewing.designations import designate, designate_text, edits_for
from chronology_app.reviewing.leaks import leaks, looking_for
from chronology_app.reviewing.name_finder import find_named
from chronology_app.reviewing.spelling import day_of
from chronology_app.reviewing.twin import following, twin
from chronology_app.work.documents import write_document
from chronology_app.writing.look import Look
from tests.bench.bench_reviewing import entries
from tests.families import families
from tests.judged import Became, judged
from tests.mentions import (
    CLEAN,
    EASILY_TAKEN,
    Mention,
    called_like_words,
    mentions,
    mentions_of_words,
    the_people,
)

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


def recall(people: Iterable[Person], told: Sequence[Mention]) -> float:
    """Return the share of labelled mentions that the leak check finds."""
    places_in = looking_for(people)
    return sum(m.designation in {place.designation for place in places_in(m.text)} for m in told) / len(told)


def alarms(people: Iterable[Person], texts: Iterable[str]) -> int:
    """Return how often the leak check takes something for a name in texts that name nobody."""
    return len(leaks(people, {text: text for text in texts}))


def taken_away() -> int:
    """Return in how many texts that name nobody a word is replaced where first names are listed by themselves."""
    edits = edits_for(called_like_words(first_names=True))
    return sum(designate_text(text, edits) != text for text in EASILY_TAKEN)


def exported(chronology: Chronology, look: Look) -> Callable[[], None]:
    """Return the job that writes a Word document and throws it away."""

    def job() -> None:
        with TemporaryDirectory() as folder:
            write_document(chronology, Path(folder) / "x.docx", look)

    return job


def export_rows(listed: list[Person]) -> list[tuple[str, float, str]]:
    """Measure a whole Word export with designations, searched, against the same without."""
    rng = random.Random(7)
    named = [replace(e, event=f"{e.event} {rng.choice(listed).names[0]} was there.") for e in entries(ENTRIES)]
    # A date of birth that is listed bare would stop the document: it is the date of some entry too.
    kept = [replace(p, names=tuple(name for name in p.names if not day_of(name))) for p in listed]
    chronology = Chronology.of([*named, *kept])
    plain = seconds(exported(chronology, Look()))
    hidden = seconds(exported(chronology, Look(anonymise=True)))
    return [
        ("Word export with designations, searched, 20,000 entries", hidden / plain, "<= 5 x the export with names"),
    ]


def family_rows() -> list[tuple[str, float, str]]:
    """Return what became of the names in texts about families the rules were not written for."""
    named = [one for family in families() for one in judged(family) if one.is_listed]
    left, wrong = (sum(one.became is became for one in named) for became in (Became.LEFT, Became.WRONG))
    share = 1 - left / len(named)
    return [
        (f"names of twelve invented families, share of {len(named)} replaced or found", share, ">= 0.99"),
        ("the same, names replaced by somebody else's designation", wrong, "0"),
    ]


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
        *export_rows(listed),
        (
            f"leak check, share found of {len(mentions())} labelled mentions",
            recall(the_people(), mentions()),
            ">= 0.99",
        ),
        (
            f"the same of {len(mentions_of_words())} of people called like words (Rose Green, Will Baker)",
            recall(called_like_words(), mentions_of_words()),
            ">= 0.99",
        ),
        *family_rows(),
        (f"leak check, false alarms in {len(CLEAN)} texts that name nobody", alarms(listed, CLEAN), "told"),
        (
            f"the same in {len(EASILY_TAKEN)} texts full of such words, those people listed by full name",
            alarms(called_like_words(), EASILY_TAKEN),
            "told",
        ),
        ("the same, texts in which a word is replaced where first names are listed alone", taken_away(), "told"),
    ]


if __name__ == "__main__":
    for what, figure, budget in run():
        print(f"{what}: {figure:.3f} ({budget})")
