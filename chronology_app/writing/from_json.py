"""A review that was exported as JSON comes back without loss, whole or not at all."""

import json
from collections.abc import Iterator
from typing import Any

from chronology_app.core.agency import Agency
from chronology_app.core.change import Record
from chronology_app.core.chronology import Chronology
from chronology_app.core.collecting import uncollected
from chronology_app.core.entry import Entry
from chronology_app.core.errors import FileProblem
from chronology_app.core.link import Link
from chronology_app.core.mark import Mark
from chronology_app.core.named_look import NamedLook
from chronology_app.core.not_a_name import NotAName
from chronology_app.core.note import Note
from chronology_app.core.person import Person
from chronology_app.core.remembered import RememberedLayout
from chronology_app.core.review import Review
from chronology_app.core.source import Source
from chronology_app.core.stay import Stay
from chronology_app.core.when import When
from chronology_app.writing.plain import Form
from chronology_app.writing.soundness import is_sound
from chronology_app.writing.to_json import FORMAT, PLACE, VERSION

_Listed = Agency | Source | Person | Stay | Note | Link | RememberedLayout | NamedLook | NotAName
_LISTS: tuple[tuple[str, type[_Listed]], ...] = (
    ("agencies", Agency),
    ("sources", Source),
    ("people", Person),
    ("stays", Stay),
    ("notes", Note),
    ("links", Link),
    ("layouts", RememberedLayout),
    ("looks", NamedLook),
    ("not_names", NotAName),
)
_NOTICED = frozenset({"accounts", "conflicts", "gaps"})
"""What the app noticed in the whole review; like all that stands beside the records, it is worked out anew."""
_BESIDE: dict[type, frozenset[str]] = {
    Entry: frozenset({"ref", "agency_as_written", "place", "time", "age", "kind", "marks", "suggestions"}),
    Source: frozenset({"version", "agency", "counts"}),
    When: frozenset({"edtf"}),
}
_KNOWN = frozenset({"format", "format_version", "review", "entries", *dict(_LISTS), *_NOTICED})
_LEAST = 16
"""Characters to a bracket, over a whole export: ten times fewer than any review has. Values without words in them would
fill many times their own room in memory."""

_FOREIGN = (
    "This is not a review exported by the app, or it was changed afterwards, so nothing was taken in. Export the "
    "review again as .json and use that file as it is."
)
_LATER = (
    "This review was exported by a later version of the app, so nothing was taken in. Update the app and try again."
)


def from_json(text: str) -> Chronology:
    """Return the chronology of an export: `from_json(to_json(c)) == c`. Suggestions and findings are worked out anew.

    Exports of older versions come in too; what was not kept then is as in a new review.

    Raises:
        FileProblem: it is not such an export, something in it is missing, unknown or of another kind, or it does not
            hold together (see `writing.soundness`).
    """
    try:
        if len(text) < _LEAST * (text.count("[") + text.count("{")):
            raise ValueError
        with uncollected():
            return _read(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, MemoryError):
        raise FileProblem(_FOREIGN) from None


def _read(whole: dict[str, Any]) -> Chronology:
    version = whole["format_version"]
    if whole["format"] != FORMAT or type(version) is not int or version < 1:
        raise ValueError
    if version > VERSION:
        raise FileProblem(_LATER)
    if not _KNOWN.issuperset(whole):
        raise ValueError
    records = list(_records(whole, Form(_BESIDE, whole=version == VERSION)))
    chronology = Chronology.of(records)
    if sum(map(len, chronology.records.values())) < len(records) or not is_sound(chronology):
        raise ValueError
    return chronology


def _records(whole: dict[str, Any], form: Form) -> Iterator[Record]:
    yield form.record(Review, whole["review"])
    for name, kind in _LISTS:
        for held in _list(whole[name] if form.whole else whole.get(name, [])):
            yield form.record(kind, held)
    for held in _list(whole["entries"]):
        place = {name: held["place"][name] for name in PLACE}
        yield form.record(Entry, {**held, **place, "agency": held["agency_as_written"]})
        for mark in _list(held["marks"]):
            yield form.record(Mark, mark)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a list belongs here")
    return value
