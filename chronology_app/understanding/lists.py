"""Lists of words in the editable data files, checked when they are read so that a slip is told with its line."""

from collections.abc import Mapping
from typing import Any

from chronology_app.core.resources import wrong


def part_of(file: str, table: Mapping[str, Any], name: str) -> Any:
    """Return what stands under `name` in a table of `resources/FILE`.

    Raises:
        ResourceProblem: it is missing; the sentence names the file.
    """
    if name not in table:
        raise wrong(file, f"[{name}]", f'"{name}" is missing')
    return table[name]


def words_of(file: str, table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return the list of texts under `name` in a table of `resources/FILE`.

    Raises:
        ResourceProblem: it is missing or holds something else; the sentence names the line.
    """
    found = part_of(file, table, name)
    if not isinstance(found, list) or not all(isinstance(word, str) and word.strip() for word in found):
        raise wrong(file, f"{name} =", f'"{name}" is a list of words in quotation marks')
    return tuple(found)
