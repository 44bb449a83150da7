"""The long jobs a window starts, each imported only when it runs.

The database, Word and spreadsheet libraries take over a second to import; the window is there in a fifth of that,
and the first job pays, off the window's thread.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import FileProblem
from chronology_app.core.findings import Accounts
from chronology_app.core.progress import Report
from chronology_app.core.review import Review

if TYPE_CHECKING:
    from chronology_app.reviewing.name_finder import Named
    from chronology_app.reviewing.twin import Twin
    from chronology_app.store.store import Store
    from chronology_app.work.plan import FilePlan, ImportPlan
    from chronology_app.work.replacing import Replacement
    from chronology_app.work.returned import Returned
    from chronology_app.writing.look import Look
    from chronology_app.writing.pages import Pages


def create_review(path: Path, passphrase: str, review: Review, who: str) -> "Store":
    """Make a new review; see `work.reviews`."""
    from chronology_app.work import reviews

    return reviews.create_review(path, passphrase, review, who)


def read_export(path: Path, report: Report) -> Chronology:
    """Read a review that was exported as .json; see `work.exported`."""
    from chronology_app.work import exported

    return exported.read_export(path, report=report)


def create_from_export(held: Chronology, path: Path, passphrase: str, who: str) -> "Store":
    """Make a new review that holds what was exported; see `work.exported`."""
    from chronology_app.work import exported

    return exported.create_from_export(held, path, passphrase, who)


def open_review(path: Path, passphrase: str, who: str) -> "Store":
    """Open a review, with a backup first; see `work.reviews`."""
    from chronology_app.work import reviews

    return reviews.open_review(path, passphrase, who)


def write_template(path: Path, review: Review) -> None:
    """Write a blank chronology to send to an agency; see `work.agency_template`."""
    from chronology_app.work import agency_template

    agency_template.write_template(path, review)


def write_query_sheets(
    chronology: Chronology, folder: Path, anonymise: bool, answered: bool, report: Report
) -> tuple[Path, ...]:
    """Write the questions to every agency, one document each; see `work.query_sheets`."""
    from chronology_app.work import query_sheets

    return query_sheets.write_query_sheets(chronology, folder, anonymise=anonymise, answered=answered, report=report)


def create_sample(folder: Path, who: str, report: Report) -> "Store":
    """Open the sample review, making it the first time; see `work.reviews`."""
    from chronology_app.work import reviews

    return reviews.create_sample(folder, who, report)


def plan_import(
    paths: Sequence[Path], chronology: Chronology, report: Report, passwords: Mapping[Path, str] | None = None
) -> "ImportPlan":
    """Read files and say what they would bring; see `work.planning`."""
    from chronology_app.work import planning

    return planning.plan_import(paths, chronology, passwords=passwords, report=report)


def plan_files(
    paths: Sequence[Path],
    chronology: Chronology,
    report: Report,
    tell: "Callable[[FilePlan], object]",
    before: "Sequence[FilePlan]" = (),
    passwords: Mapping[Path, str] | None = None,
) -> None:
    """Read files and tell what each would bring as soon as it is read; see `work.planning`."""
    from chronology_app.work import planning

    for file in planning.plan_files(paths, chronology, before=before, passwords=passwords, report=report):
        tell(file)


def read_returned(
    paths: Sequence[Path], chronology: Chronology, report: Report, *, at_a_glance: bool
) -> "list[tuple[Path, Returned | str | None]]":
    """Return what came back from Word in each file; a sentence where it cannot be taken, None where nothing did.

    `at_a_glance` reads only those that may be a combined chronology; see `work.returning`.
    """
    from chronology_app.work import returned_glance, returning

    found: list[tuple[Path, Returned | str | None]] = []
    for path in paths:
        try:
            read = not at_a_glance or returned_glance.may_come_back(path)
            found.append((path, returning.read_returned(path, chronology, report) if read else None))
        except FileProblem as problem:
            found.append((path, str(problem)))
    return found


def compare(plan: "ImportPlan", chronology: Chronology, report: Report) -> "list[Replacement]":
    """Compare every later version of a plan with the file it replaces; see `work.replacing`."""
    from chronology_app.work import replacing

    later = [file for file in plan.accepted if file.replaces]
    made = []
    for number, file in enumerate(later):
        report(number, len(later), "Comparing the versions")
        made.append(replacing.replacement_of(file, chronology))
    return made


def bring_in(plan: "ImportPlan", store: "Store", report: Report) -> Change:
    """Accept a plan and write it to the review as one step; returns the change."""
    from chronology_app.work import accepting, reviews

    report(0, 3, "Keeping a backup")
    reviews.back_up(store)
    report(1, 3, "Putting the entries in order")
    change, files = accepting.accept(plan, store.chronology, now=datetime.now(UTC).isoformat())
    report(2, 3, "Writing them to the review")
    store.apply(change, files)
    return change


def back_up(store: "Store") -> None:
    """Keep a verified backup of a review that changed since the last; see `work.reviews`."""
    from chronology_app.work import reviews

    reviews.back_up(store)


def write_document(chronology: Chronology, path: Path, look: "Look", report: Report) -> None:
    """Write a document of the kind its name ends in; see `work.documents`."""
    from chronology_app.work import documents

    documents.write_document(chronology, path, look, report=report)


def designate(chronology: Chronology, report: Report) -> "Twin":
    """Return the chronology beside its designated twin; see `reviewing.twin`."""
    from chronology_app.reviewing import twin

    report(0, 0, "Putting designations in the place of names")
    return twin.twin(chronology)


def find_named(chronology: Chronology) -> "tuple[Named, ...]":
    """Return what may name somebody who is not listed; see `reviewing.name_finder`."""
    from chronology_app.reviewing import name_finder

    return name_finder.find_named(chronology)


def people_change(path: Path, chronology: Chronology) -> Change:
    """Return the step that adds a list of people; see `work.merging`."""
    from chronology_app.work import merging

    return merging.add_people(merging.people_of(path), chronology)


def preview(chronology: Chronology, look: "Look") -> "Pages":
    """Return the first pages of a document; see `work.previewing`."""
    from chronology_app.work import previewing

    return previewing.preview(chronology, look)


def find_accounts(chronology: Chronology) -> tuple[Accounts, ...]:
    """Return the entries that may tell of the same event; see `reviewing.accounts`."""
    from chronology_app.reviewing import accounts

    return accounts.accounts(chronology)
