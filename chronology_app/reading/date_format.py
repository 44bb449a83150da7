"""What a number format shows of a date: a cell that shows "Mar-22" must not be read as 12 March 2022.

Format codes are those of ECMA-376 part 1, 18.8.30 and 18.8.31 (number formats).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from chronology_app.core.sheet import Value

BUILT_IN = {
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "dd/mm/yyyy hh:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
}  # fmt: skip
"""The formats a workbook names by number only; 14 and 22 follow the laptop's own settings, here British ones."""

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]'
    r"|(?P<half>AM/PM|A/P)|(?P<part>y+|m+|d+|h+|s+)(?:\.0+)?|(?P<number>[0#?@]|General)|(?P<literal>.)",
    re.IGNORECASE,
)
DATE, TIME = frozenset({"year", "month", "day"}), frozenset({"time"})


@dataclass(frozen=True, slots=True)
class DateFormat:
    """A date format: `tokens` are (kind, text), kind "" for plain text.

    `parts` are some of year, month, day, weekday, time, elapsed; `half_day` is True where hours go to 12.
    """

    tokens: tuple[tuple[str, str], ...]
    parts: frozenset[str]
    half_day: bool = False

    @property
    def says(self) -> frozenset[str]:
        """What it says of the date; the weekday follows from the rest."""
        return self.parts - {"weekday"}

    @property
    def is_plain(self) -> bool:
        """Whether it shows a whole date, a time of day, or both."""
        return self.says in (DATE, TIME, DATE | TIME)

    def shown(self, value: Value) -> str | None:
        """Return what the cell shows where that says something else of the date than the value does, else None.

        Midnight is how a workbook writes a day without a time, so that "12/03/2022 00:00" says no more than the day.
        A value that is only a time under a date's format is a number below 1, which Excel shows as 00/01/1900.
        """
        if isinstance(value, timedelta):
            return self._text(datetime.min, value)
        if isinstance(value, time):
            return None if self.says <= TIME else "00/01/1900"
        if not isinstance(value, date):
            return None
        moment = value if isinstance(value, datetime) else datetime.combine(value, time.min)
        same = (DATE | TIME,) if moment.time() != time.min else (DATE, DATE | TIME)
        return None if self.says in same else self._text(moment, timedelta())

    def _text(self, moment: datetime, length: timedelta) -> str:
        return "".join(text if not kind else self._part(kind, text, moment, length) for kind, text in self.tokens)

    def _part(self, kind: str, code: str, moment: datetime, length: timedelta) -> str:
        if kind == "elapsed":
            seconds = int(length.total_seconds())
            return f"{seconds // {'h': 3600, 'm': 60, 's': 1}[code[0]]:0{len(code)}d}"
        if length:
            moment = datetime.min + length % timedelta(days=1)
        if kind == "half":
            return "AM" if moment.hour < 12 else "PM"
        if kind == "month" and len(code) > 2:
            return _MONTHS[moment.month - 1][: {3: 3, 5: 1}.get(len(code))]
        if kind == "weekday":
            return _DAYS[moment.weekday()][: 3 if len(code) == 3 else None]
        if kind == "year":
            return f"{moment.year:04d}" if len(code) > 2 else f"{moment.year % 100:02d}"
        hour = (moment.hour - 1) % 12 + 1 if self.half_day else moment.hour
        numbers = {"month": moment.month, "day": moment.day, "h": hour, "minute": moment.minute, "s": moment.second}
        return f"{numbers[kind]:0{min(len(code), 2)}d}"


@lru_cache(maxsize=1024)
def date_format(code: str) -> DateFormat | None:
    """Return what a format code shows of a date, None where it is no date format (numbers, text, nothing)."""
    found = list(_TOKEN.finditer(_first_section(code)))
    if any(match["number"] for match in found):
        return None
    tokens = tuple(_token(found, i) for i in range(len(found)))
    parts = {_said(kind) for kind, _ in tokens} - {""}
    return DateFormat(tokens, frozenset(parts), any(kind == "half" for kind, _ in tokens)) if parts else None


def shows_nothing(code: str) -> bool:
    """Whether a format code hides every value, as ";;;" does."""
    return code.strip() == ";;;"


def _first_section(code: str) -> str:
    """Return the part of a code before its first ";" that is not quoted: the one for dates, which are positive."""
    return re.match(r'(?:"[^"]*"|\\.|[^;])*', code)[0]  # type: ignore[index]  # it matches every string


def _said(kind: str) -> str:
    return {"h": "time", "minute": "time", "s": "time", "half": "time"}.get(kind, kind)


def _token(found: Sequence[re.Match[str]], i: int) -> tuple[str, str]:
    match = found[i]
    if match["elapsed"]:
        return "elapsed", match["elapsed"].lower()
    if match["half"]:
        return "half", match["half"]
    if match["part"]:
        return _kind(found, i), match["part"].lower()
    return "", match["quoted"] or match["escaped"] or match["literal"] or ""


def _kind(found: Sequence[re.Match[str]], i: int) -> str:
    """Return what a run of letters stands for; "m" is minutes after hours and before seconds."""
    letters = found[i]["part"].lower()
    if letters[0] == "m":
        before = next((_letter(match) for match in reversed(found[:i]) if _letter(match)), "")
        after = next((_letter(match) for match in found[i + 1 :] if _letter(match)), "")
        return "minute" if before == "h" or after == "s" else "month"
    if letters[0] == "d":
        return "day" if len(letters) < 3 else "weekday"
    return {"y": "year"}.get(letters[0], letters[0])


def _letter(match: re.Match[str]) -> str:
    return (match["part"] or match["elapsed"] or "")[:1].lower()
