"""A check in plain words: one paper that is shown in the window, saved as Word or HTML, and printed in a terminal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from chronology_app.core.edits import count
from chronology_app.core.errors import OutputProblem
from chronology_app.core.saying import say, say_day
from chronology_app.reviewing.abbreviations import Used
from chronology_app.reviewing.gaps import GAP_DAYS
from chronology_app.work.check_report import CheckReport, FileReport, Row, TableFound, has_dates
from chronology_app.writing.fixed_words import FixedWords, fixed_words
from chronology_app.writing.paper import Block, Grid, Paper, Section, Words
from chronology_app.writing.paper_docx import write_paper_docx
from chronology_app.writing.paper_html import write_paper_html

_FILE = "check_report.toml"
_BEGINS = 120
"""Characters of an entry that show which one is meant."""

REPORT_KINDS: Mapping[str, Callable[[Paper, Path, date], None]] = {
    ".docx": write_paper_docx,
    ".html": write_paper_html,
}
"""What writes a report, by the ending of the file's name."""


def write_report(report: CheckReport, path: Path, written: date) -> None:
    """Write a report as the kind of file `path` ends in, whole or not at all.

    Raises:
        OutputProblem: no such kind, or it cannot be written; a file already there is as it was.
    """
    write = REPORT_KINDS.get(path.suffix.lower())
    if write is None:
        raise OutputProblem(
            "A report is written as .docx or .html, so nothing was written. Give it one of these endings."
        )
    write(in_plain_words(report, written), path, written)


def in_plain_words(report: CheckReport, written: date) -> Paper:
    """Return the paper of a check.

    Raises:
        ResourceProblem: resources/check_report.toml is wrong.
    """
    words = fixed_words(_FILE)
    names = ", ".join(file.name for file in report.files) if len(report.files) < 3 else count(len(report.files), "file")
    facts = (
        (words.say("report", "checked"), say_day(written)),
        (words.say("report", "scope"), _scope(words, report)),
    )
    return Paper(
        title=words.say("report", "title", files=names),
        kind=words.say("report", "kind"),
        facts=facts,
        intro=words.says("report", "intro"),
        sections=tuple(section for file in report.files for section in _file(words, file)),
        continued=words.say("report", "continued", caption="{caption}"),
    )


def _scope(words: FixedWords, report: CheckReport) -> str:
    first, last = report.review.scope_from, report.review.scope_to
    key = "scope_both" if first and last else "scope_from" if first else "scope_to" if last else "scope_none"
    return words.say("report", key, first=say_day(first) if first else "", last=say_day(last) if last else "")


def _file(words: FixedWords, file: FileReport) -> Iterator[Section]:
    """Give the sections of one file, what the sender must do first."""
    if file.problem:
        yield Section(file.name, (Words(words.say("report", "unread", file=file.name)), Words(file.problem)))
        return
    needing = file.needing
    key = "fix" if needing else "sound" if file.told else "empty"
    yield Section(file.name, (Words(words.say("report", key, file=file.name, number=count(needing, "row"))),))
    made = (
        ("asks", _asks(words, file)),
        ("outside", _outside(words, file)),
        ("gaps", _gaps(words, file)),
        ("abbreviations", _unexplained(words, file)),
        ("understood", _understood(words, file)),
        ("left_out", _left_out(words, file)),
    )
    for name, blocks in made:
        yield Section(words.say(name, "heading"), tuple(blocks), 2)
    if file.usual:
        yield Section(words.say("abbreviations", "usual_heading"), tuple(_usual(words, file)), 2)


def _asks(words: FixedWords, file: FileReport) -> Iterator[Block]:
    if not file.asks:
        yield Words(words.say("asks", "none"))
        return
    rows = ((_place(words, row), row.written, row.reason, _remedy(words, row)) for row in file.asks)
    yield _grid(words, "asks", ("row", "written", "reason", "remedy"), (20, 20, 40, 60), rows)


def _outside(words: FixedWords, file: FileReport) -> Iterator[Block]:
    if not file.outside:
        yield Words(words.say("outside", "none"))
        return
    yield Words(words.say("outside", "intro"))
    rows = ((_place(words, row), row.written, _beginning(row.words)) for row in file.outside)
    yield _grid(words, "outside", ("row", "written", "event"), (20, 20, 100), rows)


