"""Looks for names in a document that is finished but not yet in its place, and stops it where one is left."""

import re
from collections.abc import Iterator, Mapping
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
from chronology_app.reviewing.designations import leaks
from chronology_app.writing.plain import plain

NOTICED_IN_BLANK = Findings(abbreviations=(Abbreviation("", "", 0, "one"),))
"""What is noticed in a blank chronology."""

Lines = Mapping[str, tuple[str, ...]]
"""The lines of a finished file by where they stand: a part of a package, or the file itself."""

_END_OF_LINE = re.compile(r"</w:p>|</t>|</dc:\w+>|</cp:\w+>|<w:br/>")
_LETTER = re.compile(r'<w:r><w:rPr><w:rStyle w:val="MarkLetter"/></w:rPr>.*?</w:r>')
"""The letter a marked passage begins with: it must not hide a name it stands in the middle of."""

_TAG = re.compile("<[^>]*>")
_ATTRIBUTE = re.compile('="([^"]*)"')


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
        return {"its text": tuple(path.read_text("utf-8").splitlines())}
    with ZipFile(path) as packed:
        return {name: tuple(_lines(packed.read(name).decode("utf-8", "replace"))) for name in packed.namelist()}


def _lines(xml: str) -> Iterator[str]:
    shown = _TAG.sub("", _END_OF_LINE.sub("\n", _LETTER.sub("", xml).replace("<w:tab/>", "\t")))
    yield from unescape(shown).splitlines()
    yield from dict.fromkeys(map(unescape, _ATTRIBUTE.findall(xml)))


def see_that_no_name_is_left(original: Chronology, designated: Chronology, found: Lines, fixed: Lines) -> None:
    """Search a file for every form of every name of the original's people; `fixed` are its lines when it is blank.

    A column called "Mark" is no leak of somebody called Mark, so fixed lines are not searched; that none of the
    agencies' own words hide behind one is seen from the designated chronology itself.

    Raises:
        OutputProblem: a name is left; the sentence says how many, where and whose, never the name.
    """
    known = {line for lines in fixed.values() for line in lines}
    texts = {where: "\n".join(line for line in lines if line not in known) for where, lines in found.items()}
    texts["the review"] = "\n".join(text for text in _strings(designated) if text in known)
    left = leaks(original.people.values(), texts)
    if left:
        places = "1 place" if len(left) == 1 else f"{len(left)} places"
        where = ", ".join(dict.fromkeys(leak.where for leak in left))
        whose = ", ".join(dict.fromkeys(leak.designation for leak in left))
        raise OutputProblem(
            f"Names were still found in {places} ({where}), of {whose}, so nothing was written. Add the forms that are "
            "missing to the list of people and try again."
        )


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
