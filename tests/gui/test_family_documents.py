"""Who a family is cannot be read in any document, sheet of questions or property once what was found is dealt with."""

import re
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from chronology_app.core.agency import Agency
from chronology_app.core.chronology import Chronology
from chronology_app.core.errors import NamesLeft
from chronology_app.core.named_look import NamedLook
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.review import Review
from chronology_app.core.source import OtherRow, Outcome, Source, SourceTable
from chronology_app.core.stay import Stay
from chronology_app.gui.people.hits import add_to_names
from chronology_app.reviewing.folding import fold
from chronology_app.work.documents import write_document
from chronology_app.work.finished import lines_of
from chronology_app.work.query_sheets import write_query_sheets
from chronology_app.writing.look import Look
from tests.families import Family, families

ROUNDS = 3
"""How often a person may have to answer what is found: each answer adds forms to the list of people."""

COPIES = [(ending, Look(anonymise=True, notes=True)) for ending in (".docx", ".xlsx", ".csv", ".json")]
COPIES += [(ending, Look(publication=True)) for ending in (".docx", ".xlsx", ".csv")]
FAMILIES = {family.key: family for family in families()}


def review_of(family: Family) -> Chronology:
    """A review of a family with names in titles, file names, sheets, notes, answers, looks and stays."""
    mother, baby, last = (family.people[number].names[0] for number in (0, 2, -1))
    table = SourceTable(mother, 1, ("Date", f"Event for {baby}"), ("date", "event"), 200, 200, True)
    others = (OtherRow(mother, 2, 2, Outcome.NOTE, mother, "x"), OtherRow(mother, 3, 3, Outcome.NIL_RETURN, baby, "x"))
    source = Source("source", "agency", f"{mother} {baby}.xlsx", "0" * 64, 9, None, "", (table,), others)
    entries = family.entries()
    notes = [
        Note(f"n{number}", entry.id, kind, one.text, author=last, answer=one.text if number % 8 else "")
        for number, (entry, one) in enumerate(zip(entries, family.told, strict=True))
        for kind in ((NoteKind.QUESTION, NoteKind.NOTE, NoteKind.PROPOSAL, NoteKind.THEME)[number % 4],)
    ]
    look, stay = NamedLook("look", f"For {mother}", (), ()), Stay("stay", f"home of {mother}", baby)
    facts = Review(title=f"{mother} and {baby}", designation=family.people[2].designation, author=last)
    return Chronology.of(
        [facts, Agency("agency", "HV", "Health"), source, *family.people, *entries, *notes, look, stay]
    )


def dealt_with(chronology: Chronology, path: Path) -> Chronology:
    """The review once everything that stopped its document was added to the names of those it was found of."""
    for _ in range(ROUNDS):
        try:
            write_document(chronology, path, Look(anonymise=True, notes=True))
            break
        except NamesLeft as problem:
            chronology = chronology.after(add_to_names(chronology, problem.hits))
    return chronology


def read(path: Path) -> str:
    """Everything in a file: its name, its parts as they are, and its texts as they are read."""
    raw = [path.name.encode(), path.read_bytes()]
    if is_zipfile(path):
        with ZipFile(path) as packed:
            raw += [part.encode() + packed.read(part) for part in packed.namelist()]
    texts = [line for lines in lines_of(path).values() for line in lines]
    return fold("\n".join([*(part.decode("utf-8", "replace") for part in raw), *texts])).text


def names_in(family: Family) -> set[str]:
    """The words of the listed names of a family that are no words of anything else here."""
    words = {word for person in family.people for form in person.names for word in fold(form).text.split()}
    return {word for word in words if len(word) > 3}


@pytest.mark.parametrize("key", ["double-barrelled", "fadas", "polish-twins", "somali"])
def test_no_document_says_who_the_family_is(tmp_path: Path, key: str) -> None:
    family = FAMILIES[key]
    chronology = dealt_with(review_of(family), tmp_path / "first.docx")
    paths = [tmp_path / f"{number}{ending}" for number, (ending, _) in enumerate(COPIES)]
    for path, (_, look) in zip(paths, COPIES, strict=True):
        write_document(chronology, path, look)
    paths += write_query_sheets(chronology, tmp_path, anonymise=True, answered=True)
    left = [
        (path.name, name)
        for path in paths
        for name in names_in(family)
        if re.search(rf"(?<!\w){name}(?!\w)", read(path))
    ]
    assert left == []
