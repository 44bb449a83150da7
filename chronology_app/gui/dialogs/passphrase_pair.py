"""A new passphrase is typed twice, because nobody can recover one that was mistyped."""

from chronology_app.gui.dialogs.form import Field
from chronology_app.gui.dialogs.passphrase_field import passphrase_line, show_switch

SHORTEST = 8


class PassphrasePair:
    """Two fields that must agree, and the switch that shows what is typed."""

    def __init__(self) -> None:
        self._first, self._second = passphrase_line(), passphrase_line()
        hint = f"At least {SHORTEST} characters. Several words are best."
        self.fields = (
            Field("&Passphrase", self._first, hint, self._short),
            Field("Passphrase &again", self._second, check=self._differs),
        )
        self.switch = show_switch(self._first, self._second)

    @property
    def passphrase(self) -> str:
        """The passphrase, as it was typed."""
        return self._first.text()

    def _short(self) -> str:
        return "" if len(self.passphrase) >= SHORTEST else f"The passphrase needs at least {SHORTEST} characters."

    def _differs(self) -> str:
        return "" if self._second.text() == self.passphrase else "The two are not the same. Type it again."
