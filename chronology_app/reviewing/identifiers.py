"""Finds what names a person or a place without being a name: numbers, addresses, schools, surgeries, dates of birth."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from chronology_app.core.resources import read_table, wrong

TABLE = "identifiers.toml"


class Sort(StrEnum):
    """What a piece of text identifies somebody by."""

    EMAIL = "email"
    POSTCODE = "postcode"
    NHS = "nhs"
    PHONE = "phone"
    BIRTH = "birth"
    PLATE = "plate"
    HANDLE = "handle"
    ADDRESS = "address"
    SCHOOL = "school"
    SURGERY = "surgery"
    HOSPITAL = "hospital"
    REFERENCE = "reference"
    DATE = "date"


HARD = (Sort.EMAIL, Sort.POSTCODE, Sort.NHS, Sort.PHONE, Sort.BIRTH, Sort.PLATE, Sort.HANDLE)
"""What is hidden wherever designations stand for names, listed or not: its form alone says what it is."""

PLACES = (Sort.ADDRESS, Sort.SCHOOL, Sort.SURGERY, Sort.HOSPITAL)
"""What a publication hides as well."""

_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
MONTH = f"(?i:{_MONTHS}|nov(?:ember)?|dec(?:ember)?)"
DAY = (
    r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s?(?:[./-]\s?\d{1,2}\s?[./-]|[\s.-](?:of\s)?"
    + MONTH
    + r"[\s.,-]{1,2})\s?(?:\d{4}|\d{2}))"
)
"""A whole day, written in figures or with the month's name."""

_GAP = r"[\s().-]{0,2}"
PHONE_START = rf"(?:(?:\((?:\+|00)44\)|(?:\+|00)44){_GAP}(?:\(0\))?{_GAP}|(?:\((?=0\d{{2,5}}\)))?0{_GAP})"
"""What stands before the national number: 0, +44 or (+44) (0)."""

_NAME = r"[A-Z][\w'’.-]*"
_MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_PATTERNS: Mapping[Sort, str] = {
    Sort.DATE: rf"(?<![\w/.])(?:{DAY}|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH_NAME}(?:\s\d{{4}})?"
    rf"|{_MONTH_NAME}\s(?:19|20)\d{{2}}|(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2]))(?![\w/])",
    Sort.EMAIL: r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    # BS 7666: the last two letters are never C I K M O V, which keeps times ("10 5PM") apart.
    Sort.POSTCODE: r"(?<!\w)(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}"
    r"|[a-z]{1,2}\d[a-z\d]?\s\d[abd-hjlnp-uw-z]{2})(?!\w)",
    Sort.NHS: r"(?<![\w.+-])\d{3}[\s-]?\d{3}[\s-]?\d{4}(?![\w-])",
    # The plates given out since 2001: two letters, the half-year, three letters; never I or Q.
    Sort.PLATE: r"(?<!\w)[A-HJ-PR-Y]{2}\d{2}\s?[A-HJ-PR-Z]{3}(?!\w)",
    Sort.PHONE: rf"(?<![\w.+/-]){PHONE_START}[1-9](?:{_GAP}\d){{8,9}}(?![\w/-])",
}


@dataclass(frozen=True, slots=True)
class Identifier:
    """Characters `start` to `end` of a text, what they identify by, and how they are written there."""

    start: int
    end: int
    sort: Sort
    text: str


def identifiers(text: str, sorts: Iterable[Sort] = HARD) -> list[Identifier]:
    """Return the identifiers of these sorts in a text, in order; where two overlap, the first sort asked for stays."""
    found: list[Identifier] = []
    taken = bytearray(len(text))
    for sort in (sort for sort in sorts if _NEEDS[sort].search(text)):
        for one in _of(sort, text):
            if not any(taken[one.start : one.end]):
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def is_nhs_number(digits: str) -> bool:
    """Return whether ten digits pass the check of an NHS number.

    NHS Data Dictionary, "NHS Number": the first nine are weighted 10 to 2; 11 less the remainder by 11 is the last, 11
    standing for 0; 10 is never given out.
    """
    if len(digits) != 10 or not digits.isdecimal() or len(set(digits)) == 1:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


def hidden(sort: Sort) -> str:
    """Return the words that stand in the place of an identifier nobody listed.

    Raises:
        ResourceProblem: resources/identifiers.toml has none for it.
    """
    words = _table()["hidden"].get(sort)
    if not isinstance(words, str) or not words:
        raise wrong(TABLE, "[hidden]", f'"{sort}" under [hidden] is missing')
    return words


def roads() -> Mapping[str, str]:
    """Return the full word by each way to write it: {"rd": "road", "road": "road"}."""
    held = _table()["roads"]
    return {way: road for road, short in held.items() for way in (road, *short)}


@cache
def _table() -> dict[str, dict[str, Any]]:
    return read_table(TABLE)


_FIGURE, _CAPITAL = re.compile(r"\d"), re.compile("[A-Z]")
_LONG_NUMBER = re.compile(r"\d[\d\s().-]{7,}\d")
_NEEDS = {
    **dict.fromkeys(Sort, _CAPITAL),
    **dict.fromkeys((Sort.BIRTH, Sort.DATE), _FIGURE),
    **dict.fromkeys((Sort.NHS, Sort.PHONE), _LONG_NUMBER),
    Sort.EMAIL: re.compile("@"),
    Sort.PLATE: re.compile(r"[A-Z]{2}\d{2}\s?[A-Z]{3}"),
    Sort.HANDLE: re.compile(r"@|[A-Za-z]\.?\d|_"),
    Sort.REFERENCE: re.compile(r"\d\d"),
    Sort.POSTCODE: re.compile(r"\d[A-Za-z]{2}(?!\w)"),
}
"""What a text must hold for an identifier of a sort to be in it: quickly seen, and most texts do not."""


