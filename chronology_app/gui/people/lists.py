"""The two lists of the window of people: who is listed, and what may name somebody and is not listed yet."""

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.person import Person

if TYPE_CHECKING:
    from chronology_app.reviewing.name_finder import Named

_DATA = Qt.ItemDataRole.UserRole
_TITLES = {
    "name": "Name",
    "email": "E-mail",
    "postcode": "Postcode",
    "nhs": "NHS number",
    "phone": "Phone",
    "birth": "Date of birth",
    "plate": "Vehicle",
    "handle": "Social media name",
    "reference": "Reference number",
    "address": "Address",
    "school": "School",
    "surgery": "Surgery",
    "hospital": "Hospital",
}
"""What a person reads for each sort of suggestion; also what the designation of a new one begins with."""


class _Keyed(QListWidget):
    """A list in which Enter and Delete do something with the item in focus."""

    opened = Signal()
    removed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setSpacing(3)
        self.itemDoubleClicked.connect(lambda _: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete removes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.currentItem():
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def put(self, lines: Iterable[tuple[str, object, str]]) -> None:
        """Show (words, what they stand for, tool tip); the focus stays at its place."""
        row = self.currentRow()
        self.clear()
        for words, held, tip in lines:
            item = QListWidgetItem(words, self)
            item.setData(_DATA, held)
            item.setToolTip(tip)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))


class PeopleList(_Keyed):
    """People by designation, each with role and forms."""

    def show_people(self, people: Iterable[Person]) -> None:
        """Show these people; the one in focus stays in focus."""
        chosen = self.chosen()
        self.put((_person_words(person), person, "") for person in people)
        if chosen:
            self.choose(chosen.id)

    def chosen(self) -> Person | None:
        """Return the person in focus."""
        item = self.currentItem()
        return cast(Person, item.data(_DATA)) if item else None

    def choose(self, person_id: str) -> None:
        """Put the focus on a person."""
        for row in range(self.count()):
            if self.item(row).data(_DATA).id == person_id:
                self.setCurrentRow(row)


class SuggestionList(_Keyed):
    """What may name somebody: its forms, how often and where first, and the words that led to it."""

    def show_found(self, chronology: Chronology, found: Iterable["Named"], dismissed: Set[str]) -> None:
        """Show what was found, but for those of which every form is dismissed."""
        left = [one for one in found if not dismissed >= {*one.forms}]
        self.put((_found_words(chronology, one), one, "\n".join(one.cues)) for one in left)

    def chosen(self) -> "Named | None":
        """Return the suggestion in focus."""
        item = self.currentItem()
        return cast("Named", item.data(_DATA)) if item else None


def new_person(found: "Named", people: Iterable[Person]) -> Person:
    """Return a person, not listed yet, to be filled in for a suggestion; of a place or number its designation too."""
    title = _TITLES[found.sort] if found.sort != "name" else ""
    taken = {person.designation.casefold() for person in people}
    numbers = (f"{title} {number}" for number in range(1, len(taken) + 2))
    designation = next(name for name in numbers if name.casefold() not in taken) if title else ""
    return Person("", designation, "", found.forms)


def _person_words(person: Person) -> str:
    role = f" – {person.role}" if person.role else ""
    return f"{person.designation}{role}\n{' · '.join(person.names) or 'no form of the name yet'}"


def _found_words(chronology: Chronology, found: "Named") -> str:
    owner = chronology.people.get(found.person_id)
    entry = chronology.entries.get(found.entry_id)
    first = f", first {entry.when.text or 'undated'} ({chronology.agency_of(entry).code})" if entry else ""
    whose = f"\nMay be {owner.designation}" if owner else ""
    seen = f"{count(found.count, 'time')}{first} – {found.cues[0]}"
    return f"{_TITLES[found.sort]}: {' · '.join(found.forms)}\n{seen}{whose}"
