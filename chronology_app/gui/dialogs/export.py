"""Before a document leaves the encrypted review, the person says what kind, where, which entries and what is in it."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import count
from chronology_app.core.note import Note
from chronology_app.gui.dialogs.form import Field, Form, label
from chronology_app.gui.dialogs.new_review import documents_folder
from chronology_app.gui.dialogs.place_field import PlaceField
from chronology_app.writing.look import ALL_PARTS, Look


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: what it is called, its ending, and whether the parts of a document can be chosen for it."""

    name: str
    ending: str
    use: str
    has_parts: bool = False


KINDS = (
    FileKind("Word", ".docx", "The combined chronology as a document, to read, print and put before a panel.", True),
    FileKind(
        "PDF",
        ".pdf",
        "The same pages, to print or read on any screen. LibreOffice makes it, where it is installed.",
        True,
    ),
    FileKind("Excel", ".xlsx", "One row for each entry, to sort and count."),
    FileKind("CSV", ".csv", "One row for each entry, as plain text for another program."),
    FileKind("JSON", ".json", "Everything in the review, for another program or another copy of this app."),
)
PARTS = {
    "title": "Title and facts of the review",
    "contents": "Contents, with links and pages",
    "reading": "How to read it: colours and letters",
    "abbreviations": "Abbreviations and what they mean",
    "agencies": "Agencies and the files they sent",
    "nil_returns": "Nil returns",
    "people": "People, by designation",
    "chronology": "The chronology",
    "wording": "Fact, opinion and reported speech by agency",
    "practice": "Practice, as the agencies wrote it",
    "questions": "Questions to agencies",
    "needing": "Entries that still need a person",
    "left_out": "What was left out, and why",
}
"""What a person reads for each part of `writing.look.ALL_PARTS`."""
_ALWAYS = "chronology"
_WARNING = (
    "The file is not encrypted: it leaves the protection of the review. "
    "Keep it only where everybody who can reach it may read it."
)


class ExportDialog(Form):
    """Asks how to write a document. `shown` are the ids of the entries shown now (None: all of them are).

    Accepted, it holds `path`, `look` and `kind`; the caller writes the document.
    """

    WIDTH = 104

    def __init__(
        self,
        chronology: Chronology,
        shown: Collection[str] | None = None,
        parent: QWidget | None = None,
        folder: Path | None = None,
    ) -> None:
        super().__init__("Export the chronology", "", parent)
        self._chronology = chronology
        self._shown = shown
        self._kinds = QComboBox()
        self._kinds.addItems([f"{kind.name} ({kind.ending})" for kind in KINDS])
        self._kind = Field("&Kind of file", self._kinds, KINDS[0].use)
        self._place = PlaceField("&Where", KINDS[0].ending, folder or documents_folder(), replaceable=True)
        self._place.suggest(suggested_name(chronology))
        self._all, self._some = self._which()
        self._designations = QCheckBox("&Designations instead of names")
        self._notes = QCheckBox("What &reviewers wrote beside entries: notes, themes, questions")
        self._parts = {name: QCheckBox(PARTS[name]) for name in ALL_PARTS}
        self._lay_out()
        self._kinds.currentIndexChanged.connect(self._turn)
        self._turn(0)
        self._kinds.setFocus()

    @property
    def kind(self) -> FileKind:
        """The kind of file chosen."""
        return KINDS[self._kinds.currentIndex()]

    @property
    def path(self) -> Path:
        """Where the document is to be written."""
        return self._place.path

    @property
    def look(self) -> Look:
        """What the document is to hold."""
        return Look(
            parts=tuple(name for name, box in self._parts.items() if box.isChecked()),
            entry_ids=frozenset(self._shown or ()) if self._some.isChecked() else None,
            notes=self._notes.isChecked(),
            anonymise=self._designations.isChecked(),
        )

    def _which(self) -> tuple[QRadioButton, QRadioButton]:
        total = len(self._chronology.in_order())
        shown = total if self._shown is None else len(self._shown)
        everything = QRadioButton(f"&All {count(total, 'entry', 'entries')}")
        some = QRadioButton(f"&Only what is shown now: {count(shown, 'entry', 'entries')}")
        everything.setChecked(True)
        some.setEnabled(shown != total)
        return everything, some

    def _lay_out(self) -> None:
        self.add(self._kind)
        self.add(self._place)
        entries = QVBoxLayout()
        entries.setSpacing(6)
        for part in (label("Entries", "heading"), self._all, self._some, self._designations, self._notes):
            entries.addWidget(part)
        self.body.addLayout(entries)
        self._designations.setVisible(bool(self._chronology.people))
        self._notes.setVisible(bool(self._chronology.all(Note)))
        self.body.addWidget(self._part_boxes())
        self.say(_WARNING)

    def _part_boxes(self) -> QWidget:
        self._parts_box = QWidget()
        grid = QGridLayout(self._parts_box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(label("Parts of the document", "heading"), 0, 0, 1, 2)
        half = (len(self._parts) + 1) // 2
        for place, (name, box) in enumerate(self._parts.items()):
            box.setChecked(name != "people" or bool(self._chronology.people))
            box.setEnabled(name != _ALWAYS)
            grid.addWidget(box, 1 + place % half, place // half)
        return self._parts_box

    def _turn(self, number: int) -> None:
        self._place.turn_to(self.kind.ending)
        self._kind.hint(self.kind.use)
        self._parts_box.setEnabled(self.kind.has_parts)
        self.verb.setText(f"Export to {self.kind.name}")


def suggested_name(chronology: Chronology) -> str:
    """Return a file name that holds a designation and never the title, in which somebody's name may stand."""
    review = chronology.review
    version = f" v{review.version}" if review.version else ""
    return f"{review.designation} combined chronology{version}".strip()
