"""Before a document leaves the encrypted review, the person says what kind, where, which entries and what is in it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from chronology_app.core.change import Change
from chronology_app.core.chronology import Chronology
from chronology_app.core.edits import keep_look, remove_look
from chronology_app.core.filter import Filter
from chronology_app.core.named_look import NamedLook
from chronology_app.gui.dialogs.choice_list import ChoiceList
from chronology_app.gui.dialogs.choose import Choose
from chronology_app.gui.dialogs.form import Field, Form
from chronology_app.gui.dialogs.keep_look import KeepLook
from chronology_app.gui.dialogs.look_field import LookField
from chronology_app.gui.dialogs.new_review import documents_folder
from chronology_app.gui.dialogs.place_field import PlaceField
from chronology_app.gui.dialogs.preview import Preview
from chronology_app.gui.dialogs.template_field import TemplateField
from chronology_app.gui.dialogs.unlisted import Unlisted
from chronology_app.gui.dialogs.which_entries import WhichEntries, of_look
from chronology_app.work.looks import ALWAYS_COLUMN, ALWAYS_PART, known, look_of, nobody_to_replace
from chronology_app.writing.look import Look
from chronology_app.writing.to_pdf import MISSING, libreoffice
from chronology_app.writing.wording import wording

_ROWS = "This kind of file has rows, not pages: one for each entry."
_EVERYTHING = (
    "This kind of file has no pages: it is for a program to read, and holds everything but the files as received."
)


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: what it is called, its ending, and what it is for.

    `holds` stands in the place of the preview where a kind has no pages, "" where parts and pages can be chosen.
    """

    name: str
    ending: str
    use: str
    holds: str = ""

    @property
    def has_parts(self) -> bool:
        """Whether it is a document of parts on pages."""
        return not self.holds


KINDS = (
    FileKind("Word", ".docx", "To read, print and hand over."),
    FileKind("PDF", ".pdf", "The same pages, made by LibreOffice."),
    FileKind("Excel", ".xlsx", "One row for each entry, to sort and count.", _ROWS),
    FileKind("CSV", ".csv", "The same rows as plain text.", _ROWS),
    FileKind("JSON", ".json", "Everything in the review, for another copy of this app.", _EVERYTHING),
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
    "wording": "Facts and opinions, by agency",
    "practice": "Practice, as the agencies wrote it",
    "questions": "Questions to agencies",
    "needing": "Entries that still need a person",
    "left_out": "What was left out, and why",
}
"""What a person reads for each part of `writing.look.ALL_PARTS`."""
NAMES = (
    "As the agencies wrote them",
    "Designations instead of names",
    "For publication",
)
"""How people and dates are written, each hiding more than the one before."""

_DESIGNATED, _PUBLISHED = 1, 2
_IN_PUBLIC = "Designations, ages instead of dates, no places, files or notes."
_ALL_ROOM = 1000
"""How much more of the room to spare the lists take than what is below them, which has it where they are hidden."""

_WARNING = (
    "The file is not encrypted: it leaves the protection of the review. "
    "Keep it only where everybody who can reach it may read it."
)
_NOT_KEPT = "The review cannot be written to just now, so no look was changed. Your choices here stay as they are."

_NOT_ASKED_AGAIN = (
    "The entries shown were found by words in designations, which a look cannot look for. Show names first, or choose "
    "other entries, to keep it."
)


