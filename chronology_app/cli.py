"""The command line: check a file before it is sent, merge files, export a review. It never loads the window.

Exit status: 0 done; 1 done, but rows need attention; 2 could not be done, and nothing was written.
"""

import argparse
import json
import sys
import traceback
from collections.abc import Collection, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from getpass import getpass
from pathlib import Path
from typing import Any, NoReturn

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.errors import ChronologyError, FileProblem, OutputProblem, ReviewProblem
from chronology_app.core.review import Review
from chronology_app.settings import login_name
from chronology_app.work.agency_template import TEMPLATE_KINDS, write_template
from chronology_app.work.check_report import check_report
from chronology_app.work.check_words import REPORT_KINDS, in_plain_words, write_report
from chronology_app.work.checking import as_data
from chronology_app.work.documents import KINDS, write_document
from chronology_app.work.in_words import document_words, merged_words, needing_entries, needing_words
from chronology_app.work.looks import cut_to, look_named, look_of, nothing_to_write
from chronology_app.work.merging import merge, people_of, review_at
from chronology_app.work.planning import plan_import
from chronology_app.work.sample import copy_files
from chronology_app.writing.look import Look
from chronology_app.writing.paper_text import lines
from chronology_app.writing.places import is_same_file

DONE, ATTENTION, FAILED = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit status. What could not be done is one sentence on standard error."""
    try:
        chosen = _parser().parse_args(arguments)
        status: int = chosen.run(chosen)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else FAILED
    except ChronologyError as problem:
        return _failed(str(problem))
    except KeyboardInterrupt:
        return _failed("Stopped. Nothing was written.")
    except Exception as fault:  # a traceback could print an agency's words
        place = traceback.extract_tb(fault.__traceback__)[-1]
        return _failed(
            f"This should not have happened ({type(fault).__name__}, {Path(place.filename).name} line {place.lineno}); "
            "your files are as they were. Please report it with the words in brackets."
        )
    return status


def _failed(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return FAILED


def _check(chosen: argparse.Namespace) -> int:
    if chosen.report:
        _check_output(chosen.report, chosen.files, REPORT_KINDS)
    plan, today = plan_import(chosen.files), date.today()
    first, last = chosen.scope or (None, None)
    review = Review(born=chosen.born, scope_from=first, scope_to=last)
    report = check_report(plan, review)
    for file in report.files:
        if file.problem:
            print(f"{file.name}: {file.problem}", file=sys.stderr)
    unread = all(file.problem for file in report.files)
    if chosen.report and not unread:
        write_report(report, chosen.report, today)
    if chosen.json:
        print(json.dumps(as_data(chosen.files, plan, review), indent=1))
    elif not unread:
        print("\n".join(lines(in_plain_words(report, today))))
    return FAILED if unread else ATTENTION if report.needs_a_person else DONE


def _merge(chosen: argparse.Namespace) -> int:
    _check_output(chosen.output, (*chosen.files, chosen.people, chosen.passphrase_file))
    people = people_of(chosen.people) if chosen.people else ()
    opened = _review(chosen) if chosen.review else nullcontext()
    with opened as store:
        before = store.chronology if store else Chronology.of([Review()])
        merged = merge(chosen.files, before, facts=_facts(chosen), people=people, agencies=_agencies(chosen))
        _write(merged.chronology, chosen, Look())
        if store:
            merged.keep(store)
    for file in merged.plan.files:
        if file.problem:
            print(f"{file.name}: {file.problem}", file=sys.stderr)
    print("\n".join(merged_words(merged, chosen.output, chosen.review)))
    unread = any(file.problem for file in merged.plan.files)
    return ATTENTION if unread or any(needing_entries(merged.chronology)) else DONE


def _export(chosen: argparse.Namespace) -> int:
    _check_output(chosen.output, (chosen.review, chosen.passphrase_file))
    if not chosen.review.is_file():
        raise ReviewProblem("There is no such review, so nothing was written. See that its name and folder are right.")
    with _review(chosen) as store:
        look = _look(store.chronology, chosen)
        _write(store.chronology, chosen, look)
        chronology = cut_to(store.chronology, look)
    print("\n".join([*document_words(chronology, chosen.output), *needing_words(chronology)]))
    return ATTENTION if any(needing_entries(chronology)) else DONE


def _template(chosen: argparse.Namespace) -> int:
    _check_output(chosen.output, (), TEMPLATE_KINDS.keys())
    write_template(chosen.output)
    print(f"The blank chronology is in {chosen.output}.")
    return DONE


def _sample(chosen: argparse.Namespace) -> int:
    try:
        copied = copy_files(chosen.folder)
    except OSError:
        raise OutputProblem(
            "The sample's files cannot be put into that folder. Choose another folder and try again."
        ) from None
    print(f"{count(len(copied), 'file')} of the sample review in {chosen.folder}:")
    print("\n".join(f"  {path.name}" for path in copied))
    return DONE


def _check_output(path: Path, others: Iterable[Path | None], kinds: Collection[str] = KINDS.keys()) -> None:
    """See, before any work, that a document may stand at `path`."""
    if path.suffix.lower() not in kinds:
        raise OutputProblem(
            f"The document's name must end in {_listed(kinds)}, so nothing was written. Give it one of these endings."
        )
    if any(other and is_same_file(path, other) for other in others):
        raise OutputProblem("The document would take the place of a file it is made from. Give it another name.")


def _listed(endings: Iterable[str]) -> str:
    *first, last = endings
    return f"{', '.join(first)} or {last}"


def _look(chronology: Chronology, chosen: argparse.Namespace) -> Look:
    """Return what the look asked for writes now; a .json file holds every entry whatever the look chooses."""
    if not chosen.look:
        return Look()
    named = look_named(chronology, chosen.look)
    if nothing := nothing_to_write(chronology, named):
        raise OutputProblem(f"{nothing} Nothing was written.")
    look = look_of(chronology, named)
    return replace(look, entry_ids=None) if chosen.output.suffix.lower() == ".json" else look


def _write(chronology: Chronology, chosen: argparse.Namespace, look: Look) -> None:
    look = replace(look, anonymise=look.anonymise or chosen.anonymise)
    if look.anonymise and not chronology.people:
        raise OutputProblem(
            "Nobody is on the list of people, so no name could be replaced and nothing was written. Merge with "
            "--people, or add people to the review."
        )
    write_document(chronology, chosen.output, look)


def _review(chosen: argparse.Namespace) -> Any:
    """Ask for the passphrase (twice for a review that is to be made) and return the review to open."""
    return review_at(chosen.review, _passphrase(chosen), login_name())


def _passphrase(chosen: argparse.Namespace) -> str:
    if chosen.passphrase_file:
        try:
            return str(chosen.passphrase_file.read_text("utf-8-sig")).split("\n", 1)[0].rstrip("\r")
        except (OSError, UnicodeDecodeError):
            raise ReviewProblem("The passphrase file cannot be read. See that it is there and is plain text.") from None
    try:
        given = getpass("Passphrase of the review: ")
        again = given if chosen.review.exists() else getpass("The new passphrase again: ")
    except EOFError:
        raise ReviewProblem("No passphrase was given, so nothing was opened or made.") from None
    if given != again:
        raise ReviewProblem("The two passphrases differ, so nothing was made. Try again.")
    return given


def _facts(chosen: argparse.Namespace) -> dict[str, Any]:
    """Return the facts of the review that were given; what was not given is not touched."""
    first, last = chosen.scope or (None, None)
    given = {"title": chosen.title, "born": chosen.born, "due": chosen.due, "scope_from": first, "scope_to": last}
    return {name: value for name, value in given.items() if value is not None}


def _agencies(chosen: argparse.Namespace) -> dict[str, str]:
    """Return file by agency code.

    Raises:
        FileProblem: a code is given twice, or its file is not among the files.
    """
    given = dict(chosen.agency)
    if len(given) < len(chosen.agency):
        raise FileProblem("Each agency code can be given to one file only. Give every file a code of its own.")
    names = {str(path) for path in chosen.files} | {path.name for path in chosen.files}
    if any(file not in names for file in given.values()):
        raise FileProblem("A file named with --agency is not among the files to merge. Write it the same way twice.")
    return given


class _Parser(argparse.ArgumentParser):
    """A parser whose faults are one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(FAILED, f"This command cannot be understood: {message}. See {self.prog} --help.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser("chronology", description="Merge the chronologies agencies send into one timeline.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    checking = commands.add_parser("check", help="say what would be imported; keep nothing")
    _files_and_facts(checking)
    checking.add_argument("--json", action="store_true", help="print it as JSON")
    checking.add_argument("--report", type=Path, metavar="OUT", help="write it as a report, .docx or .html")
    checking.set_defaults(run=_check)

    merging = commands.add_parser("merge", help="merge files into one chronology, or into an exported one (.json)")
    _files_and_facts(merging)
    merging.add_argument("--title", help="the title of the document")
    merging.add_argument("--due", type=_date, metavar="D", help="the baby's due date, as 2022-04-11")
    merging.add_argument(
        "--agency", type=_agency, action="append", default=[], metavar="CODE=FILE", help="say which agency sent a file"
    )
    merging.add_argument(
        "--people", type=Path, metavar="FILE", help="csv: designation,role,names (forms separated by ;)"
    )
    merging.add_argument(
        "--review", type=Path, metavar="R.chronology", help="keep it in this review, made if not there"
    )
    _document(merging)
    merging.set_defaults(run=_merge)

    exporting = commands.add_parser("export", help="write the document of a review")
    exporting.add_argument("review", type=Path, metavar="R.chronology")
    exporting.add_argument("--look", metavar="NAME", help='a look kept with the review, or "Rapid review" and the like')
    _document(exporting)
    exporting.set_defaults(run=_export)

    blank = commands.add_parser("template", help="write a blank chronology to send to an agency")
    blank.add_argument("-o", dest="output", type=Path, required=True, metavar="BLANK", help=".docx or .xlsx")
    blank.set_defaults(run=_template)

    sample = commands.add_parser("sample", help="put the sample review's agency files into a folder")
    sample.add_argument("folder", type=Path, metavar="DIR")
    sample.set_defaults(run=_sample)
    return parser


def _files_and_facts(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a file an agency sent")
    command.add_argument("--born", type=_date, metavar="D", help="the baby's date of birth, as 2022-04-06")
    command.add_argument("--scope", type=_scope, metavar="D..D", help="the first and last day of the scope period")


def _document(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o", dest="output", type=Path, required=True, metavar="OUT", help=".docx, .pdf, .xlsx, .csv or .json"
    )
    command.add_argument("--anonymise", action="store_true", help="write designations for names")
    command.add_argument("--passphrase-file", type=Path, metavar="FILE", help="take the passphrase from its first line")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a date is written year-month-day, as 2022-04-06") from None


def _scope(text: str) -> tuple[date, date]:
    first, dots, last = text.partition("..")
    if not dots:
        raise argparse.ArgumentTypeError("a scope is written with two dots, as 2021-09-01..2022-07-31")
    if _date(first) > _date(last):
        raise argparse.ArgumentTypeError("the scope ends before it begins")
    return _date(first), _date(last)


def _agency(text: str) -> tuple[str, str]:
    code, equals, file = text.partition("=")
    if not (code.strip() and equals and file):
        raise argparse.ArgumentTypeError("an agency is given as CODE=FILE")
    return code.strip(), file
