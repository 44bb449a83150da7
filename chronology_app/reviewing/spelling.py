"""The ways one listed form may be written: a number with other spaces, a date in other figures, "Rd" for "Road"."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from chronology_app.reviewing.folding import fold
from chronology_app.reviewing.identifiers import DAY, PHONE_START, birth_cue, roads

_APOSTROPHES = "'’ʼ"
_ENDS = r"(?![^\W_])"
_LAST_DOT = r"(?:\.(?=\s*[^\s.]))?"
"""A full stop after the last initial belongs to it, unless the text ends there."""
_GAPS = {1: r"[\s_.-]*", 2: r"\.?[\s_-]+", 3: r"\.?[\s_-]+"}
"""What may stand after an initial (J Smith, J.Smith) and after a title (Dr Smith, Dr. Smith), by its letters."""

_NUMBER = re.compile(r"\(?\+?\d[\d\s().-]{7,}")
_POSTCODE = re.compile(r"[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}")
_PIECES = re.compile(r"\d+|[a-z]+")
_BETWEEN = frozenset({"st", "nd", "rd", "th", "of"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_WORDS = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?"),
    *("sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"),
)
Day = tuple[int, int, int]


@lru_cache(maxsize=1 << 14)
def key_of(form: str) -> str:
    """Return what two spellings of one form have in common: its letters (without accents) and digits, in small letters.

    Of a telephone number the national number, of a day its figures, of an address the whole word for "Rd".
    """
    day, number = day_of(form), _digits(form)
    if day:
        return "-".join(map(str, day))
    if number:
        return number
    words = fold(form).text.casefold().split()
    if len(words) > 1:
        words[-1] = roads().get(words[-1].rstrip("."), words[-1])
    return "".join(c for word in words for c in word if c.isalnum())


def spelt(forms: Iterable[str], written_large: Iterable[str]) -> str:
    """Return the pattern of forms, any case; those `written_large` (and short initials) only where in capitals."""
    large = frozenset(written_large)
    return "|".join(_form(form, large) for form in forms)


def day_of(form: str) -> Day | None:
    """Return (year, month, day) of a form that is one day, with or without "born" before it; None of any other."""
    found = _day_form().fullmatch(form.strip())
    if not found:
        return None
    pieces = [piece for piece in _PIECES.findall(found["day"].casefold()) if piece not in _BETWEEN]
    day, month, year = reversed(pieces) if len(pieces[0]) == 4 else pieces
    at = _MONTHS.index(month[:3]) + 1 if month.isalpha() else int(month)
    century = 1900 if len(year) == 2 and int(year) > 40 else 2000
    return (int(year) if len(year) == 4 else century + int(year), at, int(day)) if 1 <= at <= 12 else None


def is_identifier(form: str) -> bool:
    """Return whether a form is a number, a day, an e-mail address or a postcode rather than words."""
    return bool(is_number(form) or "@" in form or _POSTCODE.fullmatch(form.strip()))


def is_number(form: str) -> bool:
    """Return whether a form is a long number or a day."""
    return bool(day_of(form) or _digits(form))


@cache
def _day_form() -> re.Pattern[str]:
    return re.compile(rf"(?P<cue>(?i:{birth_cue()}))?(?P<day>{DAY})")


def _digits(form: str) -> str:
    """Return the national number of a form that is a long number, "" of any other."""
    form = form.strip()
    if not _NUMBER.fullmatch(form):
        return ""
    digits = re.sub(r"\D", "", form)
    abroad = re.match(r"(?:00)?44", digits) if form.startswith(("+", "(+", "00")) else None
    return "0" + digits[abroad.end() :].removeprefix("0") if abroad else digits


def _form(form: str, large: frozenset[str]) -> str:
    if is_identifier(form):
        return _identifier(form.strip())
    short = len(key_of(form))
    if short <= 2 or (short <= 3 and form.isupper()) or form.casefold() in large:
        return f"(?:{_spelt(form)}|{_spelt(form.upper())})"
    return f"(?i:{_spelt(form)})"


def _identifier(form: str) -> str:
    day, digits = day_of(form), _digits(form)
    if day:
        found = _day_form().fullmatch(form)
        return (f"(?i:{birth_cue()})" if found and found["cue"] else "") + f"(?:{_day(*day)}){_ENDS}"
    if digits:
        whole = r"[\s().-]{0,2}".join(digits[1:] if digits[0] == "0" else digits)
        return f"{PHONE_START if digits[0] == '0' else ''}{whole}{_ENDS}"
    if "@" in form:
        return f"(?i:{re.escape(form)}){_ENDS}"
    kept = form.replace(" ", "")
    return rf"(?i:{kept[:-3]}\s*{kept[-3:]}){_ENDS}"


def _day(year: int, month: int, day: int) -> str:
    years = rf"(?:{year}|{year % 100:02d})"
    words = rf"(?i:{_MONTH_WORDS[month - 1]})"
    figures = rf"0?{day}\s?[./-]\s?0?{month}\s?[./-]\s?{years}"
    return rf"{year}-{month:02d}-{day:02d}|{figures}|0?{day}(?:st|nd|rd|th)?[\s.-](?:of\s)?{words}[\s.,-]{{1,2}}{years}"


def _spelt(form: str) -> str:
    """Return the words of a form with any space, hyphen or underscore between them, and dots after what is short."""
    parts = [part for part in re.split(r"[\s_.,-]+", form) if any(map(str.isalnum, part))]
    gaps = [_gap(part) for part in parts[:-1]] + [""]
    *before, last = [_escaped(part) for part in parts]
    road = roads().get(parts[-1].casefold()) if before else None
    if road:
        last = "(?:" + "|".join(sorted(way for way, full in roads().items() if full == road)) + ")"
        last = f"(?i:{last})"
    written = "".join(part + gap for part, gap in zip([*before, last], gaps, strict=True))
    return written + _ENDS + (_LAST_DOT if len(parts[-1]) == 1 else "")


def _gap(part: str) -> str:
    if part[0].isdigit():
        return r",?[\s_-]+"
    return _GAPS.get(len(part), r",?[\s_-]+")


def _escaped(part: str) -> str:
    return "".join(f"[{_APOSTROPHES}]" if c in _APOSTROPHES else re.escape(c) for c in part)
