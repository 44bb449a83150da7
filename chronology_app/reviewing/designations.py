"""Puts designations ("Mother", "HV1") in the place of names, and looks through what is written for names left over."""

import csv
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from io import StringIO
from typing import Any, TypeVar, cast

from chronology_app.core.change import Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.errors import FileProblem
from chronology_app.core.identity import new_id
from chronology_app.core.mark import Mark
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note
from chronology_app.core.person import Person
from chronology_app.reviewing.identifiers import hidden, identifiers
from chronology_app.reviewing.names import Edit, Names, names_of
from chronology_app.reviewing.said_none import SaidNone, around, as_written, said_none
from chronology_app.reviewing.spelling import key_of

_HEADINGS = ("designation", "role", "names")
_KEPT = frozenset(
    {"id", "agency_id", "source_id", "entry_id", "entry_ids", "replaces", "sha256", "imported", "field", "fields"}
)
"""What names records or fields, and so holds no agency's words."""

T = TypeVar("T")
EditsOf = Callable[[str], tuple[Edit, ...]]
"""Tells where in a text something is replaced, in order and without overlaps."""


def read_people(text: str) -> tuple[Person, ...]:
    """Read the list of people: csv `designation,role,names`, the forms of a name separated by `;`, heading optional.

    Raises:
        FileProblem: a line is wrong; the sentence says which line and what a line must hold.
    """
    found: list[Person] = []
    owners: dict[str, int] = {}
    rows = csv.reader(StringIO(text.removeprefix("\ufeff")), skipinitialspace=True)
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if any(cells) and not (not found and tuple(map(str.casefold, cells)) == _HEADINGS):
                found.append(_person(cells, rows.line_num, owners))
    except csv.Error:
        raise _wrong(rows.line_num, "it cannot be read as a line of a csv file") from None
    return tuple(found)


def _person(cells: list[str], line: int, owners: dict[str, int]) -> Person:
    if len(cells) != len(_HEADINGS):
        raise _wrong(line, "a line holds a designation, a role and the names, separated by commas")
    designation, role, names = cells
    forms = tuple(dict.fromkeys(form.strip() for form in names.split(";") if key_of(form)))
    if not designation or not forms:
        raise _wrong(line, "the designation and at least one form of the name must be given")
    taken = next((owners[key_of(form)] for form in forms if key_of(form) in owners), None)
    if taken is not None:
        raise _wrong(line, f"one of its names already belongs to the person on line {taken}")
    owners.update((key_of(form), line) for form in forms)
    return Person(new_id(), designation, role, forms)


def _wrong(line: int, why: str) -> FileProblem:
    return FileProblem(f"The list of people cannot be used: line {line}: {why}. Correct that line and try again.")


def edits_for(people: Iterable[Person], not_names: Iterable[NotAName] = ()) -> EditsOf:
    """Return what tells where in a text designations are put: for every form of every name, and for every identifier.

    An identifier nobody listed (a telephone number, an NHS number, …) is replaced by words that say what it was. Words
    stay as they are where a person said that they are no name.
    """
    names, none = names_of(people), said_none(not_names)

    @cache
    def edits(text: str) -> tuple[Edit, ...]:
        return _but_said_none(text, tuple(_edits(names, text)), none)

    return edits


def designate(chronology: Chronology) -> Chronology:
    """Return the chronology with every form of every name replaced by the designation, in every text it holds.

    Ids stay; the marks on passages move with the words they mark; the people keep their designations and lose
    their names; who wrote a note is not told, nor which words are no names. The agencies' own words stay untouched in
    the chronology that was given.
    """
    edits = edits_for(chronology.people.values(), chronology.not_names.values())
    return Chronology.of(designated(record, chronology, edits) for record in told(chronology))


def told(chronology: Chronology) -> Iterator[Record]:
    """Give the records of which those are told who may not see names: all but those that keep what looks like one."""
    for kind, records in chronology.records.items():
        yield from () if kind is NotAName else records.values()


def designated(record: Record, chronology: Chronology, edits: EditsOf) -> Record:
    """Return one record of a chronology as it is shown to those who may not see names."""
    if isinstance(record, Person):
        record = replace(record, names=())
    elif isinstance(record, Note) and record.author:
        record = replace(record, author="")
    return named_anew(record, chronology, edits)


def designate_text(text: str, edits: EditsOf) -> str:
    """Return a text with edits made in it."""
    return _applied(text, edits(text))


def named_anew(record: Record, chronology: Chronology, edits: EditsOf) -> Record:
    """Return a record with edits made in every text it holds; a mark on a passage moves with its words."""
    new = _rewritten(record, lambda text: _applied(text, edits(text)))
    if isinstance(record, Mark) and isinstance(new, Mark) and record.is_passage:
        entry = chronology.entries.get(record.entry_id)
        return _moved(new, edits(_text(entry, record.field)))
    return new


