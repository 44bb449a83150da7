"""Gives an open review a new passphrase."""

from PySide6.QtWidgets import QWidget

from chronology_app.gui.dialogs.form import Form
from chronology_app.gui.dialogs.passphrase_pair import PassphrasePair


class NewPassphraseDialog(Form):
    """Asks for the new passphrase of the review `name`, twice."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("Change the passphrase", "Change the passphrase", parent)
        self._pair = PassphrasePair()
        self.say(f"From now on only the new passphrase opens {name}. Copies made before keep the old one.")
        self.add(*self._pair.fields)
        self.body.addWidget(self._pair.switch)
        self._pair.fields[0].control.setFocus()

    @property
    def passphrase(self) -> str:
        """The new passphrase."""
        return self._pair.passphrase
