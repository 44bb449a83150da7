"""A review that was exported as .json becomes a review again: read whole, told in numbers, kept in one step."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import FileProblem
from chronology_app.core.progress import Report, silent
from chronology_app.store.store import Store
from chronology_app.writing.from_json import from_json

EXPORTED = ".json"
LARGEST = 200 * 2**20
"""The largest export read, in bytes: 100,000 entries with everything known of them."""

_NO_FILE = "The export cannot be read, so nothing was taken in. See that the file is there and try again."
_TOO_LARGE = "This file is too large to be a review exported by the app, so nothing was taken in."
_NO_TEXT = (
    "This is not a review exported by the app, so nothing was taken in. Export the review again as .json and use that "
    "file."
)


def is_export(path: Path) -> bool:
    """Return whether a file's name says that it is a whole review and not what an agency sends."""
    return path.suffix.lower() == EXPORTED


def read_export(path: Path, *, report: Report = silent) -> Chronology:
    """Return the review that was exported to a file; the files of the agencies are not in it, their rows are.

    Raises:
        FileProblem: it cannot be read, is no export, or does not hold together; nothing of it is taken in.
        Cancelled: `report` raised it.
    """
    report(0, 0, "Reading the review")
    try:
        if path.stat().st_size > LARGEST:
            raise FileProblem(_TOO_LARGE)
        text = path.read_text("utf-8-sig")
    except OSError:
        raise FileProblem(_NO_FILE) from None
    except UnicodeDecodeError:
        raise FileProblem(_NO_TEXT) from None
    report(0, 0, "Seeing that it holds together")
    return from_json(text)


def split_export(paths: Sequence[Path]) -> tuple[Path | None, list[Path]]:
    """Return the one export among files, None where there is none, and the files of agencies.

    Raises:
        FileProblem: there are several: two reviews cannot become one.
    """
    exports = [path for path in paths if is_export(path)]
    if len(exports) > 1:
        raise FileProblem(
            "Two exported reviews cannot be merged with each other, so nothing was written. Give one .json and the "
            "files agencies sent since."
        )
    return (exports[0] if exports else None), [path for path in paths if not is_export(path)]


def taken_in(chronology: Chronology) -> Change:
    """Return the step that brings every record of an export into an empty review."""
    records = (record for kept in chronology.records.values() for record in kept.values())
    return Change("Take in the exported review", tuple(records))


def create_from_export(chronology: Chronology, path: Path, passphrase: str, who: str) -> Store:
    """Make a new encrypted review that holds what was exported, and return it open; where that fails, none is left.

    Raises:
        ReviewProblem: the file exists already or cannot be written there.
    """
    store = Store.create(path, passphrase, who)
    with _whole_or_gone(store):
        store.apply(taken_in(chronology))
    return store


@contextmanager
def _whole_or_gone(store: Store) -> Iterator[None]:
    try:
        yield
    except BaseException:
        store.close()
        store.path.unlink(missing_ok=True)
        raise
