"""Asks who somebody is: the designation that is published, the role, and every form of the name in the files."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from chronology_app.core.identity import new_id
from chronology_app.core.person import Person
from chronology_app.gui.dialogs.form import Field, Form


class PersonDialog(Form):
    """Asks for one person. `others` are the people already listed; accepted, `person` is what to keep."""

    def __init__(self, person: Person | None, others: Iterable[Person], parent: QWidget | None = None) -> None:
        known = person is not None and person.id != ""
        super().__init__("Who it is", "Save the change" if known else "Add to the list", parent)
        given = person or Person("", "")
        self._id = given.id or new_id()
        self._others = [other for other in others if other.id != self._id]
        self._designation, self._role = QLineEdit(given.designation), QLineEdit(given.role)
        self._forms = QPlainTextEdit("\n".join(given.names))
        self._forms.setTabChangesFocus(True)
        self._forms.setMinimumHeight(self._forms.fontMetrics().lineSpacing() * 6)
        self.add(
            Field("&Designation", self._designation, "What is published: Mother, MGM, HV1, School 1.", self._wrong),
            Field("&Role", self._role, "In words, for the list of people: Baby K's mother."),
        )
        hint = "One a line, as the files have them: Isla Harrow, Ms Harrow, Isla. Numbers and addresses too."
        self.add(Field("&Forms of the name", self._forms, hint, self._nothing))
        self._designation.setFocus()

    @property
    def person(self) -> Person:
        """The person as filled in."""
        lines = (line.strip() for line in self._forms.toPlainText().splitlines())
        forms = tuple(dict.fromkeys(line for line in lines if line))
        return Person(self._id, self._designation.text().strip(), self._role.text().strip(), forms)

    def _wrong(self) -> str:
        designation = self.person.designation
        if not designation:
            return "Without a designation there is nothing to put in the place of the name."
        taken = any(other.designation.casefold() == designation.casefold() for other in self._others)
        return "Somebody on the list has this designation. Give another, or add the forms there." if taken else ""

    def _nothing(self) -> str:
        return "" if self.person.names else "Write at least one form of the name."
