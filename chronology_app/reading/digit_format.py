"""A number format made of zeros: a cell that shows "0930" or "00012" must not be read as 930 or 12.

Format codes are those of ECMA-376 part 1, 18.8.30: each 0 is a digit that is always shown.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from chronology_app.core.sheet import Value

_TOKEN = re.compile(r'0|"[^"]*"|\\.|[-/: ]')
_CODE = re.compile(rf"(?:{_TOKEN.pattern})+(?:;.*)?")
_FEWEST, _MOST = 2, 30


@dataclass(frozen=True, slots=True)
class DigitFormat:
    """`tokens` are "" for a digit and otherwise the text that stands between digits."""

    tokens: tuple[str, ...]

    def shown(self, value: Value) -> str | None:
        """Return what the cell shows of a whole number from 0 on, None of anything else."""
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0 or value != int(value):
            return None
        places = self.tokens.count("")
        digits = f"{int(value):0{places}d}"
        first, rest = digits[: len(digits) - places + 1], iter(digits[len(digits) - places + 1 :])
        found: list[str] = []
        for token in self.tokens:
            found.append(token or first or next(rest))
            first = first if token else ""
        return "".join(found)


@lru_cache(maxsize=1024)
def digit_format(code: str) -> DigitFormat | None:
    """Return what a format code shows of a whole number, None where it has other signs than zeros and plain text."""
    if not _CODE.fullmatch(code) or not _FEWEST <= code.count("0") <= _MOST:
        return None
    tokens = _TOKEN.findall(code.partition(";")[0])
    return DigitFormat(tuple("" if token == "0" else token.strip('"\\') for token in tokens))
