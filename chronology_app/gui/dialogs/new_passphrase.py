"""A review gets another passphrase: asked for twice, because nobody can recover it."""

from PySide6.QtWidgets import QWidget

from chronology_app.gui.dialogs.form import Field, Form
from chronology_app.gui.dialogs.passphrase_field import passphrase_line, show_switch

SHORTEST = 8
WARNING = (
    "The review is one encrypted file, and only its passphrase opens it. Nobody can recover it for you: "
    "write it down and keep it where your organisation keeps such things."
)


class PassphrasePair:
    """The passphrase and the same again, as fields of a form."""

    def __init__(self, form: Form) -> None:
        self.first, self.second = passphrase_line(), passphrase_line()
        advice = f"At least {SHORTEST} characters. Several words are best."
        form.add(
            Field("&Passphrase", self.first, advice, self._short),
            Field("Passphrase &again", self.second, check=self._differs),
        )
        form.body.addWidget(show_switch(self.first, self.second))
        form.say(WARNING)

    @property
    def passphrase(self) -> str:
        """The passphrase, as it was typed."""
        return self.first.text()

    def _short(self) -> str:
        return "" if len(self.passphrase) >= SHORTEST else f"The passphrase needs at least {SHORTEST} characters."

    def _differs(self) -> str:
        return "" if self.second.text() == self.passphrase else "The two are not the same. Type it again."


class NewPassphraseDialog(Form):
    """Asks for the new passphrase of the review `name`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("New passphrase", "Change the passphrase", parent)
        self.say(f"From now on the new passphrase opens {name}. Copies made before keep the old one.")
        self._pair = PassphrasePair(self)
        self._pair.first.setFocus()

    @property
    def passphrase(self) -> str:
        """The passphrase, as it was typed."""
        return self._pair.passphrase
