"""Where the editable data files are, and how a mistake in one is told with its line."""

import tomllib
from pathlib import Path
from typing import Any

from chronology_app.core.errors import ResourceProblem

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(name: str) -> Path:
    """Return the path of `resources/NAME`, installed with the package or beside it in a checkout."""
    installed = _PACKAGE / "resources" / name
    return installed if installed.exists() else _PACKAGE.parent / "resources" / name


def read_table(name: str) -> dict[str, Any]:
    """Read `resources/NAME` (TOML) into a dictionary.

    Raises:
        ResourceProblem: the file is missing or is not TOML; the sentence names the line.
    """
    path = resource(name)
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError:
        raise ResourceProblem(f"The file resources/{name} is missing. Reinstall the app to put it back.") from None
    except tomllib.TOMLDecodeError as error:
        raise ResourceProblem(f"The file resources/{name} cannot be used: {error}. Correct that line.") from None


def wrong(name: str, text: str, why: str) -> ResourceProblem:
    """Return the problem to raise for the first line of `resources/NAME` that holds `text`."""
    lines = resource(name).read_text("utf-8").splitlines()
    number = next((i for i, line in enumerate(lines, 1) if text in line), 1)
    return ResourceProblem(f"The file resources/{name} cannot be used: line {number}: {why}. Correct that line.")
