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
from chronology_app.core.review import Review
from chronology_app.reading.from_csv import decode
from chronology_app.reviewing.designations import read_people
from chronology_app.store.store import Store
from chronology_app.work.accepting import accept
from chronology_app.work.exported import read_export, split_export, taken_in
from chronology_app.work.plan import ImportPlan
from chronology_app.work.planning import plan_import
from chronology_app.work.reviews import open_review


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge: the plan, the chronology with it, and the steps (with originals) to keep in a review.

    `begun` is how many entries an exported review brought, 0 where the merge began with none.
    """

    plan: ImportPlan
    chronology: Chronology
    steps: tuple[Change, ...]
    files: Mapping[str, bytes]
    begun: int = 0

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

    One .json export of a review may be among them: it is what the others are merged into, and `chronology` must hold
    no more than the facts of a new review then.

    `facts` are attributes of `Review` to set; those not named stay as they are. `people` are added, or lend their names
    to the person of the same designation; `agencies` is as `plan_import` takes it.

    Raises:
        FileProblem: none of the files could be read; the sentences say why. Or an export is no export, there are
            several, or there is a review already.
        Cancelled: the person stopped the job.
    """
    export, paths = split_export(paths)
    begun = _begin(export, chronology) if export else Change("")
    before = chronology.after(begun)
    review = replace(before.review, **(facts or {}))
    first = Change("Set the facts of the review", (review,) if review != before.review else ())
    second = add_people(people, before)
    ready = before.after(first).after(second)
    plan = plan_import(paths, ready, agencies=agencies, report=report)
    if plan.files and all(file.problem for file in plan.files):
        raise FileProblem("\n".join(f"{file.name}: {file.problem}" for file in plan.files))
    third, files = accept(plan, ready, now=datetime.now(UTC).isoformat())
    return Merged(plan, ready.after(third), (begun, first, second, third), files, len(before.entries) if export else 0)


def _begin(export: Path, chronology: Chronology) -> Change:
    """Return the step that takes an export in; a review that holds something already keeps to itself."""
    if chronology != Chronology.of([Review()]) and chronology != Chronology():
        raise FileProblem(
            "An exported review can only begin a new one, and there is a review of that name already. Nothing was "
            "written. Give --review a name that is not there yet."
        )
    return taken_in(read_export(export))


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
