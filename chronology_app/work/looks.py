"""The looks a document can be given: the app's own, those kept with the review, and what each of them writes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.entry import Entry
from chronology_app.core.errors import OutputProblem
from chronology_app.core.named_look import Choice, NamedLook
from chronology_app.core.note import Note
from chronology_app.core.resources import read_table, wrong
from chronology_app.core.showing import shown
from chronology_app.writing.extracts import of_agency, rapid_review
from chronology_app.writing.look import ALL_PARTS, Look
from chronology_app.writing.wording import wording

FILE = "looks.toml"
ALWAYS_PART, ALWAYS_COLUMN = "chronology", "event"
"""What no look leaves out: without it there is no chronology in the document."""

NOTES = "notes"
"""The column of what reviewers wrote, which is printed only where it is asked for."""

_ENTRIES = {"all": Choice.ALL, "rapid": Choice.RAPID}
_LISTS = ("parts", "columns")
_FLAGS = ("designations", "publication")
_NOTHING = {
    Choice.FILTER: "No entry answers this filter now. Choose other entries.",
    Choice.RAPID: "No entry is flagged, tied to others or about practice yet. Choose other entries.",
    Choice.AGENCY: "The agency of this look is no longer in the review. Choose other entries.",
}
"""Why a choice of entries may give none."""


@cache
def own_looks() -> tuple[NamedLook, ...]:
    """Return the app's own looks, as resources/looks.toml has them. Their id is ""; they are in no review.

    Raises:
        ResourceProblem: the file is wrong; the sentence names the line.
    """
    return checked(read_table(FILE))


def checked(found: Mapping[str, Any]) -> tuple[NamedLook, ...]:
    """Return the looks of a table shaped like the file; see `own_looks` for what it raises."""
    rows = found.get("look")
    if not isinstance(rows, list) or not rows:
        raise wrong(FILE, "[[look]]", "there is no look")
    looks = tuple(map(_look, rows))
    names = [look.name.casefold() for look in looks]
    for look in looks:
        if names.count(look.name.casefold()) > 1:
            raise wrong(FILE, f'name = "{look.name}"', "two looks have this name")
    return looks


def _look(row: Mapping[str, Any]) -> NamedLook:
    name = row.get("name")
    if not isinstance(name, str) or not name.strip():
        raise wrong(FILE, "[[look]]", "a look needs a name")
    for key in row:
        if key not in ("name", "entries", *_LISTS, *_FLAGS):
            raise wrong(FILE, f"{key} =", f'a look has no "{key}"')
    for key in _FLAGS:
        if not isinstance(row.get(key, False), bool):
            raise wrong(FILE, f"{key} = {row[key]!r}".replace("'", '"'), f"{key} is true or false")
    entries = str(row.get("entries", "all"))
    if entries not in _ENTRIES:
        raise wrong(FILE, f'entries = "{entries}"', 'the entries are "all" or "rapid"')
    columns = tuple(column.name for column in wording().columns)
    return NamedLook(
        id="",
        name=name.strip(),
        parts=_listed(row, "parts", ALL_PARTS, ALL_PARTS),
        columns=_listed(row, "columns", columns, tuple(column for column in columns if column != NOTES)),
        choice=_ENTRIES[entries],
        designations=row.get("designations", False),
        publication=row.get("publication", False),
    )


def _listed(row: Mapping[str, Any], key: str, known: Iterable[str], usual: tuple[str, ...]) -> tuple[str, ...]:
    names = row.get(key, usual)
    if not isinstance(names, list | tuple):
        raise wrong(FILE, f"{key} =", f"{key} is a list of names in square brackets")
    for name in names:
        if name not in known:
            raise wrong(FILE, f'"{name}"', f'"{name}" is none of the {key}')
    return tuple(names)


def looks_of(chronology: Chronology) -> tuple[NamedLook, ...]:
    """Return every look there is: those kept with the review, then the app's own under names nobody has used since."""
    kept = tuple(chronology.looks.values())
    names = {look.name.casefold() for look in kept}
    return (*kept, *(look for look in own_looks() if look.name.casefold() not in names))


def look_named(chronology: Chronology, name: str) -> NamedLook:
    """Return the look of that name, in any case.

    Raises:
        OutputProblem: there is none; the sentence lists those there are.
    """
    looks = looks_of(chronology)
    for look in looks:
        if look.name.casefold() == name.strip().casefold():
            return look
    names = ", ".join(f"“{look.name}”" for look in looks)
    raise OutputProblem(f"There is no look of that name, so nothing was written. Those there are: {names}.")


def is_own(name: str) -> bool:
    """Return whether one of the app's own looks has that name, in any case."""
    return name.strip().casefold() in {look.name.casefold() for look in own_looks()}


def known(look: NamedLook) -> NamedLook:
    """Return a look without names this version of the app does not know, and with what no look leaves out."""
    columns = [column.name for column in wording().columns]
    return replace(
        look, parts=_known(look.parts, ALL_PARTS, ALWAYS_PART), columns=_known(look.columns, columns, ALWAYS_COLUMN)
    )


def _known(names: Iterable[str], known: Iterable[str], always: str) -> tuple[str, ...]:
    found = tuple(name for name in dict.fromkeys(names) if name in known)
    return found if always in found else (*found, always)


def look_of(chronology: Chronology, named: NamedLook) -> Look:
    """Return what a document with a named look holds now.

    An agency that is no longer in the review leaves nothing to write, never everything: see `nothing_to_write`. There
    is no column of reviewers' notes where there are none or where they are not for the reader (publication).
    """
    look = known(named)
    notes = NOTES in look.columns and not look.publication and bool(chronology.all(Note))
    return Look(
        parts=look.parts,
        columns=tuple(name for name in look.columns if notes or name != NOTES),
        agency_id=look.agency_id if look.choice is Choice.AGENCY else "",
        entry_ids=_entry_ids(chronology, look),
        notes=notes,
        anonymise=look.designations or look.publication,
        publication=look.publication,
    )


def _entry_ids(chronology: Chronology, look: NamedLook) -> frozenset[str] | None:
    """Return the ids of the entries a look chooses, None where it does not choose by entry."""
    if look.choice is Choice.FILTER:
        return frozenset(entry.id for entry in shown(chronology, look.asked) if not entry.set_aside)
    if look.choice is Choice.AGENCY:
        return None if look.agency_id in chronology.agencies else frozenset()
    return rapid_review(chronology) if look.choice is Choice.RAPID else None


def nothing_to_write(chronology: Chronology, look: NamedLook) -> str:
    """Say in a sentence why a look gives nothing to write now; "" where it does, if only an agency's nil returns."""
    return _NOTHING[look.choice] if _entry_ids(chronology, look) == frozenset() else ""


def nobody_to_replace(chronology: Chronology, look: NamedLook) -> str:
    """Say in a sentence that no name can be replaced because nobody is listed, "" where that is not so."""
    if chronology.people or not (look.designations or look.publication):
        return ""
    return (
        "Nobody is on the list of people, so no name could be replaced. List them first (Review, People and "
        "designations), or leave names as they are."
    )


def cut_to(chronology: Chronology, look: Look) -> Chronology:
    """Return the review with those entries only that a document of this look shows."""
    seen = of_agency(chronology, look.agency_id) if look.agency_id else chronology
    left_out = tuple((Entry, entry_id) for entry_id in seen.entries if not look.keeps(entry_id))
    return seen.after(Change("", (), left_out)) if left_out else seen
