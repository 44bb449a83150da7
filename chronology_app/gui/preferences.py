"""The person's preferences as the window uses them: colours, text size, single-letter keys, recent reviews."""

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QApplication

from chronology_app.gui import theme
from chronology_app.settings import Settings, save

_RECENT = 8


class Preferences:
    """Holds the settings; every change is on disk when it is made."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def set_theme(self, scheme: str) -> None:
        """Follow the system's colours, or stay light or dark."""
        theme.set_scheme(_app(), scheme)
        self._keep(theme=scheme)

    def change_text_size(self, by: int) -> None:
        """Make text larger or smaller by so many per cent of the system's; 0 goes back to the system's size."""
        size = max(80, min(200, self.settings.text_size + by)) if by else 100
        theme.set_text_size(_app(), size)
        self._keep(text_size=size)

    def turn_letters(self) -> None:
        """Turn the single-letter keys on or off."""
        self._keep(letter_keys=not self.settings.letter_keys)

    def keep_keys(self, keys: dict[str, str]) -> None:
        """Keep the keys a person gave to commands, by the command's name."""
        self._keep(keys=keys)

    def turn_remembering(self) -> None:
        """Remember reviews opened lately, or forget those remembered and remember none."""
        self._keep(keep_recent=not self.settings.keep_recent, recent=(), template="")

    def remember(self, path: Path) -> None:
        """Put a review at the top of those opened lately, unless the person wants none remembered."""
        if self.settings.keep_recent:
            others = [recent for recent in self.settings.recent if recent != str(path)]
            self._keep(recent=(str(path), *others)[:_RECENT])

    def remember_template(self, path: Path | None) -> None:
        """Keep the place of the Word template chosen last, unless the person wants no places remembered."""
        if self.settings.keep_recent:
            self._keep(template=str(path or ""))

    def keep_shape(self, geometry: str, state: str) -> None:
        """Keep the window's size and the places of its parts."""
        self._keep(geometry=geometry, state=state)

    def _keep(self, **changes: Any) -> None:
        self.settings = replace(self.settings, **changes)
        save(self.settings)


def _app() -> QApplication:
    return cast(QApplication, QApplication.instance())
