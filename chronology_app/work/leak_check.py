"""Looks for names in a document that is finished but not yet in its place, and stops it where one is left."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.errors import OutputProblem
from chronology_app.core.findings import Abbreviation, Findings
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.source import OtherRow, Outcome, Source
from chronology_app.reviewing.designations import Leak, leaks
from chronology_app.reviewing.identifiers import HARD, Sort
from chronology_app.work.hidden_words import words_beside, words_in
from chronology_app.writing.plain import plain

NOTICED_IN_BLANK = Findings(abbreviations=(Abbreviation("", "", 0, "one"),))
"""What is noticed in a blank chronology."""

Lines = Mapping[str, tuple[str, ...]]
"""The lines of a finished file by where they stand: a part of a package, or the file itself."""

_TEXT, _NAMES, _REVIEW = "its text", "the names of its parts", "the review"
_FEW = 5
"""How many entries are named; the rest are found once these are put right."""

_SHORT = 40
"""A cell that holds a reference holds little else; a longer line is an agency's, which may write such a number."""

_END_OF_LINE = re.compile(r"</w:p>|</t>|</v>|</c>|</dc:\w+>|</cp:\w+>|<w:br/>")
_LETTER = re.compile(r'<w:r><w:rPr><w:rStyle w:val="MarkLetter"/></w:rPr>.*?</w:r>')
"""The letter a marked passage begins with: it must not hide a name it stands in the middle of."""

_TAG = re.compile("<[^>]*>")
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_REFERENCE = re.compile(r"[\w?]{1,12}-\d{3,}")
_PARTS = (
    (".rels", "the addresses of links"),
    ("/document.xml", "the text"),
    ("/sheet1.xml", "the table"),
    ("/header", "the top of the pages"),
    ("/footer", "the foot of the pages"),
    ("docProps/", "the properties of the file"),
    ("/comments", "the comments"),
    ("/footnotes", "the footnotes"),
    ("/endnotes", "the endnotes"),
    ("/media/", "the data inside a picture"),
    ("/embeddings/", "a file inside the document"),
    ("/settings", "the settings of the document"),
    ("customXml/", "data inside the document"),
)
"""What a part of a package is called in words, by what its name holds."""


def blank(chronology: Chronology) -> Chronology:
    """Return a chronology of the same review with nothing in it but one empty record for every table of a document."""
    others = OtherRow("", 1, 1, Outcome.NOTE), OtherRow("", 2, 2, Outcome.NIL_RETURN)
    source = Source("source", "agency", "", "", 0, None, "", (), others)
    entries = (
        Entry("one", "agency", "source", "", 1, 1, needs="-", practice="-"),
        Entry("two", "agency", "", "", 1, 1, set_aside="-"),
    )
    question = Note("note", "one", NoteKind.QUESTION, "-")
    facts = chronology.review, Agency("agency", "", ""), source, Person("person", ""), question
    return Chronology.of([*facts, *entries])


def lines_of(path: Path) -> Lines:
    """Return the lines of a finished file; of XML what is shown and what stands in attributes, without its tags.

    Runs are joined, so that a name is found even where its letters have different styles.
    """
    if not is_zipfile(path):
        return {_TEXT: tuple(path.read_text("utf-8").splitlines())}
    with ZipFile(path) as packed:
        found = {name: tuple(_lines(name, packed.read(name))) for name in packed.namelist()}
        return {**found, _NAMES: (*packed.namelist(), packed.comment.decode("utf-8", "replace"))}


def _lines(name: str, content: bytes) -> Iterator[str]:
    if not name.endswith((".xml", ".rels", ".vml")):
        yield from words_in(content)
        return
    xml = content.decode("utf-8", "replace")
    shown = _COMMENT.sub("", _LETTER.sub("", xml).replace("<w:tab/>", "\t"))
    yield from unescape(_TAG.sub("", _END_OF_LINE.sub("\n", shown))).splitlines()
    yield from dict.fromkeys(words_beside(xml))


def see_that_no_name_is_left(
    original: Chronology, designated: Chronology, found: Lines, fixed: Lines, sorts: Sequence[Sort] = HARD
) -> None:
    """Search a file for every form of every name and every identifier; `fixed` are its lines when it is blank.

    A column called "Mark" is no leak of somebody called Mark, so fixed lines are not searched; that none of the
    agencies' own words hide behind one is seen from the designated chronology itself.

    Raises:
        OutputProblem: a name is left; the sentence says how many, where and whose, never the name.
    """
    known = {line for lines in fixed.values() for line in lines}
    own = {where: tuple(line for line in lines if line not in known) for where, lines in found.items()}
    own[_REVIEW] = tuple(text for text in _strings(designated) if text in known)
    people = tuple(original.people.values())
    left = leaks(people, {where: "\n".join(lines) for where, lines in own.items()}, sorts)
    if left:
        places = "1 place" if len(left) == 1 else f"{len(left)} places"
        where = ", ".join(dict.fromkeys(_where(leak.where) for leak in left))
        entries = _entries(people, own, left, sorts)
        near = f"; look at {', '.join(entries)}" if entries else ""
        whose = ", ".join(dict.fromkeys(leak.designation for leak in left))
        raise OutputProblem(
            f"Names or identifiers were still found in {places} ({where}{near}), of {whose}, so nothing was written. "
            "Add the forms that are missing to the list of people and try again."
        )


def _where(part: str) -> str:
    """Return a part in words; its own name is left out, for somebody's name may stand in it."""
    if part in (_TEXT, _NAMES, _REVIEW):
        return part
    return next((words for piece, words in _PARTS if piece in part), "a part that is not shown")


def _entries(people: Sequence[Person], own: Lines, left: Iterable[Leak], sorts: Sequence[Sort]) -> list[str]:
    """Return the references of the first entries in which a name is left: the last reference before each such line."""
    told: list[str] = []
    for part in dict.fromkeys(leak.where for leak in left):
        lines = {str(number): line for number, line in enumerate(own[part])}
        wrong = {int(leak.where) for leak in leaks(people, lines, sorts)}
        last = ""
        for number, line in enumerate(own[part]):
            reference = _REFERENCE.search(line) if len(line) < _SHORT or part == _TEXT else None
            last = reference[0] if reference else last
            if number in wrong and last:
                told.append(last)
    return list(dict.fromkeys(told))[:_FEW]


def _strings(chronology: Chronology) -> Iterator[str]:
    """Give every text of every record but the files, whose headings are often called as the document's are."""
    kinds = (records for kind, records in chronology.records.items() if kind is not Source)
    waiting: list[Any] = [plain(record) for records in kinds for record in records.values()]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
