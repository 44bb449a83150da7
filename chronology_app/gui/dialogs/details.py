"""The facts of the review, to be changed: they decide the ages shown and what the document says of itself."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from chronology_app.core.review import DEFAULT_MARKING, Review
from chronology_app.gui.dialogs.day_field import DayField
from chronology_app.gui.dialogs.form import Field, Form


class DetailsDialog(Form):
    """Shows the facts of a review and gives them back, changed, as `review`."""

    WIDTH = 104

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__("Review details", "Save the details", parent)
        self._before = review
        self._title, self._designation = QLineEdit(review.title), QLineEdit(review.designation)
        self._marking, self._version = QLineEdit(review.marking), QLineEdit(review.version)
        self._author = QLineEdit(review.author)
        self._born, self._due = DayField("Bo&rn", review.born), DayField("&Due date", review.due)
        self._from, self._to = DayField("Scope &from", review.scope_from), DayField("Scope t&o", review.scope_to)
        self.add(
            Field("&Title", self._title),
            Field("De&signation of the baby", self._designation, "Never a name: this is printed on every page."),
        )
        self.add(self._born, self._due)
        self.add(self._from, self._to)
        self.add(
            Field("&Marking", self._marking, "Printed at the top and bottom of every page.", self._unmarked),
            Field("&Version", self._version),
        )
        self.add(Field("Written &by", self._author))
        self._title.setFocus()

    @property
    def review(self) -> Review:
        """The facts as they stand in the fields."""
        return replace(
            self._before,
            title=self._title.text().strip(),
            designation=self._designation.text().strip(),
            born=self._born.day,
            due=self._due.day,
            scope_from=self._from.day,
            scope_to=self._to.day,
            marking=self._marking.text().strip(),
            version=self._version.text().strip(),
            author=self._author.text().strip(),
        )

    def _unmarked(self) -> str:
        if self._marking.text().strip():
            return ""
        return f"A document must say how it is to be handled, usually {DEFAULT_MARKING}."
