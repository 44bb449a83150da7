"""The whole job of the command line: files of several agencies become one chronology, in a review where wanted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import FileProblem
from chronology_app.core.person import Person
from chronology_app.core.progress import Report, silent
from chronology_app.reading.from_csv import decode
from chronology_app.reviewing.designations import read_people
from chronology_app.store.store import Store
from chronology_app.work.accepting import accept
from chronology_app.work.plan import ImportPlan
from chronology_app.work.planning import plan_import
from chronology_app.work.reviews import open_review


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge: the plan, the chronology with it, and the steps (with originals) to keep in a review."""

    plan: ImportPlan
    chronology: Chronology
    steps: tuple[Change, ...]
    files: Mapping[str, bytes]

    def keep(self, store: Store) -> None:
        """Keep every step in a review that is open; one that changes nothing leaves no trace.

        Raises:
            ReviewProblem: the disk or the review's file fails; the step that failed is not kept.
        """
        *before, last = self.steps
        for step in before:
            store.apply(step)
        store.apply(last, self.files)


def merge(
    paths: Sequence[Path],
    chronology: Chronology,
    *,
    facts: Mapping[str, Any] | None = None,
    people: Iterable[Person] = (),
    agencies: Mapping[str, str] | None = None,
    report: Report = silent,
) -> Merged:
    """Merge files into a chronology; nothing is written anywhere.

    `facts` are attributes of `Review` to set; those not named stay as they are. `people` are added, or lend their names
    to the person of the same designation; `agencies` is as `plan_import` takes it.

    Raises:
        FileProblem: none of the files could be read; the sentences say why.
        Cancelled: the person stopped the job.
    """
    review = replace(chronology.review, **(facts or {}))
    first = Change("Set the facts of the review", (review,) if review != chronology.review else ())
    second = add_people(people, chronology)
    ready = chronology.after(first).after(second)
    plan = plan_import(paths, ready, agencies=agencies, report=report)
    if all(file.problem for file in plan.files):
        raise FileProblem("\n".join(f"{file.name}: {file.problem}" for file in plan.files))
    third, files = accept(plan, ready, now=datetime.now(UTC).isoformat())
    return Merged(plan, ready.after(third), (first, second, third), files)


def people_of(path: Path) -> tuple[Person, ...]:
    """Read a list of people from a csv file.

    Raises:
        FileProblem: it is not there, or a line of it is wrong.
    """
    try:
        content = path.read_bytes()
    except OSError:
        raise FileProblem("The list of people cannot be read. See that the file is there and try again.") from None
    return read_people(decode(content))


def add_people(people: Iterable[Person], chronology: Chronology) -> Change:
    """Add people to the list; one whose designation is listed already lends the forms of the name to that person."""
    return Change("Add the people", tuple(_people(people, chronology)))


@contextmanager
def review_at(path: Path, passphrase: str, who: str) -> Iterator[Store]:
    """Give the review at `path` open, made where there is none; a review made here goes again where the work fails.

    Raises:
        ReviewProblem: it cannot be opened or made.
    """
    made = not path.exists()
    store = Store.create(path, passphrase, who) if made else open_review(path, passphrase, who)
    whole = False
    try:
        yield store
        whole = True
    finally:
        store.close()
        if made and not whole:
            path.unlink(missing_ok=True)


def _people(people: Iterable[Person], chronology: Chronology) -> Iterator[Person]:
    known = {person.designation.casefold(): person for person in chronology.people.values()}
    for person in people:
        old = known.get(person.designation.casefold())
        if old is None:
            yield person
        elif set(person.names) - set(old.names):
            yield replace(old, names=tuple(dict.fromkeys((*old.names, *person.names))), role=person.role or old.role)
