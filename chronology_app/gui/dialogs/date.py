"""A person decides a date the app could not read, with the agency's own words before them."""

from PySide6.QtWidgets import QPushButton, QWidget

from chronology_app.core.entry import Entry
from chronology_app.core.saying import say
from chronology_app.core.when import When
from chronology_app.gui.dialogs.date_field import DateField
from chronology_app.gui.dialogs.form import Field, Form

_HINT = "Only as much as is known: March 2022, c. 5 April 2022, w/c 14/3/22."
_WRONG = "Write a date that can be read, or press Cancel to leave the entry without one."


class DateDialog(Form):
    """Asks for the date of an entry: written and read back, or one of the readings on offer taken with a click."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__("Date of the entry", "Set the date", parent)
        self._offer: When | None = None
        self._line = DateField(entry.when.text, with_edtf=True)
        self.say(f"The agency wrote: “{entry.when.text}”" if entry.when.text.strip() else "The agency wrote no date.")
        reason = entry.when.reason or entry.needs
        if reason and reason != self._line.reading:
            self.say(reason, "attention")
        if entry.when.offers:
            self.say("What the words may mean:", "muted")
        for number, offer in enumerate(entry.when.offers, 1):
            self.body.addWidget(self._button(number, offer))
        field = Field("&Date", self._line, _HINT, self._wrong)
        self._line.read.connect(lambda _: field.complain(""))
        self.add(field)
        self._line.line.selectAll()
        self._line.setFocus()

    @property
    def when(self) -> When:
        """What the person decided."""
        return self._offer or self._line.when

    def _button(self, number: int, offer: When) -> QPushButton:
        button = QPushButton(f"&{number}   {say(offer)}")
        button.setAutoDefault(False)
        button.setAccessibleName(f"Take the reading {say(offer)}")
        button.clicked.connect(lambda: self._take(offer))
        return button

    def _take(self, offer: When) -> None:
        self._offer = offer
        self.accept()

    def _wrong(self) -> str:
        return "" if self.when.known else _WRONG
