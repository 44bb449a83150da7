"""The person's preferences: how the window looks and behaves, and never a word of a case.

A small JSON file in the folder the system gives for settings (CHRONOLOGY_SETTINGS names another). It is a convenience:
one that is damaged or cannot be written costs the person their preferences and nothing else.
"""

import getpass
import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

_APP = "Chronology Builder"
_FILE = "settings.json"
_THEMES = ("system", "light", "dark")


def login_name() -> str:
    """Return the name the person is logged in under, "Reviewer" where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "Reviewer"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person prefers.

    `theme` is system, light or dark; `text_size` per cent of the system's text; `who` the name in the log of steps;
    `lock_minutes` how long the review stays open untouched (0: for ever); `recent` the paths of reviews opened lately,
    newest first, kept only while `keep_recent`; `letter_keys` whether single letters mark entries; `template`
    the path of the partnership's own Word template, kept only while `keep_recent`; `geometry` and `state` are the
    window's, in base64; `keys` the keys a person gave to commands in place of their usual ones, by the command's name
    ("" for none).
    """

    theme: str = "system"
    text_size: int = 100
    who: str = field(default_factory=login_name)
    lock_minutes: int = 10
    keep_recent: bool = True
    recent: tuple[str, ...] = ()
    letter_keys: bool = True
    template: str = ""
    geometry: str = ""
    state: str = ""
    keys: dict[str, str] = field(default_factory=dict)


def settings_folder() -> Path:
    """Return the folder the settings are in."""
    named = os.environ.get("CHRONOLOGY_SETTINGS")
    return Path(named) if named else user_config_path(_APP, appauthor=False)


def load() -> Settings:
    """Return the person's settings; what is missing, damaged or of another kind is as it was at first."""
    try:
        kept = json.loads((settings_folder() / _FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        return Settings()
    first = Settings()
    sound = {f.name: _as(getattr(first, f.name), kept.get(f.name)) for f in fields(Settings)}
    return _within(Settings(**sound), first)


def save(settings: Settings) -> bool:
    """Keep the settings, whole or not at all; False where they could not be written (they hold until the app closes).

    Recent files are not written while the person wants none kept.
    """
    kept = asdict(settings) | ({} if settings.keep_recent else {"recent": (), "template": ""})
    folder = settings_folder()
    part = folder / (_FILE + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(kept, indent=1), "utf-8")
        part.replace(folder / _FILE)
    except OSError:
        return False
    return True


def _as(first: Any, kept: Any) -> Any:
    """Return what was kept where it is of the same kind as the first value."""
    if isinstance(first, tuple):
        return tuple(kept) if isinstance(kept, list) and all(isinstance(one, str) for one in kept) else first
    if isinstance(first, dict):
        sound = isinstance(kept, dict) and all(isinstance(one, str) for one in kept.values())
        return kept if sound else first
    return kept if type(kept) is type(first) else first


def _within(settings: Settings, first: Settings) -> Settings:
    """Return settings whose numbers and names are ones the window can show."""
    kept = asdict(settings)
    if settings.theme not in _THEMES:
        kept["theme"] = first.theme
    if not 50 <= settings.text_size <= 400:
        kept["text_size"] = first.text_size
    if settings.lock_minutes < 0:
        kept["lock_minutes"] = first.lock_minutes
    if not settings.who.strip():
        kept["who"] = first.who
    return Settings(**kept)
