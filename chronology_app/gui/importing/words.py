"""What the import dialog says about rows and files: one word for each outcome, one line for each file."""

from collections.abc import Iterable
from dataclasses import replace

from chronology_app.core.edits import count
from chronology_app.core.source import Outcome
from chronology_app.understanding.draft import Draft
from chronology_app.work.accounting import in_words
from chronology_app.work.plan import FilePlan, ImportPlan, TablePlan

BECOMES: dict[Outcome, str] = {
    Outcome.ENTRY: "Entry",
    Outcome.HEADING: "Heading",
    Outcome.BLANK: "Blank",
    Outcome.SECTION: "Section heading",
    Outcome.FOOTER: "Footer",
    Outcome.NOTE: "Note",
    Outcome.NIL_RETURN: "Nil return",
    Outcome.HIDDEN: "Left out: hidden",
    Outcome.STRUCK: "Left out: struck out",
    Outcome.DELETED: "Left out: deleted",
}
TAKEABLE = frozenset({Outcome.HIDDEN, Outcome.STRUCK, Outcome.DELETED})
"""What was left out although it was written: a person may take it in."""


_WAITS = "What needs a person can come in as it is, and waits for you in the review."


def needs_person(draft: Draft) -> bool:
    """Return whether a row will become an entry that needs a person."""
    return draft.outcome is Outcome.ENTRY and bool(draft.reason)


def becomes(draft: Draft) -> str:
    """Return what becomes of a row, in words."""
    if needs_person(draft):
        return "Entry, needs a person" if draft.when.known else "Entry, needs a date"
    return BECOMES[draft.outcome]


def rows_of(draft: Draft) -> str:
    """Return where a row stands: "12", or "12-14" for a run of rows."""
    return str(draft.row) if draft.row == draft.last_row else f"{draft.row}-{draft.last_row}"


def entries_in(tables: Iterable[TablePlan]) -> str:
    """Return how many entries tables give and how many of them need a person."""
    counted = [(len(table.entries), len(table.needing)) for table in tables]
    entries, needing = (sum(numbers) for numbers in zip(*counted, strict=True)) if counted else (0, 0)
    said = count(entries, "entry", "entries")
    return f"{said}, {needing:,} {'needs' if needing == 1 else 'need'} a person" if needing else said


def sums_of_table(file: FilePlan, table: TablePlan) -> str:
    """Return what became of the rows of one table, in words whose numbers add up."""
    return in_words(ImportPlan((replace(file, tables=(table,), included=True),)))


def sums_of_plan(plan: ImportPlan) -> str:
    """Return what becomes of every row of every file that comes in, and how many files do not."""
    out = len(plan.files) - len(plan.accepted)
    said = f"{in_words(plan)}.  {count(out, 'file')} left out." if out else f"{in_words(plan)}."
    return f"{said}\n{_WAITS}" if plan.needing() else said


def about_file(file: FilePlan) -> str:
    """Return the line under a file's name: its counts, or why it does not come in."""
    if file.problem:
        return file.problem
    if file.seen_as and not file.included:
        return f"Seen before: the review already holds this file as {file.seen_as}. Left out."
    if not file.included:
        return "Left out"
    said = entries_in(table for table in file.tables if table.included)
    return f"A later version: {said}" if file.replaces else said


def about_table(table: TablePlan) -> str:
    """Return the line under a table's name."""
    if not table.included:
        return "Left out"
    return entries_in([table]) if table.layout or table.entries else "Not recognised as a chronology"
