"""A new review starts with what is known of it, where it is kept, and the passphrase that locks it."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLineEdit, QWidget

from chronology_app.core.review import Review
from chronology_app.gui.dialogs.day_field import DayField
from chronology_app.gui.dialogs.form import Field, Form
from chronology_app.gui.dialogs.new_passphrase import PassphrasePair
from chronology_app.gui.dialogs.place_field import PlaceField
from chronology_app.writing.places import is_folder

ENDING = ".chronology"


def documents_folder() -> Path:
    """Return the person's own folder for documents, or their own folder where there is none (as on a new account)."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(named) if named and is_folder(Path(named)) else Path.home()


class NewReviewDialog(Form):
    """Asks what a new review is about and where to keep it; nothing but a place and a passphrase must be filled in."""

    WIDTH = 104

    def __init__(self, parent: QWidget | None = None, folder: Path | None = None) -> None:
        super().__init__("New review", "Create the review", parent)
        self._title, self._designation = QLineEdit(), QLineEdit()
        self._title.setPlaceholderText("Rapid review of Baby K")
        self._designation.setPlaceholderText("Baby K")
        self._born, self._due = DayField("Bo&rn"), DayField("&Due date")
        self._from, self._to = DayField("Scope &from"), DayField("Scope t&o")
        self._place = PlaceField("&Keep the review in", ENDING, folder or documents_folder())
        self._lay_out()
        self._designation.textChanged.connect(self._place.suggest)
        self._place.suggest("")
        self._title.setFocus()

    @property
    def review(self) -> Review:
        """The facts as they were filled in."""
        return Review(
            title=self._title.text().strip(),
            designation=self._designation.text().strip(),
            born=self._born.day,
            due=self._due.day,
            scope_from=self._from.day,
            scope_to=self._to.day,
        )

    @property
    def path(self) -> Path:
        """Where the review is to be kept."""
        return self._place.path

    @property
    def passphrase(self) -> str:
        """The passphrase, as it was typed."""
        return self._pair.passphrase

    def _lay_out(self) -> None:
        self.add(
            Field("&Title", self._title),
            Field("De&signation of the baby", self._designation, "Never a name: this is printed on every page."),
        )
        self.add(self._born, self._due)
        self.add(self._from, self._to)
        self.add(self._place)
        self._pair = PassphrasePair(self)
