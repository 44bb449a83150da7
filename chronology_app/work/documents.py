"""From a chronology to a document: what was noticed in it, names taken out where wanted, the kind by its ending."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.errors import OutputProblem
from chronology_app.core.fields import MARKED_FIELDS
from chronology_app.core.findings import Findings, Suggestion
from chronology_app.core.progress import Report, silent
from chronology_app.reviewing.accounts import accounts
from chronology_app.reviewing.conflicts import conflicts
from chronology_app.reviewing.designations import designate
from chronology_app.reviewing.gaps import gaps
from chronology_app.reviewing.identifiers import HARD
from chronology_app.reviewing.wording import suggest
from chronology_app.work.finished import lines_of
from chronology_app.work.leak_check import NOTICED_IN_BLANK, blank, see_that_no_name_is_left
from chronology_app.work.publication import SORTS, publish
from chronology_app.work.shortening import shortened
from chronology_app.writing.extracts import handed_over, of_agency
from chronology_app.writing.look import Look
from chronology_app.writing.output import replacing
from chronology_app.writing.places import is_same_file
from chronology_app.writing.to_csv import write_csv
from chronology_app.writing.to_docx import write_docx
from chronology_app.writing.to_json import write_json
from chronology_app.writing.to_pdf import write_pdf
from chronology_app.writing.to_xlsx import write_xlsx

Write = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: what writes it, and what finds what it shows of what was noticed (which takes time).

    One that is `laid_out` is written as Word and then made into pages.
    """

    write: Write
    noticed: Callable[[Chronology, Look], Findings] = lambda _, __: Findings()
    laid_out: bool = False


KINDS: Mapping[str, Kind] = {
    ".docx": Kind(write_docx, shortened),
    ".pdf": Kind(write_docx, shortened, laid_out=True),
    ".xlsx": Kind(write_xlsx),
    ".csv": Kind(write_csv),
    ".json": Kind(write_json, lambda chronology, _: findings_of(chronology)),
}
"""Kinds of document by the ending of the file's name."""

_NOT_PUBLISHED = (
    "A .json file holds the whole review, so it cannot be a copy for publication and nothing was written. Choose Word, "
    "PDF, Excel or CSV."
)

_OVER_TEMPLATE = (
    "The document would take the place of the template it is made with, so nothing was written. Give it another name."
)


def findings_of(chronology: Chronology) -> Findings:
    """Return everything the app notices in a chronology; nothing of it is decided or applied."""
    told = accounts(chronology)
    suggested = {entry.id: tuple(_suggestions(entry)) for entry in chronology.entries.values()}
    return Findings(
        {entry_id: found for entry_id, found in suggested.items() if found},
        told,
        conflicts(chronology, told),
        gaps(chronology),
    )


def _suggestions(entry: Entry) -> Iterator[Suggestion]:
    for field in MARKED_FIELDS:
        for suggestion in suggest(entry.text(field)):
            yield replace(suggestion, field=field)


def write_document(chronology: Chronology, path: Path, look: Look, *, report: Report = silent) -> None:
    """Write the chronology as the kind of document `path` ends in, whole or not at all.

    Where the look asks for it, designations stand for names, and the finished file is searched for every form of every
    name before it takes its place.

    Raises:
        OutputProblem: no such kind, the file cannot be written, or a name is left in it; what was there is as it was.
        Cancelled: `report` raised it; nothing is left behind.
    """
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise OutputProblem(
            "The app writes .docx, .pdf, .xlsx, .csv and .json documents, so nothing was written. Give the file a name "
            "with one of these endings."
        )
    if look.template and is_same_file(path, look.template):
        raise OutputProblem(_OVER_TEMPLATE)
    if kind.laid_out:
        write_pdf(path, lambda word: write_document(chronology, word, look, report=report), report=report)
        return
    chronology = of_agency(chronology, look.agency_id) if look.agency_id else chronology
    shown = as_read(chronology, look)
    if not (look.anonymise or look.publication):
        kind.write(shown, kind.noticed(shown, look), path, look, report=report)
        return
    if look.publication and path.suffix.lower() == ".json":
        raise OutputProblem(_NOT_PUBLISHED)
    sorts = (*HARD, *SORTS) if look.publication else HARD
    with replacing(path) as temporary:
        kind.write(blank(shown), NOTICED_IN_BLANK, temporary, replace(look, entry_ids=None, title="", template=None))
        fixed = lines_of(temporary)
        kind.write(shown, kind.noticed(shown, look), temporary, look, report=report)
        see_that_no_name_is_left(chronology, shown, lines_of(temporary), fixed, sorts)


def as_read(chronology: Chronology, look: Look) -> Chronology:
    """Return a review, or an agency's extract of it, as the readers of a document see it: names, dates and people."""
    shown = publish(chronology) if look.publication else designate(chronology) if look.anonymise else chronology
    return handed_over(shown) if look.agency_id else shown
