"""The keys of the commands as a person wants them: each can be given another key, and single letters switched off."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence

from chronology_app.gui.commands import COMMANDS, Command
from chronology_app.gui.preferences import Preferences

_NOT_FREE = frozenset({"Tab", "Shift+Tab", "Return", "Enter", "Esc", "Up", "Down", "Left", "Right", "Home", "End"})
"""Keys that move about in every window and open what is chosen: no command may take them."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A command in the key sheet: its name, its menu and words, its keys ("" none), and whether they are a person's."""

    name: str
    group: str
    words: str
    keys: str
    own: bool


class OwnKeys:
    """Gives every command its keys; what a person changes holds at once and is kept."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._actions: Mapping[str, QAction] = {}

    def use(self, actions: Mapping[str, QAction]) -> None:
        """Give these actions, by the names of their commands, the keys they have now."""
        self._actions = actions
        letters = self._preferences.settings.letter_keys
        actions["letters"].setChecked(letters)
        for command in COMMANDS:
            keys = self._keys(command)
            kept = keys if letters or not any(map(is_letter, keys)) else ()
            actions[command.name].setShortcuts([QKeySequence(key) for key in kept])

    def turn_letters(self) -> None:
        """Switch the single-letter keys on or off."""
        self._preferences.turn_letters()
        self.use(self._actions)

    def rows(self) -> tuple[KeyRow, ...]:
        """Return every command that leads somewhere, menu by menu."""
        groups = dict.fromkeys(command.menu for command in COMMANDS)
        ordered = sorted(COMMANDS, key=lambda command: [*groups].index(command.menu))
        return tuple(self._row(command) for command in ordered if command.name != "recent")

    def wrong(self, name: str, key: str) -> str:
        """Say in a sentence why a command cannot have a key (in Qt's portable form), "" where it can."""
        if key in _NOT_FREE:
            return f"{key} moves about in the window and stays as it is. Press another key."
        other = next((c for c in COMMANDS if c.name != name and key in self._keys(c)), None)
        if key and other:
            return f"{key} is the key of “{_words(other)}”. Press another, or give that command another key first."
        return ""

    def usual_wrong(self, name: str) -> str:
        """Say in a sentence why a command cannot have its usual keys again, "" where it can."""
        usual = next(command.keys for command in COMMANDS if command.name == name)
        return next(filter(None, (self.wrong(name, key) for key in usual)), "")

    def give(self, name: str, key: str) -> None:
        """Give a command a key of the person's own in place of its usual ones, "" for none."""
        self._keep({**self._preferences.settings.keys, name: key})

    def give_usual(self, name: str) -> None:
        """Give a command its usual keys again."""
        self._keep({other: key for other, key in self._preferences.settings.keys.items() if other != name})

    def _keep(self, keys: dict[str, str]) -> None:
        self._preferences.keep_keys(keys)
        self.use(self._actions)

    def _keys(self, command: Command) -> tuple[str, ...]:
        own = self._preferences.settings.keys.get(command.name)
        return command.keys if own is None else (own,) if own else ()

    def _row(self, command: Command) -> KeyRow:
        keys = self._keys(command)
        group, words = command.menu.replace("&", ""), _words(command)
        return KeyRow(command.name, group, words, " or ".join(keys), keys != command.keys)


def is_letter(key: str) -> bool:
    """Return whether a key is a single letter, digit or Space, which can be switched off."""
    return len(key) == 1 or key == "Space"


def _words(command: Command) -> str:
    return command.text.replace("&", "").rstrip("…")
