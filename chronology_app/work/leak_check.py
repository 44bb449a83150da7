"""Looks for names in a document that is finished but not yet in its place, and stops it where one is left."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.entry import Entry
from chronology_app.core.errors import Hit, NamesLeft
from chronology_app.core.findings import Abbreviation, Findings
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.source import OtherRow, Outcome, Source
from chronology_app.reviewing.designations import texts_in
from chronology_app.reviewing.identifiers import HARD, Sort
from chronology_app.reviewing.leaks import PlacesIn, looking_for
from chronology_app.reviewing.said_none import around, as_written, said_none
from chronology_app.reviewing.searching import Place
from chronology_app.work.finished import NAMES, TEXT, Lines
from chronology_app.writing.references import references

NOTICED_IN_BLANK = Findings(abbreviations=(Abbreviation("", "", 0, "one"),))
"""What is noticed in a blank chronology."""

_REVIEW = "the review"
_FEW = 5
"""How many entries are named; the rest are found once these are put right."""

_SHORT = 40
"""A cell that holds a reference holds little else; a longer text is an agency's, which may write such a number."""

_REFERENCE = re.compile(r"[\w?][\w?&/.()-]{0,11}-\d{3,}[a-z]*")
_APART = "\0"
"""Stands between texts that are searched as one: no pattern reaches over it."""

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
    """Return a chronology with no words of anybody in it but one empty record for every table of a document.

    Of the review it keeps what a document says on every page; its title, designation and author are searched.
    """
    others = OtherRow("", 1, 1, Outcome.NOTE), OtherRow("", 2, 2, Outcome.NIL_RETURN)
    source = Source("source", "agency", "", "", 0, None, "", (), others)
    entries = (
        Entry("one", "agency", "source", "", 1, 1, needs="-", practice="-"),
        Entry("two", "agency", "", "", 1, 1, set_aside="-"),
    )
    review = replace(chronology.review, title="", designation="", author="")
    facts = review, Agency("agency", "", ""), source, Person("person", "")
    questions = (Note(answer, "one", NoteKind.QUESTION, "-", answer=answer) for answer in ("", "-"))
    return Chronology.of([*facts, *entries, *questions])


@dataclass(frozen=True, slots=True)
class _Found:
    """A place in text number `number` of a part: whose name, the words, and what stands around them."""

    number: int
    designation: str
    words: str
    around: str

    @property
    def said(self) -> tuple[str, str, str]:
        """What a person says is no name."""
        return self.designation, self.words, self.around


def see_that_no_name_is_left(
    original: Chronology, designated: Chronology, found: Lines, fixed: Lines, sorts: Sequence[Sort] = HARD
) -> None:
    """Search a file for every form of every name and every identifier; `fixed` are its texts when it is blank.

    A column called "Mark" is no leak of somebody called Mark, so fixed texts are not searched; that none of the
    agencies' own words hide behind one is seen from the designated chronology itself. What a person said is no name is
    passed over there, and nowhere else.

    Raises:
        NamesLeft: a name is left; the sentence says how many, where and whose, never the name.
    """
    known = frozenset(text for texts in fixed.values() for text in texts)
    none = said_none(original.not_names.values())
    places_in = looking_for(original.people.values(), sorts)
    own = tuple(text for record in _but_files(designated) for text in texts_in(record))
    parts = [(where, texts, [text for text in texts if text not in known]) for where, texts in found.items()]
    parts.append((_REVIEW, own, [text for text in own if text in known]))
    left = {
        where: [one for one in _search(texts, searched, places_in) if one.said not in none.places]
        for where, texts, searched in parts
    }
    if any(left.values()):
        _stop(designated, {where: (texts, left[where]) for where, texts, _ in parts if left[where]}, places_in)


def _but_files(chronology: Chronology) -> Iterator[object]:
    """Give every record but the files, whose headings are often called as the document's are."""
    for kind, records in chronology.records.items():
        yield from () if kind is Source else records.values()


