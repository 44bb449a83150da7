"""Names that are months or seasons: "seen with May" is somebody, "12 May 2022" and "in May" are none."""

from functools import cache

from chronology_app.reviewing.name_words import words_named

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)


def date_words() -> frozenset[str]:
    """Return the names that are months or seasons, in small letters."""
    return words_named("date_words")


def unless_date(pattern: str) -> str:
    """Return a pattern that matches the same, but not where a date or a time of the year is written."""
    return f"{_before()}(?:{pattern}){_AFTER}"


@cache
def _before() -> str:
    """Return what must not stand before it: a number, a word that leads to a time, another month and "to"."""
    joined = (f"{month} {word}" for month in _MONTHS for word in ("to", "and", "or"))
    words = sorted((*words_named("before_dates"), *joined))
    led = "".join(rf"(?<!\b{word} )" for word in words)
    return rf"(?i:{led})(?<!\d)(?<!\d[ ./-])(?<!\d(?:st|nd|rd|th) )"


_AFTER = rf"(?![\s./-]?\d|\s?[–/-]\s?(?i:{'|'.join(_MONTHS)}))"
