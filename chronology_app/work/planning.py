"""What would be imported: every file read and understood, with its doubts, before anything is kept."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import FileProblem, NeedsPassword
from chronology_app.core.progress import Report, silent
from chronology_app.core.remembered import RememberedLayout
from chronology_app.core.sheet import Sheet
from chronology_app.reading.read import ReadFile, read_files
from chronology_app.understanding.drafting import draft
from chronology_app.understanding.layout import Layout, find_layout
from chronology_app.understanding.parts import parts_of
from chronology_app.understanding.recalling import recall
from chronology_app.work.agencies import agency_for
from chronology_app.work.plan import FilePlan, ImportPlan, TablePlan

NO_TABLE = "This file holds no table, so there is nothing to import. Ask the agency for its chronology as a table."


def plan_import(
    paths: Sequence[Path],
    chronology: Chronology | None = None,
    *,
    agencies: Mapping[str, str] | None = None,
    received: date | None = None,
    passwords: Mapping[Path, str] | None = None,
    report: Report = silent,
) -> ImportPlan:
    """Return what would be imported from `paths` into `chronology`; nothing is kept and no file is changed.

    `agencies` maps an agency's code to the file (path or name) a person says is from it; `received` is the day the
    files came. `passwords` open files that are protected and are kept nowhere. A file that cannot be read stays in the
    plan with the sentence that says why; one whose bytes are in the review or in this plan already starts left out.

    Raises:
        Cancelled: the person stopped the job.
    """
    files = plan_files(paths, chronology, agencies=agencies, received=received, passwords=passwords, report=report)
    return ImportPlan(tuple(files))


def plan_files(
    paths: Sequence[Path],
    chronology: Chronology | None = None,
    *,
    before: Sequence[FilePlan] = (),
    agencies: Mapping[str, str] | None = None,
    received: date | None = None,
    passwords: Mapping[Path, str] | None = None,
    report: Report = silent,
) -> Iterator[FilePlan]:
    """Yield the plan of each file as soon as it is read, in order, while the next ones are being read.

    `before` are files planned already, whose agencies and bytes count; the rest is as for `plan_import`.
    """
    chronology = chronology or Chronology()
    files = list(before)
    for path, read in read_files(paths, report=report, passwords=passwords):
        taken = _distinct([*chronology.agencies.values(), *(file.agency for file in files)])
        file = _plan_file(path, read, taken, _code_for(path, agencies or {}), chronology.layouts.values())
        seen_as = _seen_as(file, files, chronology)
        files.append(replace(file, received=received, seen_as=seen_as, included=not (seen_as or file.problem)))
        yield files[-1]


def plan_table(sheet: Sheet, like: Layout | None = None) -> TablePlan:
    """Return the plan of one table as it is understood; `like` is the layout of the table before it in the file."""
    layout = find_layout(sheet, like=like)
    return TablePlan(sheet, layout, draft(sheet, layout), found=layout)


def plan_tables(sheets: Iterable[Sheet]) -> tuple[TablePlan, ...]:
    """Return the plans of the tables of a file; a sheet whose headings change half-way has one for each part."""
    tables: list[TablePlan] = []
    for sheet in (part for whole in sheets for part in parts_of(whole)):
        tables.append(plan_table(sheet, tables[-1].layout if tables else None))
    return tuple(tables)


def as_remembered(table: TablePlan, layouts: Sequence[RememberedLayout]) -> TablePlan:
    """Return the plan of a table read as a person corrected one with its headings before, itself where none was."""
    layout = recall(table.sheet, layouts)
    if layout is None:
        return table
    drafts = draft(table.sheet, layout, dates=table.dates, taken_in=table.taken_in)
    return replace(table, layout=layout, drafts=drafts, found=layout, remembered=True)


def _plan_file(
    path: Path, read: ReadFile | FileProblem, taken: Sequence[Agency], code: str, layouts: Iterable[RememberedLayout]
) -> FilePlan:
    if isinstance(read, FileProblem):
        agency, locked = agency_for(path.name, (), taken, code), isinstance(read, NeedsPassword)
        return FilePlan(path.name, b"", _sha256_of(path), agency, problem=str(read), locked=locked)
    tables = plan_tables(read.sheets)
    nothing = "" if any(table.sheet.rows for table in tables) else NO_TABLE
    agency = agency_for(read.name, tables, taken, code)
    own = [layout for layout in layouts if layout.agency_code == agency.code]
    tables = tuple(as_remembered(table, own) for table in tables)
    return FilePlan(read.name, read.content, read.sha256, agency, tables, problem=nothing)


def _code_for(path: Path, agencies: Mapping[str, str]) -> str:
    """Return the agency code a person gave for a file, by its path or by its name, "" where none was given."""
    return next((code for code, file in agencies.items() if Path(file) == path or file == path.name), "")


def _seen_as(file: FilePlan, files: Sequence[FilePlan], chronology: Chronology) -> str:
    """Return the name under which the same bytes are in the review or earlier in the plan, "" where they are not."""
    earlier = {source.sha256: source.name for source in chronology.sources.values()}
    earlier |= {other.sha256: other.name for other in files if not other.problem}
    return "" if file.problem else earlier.get(file.sha256, "")


def _sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file that cannot be understood, "" where it cannot even be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _distinct(agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    return tuple({agency.id: agency for agency in agencies}.values())
