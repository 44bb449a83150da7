"""The date of a row, read from its cells and from what stands above it: a year's title, the row before."""

from dataclasses import replace
from datetime import date

from chronology_app.core.sheet import Value
from chronology_app.core.when import Precision, When
from chronology_app.understanding.dates import join, read_when, relative, when_of_value
from chronology_app.understanding.swapping import swapped

NO_DATE = "No date is written."
AS_ABOVE = "date taken from the row above"
_ABOVE_UNKNOWN = "Its date is that of the row above, which needs a date."
_ABOVE_LEFT_OUT = "No date is written, and the row above it is left out."

Cells = tuple[Value, str, str, Value, str, str]
"""What a row's date is read from: date (value and text), time, end date (value and text), end time."""


class Dating:
    """Reads the dates of one table from the top; remembers the section's year and month and the date above."""

    def __init__(self, day_first: bool, why_swapped: str = "", swapped: bool | None = None) -> None:
        """Begin; `why_swapped` says why true dates may be swapped, `swapped` what a person decided about them."""
        self.day_first = day_first
        self._why_swapped, self._swapped = why_swapped, swapped
        self.year: int | None = None
        self.month: int | None = None
        self.above = When(reason=NO_DATE)
        self._known: dict[tuple[Value, str], When] = {}
        self._times: dict[str, When] = {}

    def begin_section(self, year: int | None = None, month: int | None = None, day: When | None = None) -> None:
        """Begin a section: no date is carried over its title, but the `day` the title names is that of its rows.

        A month alone stays in the year of the section before it.
        """
        if year or month:
            self.year, self.month = year or self.year, month
            self._known.clear()
        self.above = day if day and day.known else When(reason=NO_DATE)

    def left_out(self, text: str) -> None:
        """Note that a row with the date `text` is left out: the rows below must not borrow it unseen."""
        if text.strip():
            self.above = When(reason=_ABOVE_LEFT_OUT)

    def decided(self, text: str, when: When) -> When:
        """Return what a person decided a row's date to be, with the words of the agency beside it."""
        self.above = replace(when, text=text, reason="", offers=())
        return self.above

    def of_text(self, text: str) -> When:
        """Return how a text reads as a date in this section, without remembering it."""
        return read_when(text, day_first=self.day_first, year=self.year, month=self.month)

    def read(self, cells: Cells) -> When:
        """Return the date of a row that has one of its own, and remember it for the rows below."""
        value, text, time, end_value, end_text, end_time = cells
        when = self._of_cell(value, text)
        if end_text.strip() or end_time.strip():
            end = self._of_cell(end_value, end_text) if end_text.strip() else None
            when = join(when, time, end, end_time)
        elif time.strip():
            when = self._at_time(when, time)
        if not when.known and self.above.known:
            when = relative(text, self.above) or when
        self.above = when
        return when

    def carried(self, cells: Cells) -> When:
        """Return the date of a row without one: that of the row above, without its time."""
        if not self.above.known:
            return When(reason=self.above.reason if self.above.reason in _NOTHING_ABOVE else _ABOVE_UNKNOWN)
        precision = Precision.DAY if self.above.precision is Precision.MINUTE else self.above.precision
        day = replace(self.above, text="", precision=precision, time=None, end_time=None, time_approximate=False)
        return join(day, cells[2], None, cells[5]) if cells[2].strip() else day

    def _of_cell(self, value: Value, text: str) -> When:
        key = (value, text)
        when = self._known.get(key)
        if when is None:
            is_text = value is None or isinstance(value, str)
            when = self._known[key] = self.of_text(text.strip()) if is_text else self._of_value(value, text)
        return when

    def _of_value(self, value: Value, text: str) -> When:
        """Return a cell's own date, with a reason to look where the spreadsheet may have swapped its day and month."""
        when = when_of_value(value, text)
        other = swapped(when) if self._why_swapped and isinstance(value, date) else None
        if other is None or self._swapped is False:
            return when
        if self._swapped:
            return other
        return replace(when, reason=when.reason or self._why_swapped, offers=(when, other))

    def _at_time(self, when: When, time: str) -> When:
        """Return `join` of a date and a time; what a time says is the same for every plain day, and read once."""
        told = self._times.get(time)
        if told is None:
            told = self._times[time] = join(_PLAIN_DAY, time, None, "")
        if told.reason or not _is_plain_day(when):
            return join(when, time, None, "")
        text = f"{when.text} {told.text}"
        return When(
            text,
            when.earliest,
            when.latest,
            told.precision,
            False,
            False,
            told.time,
            told.end_time,
            told.time_approximate,
        )


def _is_plain_day(when: When) -> bool:
    return (
        when.precision is Precision.DAY
        and when.earliest == when.latest
        and not (when.approximate or when.uncertain or when.dates or when.time or when.reason)
    )


_PLAIN_DAY = When("", date(2000, 1, 1), date(2000, 1, 1), Precision.DAY)
"""Any day would do: what it is asked is only what a time beside it says."""

_NOTHING_ABOVE = frozenset({NO_DATE, _ABOVE_LEFT_OUT})
