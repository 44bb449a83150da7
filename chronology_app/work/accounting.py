"""What became of every row, in one line whose numbers add up: the promise that no row is lost, there to check."""

from collections import Counter
from collections.abc import Mapping

from chronology_app.core.source import Outcome
from chronology_app.work.plan import ImportPlan

_WORDS: dict[Outcome, tuple[str, str]] = {
    Outcome.HEADING: ("heading", "headings"),
    Outcome.BLANK: ("blank", "blank"),
    Outcome.SECTION: ("section title", "section titles"),
    Outcome.FOOTER: ("footer", "footers"),
    Outcome.NOTE: ("note", "notes"),
    Outcome.NIL_RETURN: ("nil return", "nil returns"),
    Outcome.HIDDEN: ("hidden", "hidden"),
    Outcome.STRUCK: ("struck out", "struck out"),
    Outcome.DELETED: ("deleted", "deleted"),
}


def in_words(plan: ImportPlan) -> str:
    """Return the line for all rows of the files that will come in; see `counts_in_words`."""
    counts: Counter[Outcome] = Counter()
    left_out = 0
    for table in (table for file in plan.accepted for table in file.tables):
        if table.included:
            counts.update(table.counts())
        else:
            left_out += table.sheet.height
    ran_on = counts[Outcome.ENTRY] - plan.entries()
    return counts_in_words(counts, needing=plan.needing(), ran_on=ran_on, left_out=left_out)


def counts_in_words(counts: Mapping[Outcome, int], *, needing: int = 0, ran_on: int = 0, left_out: int = 0) -> str:
    """Return "412 rows = 389 entries + 9 entries that need a person + 5 headings + 9 blank".

    `counts` are rows by outcome. Of the entry rows `needing` need a person and `ran_on` only go on with the text of
    the entry above; `left_out` more rows stand in tables that were left out. What there is none of is not named. The
    numbers right of the equals sign sum to the one before it.
    """
    parts = [
        _part(counts.get(Outcome.ENTRY, 0) - needing - ran_on, "entry", "entries"),
        _part(needing, "entry that needs a person", "entries that need a person"),
        _part(ran_on, "row of text that ran on", "rows of text that ran on"),
        *(_part(counts.get(outcome, 0), *words) for outcome, words in _WORDS.items()),
        _part(left_out, "row of a table that is left out", "rows of tables that are left out"),
    ]
    total = sum(counts.values()) + left_out
    return f"{_part(total, 'row', 'rows') or '0 rows'} = {' + '.join(filter(None, parts)) or '0 entries'}"


def _part(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else ""
