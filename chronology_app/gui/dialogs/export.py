"""Before a document leaves the encrypted review, the person says what kind, where, which entries and what is in it."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from chronology_app.core.chronology import Chronology
from chronology_app.core.note import Note
from chronology_app.gui.dialogs.choice_list import ChoiceList
from chronology_app.gui.dialogs.form import Field, Form
from chronology_app.gui.dialogs.new_review import documents_folder
from chronology_app.gui.dialogs.place_field import PlaceField
from chronology_app.gui.dialogs.preview import Preview
from chronology_app.gui.dialogs.template_field import TemplateField
from chronology_app.gui.dialogs.which_entries import WhichEntries
from chronology_app.writing.extracts import RAPID_PARTS
from chronology_app.writing.look import ALL_PARTS, Look
from chronology_app.writing.to_pdf import MISSING, libreoffice
from chronology_app.writing.wording import wording


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
_ALWAYS, _ALWAYS_COLUMN = "chronology", "event"
_NOTES = "notes"
_WARNING = (
    "The file is not encrypted: it leaves the protection of the review. "
    "Keep it only where everybody who can reach it may read it."
)


class ExportDialog(Form):
    """Asks how to write a document. `shown` are the ids of the entries shown now (None: all of them are).

    Accepted, it holds `path`, `look` and `kind`; the caller writes the document. `template` is the path of the Word
    template chosen last.
    """

    WIDTH = 66

    def __init__(
        self,
        chronology: Chronology,
        shown: Collection[str] | None = None,
        parent: QWidget | None = None,
        folder: Path | None = None,
        template: str = "",
    ) -> None:
        super().__init__("Export the chronology", "", parent)
        self._chronology = chronology
        self._kinds = QComboBox()
        self._kinds.addItems([f"{kind.name} ({kind.ending})" for kind in KINDS])
        self._kind = Field("&Kind of file", self._kinds, KINDS[0].use, check=self._missing)
        self._place = PlaceField("&Where", KINDS[0].ending, folder or documents_folder(), replaceable=True)
        self._place.suggest(suggested_name(chronology))
        self._entries = WhichEntries(chronology, shown)
        self._designations = QCheckBox("&Designations instead of names")
        self._publication = QCheckBox("&For publication: ages instead of dates, no places, files or authors")
        self._template = TemplateField("Word &template", template)
        self._parts = ChoiceList("&Parts of the document", PARTS, [_ALWAYS])
        self._columns = ChoiceList("&Columns of the chronology", self._titles(), [_ALWAYS_COLUMN])
        self._columns.choose(name for name in self._titles() if name != _NOTES)
        self._preview = Preview(chronology, lambda: self.look)
        self._lay_out()
        self._connect()
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
            parts=self._parts.chosen,
            columns=self._columns.chosen,
            agency_id=self._entries.agency_id,
            entry_ids=self._entries.ids,
            notes=_NOTES in self._columns.chosen,
            anonymise=self._designations.isChecked(),
            publication=self._publication.isChecked(),
            template=self._template.path,
        )

    def _titles(self) -> dict[str, str]:
        """Return the titles of the columns by name; that of reviewers' notes only where there are any."""
        noted = bool(self._chronology.all(Note))
        return {column.name: column.title for column in wording().columns if noted or column.name != _NOTES}

    def _lay_out(self) -> None:
        self.add(self._kind)
        self.add(self._place)
        self.body.addWidget(self._entries)
        self.body.addWidget(self._designations)
        self.body.addWidget(self._publication)
        for box in (self._designations, self._publication):
            box.setVisible(bool(self._chronology.people))
        self.add(self._template)
        self.add(self._parts, self._columns)
        self.say(_WARNING)
        self.put_beside(self._preview)

    def _connect(self) -> None:
        self._kinds.currentIndexChanged.connect(self._turn)
        self._entries.changed.connect(self._show_again)
        self._entries.rapid.connect(lambda rapid: self._parts.choose(RAPID_PARTS if rapid else ALL_PARTS))
        self._designations.toggled.connect(self._show_again)
        self._publication.toggled.connect(self._publish)
        for chosen in (self._template, self._parts, self._columns):
            chosen.changed.connect(self._show_again)

    def _publish(self, on: bool) -> None:
        """A copy for publication never holds a name."""
        self._designations.setChecked(on or self._designations.isChecked())
        self._designations.setEnabled(not on)
        self._show_again()

    def _missing(self) -> str:
        """Say that a PDF cannot be made here, "" where it can or is not asked for."""
        return MISSING if self.kind.ending == ".pdf" and libreoffice() is None else ""

    def _show_again(self, *_: object) -> None:
        self._preview.refresh(self.kind.has_parts)

    def _turn(self, number: int) -> None:
        self._place.turn_to(self.kind.ending)
        self._kind.hint(self.kind.use)
        self._kind.is_sound()
        for field in (self._template, self._parts, self._columns):
            field.setVisible(self.kind.has_parts)
        self._publication.setEnabled(self.kind.ending != ".json")
        self._publication.setChecked(self._publication.isChecked() and self._publication.isEnabled())
        self._show_again()
        self.verb.setText(f"Export to {self.kind.name}")


def suggested_name(chronology: Chronology) -> str:
    """Return a file name that holds a designation and never the title, in which somebody's name may stand."""
    review = chronology.review
    version = f" v{review.version}" if review.version else ""
    return f"{review.designation} combined chronology{version}".strip()
