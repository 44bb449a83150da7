"""A field for one whole day of the review (birth, due date, scope period): read back as it is typed, or left empty."""

from datetime import date

from chronology_app.core.saying import say_day
from chronology_app.core.when import Precision, When
from chronology_app.gui.dialogs.date_field import DateField
from chronology_app.gui.dialogs.form import Field

_WRONG = "Write the whole date, for example 20 January 2022, or leave this empty."


def whole_day(when: When) -> date | None:
    """Return the one day that was written, or None where the date is empty, open, a range, or not certain."""
    single = when.precision in (Precision.DAY, Precision.MINUTE) and when.earliest == when.latest
    return when.earliest if single and not (when.approximate or when.uncertain or when.dates) else None


def written(day: date | None) -> str:
    """Return a day as it is written into the field: "20 January 2022", "" for None."""
    return say_day(day) if day else ""


class DayField(Field):
    """A date that may be left empty; anything but one whole day is sent back with a sentence."""

    def __init__(self, name: str, day: date | None = None) -> None:
        self._line = DateField(written(day))
        super().__init__(name, self._line, check=self._wrong)
        self._line.read.connect(lambda _: self.complain(""))

    @property
    def day(self) -> date | None:
        """The day written, None where the field is empty."""
        return whole_day(self._line.when)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written."""
        return not self._line.line.text().strip()

    def type(self, text: str) -> None:
        """Write a date into the field."""
        self._line.line.setText(text)

    def _wrong(self) -> str:
        return "" if self.is_empty or self.day else _WRONG
