"""Agency colours, the same on screen and on paper: colour-blind safe, and never without the agency's code."""

from dataclasses import dataclass
from functools import cache

from chronology_app.core.resources import read_table, wrong


@dataclass(frozen=True, slots=True)
class Colour:
    """A named agency colour as #rrggbb: `strong` for lines and badges, `pale` to stand behind `ink` text."""

    name: str
    strong: str
    pale: str
    ink: str


@cache
def palette() -> tuple[Colour, ...]:
    """Return the agency colours of resources/palette.toml, in order.

    Raises:
        ResourceProblem: a colour is not #rrggbb.
    """
    colours = tuple(Colour(**row) for row in read_table("palette.toml")["agency"])
    for colour in colours:
        for value in (colour.strong, colour.pale, colour.ink):
            if len(value) != 7 or not value.startswith("#") or not set(value[1:].lower()) <= set("0123456789abcdef"):
                raise wrong("palette.toml", value, "a colour is written #rrggbb")
    return colours


def colour(number: int) -> Colour:
    """Return the agency colour of that number; numbers past the end begin again."""
    return palette()[number % len(palette())]
