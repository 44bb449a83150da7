"""The questions asked of each agency as Word documents to send: one sheet an agency, all of them written or none."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chronology_app.core.agency import Agency
from chronology_app.core.asking import is_open
from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.core.errors import OutputProblem
from chronology_app.core.fields import TITLES, Field
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.progress import Report, silent
from chronology_app.core.saying import say_day
from chronology_app.reviewing.designations import designate
from chronology_app.work.file_names import without_names
from chronology_app.work.finished import Lines, lines_of
from chronology_app.work.leak_check import blank, see_that_no_name_is_left
from chronology_app.writing.fixed_words import FixedWords, fixed_words
from chronology_app.writing.output import replacing_all
from chronology_app.writing.paper import Grid, Paper, Section
from chronology_app.writing.paper_docx import put_paper_docx
from chronology_app.writing.places import file_name_of, free_place
from chronology_app.writing.references import references

_FILE = "query_sheet.toml"
_ENDING = ".docx"
_TITLES = ("reference", "written", "words", "question", "answer")
_SHARES = (18, 26, 78, 60, 80)
_LABELLED = (Field.SEEN, Field.EXPERIENCE, Field.ACTION, Field.SHARED_WITH, Field.ANALYSIS)


@dataclass(frozen=True, slots=True)
class Question:
    """One question, the entry it is about, and what the agency answered, "" while it is open."""

    entry: Entry
    text: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class QuerySheet:
    """The questions to one agency, in the order of the chronology."""

    agency: Agency
    questions: tuple[Question, ...]


def query_sheets(chronology: Chronology, *, answered: bool = False) -> tuple[QuerySheet, ...]:
    """Return a sheet for every agency that is asked something, in the order of the agencies.

    Questions that have an answer are left out unless they are wanted (`answered`). Entries set aside are asked about
    too: a question is often why they were.
    """
    asked: dict[str, list[Question]] = {}
    for entry in (*chronology.in_order(), *chronology.aside()):
        for note in chronology.notes_of(entry.id):
            if is_open(note) or (answered and note.kind is NoteKind.QUESTION):
                asked.setdefault(entry.agency_id, []).append(Question(entry, note.text, note.answer))
    order = [agency_id for agency_id in chronology.agencies if agency_id in asked]
    rest = [agency_id for agency_id in asked if agency_id not in chronology.agencies]
    return tuple(
        QuerySheet(chronology.agency_of(asked[agency_id][0].entry), tuple(asked[agency_id]))
        for agency_id in (*order, *rest)
    )


def write_query_sheets(
    chronology: Chronology,
    folder: Path,
    *,
    anonymise: bool = False,
    answered: bool = False,
    written: date | None = None,
    report: Report = silent,
) -> tuple[Path, ...]:
    """Write one Word document for every agency that is asked something; no file that is there is touched.

    Only open questions are written; with `answered` those with an answer too, and the answer beside them. With
    `anonymise` designations stand for names, and every document is searched for names before any takes its place.

    Raises:
        OutputProblem: nothing is asked, a document cannot be written, or a name is left in one; none is written then.
        Cancelled: `report` raised it; none is written.
    """
    shown = designate(chronology) if anonymise else chronology
    sheets = query_sheets(shown, answered=answered)
    if not sheets:
        raise OutputProblem("No question to an agency is open, so nothing was written. Press Q at an entry to ask.")
    day = written or date.today()
    made: list[Path] = []
    for sheet in sheets:
        made.append(free_place(folder, _name(chronology, sheet), _ENDING, made))
    with replacing_all(made) as temporaries:
        for number, (sheet, temporary) in enumerate(zip(sheets, temporaries, strict=True)):
            report(number, len(sheets), f"Questions for {sheet.agency.name}")
            fixed = _fixed(shown, temporary, day) if anonymise else {}
            put_paper_docx(paper_of(shown, sheet, day), temporary, day)
            if anonymise:
                see_that_no_name_is_left(chronology, shown, lines_of(temporary), fixed)
    return tuple(made)


def paper_of(chronology: Chronology, sheet: QuerySheet, written: date) -> Paper:
    """Return the paper of one sheet; the agency's own words stand in quotation marks."""
    words, review = fixed_words(_FILE), chronology.review
    named = {"agency": sheet.agency.name}
    facts = (
        ("review", review.designation),
        ("agency", f"{sheet.agency.name} ({sheet.agency.code})"),
        ("questions", count(len(sheet.questions), "question")),
        ("asked", say_day(written)),
    )
    refs = references(chronology)
    grid = Grid(
        words.say("sheet", "caption", **named),
        words.say("sheet", "description"),
        words.says("sheet", *_TITLES),
        _SHARES,
        tuple(_row(words, chronology, question, refs[question.entry.id]) for question in sheet.questions),
        int(words.tables["row"]["height"]),
    )
    return Paper(
        title=words.say("sheet", "title", **named),
        kind=words.say("sheet", "kind"),
        facts=tuple((words.say("sheet", key), text) for key, text in facts if text),
        intro=words.says("sheet", "intro"),
        sections=(Section(words.say("sheet", "heading"), (grid,)),),
        marking=review.marking,
        continued=words.say("sheet", "continued", caption="{caption}"),
    )


def _row(words: FixedWords, chronology: Chronology, question: Question, reference: str) -> tuple[str, ...]:
    entry = question.entry
    written = entry.when.text or words.say("sheet", "undated")
    said = "\n".join((*_said(words, entry), *_places(words, chronology, entry)))
    return reference, written, said, question.text, question.answer


def _said(words: FixedWords, entry: Entry) -> Iterator[str]:
    """Give the agency's own words: what happened, then what stands beside it under its label."""
    event = entry.event or " | ".join(text for text in entry.original if text.strip())
    yield words.say("sheet", "quoted", words=event)
    for field in _LABELLED:
        if entry.text(field) and entry.event:
            yield words.say("sheet", "labelled", label=TITLES[field], words=entry.text(field))


def _places(words: FixedWords, chronology: Chronology, entry: Entry) -> Iterator[str]:
    """Give where the entry stands in what the agency sent."""
    source = chronology.sources.get(entry.source_id)
    if entry.reference:
        yield words.say("sheet", "their_reference", reference=entry.reference)
    if source:
        yield words.say("sheet", "place", file=source.name, table=entry.table, row=entry.row)


def _name(chronology: Chronology, sheet: QuerySheet) -> str:
    named = {"code": sheet.agency.code, "designation": chronology.review.designation}
    return file_name_of(without_names(fixed_words(_FILE).say("sheet", "file", **named), chronology))


def _fixed(designated: Chronology, path: Path, written: date) -> Lines:
    """Return the lines a sheet has whatever is asked, by writing one about nothing to a file still to be written."""
    empty = blank(designated)
    empty = empty.after(Change("", (Note("note", "one", NoteKind.QUESTION, ""),)))
    (sheet,) = query_sheets(empty)
    put_paper_docx(paper_of(empty, sheet, written), path, written)
    return lines_of(path)