def _gaps(words: FixedWords, file: FileReport) -> Iterator[Block]:
    if not file.gaps:
        yield Words(words.say("gaps", "unknown" if file.gaps is None else "none", days=GAP_DAYS))
        return
    yield Words(words.say("gaps", "intro"))
    rows = ((say_day(gap.first), say_day(gap.last), f"{gap.days:,}") for gap in file.gaps)
    yield _grid(words, "gaps", ("first", "last", "days"), (40, 40, 20), rows)


def _unexplained(words: FixedWords, file: FileReport) -> Iterator[Block]:
    if not file.unexplained:
        yield Words(words.say("abbreviations", "none"))
        return
    yield Words(words.say("abbreviations", "intro"))
    rows = ((one.short, f"{one.times:,}", _first(words, one)) for one in file.unexplained)
    yield _grid(words, "abbreviations", ("short", "times", "first"), (30, 15, 60), rows)


def _usual(words: FixedWords, file: FileReport) -> Iterator[Block]:
    yield Words(words.say("abbreviations", "usual_intro"))
    rows = ((one.short, one.meaning, f"{one.times:,}") for one in file.usual)
    yield _grid(words, "abbreviations", ("short", "meaning", "times"), (30, 60, 15), rows, "usual_")


def _understood(words: FixedWords, file: FileReport) -> Iterator[Block]:
    yield Words(words.say("understood", "agency", agency=file.agency.name, code=file.agency.code))
    yield Words(words.say("understood", "counts", counts=file.counts))
    for table in file.tables:
        yield from _table(words, table)


def _table(words: FixedWords, table: TableFound) -> Iterator[Block]:
    key = ("table" if table.heading_row else "no_heading") if table.columns else "no_table"
    place = words.say("understood", "place", row=table.heading_row)
    yield Words(words.say("understood", key, table=table.name, place=place, order=_order(words, table)))
    if not table.columns:
        return
    untitled = words.say("understood", "untitled")
    rows = ((column.heading or untitled, _field(words, column.field, column.sure)) for column in table.columns)
    yield _grid(words, "understood", ("column", "field"), (60, 60), rows, table=table.name)


def _order(words: FixedWords, table: TableFound) -> str:
    if not has_dates(table):
        return words.say("understood", "no_date")
    unsettled = "unsettled" if table.either else "plain"
    return words.say("understood", {True: "day_first", False: "month_first", None: unsettled}[table.day_first])


def _field(words: FixedWords, field: str, sure: bool) -> str:
    if not field:
        return words.say("understood", "unclaimed")
    return field if sure else words.say("understood", "unsure", field=field)


def _left_out(words: FixedWords, file: FileReport) -> Iterator[Block]:
    if not file.left_out:
        yield Words(words.say("left_out", "none"))
        return
    yield Words(words.say("left_out", "intro"))
    rows = ((_place(words, row), _beginning(row.words), _left_out_why(words, row)) for row in file.left_out)
    yield _grid(words, "left_out", ("row", "words", "reason"), (20, 60, 60), rows)


def _left_out_why(words: FixedWords, row: Row) -> str:
    return " ".join((row.reason, *_fitting(words, row.reason)))


def _remedy(words: FixedWords, row: Row) -> str:
    """Return what to do about a row, and what to write where its date may be one of few."""
    said = _fitting(words, row.reason) or [words.say("remedies", "otherwise")]
    readings = " or ".join(f"“{say(offer)}”" for offer in row.offers if offer.known)
    offers = [words.say("asks", "offers", readings=readings)] if readings else []
    return " ".join([*said, *offers])


def _fitting(words: FixedWords, reason: str) -> list[str]:
    remedies = words.tables["remedies"]["remedy"]
    return [str(one["say"]) for one in remedies if any(cue in reason for cue in one["words"])]


def _place(words: FixedWords, row: Row) -> str:
    if row.last_row > row.row:
        return words.say("left_out", "run", table=row.table, row=row.row, last=row.last_row)
    return words.say("asks", "place", table=row.table, row=row.row)


def _first(words: FixedWords, one: Used) -> str:
    return words.say("asks", "place", table=one.first.table, row=one.first.row)


def _beginning(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _BEGINS else f"{shown[: _BEGINS - 1]}…"


def _grid(
    words: FixedWords,
    section: str,
    titles: tuple[str, ...],
    shares: tuple[int, ...],
    rows: Iterable[tuple[str, ...]],
    named: str = "",
    **values: object,
) -> Grid:
    """Return a table whose caption, description and titles stand in a section; `named` begins the first two keys."""
    return Grid(
        words.say(section, f"{named}caption", **values),
        words.say(section, f"{named}description"),
        words.says(section, *titles),
        shares,
        tuple(rows),
    )
