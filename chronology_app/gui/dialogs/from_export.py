"""An exported review becomes a review again: what is in it is told, a place and a passphrase are asked for."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.mark import Mark
from chronology_app.core.note import Note
from chronology_app.gui.dialogs.form import Form
from chronology_app.gui.dialogs.new_passphrase import PassphrasePair
from chronology_app.gui.dialogs.new_review import ENDING, documents_folder
from chronology_app.gui.dialogs.place_field import PlaceField

_NOT_IN_IT = (
    "Every row is in it as the agency sent it. The agencies' files themselves are not part of an export: they stay in "
    "the review it was exported from."
)


class FromExportDialog(Form):
    """Asks where a review that was exported is to be kept, and for its passphrase; its facts come with it."""

    WIDTH = 96

    def __init__(self, held: Chronology, parent: QWidget | None = None, folder: Path | None = None) -> None:
        super().__init__("New review from an export", "Create the review", parent)
        review = held.review
        self.say(review.title or review.designation or "The review has no title.", "heading")
        self.say(told(held))
        self.say(_NOT_IN_IT, "muted")
        self._place = PlaceField("&Keep the review in", ENDING, folder or documents_folder())
        self._place.suggest(review.designation)
        self.add(self._place)
        self._pair = PassphrasePair(self)
        self._place.line.setFocus()

    @property
    def path(self) -> Path:
        """Where the review is to be kept."""
        return self._place.path

    @property
    def passphrase(self) -> str:
        """The passphrase, as it was typed."""
        return self._pair.passphrase


def told(held: Chronology) -> str:
    """Return what a review holds, in numbers: "150 entries of 6 agencies, 12 marks, 3 notes and questions"."""
    numbers = (
        (len(held.entries), "entry", "entries"),
        (len(held.agencies), "agency", "agencies"),
        (len(held.sources), "file", "files"),
        (len(held.all(Mark)), "mark", "marks"),
        (len(held.all(Note)), "note or question", "notes and questions"),
        (len(held.links), "tie between entries", "ties between entries"),
        (len(held.people), "person", "people"),
        (len(held.looks), "look", "looks"),
    )
    return ", ".join(count(number, one, more) for number, one, more in numbers if number) or "No entries yet"
