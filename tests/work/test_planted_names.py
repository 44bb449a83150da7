"""A name planted in every text of every record is in no document with designations, or no document is written."""

import types
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from enum import Enum
from pathlib import Path
from typing import Any, cast, get_args, get_origin, get_type_hints
from zipfile import ZipFile, is_zipfile

import pytest

from chronology_app.core.change import RECORD_TYPES, Change, Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.errors import NamesLeft, OutputProblem
from chronology_app.core.mark import Mark
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note, NoteKind
from chronology_app.core.person import Person
from chronology_app.core.review import Review
from chronology_app.work.documents import KINDS, write_document
from chronology_app.work.finished import lines_of
from chronology_app.work.publication import publish
from chronology_app.work.query_sheets import write_query_sheets
from chronology_app.writing.look import Look

NAME = "Zebedee Quartermain"
PLANTED = f"seen with {NAME} at home"
UNCLE = Person("uncle", "Uncle", "", (NAME, "Zebedee"))
ENDINGS = sorted(ending for ending, kind in KINDS.items() if not kind.laid_out)
COPIES = [(ending, Look(anonymise=True)) for ending in ENDINGS]
COPIES += [(ending, Look(publication=True)) for ending in ENDINGS if ending != ".json"]
NAMED = [f"{'published' if look.publication else 'designated'} {ending}" for ending, look in COPIES]
IDS = {
    "agency_id": "agency",
    "source_id": "source",
    "entry_id": "entry",
    "entry_ids": ("entry", "other"),
    "replaces": "",
}
IDS |= {"sha256": "0" * 64, "imported": "2022-09-01T09:00:00+00:00", "field": "event", "fields": ("event",)}
"""What names records and fields, and where nothing else can stand in a review that the app made."""


def grown(hint: Any, depth: int = 0) -> Any:
    """A value of a type with the name planted in every text it holds."""
    if isinstance(hint, types.UnionType):
        return grown(next(part for part in get_args(hint) if part is not type(None)), depth)
    if get_origin(hint) is frozenset:
        return frozenset()  # of a filter: ids of agencies and files
    if get_origin(hint) is tuple:
        return (grown(get_args(hint)[0], depth + 1),) if depth < 3 else ()
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{f.name: IDS.get(f.name, grown(hints[f.name], depth)) for f in fields(hint)})
    if issubclass(hint, Enum):
        return next(iter(hint))
    return {str: PLANTED, int: 1, bool: False, date: date(2022, 3, 1), time: time(9, 30)}[hint]


def record(kind: type[Any]) -> Any:
    return replace(grown(kind), id=kind.__name__.casefold())


def whole() -> Chronology:
    """A review with one record of each kind, the name in every text of each."""
    entry = replace(record(Entry), set_aside="")
    others = replace(entry, id="other"), replace(entry, id="aside", set_aside=PLANTED)
    note, mark = record(Note), replace(record(Mark), start=0, end=9, words="")
    notes = [replace(note, id=kind.value, kind=kind) for kind in NoteKind]
    notes.append(replace(note, id="open", kind=NoteKind.QUESTION, answer=""))
    kinds = [kind for kind in RECORD_TYPES if kind not in (Entry, Note, Mark, Person)]
    nobody = replace(record(Person), names=())
    lost = replace(mark, id="lost", end=0, words=PLANTED)
    return Chronology.of([*map(record, kinds), entry, *others, *notes, mark, lost, nobody, UNCLE])


def left_in(path: Path) -> list[str]:
    """Every line of a file, and of what is packed in it, in which a part of the name stands, however it is written."""
    raw = [path.read_bytes()]
    if is_zipfile(path):
        with ZipFile(path) as packed:
            raw += [part.encode() + packed.read(part) for part in packed.namelist()]
    lines = [line for part in raw for line in part.decode("utf-8", "replace").splitlines()]
    lines += [line for part in lines_of(path).values() for line in part]
    return [line for line in lines if "zebedee" in line.casefold() or "quartermain" in line.casefold()]


@pytest.mark.parametrize(("ending", "look"), COPIES, ids=NAMED)
def test_a_name_in_every_text_of_every_record_is_in_no_designated_document(
    tmp_path: Path, ending: str, look: Look
) -> None:
    path = tmp_path / f"x{ending}"
    write_document(whole(), path, replace(look, notes=True))
    assert "seen with Uncle at home" in "\n".join(line for part in lines_of(path).values() for line in part)
    assert left_in(path) == []


def test_a_name_in_every_text_is_in_no_query_sheet(tmp_path: Path) -> None:
    sheets = write_query_sheets(whole(), tmp_path, anonymise=True)
    assert sheets
    assert [line for path in sheets for line in left_in(path)] == []
    assert not any("zebedee" in path.name.casefold() for path in sheets)


def planted_ids() -> Iterator[tuple[str, Record]]:
    """Every record with the name where only the app's own ids stand, one at a time."""
    for records in whole().records.values():
        for one in records.values():
            for name in ("id", *IDS):
                if hasattr(one, name) and not (name == "id" and isinstance(one, Review)):
                    kept = getattr(one, name)
                    put = (NAME, *kept[1:]) if isinstance(kept, tuple) else NAME
                    yield f"{type(one).__name__}.{name} of {one.id}", replace(cast(Any, one), **{name: put})


@pytest.mark.parametrize(("ending", "look"), COPIES, ids=NAMED)
def test_a_name_where_only_ids_stand_is_not_written_or_stops_the_document(
    tmp_path: Path, ending: str, look: Look
) -> None:
    path = tmp_path / f"x{ending}"
    found = {}
    for where, one in planted_ids():
        with suppress(NamesLeft):
            write_document(whole().after(Change("", (one,))), path, look)
            found[where] = left_in(path)
    assert {where: lines for where, lines in found.items() if lines} == {}


def test_what_keeps_real_words_is_told_to_nobody(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    said = NotAName("one", "Rose", "Aunt", "at the [Rose] Ward")
    chronology = whole().after(Change("", (said, replace(record(Note), author="Ottoline Vane"))))
    write_document(chronology, path, Look(anonymise=True))
    assert '"not_names": []' in path.read_text("utf-8")
    assert "Ottoline" not in path.read_text("utf-8")
    published = publish(chronology)
    assert not published.not_names
    assert [mark.words for mark in published.all(Mark).values()] == [""]


def test_an_unwritten_document_leaves_nothing(tmp_path: Path) -> None:
    chronology = whole().after(Change("", (replace(record(Entry), event="Mr Quartermayne came."),)))
    with pytest.raises(OutputProblem):
        write_document(chronology, tmp_path / "x.json", Look(anonymise=True))
    assert list(tmp_path.iterdir()) == []
