"""One named step: records to put, records to drop. Everything a person does is one of these."""

from dataclasses import dataclass

from chronology_app.core.agency import Agency
from chronology_app.core.entry import Entry
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

Record = Review | Agency | Source | Person | Stay | Entry | Mark | Link | Note | RememberedLayout | NamedLook | NotAName
RECORD_TYPES: tuple[type[Record], ...] = (
    *(Review, Agency, Source, Person, Stay),
    *(Entry, Mark, Link, Note, RememberedLayout, NamedLook, NotAName),
)
Key = tuple[type[Record], str]


def key_of(record: Record) -> Key:
    """Return what names a record in a chronology: its type and id."""
    return type(record), record.id


@dataclass(frozen=True, slots=True)
class Change:
    """A step. `label` is what the Undo menu shows ("Mark 3 entries as fact")."""

    label: str
    put: tuple[Record, ...] = ()
    drop: tuple[Key, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.put or self.drop)
