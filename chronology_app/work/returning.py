"""A combined chronology that comes back from Word: recognised by its references, compared with the review as it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import FileProblem
from chronology_app.core.progress import Report, silent
from chronology_app.reading.read import read_remarked
from chronology_app.reading.remarked import Line, Remarked
from chronology_app.work.alike import plainly, without_letters
from chronology_app.work.returned import Proposal, Returned
from chronology_app.work.returned_changes import changes_in, proposals_of, tracked_elsewhere
from chronology_app.work.returned_comments import Places, comments_in
from chronology_app.work.returned_entries import Entries
from chronology_app.work.returned_gone import gone_from
from chronology_app.work.returned_rows import Row, rows_in
from chronology_app.writing.references import references
from chronology_app.writing.wording import wording

ANOTHER_REVIEW = (
    "This is a combined chronology of another review: its entries are not those of this one, so nothing was taken from "
    "it. Open the review it was written from and drop it there."
)
NO_REFERENCES = (
    "This looks like a combined chronology without its column of references, so its entries cannot be told and nothing "
    "was taken from it. Ask for the document with that column (Ref) left in it."
)


def read_returned(path: Path, chronology: Chronology, report: Report = silent) -> Returned | None:
    """Return what the panel wrote into a combined chronology of this review, None where the file is none at all.

    A file that cannot be read, or only with a password, is none: an import says what is wrong with it.

    Raises:
        FileProblem: it is a combined chronology, but of another review or without its references.
        Cancelled: the person stopped the job.
    """
    try:
        document = read_remarked(path, report=report)
    except FileProblem:
        return None
    return returned_of(path.name, document, chronology, report)


def returned_of(name: str, document: Remarked, chronology: Chronology, report: Report = silent) -> Returned | None:
    """Return what a document says that was read already; see `read_returned`.

    Raises:
        FileProblem, Cancelled: as for `read_returned`.
    """
    known = references(chronology)
    by_reference = {reference: entry_id for entry_id, reference in known.items()}
    found = rows_in(document.rows, wording(), by_reference)
    if not found.rows:
        if found.lacking:
            raise FileProblem(NO_REFERENCES)
        return None
    entries = Entries(found.rows, chronology, by_reference, report)
    if not entries.are_of_this_review:
        raise FileProblem(ANOTHER_REVIEW)
    changed, since = changes_in(entries)
    proposals = (*proposals_of(changed, entries, known), *tracked_elsewhere(found.others))
    return Returned(
        name,
        comments_in(_places(replace(document, rows=found.lines), entries, known), chronology),
        tuple(_numbered(proposals)),
        len(entries.rows),
        tuple(_words_of(row) for row in entries.strangers if not row.gone),
        gone_from(document, entries, chronology),
        since,
    )


def _places(document: Remarked, entries: Entries, known: Mapping[str, str]) -> Places:
    """Return where the lines of the document stand; a row of another part stands where its reference says."""
    by_reference = entries.by_reference
    held = {id(row.line): row for row in entries.found}
    at = {number: held[id(line)] for number, line in enumerate(document.rows) if id(line) in held}
    entry_ids = {number: by_reference.get(row.references[0], "") for number, row in at.items()}
    for number, line in enumerate(document.rows):
        if line.table and number not in at:
            entry_ids[number] = next(_entries_beside(line, by_reference), "")
    return Places(document, at, entry_ids, known, entries.forms_by_entry)


def _entries_beside(line: Line, by_reference: Mapping[str, str]) -> Iterator[str]:
    return (by_reference[plainly(text)] for text in line.texts if plainly(text) in by_reference)


def _numbered(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    return (replace(proposal, id=f"proposal-{number}") for number, proposal in enumerate(proposals, 1))


def _words_of(row: Row) -> str:
    return " · ".join(" ".join(without_letters(text).split()) for text in row.line.texts if text.strip())
