"""Words that a whole table lacks: which agency it is from, or what it was taken from, given once for every row."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from chronology_app.core.fields import TEXT_FIELDS, TITLES
from chronology_app.core.fields import Field as EntryField
from chronology_app.core.remembered import Constant
from chronology_app.gui.dialogs.form import Field, Form

_ABOUT = (
    "These words stand in the field of every row that has none of its own there, and each entry says that they were "
    "given at the import. What the agency wrote stays as it is."
)


class ConstantDialog(Form):
    """Asks for a field and its words; without words those given before are taken back."""

    def __init__(self, given: Iterable[Constant], parent: QWidget | None = None) -> None:
        super().__init__("Words for a field of every row", "Give the words", parent)
        self._given = {one.field: one.text for one in given}
        self._choice, self._words = QComboBox(), QLineEdit()
        self._choice.addItems([TITLES[field] for field in TEXT_FIELDS])
        self.say(_ABOUT, "muted")
        hint = "For example: Source, Case record. Leave it empty to take the words back."
        self.add(Field("&Field", self._choice), Field("&Words", self._words, hint))
        self._choice.currentIndexChanged.connect(lambda _: self._words.setText(self._given.get(self.field, "")))
        first = next(iter(self._given), EntryField.SOURCE)
        self._choice.setCurrentIndex(TEXT_FIELDS.index(EntryField(first)))
        self._words.setText(self._given.get(self.field, ""))
        self._words.setFocus()

    @property
    def field(self) -> EntryField:
        """The field that was chosen."""
        return TEXT_FIELDS[self._choice.currentIndex()]

    @property
    def text(self) -> str:
        """The words, without blanks around them."""
        return self._words.text().strip()