def words_before(text: str, start: int, end: int, edits: EditsOf) -> tuple[int, int]:
    """Return where in a text the words stand that became characters `start` to `end` once the edits were made.

    Half a designation stands for the whole of the name under it.
    """
    return _before(edits(text), start, False), _before(edits(text), end, True)


def _before(edits: Iterable[Edit], position: int, is_end: bool) -> int:
    grown = 0
    for edit in edits:
        first, last = edit.start + grown, edit.start + grown + len(edit.new)
        if position < last or (is_end and position == last):
            inside = first < position < last or (position == last and is_end)
            return (edit.end if is_end else edit.start) if inside else position - grown
        grown += len(edit.new) - (edit.end - edit.start)
    return position - grown


def _edits(names: Names, text: str) -> list[Edit]:
    listed = names.edits(text)
    others = [Edit(one.start, one.end, hidden(one.sort), hidden(one.sort).strip("[]")) for one in identifiers(text)]
    apart = [one for one in others if not any(_meet(one, edit) and not _holds(one, edit) for edit in listed)]
    kept = [edit for edit in listed if not any(_holds(one, edit) for one in apart)]
    return sorted([*kept, *apart], key=lambda edit: edit.start) if apart else listed


def _meet(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end


def _holds(one: Edit, other: Edit) -> bool:
    """Return whether one takes in more than the other: an e-mail address with a name in it."""
    return one.start <= other.start and other.end <= one.end and one.end - one.start > other.end - other.start


def _but_said_none(text: str, edits: tuple[Edit, ...], none: SaidNone) -> tuple[Edit, ...]:
    """Return the edits but those of words that a person said are no name where they stand.

    What stands around them was read in a document with designations, so it is compared as it will stand there.
    """
    if not any(as_written(text, edit.start, edit.end) in none.words for edit in edits):
        return edits
    kept = []
    for number, edit in enumerate(edits):
        before = _applied(text[: edit.start], edits[:number])
        words = text[edit.start : edit.end]
        shift = edit.end
        after = _applied(text[shift:], (Edit(e.start - shift, e.end - shift, e.new) for e in edits[number + 1 :]))
        near = around(before + words + after, len(before), len(before) + len(words))
        if not none.about(edit.whose, as_written(words, 0, len(words)), near):
            kept.append(edit)
    return tuple(kept)


def _text(entry: Entry | None, field: str) -> str:
    return entry.text(field) if entry else ""


def _applied(text: str, edits: Iterable[Edit]) -> str:
    pieces: list[str] = []
    past = 0
    for edit in edits:
        pieces += (text[past : edit.start], edit.new)
        past = edit.end
    return "".join(pieces) + text[past:] if pieces else text


def _moved(mark: Mark, edits: Iterable[Edit]) -> Mark:
    """Return the mark on the same words after the edits; one that cuts a name in two takes in all of it.

    A mark on no words, whose own a later version changed, stays on none.
    """
    start, end = mark.start, mark.end
    shift_start = shift_end = 0
    for edit in edits:
        grown = len(edit.new) - (edit.end - edit.start)
        if edit.end <= mark.start:
            shift_start += grown
        elif edit.start < mark.start:
            start = edit.start
        if edit.end <= mark.end:
            shift_end += grown
        elif edit.start < mark.end:
            end, shift_end = edit.end, shift_end + grown
    first, last = start + shift_start, end + shift_end
    return replace(mark, start=first, end=last if mark.start < mark.end else first)


def texts_in(record: object) -> list[str]:
    """Return every text a record holds that is not empty, ids and names of fields too, in the order of its fields."""
    found: list[str] = []
    _gather(record, found)
    return found


def _gather(value: object, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
        return
    if isinstance(value, tuple):
        parts = value
    else:
        parts = tuple(getattr(value, name) for name in _fields(cast(Hashable, type(value))))
    for part in filter(None, parts):
        _gather(part, found)


@cache
def _fields(kind: Hashable) -> tuple[str, ...]:
    """Return the names of a record's fields; of what is no record none."""
    return tuple(field.name for field in fields(cast(Any, kind))) if is_dataclass(kind) else ()


@cache
def _swapped(kind: Hashable) -> tuple[str, ...]:
    return tuple(name for name in _fields(kind) if name not in _KEPT)


def _rewritten(value: T, swapped: Callable[[str], str]) -> T:
    """Return a record, tuple or text with every text in it swapped; what did not change is handed on as it is."""
    if isinstance(value, str):
        return cast(T, value if isinstance(value, Enum) else swapped(value))
    if isinstance(value, tuple):
        parts = tuple(_rewritten(part, swapped) for part in value)
        return cast(T, parts if parts != value else value)
    changed: dict[str, Any] = {}
    for name in _swapped(cast(Hashable, type(value))):
        held = getattr(value, name)
        new = _rewritten(held, swapped) if held else held
        if new is not held and new != held:
            changed[name] = new
    return cast(T, replace(cast(Any, value), **changed)) if changed else value