def _search(texts: Sequence[str], searched: Sequence[str], places_in: PlacesIn) -> list[_Found]:
    """Return what is left in those of the texts that are searched, each time one of them stands there."""
    wrong = _places(tuple(dict.fromkeys(searched)), places_in)
    found: list[_Found] = []
    for number, text in enumerate(texts) if wrong else ():
        before, after = texts[max(0, number - 1) : number], texts[number + 1 : number + 2]
        for at in wrong.get(text, ()):
            near = around(text, at.start, at.end, "".join(before), "".join(after))
            found.append(_Found(number, at.designation, as_written(text, at.start, at.end), near))
    return found


def _places(texts: Sequence[str], places_in: PlacesIn) -> dict[str, list[Place]]:
    """Return the places of each text in which something is left, all of them searched as one."""
    starts, past = [], 0
    for text in texts:
        starts.append(past)
        past += len(text) + len(_APART)
    wrong: dict[str, list[Place]] = {}
    for place in places_in(_APART.join(texts)):
        number = bisect_right(starts, place.start) - 1
        start, text = starts[number], texts[number]
        wrong.setdefault(text, []).append(Place(place.start - start, place.end - start, place.designation))
    return wrong


def _stop(designated: Chronology, left: Mapping[str, tuple[Sequence[str], list[_Found]]], places_in: PlacesIn) -> None:
    """Raise what says where names are left."""
    refs = references(designated)
    entry_at = _entries(designated, places_in)
    hits: dict[Hit, None] = {}
    for where, (texts, found) in left.items():
        beside = _beside(where, texts, found, {ref: entry_id for entry_id, ref in refs.items()})
        for one in found:
            held, last = entry_at.get(one.said, ()), beside[one.number]
            entry_id = last if last in held or not held else held[0]
            hits[Hit(_in_words(where), entry_id, refs.get(entry_id, ""), *one.said)] = None
    raise NamesLeft(_sentence(tuple(hits)), tuple(hits))


def _sentence(hits: Sequence[Hit]) -> str:
    where = ", ".join(dict.fromkeys(hit.where for hit in hits))
    entries = list(dict.fromkeys(hit.reference for hit in hits if hit.reference))[:_FEW]
    near = f"; look at {', '.join(entries)}" if entries else ""
    whose = ", ".join(dict.fromkeys(hit.designation for hit in hits))
    return (
        f"Names or identifiers were still found in {count(len(hits), 'place')} ({where}{near}), of {whose}, so nothing "
        "was written. Add the forms that are missing to the list of people and try again."
    )


def _in_words(part: str) -> str:
    """Return a part in words; its own name is left out, for somebody's name may stand in it."""
    if part in (TEXT, NAMES, _REVIEW):
        return part
    return next((words for piece, words in _PARTS if piece in part), "a part that is not shown")


def _entries(designated: Chronology, places_in: PlacesIn) -> dict[tuple[str, str, str], list[str]]:
    """Return in which entries (ids, in order) the same is found in their own texts and what is written beside them."""
    holding: dict[str, dict[str, None]] = {}
    for entry in (*designated.in_order(), *designated.aside()):
        for record in (entry, *designated.notes_of(entry.id)):
            for text in texts_in(record):
                holding.setdefault(text, {})[entry.id] = None
    texts = tuple(holding)
    found: dict[tuple[str, str, str], list[str]] = {}
    for one in _search(texts, texts, places_in):
        found.setdefault(one.said, []).extend(holding[texts[one.number]])
    return found


def _beside(where: str, texts: Sequence[str], found: Sequence[_Found], entries: Mapping[str, str]) -> dict[int, str]:
    """Return by number of a text the entry whose reference stands in it or last before it, "" where there is none."""
    wanted = {one.number for one in found}
    told: dict[int, str] = {}
    last = ""
    for number, text in enumerate(texts):
        reference = _REFERENCE.search(text) if len(text) < _SHORT else None
        last = entries.get(reference[0], last) if reference else last
        if number in wanted:
            told[number] = last
    return told
