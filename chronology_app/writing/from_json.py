"""A review that was exported as JSON comes back without loss."""

import json
from collections.abc import Iterator
from typing import Any

from chronology_app.core.agency import Agency
from chronology_app.core.change import Record
from chronology_app.core.chronology import Chronology
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
from chronology_app.writing.plain import record
from chronology_app.writing.to_json import FORMAT, VERSION

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
_LATER = frozenset({"layouts", "looks", "not_names"})
"""What exports made before it was kept do not have."""


def from_json(text: str) -> Chronology:
    """Return the chronology of an export: `from_json(to_json(c)) == c`. Suggestions and findings are worked out anew.

    Raises:
        FileProblem: it is not such an export, or something in it is missing or of another kind.
    """
    try:
        whole = json.loads(text)
        if whole["format"] != FORMAT:
            raise ValueError
        if whole["format_version"] > VERSION:
            raise FileProblem(
                "This review was exported by a later version of the app, so nothing was taken in. Update the app and "
                "try again."
            )
        return Chronology.of(_records(whole))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise FileProblem(
            "This is not a review exported by the app, or it was changed afterwards, so nothing was taken in. "
            "Export the review again as .json and use that file as it is."
        ) from None


def _records(whole: dict[str, Any]) -> Iterator[Record]:
    yield record(Review, whole["review"])
    for name, kind in _LISTS:
        for held in whole.get(name, ()) if name in _LATER else whole[name]:
            yield record(kind, held)
    for held in whole["entries"]:
        yield record(Entry, {**held, **held["place"], "agency": held["agency_as_written"]})
        for mark in held["marks"]:
            yield record(Mark, mark)
