"""Whole jobs on a review's file: make one, open one (with a backup first), make the sample."""

from datetime import UTC, datetime
from pathlib import Path

from chronology_app.core.change import Change
from chronology_app.core.errors import ChronologyError
from chronology_app.core.progress import Report, silent
from chronology_app.core.review import Review
from chronology_app.reviewing.designations import read_people
from chronology_app.store.problems import of_system
from chronology_app.store.store import Store
from chronology_app.work.accepting import accept
from chronology_app.work.correcting import with_agency
from chronology_app.work.planning import plan_import
from chronology_app.work.sample import PASSPHRASE, sample

BACKUPS = "Chronology backups"
KEPT_BACKUPS = 10


def create_review(path: Path, passphrase: str, review: Review, who: str) -> Store:
    """Make a new encrypted review that holds the facts of `review`, and return it open.

    Raises:
        ReviewProblem: the file exists already or cannot be written there.
    """
    store = Store.create(path, passphrase, who)
    store.apply(Change("Begin the review", (review,)))
    return store


def open_review(path: Path, passphrase: str, who: str) -> Store:
    """Open a review and keep a verified backup of it beside it; a backup that fails does not stop the opening.

    Raises:
        ReviewProblem: wrong passphrase, damaged, held by somebody else, or from a later version.
    """
    store = Store.open(path, passphrase, who)
    back_up(store)
    return store


def back_up(store: Store) -> Path | None:
    """Keep a verified copy beside the review where it changed since the last; returns it, None where none was made."""
    try:
        return store.backup(store.path.parent / BACKUPS, KEPT_BACKUPS)
    except ChronologyError:
        return None


def create_sample(folder: Path, who: str, report: Report = silent) -> Store:
    """Open the sample review in a folder; the first time, make it from the sample's agency files as a person would."""
    facts = sample()
    path = folder / f"{facts.review.designation} (sample).chronology"
    if path.exists():
        return Store.open(path, PASSPHRASE, who)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise of_system(error, path) from None
    plan = plan_import([file.path for file in facts.files], report=report)
    for number, file in enumerate(facts.files):
        plan = with_agency(plan, number, file.agency)
    store = create_review(path, PASSPHRASE, facts.review, who)
    store.apply(Change("Add the people", read_people(facts.people.read_text("utf-8"))))
    change, files = accept(plan, store.chronology, now=datetime.now(UTC).isoformat())
    store.apply(change, files)
    return store