class ExportDialog(Form):
    """Asks how to write a document; `do` keeps a change of the looks with the review and returns whether it did.

    `asked` is the filter of the window and `visible` the ids of the entries it shows (None: those that answer it);
    `template` and `look_name` are the Word template and the look chosen last. Accepted, it holds `path`, `look`,
    `look_name` and `kind`; the caller writes the document.
    """

    WIDTH = 70

    def __init__(
        self,
        chronology: Chronology,
        do: Callable[[Change], bool],
        *,
        asked: Filter | None = None,
        visible: Collection[str] | None = None,
        parent: QWidget | None = None,
        folder: Path | None = None,
        template: str = "",
        look_name: str = "",
    ) -> None:
        super().__init__("Export the chronology", "", parent)
        self.body.setSpacing(12)
        self._chronology, self._do = chronology, do
        self._looks = LookField(chronology, look_name)
        self._kinds, self._names_box = Choose(), Choose()
        self._kinds.addItems([f"{kind.name} ({kind.ending})" for kind in KINDS])
        self._names_box.addItems(NAMES)
        self._kind = Field("&Kind of file", self._kinds, KINDS[0].use, check=self._missing)
        self._place = PlaceField("&Where", KINDS[0].ending, folder or documents_folder(), replaceable=True)
        self._entries = WhichEntries(chronology, asked or Filter(), visible)
        self._names = Field("&Names and dates", self._names_box, check=self._nobody)
        self._template = TemplateField("Word &template", template)
        self._parts = ChoiceList("&Parts of the document", PARTS, [ALWAYS_PART])
        titles = {column.name: column.title for column in wording().columns}
        self._columns = ChoiceList("&Columns of the chronology", titles, [ALWAYS_COLUMN])
        self._unlisted = Unlisted(chronology, self)
        self._preview = Preview(chronology, lambda: self.look)
        self._taken = self.choices
        self._lay_out()
        self._take(self._looks.look)
        self._connect()
        self._turn(0)
        self._looks.control.setFocus()

    @property
    def kind(self) -> FileKind:
        """The kind of file chosen."""
        return KINDS[self._kinds.currentIndex()]

    @property
    def path(self) -> Path:
        """Where the document is to be written."""
        return self._place.path

    @property
    def choices(self) -> NamedLook:
        """What is chosen, as it would be kept with the review."""
        names = self._names_box.currentIndex()
        bare = NamedLook(
            id="",
            name="",
            parts=self._parts.chosen,
            columns=self._columns.chosen,
            designations=names >= _DESIGNATED,
            publication=names >= _PUBLISHED,
        )
        return self._entries.chosen.put_into(bare)

    @property
    def look(self) -> Look:
        """What the document is to hold."""
        look, visible = look_of(self._chronology, self.choices), self._entries.visible_ids
        return replace(look, entry_ids=look.entry_ids if visible is None else visible, template=self._template.path)

    @property
    def look_name(self) -> str:
        """The name of the look chosen, whether or not it was changed since."""
        return self._looks.look.name

    def _lay_out(self) -> None:
        self.add(self._looks)
        self.add(self._kind, self._template, shares=(2, 3))
        self.add(self._place)
        self.add(self._entries, self._names)
        self.add(self._parts, self._columns, shares=(0, 0))
        self.body.setStretch(self.body.count() - 1, _ALL_ROOM)
        self.body.addStretch(1)
        self.say_below(_WARNING)
        self.put_beside(self._preview)

    def _connect(self) -> None:
        self._looks.taken.connect(self._take)
        self._looks.keeping.connect(self._ask_name)
        self._looks.removing.connect(self._remove)
        self._kinds.currentIndexChanged.connect(self._turn)
        self._names_box.currentIndexChanged.connect(self._show_again)
        self._unlisted.found.connect(self._hint_at_names)
        for chosen in (self._entries, self._template, self._parts, self._columns):
            chosen.changed.connect(self._show_again)

    def _take(self, look: NamedLook) -> None:
        """Set every choice to a look's; what this review or this version does not know is passed over."""
        look = known(look)
        self._parts.arrange(look.parts)
        self._columns.arrange(look.columns)
        self._names_box.setCurrentIndex(_PUBLISHED if look.publication else int(look.designations))
        self._entries.take(of_look(look))
        self._offer_publication()
        self._taken = self.choices
        self._show_again()

    def _ask_name(self) -> None:
        """Ask under which name the choices are kept, and keep them."""
        if not self._entries.can_be_asked_again:
            self._looks.complain(_NOT_ASKED_AGAIN)
            return
        asking = KeepLook(self._chronology, self.look_name if self._looks.look.id else "", self)
        asking.accepted.connect(lambda: self._keep(asking.name))
        asking.finished.connect(asking.deleteLater)
        asking.open()

    def _keep(self, name: str) -> None:
        choices = self.choices
        if self._change(keep_look(self._chronology, replace(choices, name=name)), name):
            self._taken = choices
            self._show_again()

    def _remove(self) -> None:
        """Remove the look chosen; the first of the others is chosen in its place."""
        if self._change(remove_look(self._chronology, self._looks.look.id)):
            self._take(self._looks.look)

    def _change(self, change: Change, name: str = "") -> bool:
        """Keep a change of the looks with the review and show those there are then; return whether that was done."""
        if change and not self._do(change):
            self._looks.complain(_NOT_KEPT)
            return False
        self._chronology = self._chronology.after(change)
        self._looks.show_looks(self._chronology, name)
        self._looks.control.setFocus()
        return True

    def _missing(self) -> str:
        """Say that a PDF cannot be made here, "" where it can or is not asked for."""
        return MISSING if self.kind.ending == ".pdf" and libreoffice() is None else ""

    def _nobody(self) -> str:
        return nobody_to_replace(self._chronology, self.choices)

    def _show_again(self, *_: object) -> None:
        self._hint_at_names()
        self._names.is_sound()
        self._looks.say(self.choices != self._taken)
        self._place.suggest(suggested_name(self._chronology, self.choices))
        self._preview.refresh(self.kind.holds)

    def _hint_at_names(self) -> None:
        """Say what a publication hides, and how many names may be left that nobody listed."""
        choices = self.choices
        if choices.designations and not self._nobody():
            self._unlisted.look()
        hints = (_IN_PUBLIC if choices.publication else "", self._unlisted.sentence if choices.designations else "")
        self._names.hint(" ".join(filter(None, hints)))

    def _turn(self, number: int) -> None:
        self._place.turn_to(self.kind.ending)
        self._kind.hint(self.kind.use)
        self._kind.is_sound()
        for field in (self._template, self._parts, self._columns):
            field.setVisible(self.kind.has_parts)
        self._offer_publication()
        self._show_again()
        self.verb.setText(f"Export to {self.kind.name}")

    def _offer_publication(self) -> None:
        """A copy for publication is not offered where the whole review is written."""
        on, model = self.kind.ending != ".json", self._names_box.model()
        if isinstance(model, QStandardItemModel):
            model.item(_PUBLISHED).setEnabled(on)
        if not on:
            self._names_box.setCurrentIndex(min(self._names_box.currentIndex(), _DESIGNATED))


def suggested_name(chronology: Chronology, choices: NamedLook) -> str:
    """Return a file name that says what is in the file; see `work.file_names`."""
    from chronology_app.work.file_names import document_name

    return document_name(chronology, choices)