_NHS_CUE = re.compile(r"(?i:\bnhs[\s.:#]{0,3}(?:no|num|number)?[\s.:#-]{0,3})$")
"""What stands before an NHS number: so it is one even where a digit is wrong."""


def _of(sort: Sort, text: str) -> Iterator[Identifier]:
    for match in _pattern(sort).finditer(text):
        start, end = match.span(match.lastgroup or 0)
        if sort is not Sort.NHS or is_nhs_number(re.sub(r"\D", "", match[0])) or _NHS_CUE.search(text[:start][-20:]):
            yield Identifier(start, end, sort, text[start:end])


@cache
def _pattern(sort: Sort) -> re.Pattern[str]:
    if sort in _PATTERNS:
        return re.compile(_PATTERNS[sort])
    return re.compile(_BUILT.get(sort, lambda: _place(sort))())


def _birth() -> str:
    """Return the pattern of a date of birth: after what says so, or before it in brackets."""
    led = rf"(?<!\w)(?=[{_first_letters('birth')}])(?i:{birth_cue()})(?P<it>{DAY})(?!\d)"
    return rf"{led}|(?<![\w/.])(?P<followed>{DAY})(?=\s?\((?i:d\.?o\.?b))"


def _handle() -> str:
    """Return the pattern of a name on a social medium: one with a figure or a stroke, after "@" or what says so."""
    sign = r"(?=[a-z.]*[\d_])[a-z_][\w.]{1,28}\w"
    media = _any_of(_words("cues", "handle"))
    led = rf"(?:{media})(?:\s(?:handle|account|name|username|id))?\s?[:=]?\s?"
    return rf"(?<![\w.])@(?i:{sign})|(?<!\w)(?=[{_first_letters('handle')}])(?i:{led}(?P<it>{sign}))"


def _reference() -> str:
    """Return the pattern of a crime, case, custody or hospital number: what says so stands before it."""
    kinds, numbers = _any_of(_words("cues", "reference")), _any_of(_words("cues", "number"))
    return (
        rf"(?<!\w)(?i:{kinds})\s?(?i:{numbers})?\.?(?:\s(?i:is|was))?[:#\s]{{0,3}}"
        r"(?P<it>(?=[A-Z/-]{0,6}\d)(?=[\w/-]*\d[\w/-]*\d)[A-Z\d]+(?:[/-][A-Z\d]+)*)(?![\w/])"
    )


def _address() -> str:
    """Return the pattern of an address: a house or flat number and a street; or a street whose ending is no other."""
    ends = "|".join(sorted((way.capitalize() for way in roads()), key=len, reverse=True))
    flat = r"(?i:flat|apartment|apt|room|unit)[^\S\n]\w{1,4},?[^\S\n]"
    number = r"\d{1,4}[a-zA-Z]?,?[^\S\n]"
    street = rf"(?:{_NAME}[^\S\n]){{1,3}}(?:{ends})(?!\w)\.?"
    alone = rf"(?!{_lead()}[^\S\n])(?:{_NAME}[^\S\n]){{1,2}}(?:{_any_of(_words('endings', 'street'))})(?!\w)"
    town = rf"(?:,?[^\S\n]{_NAME}(?:[^\S\n]{_NAME})?(?=,?[^\S\n](?:[A-Z]{{1,2}}\d|\[)))?"
    return rf"(?<!\w)(?:(?:{flat})?{number}{street}|{flat}{street}|{alone}){town}"


def _place(sort: Sort) -> str:
    """Return the pattern of a place's name, by what it ends or begins with."""
    ends = "|".join(_ending(words) for words in sorted(_words("endings", sort), key=len, reverse=True))
    begins = _any_of(_words("beginnings", sort))
    name = rf"[^\S\n]{_NAME}"
    ended = rf"(?!{_lead()}[^\S\n])(?:{_NAME}[^\S\n]){{1,4}}?(?:{ends})"
    return rf"(?<!\w)(?:{ended}|(?:{begins}){name}(?:{name}){{0,2}})(?!\w)"


_BUILT: Mapping[Sort, Callable[[], str]] = {
    Sort.BIRTH: _birth,
    Sort.HANDLE: _handle,
    Sort.REFERENCE: _reference,
    Sort.ADDRESS: _address,
}
"""Patterns that are made of the words of the table."""


def _first_letters(cues: str) -> str:
    """Return the letters with which cues begin, small and large: most places in a text begin none."""
    return re.escape("".join(sorted({way for cue in _words("cues", cues) for way in (cue[0].lower(), cue[0].upper())})))


def _lead() -> str:
    return f"(?:{'|'.join(word.capitalize() for word in _words('cues', 'lead'))})"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def birth_cue() -> str:
    """Return the pattern of what stands before a date of birth, case aside."""
    cues = sorted(_words("cues", "birth"), key=len, reverse=True)
    spelt = "|".join(re.escape(cue).replace(r"\ ", r"\s+").replace(r"\.", r"\.?\s?") for cue in cues)
    return rf"(?:{spelt})\.?\s*(?:is|was)?\s*[:(–-]?\s*"


def _ending(words: str) -> str:
    """Return the pattern of an ending, each word with a capital or without, the whole in capitals or not."""
    return r"[^\S\n]".join(f"(?i:{re.escape(word)})" for word in words.split())


def _words(section: str, key: str) -> list[str]:
    found = _table().get(section, {}).get(key)
    if not isinstance(found, list) or not all(isinstance(word, str) and word for word in found):
        raise wrong(TABLE, f"[{section}]", f'"{key}" under [{section}] must be a list of words')
    return [str(word) for word in found]
