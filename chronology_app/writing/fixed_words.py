"""The fixed words of one kind of paper: a file of resources/ that a partnership may edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from chronology_app.core.resources import read_table, wrong


@dataclass(frozen=True)
class FixedWords:
    """The tables of `resources/FILE`."""

    file: str
    tables: Mapping[str, Any]

    def say(self, section: str, key: str, **values: object) -> str:
        """Return one text, `{name}` in it replaced by the value of that name.

        Raises:
            ResourceProblem: the text is missing or names something that is not there.
        """
        try:
            return str(self.tables[section][key].format_map(values))
        except (KeyError, ValueError, IndexError, AttributeError, TypeError):
            why = f'"{key}" under [{section}] is missing or cannot be used'
            raise wrong(self.file, f"[{section}]", why) from None

    def says(self, section: str, *keys: str) -> tuple[str, ...]:
        """Return several texts of a section, in order; see `say`."""
        return tuple(self.say(section, key) for key in keys)


@cache
def fixed_words(file: str) -> FixedWords:
    """Return the words of `resources/FILE`.

    Raises:
        ResourceProblem: the file is missing or is not TOML.
    """
    return FixedWords(file, read_table(file))
