"""What would be imported, as plain data: an agency lead checks a file before sending it, and nothing is kept.

The shape is the contract of `chronology check --json`: see `check`.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from chronology_app.core.fields import Field
from chronology_app.core.progress import Report, silent
from chronology_app.core.review import Review
from chronology_app.core.source import Outcome
from chronology_app.core.when import When
from chronology_app.understanding.draft import Draft
from chronology_app.work.entering import needs_of, outside_scope
from chronology_app.work.plan import FilePlan, ImportPlan, TablePlan
from chronology_app.work.planning import plan_import

Scope = tuple[date | None, date | None]
_OUTSIDE = "It lies outside the scope period."
_TEXTS = (Field.EVENT, Field.SOURCE, Field.ACTION, Field.SEEN)


def check(
    paths: Sequence[Path], *, born: date | None = None, scope: Scope = (None, None), report: Report = silent
) -> dict[str, Any]:
    """Return `{"files": [...]}` for the files, in order, ready for JSON.

    A file has `file` (as given), `sha256`, `agency` {code, name}, `error` (a sentence or null), `tables` and `counts`
    {outcome: rows}. A table has `name`, `heading_row` (0: none), `columns` {field: heading}, `day_first` (null: nothing
    settles it) and `rows`; a row `row` (physical, from 1), `outcome`, `when` {text, earliest, latest, precision,
    approximate, uncertain, edtf} or null, `time` ("HH:MM" or null), `event`, `source`, `action`, `seen` and `reason`
    (why an entry needs a person, or why another row is left out; null). An entry outside `scope` (first and last day)
    needs a person here, for the sender was asked for that period.

    Raises:
        Cancelled: the person stopped the job.
    """
    return as_data(paths, plan_import(paths, report=report), Review(born=born, scope_from=scope[0], scope_to=scope[1]))


def as_data(paths: Sequence[Path], plan: ImportPlan, review: Review) -> dict[str, Any]:
    """Return the plan of `paths` as `check` does; of `review` the birth and the scope period are looked at."""
    return {"files": [_file(path, file, review) for path, file in zip(paths, plan.files, strict=True)]}


def _file(path: Path, file: FilePlan, review: Review) -> dict[str, Any]:
    return {
        "file": str(path),
        "sha256": file.sha256,
        "agency": {"code": file.agency.code, "name": file.agency.name},
        "error": file.problem or None,
        "tables": [_table(table, review) for table in file.tables],
        "counts": {str(outcome): number for outcome, number in file.counts().items()},
    }


def _table(table: TablePlan, review: Review) -> dict[str, Any]:
    layout = table.layout
    columns: dict[str, str] = {}
    for column in layout.columns if layout else ():
        if column.field:
            before = columns.get(column.field)
            columns[str(column.field)] = f"{before} / {column.heading}" if before else column.heading
    return {
        "name": table.sheet.name,
        "heading_row": layout.heading_row if layout else 0,
        "columns": columns,
        "day_first": layout.day_first if layout else None,
        "rows": [row for one in table.drafts for row in _rows(one, review)],
    }


def _rows(one: Draft, review: Review) -> Iterator[dict[str, Any]]:
    """Yield a draft row by row: a run of blank rows, or an entry whose text ran on, has one for each of its rows."""
    time = one.when.time
    yield {
        "row": one.row,
        "outcome": str(one.outcome),
        "when": when_data(one.when),
        "time": f"{time:%H:%M}" if time else None,
        **{str(field): one.texts.get(field, "") for field in _TEXTS},
        "reason": _reason(one, review) or None,
    }
    nothing: dict[str, Any] = {"when": None, "time": None, **dict.fromkeys(map(str, _TEXTS), ""), "reason": None}
    for row in range(one.row + 1, one.last_row + 1):
        yield {"row": row, "outcome": str(one.outcome), **nothing}


def _reason(one: Draft, review: Review) -> str:
    if one.outcome is not Outcome.ENTRY:
        return one.reason
    outside = outside_scope(one.when, review.scope_from, review.scope_to)
    return " ".join(filter(None, (needs_of(one, review, None), _OUTSIDE if outside else "")))


def when_data(when: When) -> dict[str, Any] | None:
    """Return a date as the contracts print it, None where there is none: no words of it and nothing known."""
    if not (when.text or when.known):
        return None
    return {
        "text": when.text,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "precision": str(when.precision) if when.precision else None,
        "approximate": when.approximate,
        "uncertain": when.uncertain,
        "edtf": when.edtf,
    }
