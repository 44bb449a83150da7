"""The labelled mentions: every invented person and place of tests/data as agencies write, and what is none."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from chronology_app.core.person import Person
from chronology_app.reviewing.identifiers import is_nhs_number
from chronology_app.reviewing.searching import short_forms

_FOLDER = Path(__file__).parent / "data"
DATA = tomllib.loads((_FOLDER / "mentions.toml").read_text("utf-8"))
WORDS = tomllib.loads((_FOLDER / "words_that_are_names.toml").read_text("utf-8"))
CLEAN: tuple[str, ...] = tuple(DATA["clean"])
EASILY_TAKEN: tuple[str, ...] = tuple(WORDS["clean"])
"""Texts that name nobody, full of words that are the names of `called_like_words`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A text, whose it tells, and in which way."""

    text: str
    designation: str
    way: str


def the_people() -> tuple[Person, ...]:
    """The list of people: full names and first names, numbers and places under designations of their own."""
    found = [Person(p["designation"], p["designation"], "", tuple(_listed(p, n))) for n, p in enumerate(DATA["people"])]
    places = [Person(p["designation"], p["designation"], "", (p["text"],)) for p in DATA["places"]]
    return (*found, *places)


def called_like_words(*, first_names: bool = False) -> tuple[Person, ...]:
    """People whose names are ordinary words, listed by their full names, with `first_names` by these alone too."""
    return tuple(
        Person(name, f"Person {number}", "", (name, name.split()[0]) if first_names else (name,))
        for number, name in enumerate(WORDS["people"], 1)
    )


def mentions_of_words() -> tuple[Mention, ...]:
    """Every person who is called like ordinary words in every way, each a text of its own."""
    return tuple(
        Mention(way.format(**_parts(name)), f"Person {number}", way)
        for number, name in enumerate(WORDS["people"], 1)
        for way in WORDS["ways"]
    )


def _parts(name: str) -> dict[str, str]:
    first, last = name.split()
    return {"first": first, "last": last, "f": first[0], "FIRST": first.upper(), "LAST": last.upper()}


def mentions() -> tuple[Mention, ...]:
    """Every person and place in every way, each a text of its own; always the same."""
    return tuple(_mentions())


def _mentions() -> Iterator[Mention]:
    ways = DATA["ways"]
    for number, person in enumerate(DATA["people"]):
        words = _words(person, number)
        for kind in ("name", "birth", "nhs", "phone", "email", "postcode"):
            for way in ways[kind]:
                if words["short"] or "{short}" not in way:
                    yield Mention(way.format(**words), person["designation"], f"{kind}: {way}")
    for place in DATA["places"]:
        text = place["text"]
        short = text.replace("Road", "Rd").replace("Court", "Ct").replace("Avenue", "Ave").replace(", ", " ")
        for way in ways["place"]:
            made = way.format(text=text, TEXT=text.upper(), short_text=short)
            yield Mention(made, place["designation"], f"place: {way}")


def _listed(person: Mapping[str, Any], number: int) -> Iterator[str]:
    words = _words(person, number)
    yield from (f"{person['first']} {person['last']}", person["first"])
    yield from (words[key] for key in ("dmy", "nhs_spaced", "phone", "email", "postcode"))


def _words(person: Mapping[str, Any], number: int) -> dict[str, str]:
    first, last, born = person["first"], person["last"], person["born"]
    short = min(short_forms(first), key=lambda form: (-len(form), form), default="").capitalize()
    made = {"first": first, "last": last, "f": first[0], "short": short, "initials": f"{first[0]}. {last[0]}."}
    made |= _slips("first", first) | _slips("last", last) | _days(born) | _numbers(number)
    return made | {key.upper(): words.upper() for key, words in made.items()}


def _slips(key: str, name: str) -> dict[str, str]:
    """A letter left out, doubled, and turned round with the next, all in the middle of the name."""
    at = len(name) // 2
    turned = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return {
        f"{key}_dropped": name[:at] + name[at + 1 :],
        f"{key}_doubled": name[:at] + name[at] + name[at:],
        f"{key}_turned": turned,
    }


def _days(born: date) -> dict[str, str]:
    return {
        "dmy": f"{born:%d/%m/%Y}",
        "short_dmy": f"{born.day}.{born.month}.{born:%y}",
        "words": f"{born.day} {born:%B %Y}",
        "iso": born.isoformat(),
    }


def _numbers(number: int) -> dict[str, str]:
    nhs = next(n for n in map(str, range(4_010_000_000 + number * 7_919, 4_999_999_999)) if is_nhs_number(n))
    phone = f"07700900{number:03d}"
    postcode = f"ZE{number % 9 + 1} {number % 10}{'ABDEFGHJLN'[number % 10]}Q"
    return {
        "nhs": nhs,
        "nhs_spaced": f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}",
        "nhs_dashed": f"{nhs[:3]}-{nhs[3:6]}-{nhs[6:]}",
        "phone": phone,
        "phone_spaced": f"{phone[:5]} {phone[5:8]} {phone[8:]}",
        "phone_abroad": f"+44 {phone[1:5]} {phone[5:]}",
        "phone_abroad_zero": f"+44 (0){phone[1:5]} {phone[5:]}",
        "email": f"person{number}@example.org",
        "postcode": postcode,
        "postcode_joined": postcode.replace(" ", ""),
    }
