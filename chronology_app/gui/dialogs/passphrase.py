"""The one question before a review opens: its passphrase."""

from PySide6.QtWidgets import QWidget

from chronology_app.gui.dialogs.form import Field, Form
from chronology_app.gui.dialogs.passphrase_field import passphrase_line, show_switch


class PassphraseDialog(Form):
    """Asks for the passphrase of the review `name`; `problem` is the sentence of the attempt before."""

    WIDTH = 70

    def __init__(self, name: str, problem: str = "", parent: QWidget | None = None) -> None:
        super().__init__("Open a review", "Open", parent)
        self._line = passphrase_line()
        self._field = Field("&Passphrase", self._line, check=self._wrong)
        self.say(f"{name} is encrypted.")
        self.add(self._field)
        self.body.addWidget(show_switch(self._line))
        self._field.complain(problem)
        self._line.setFocus()

    @property
    def passphrase(self) -> str:
        """What was typed, as it was typed."""
        return self._line.text()

    def _wrong(self) -> str:
        return "" if self.passphrase else "Type the passphrase of this review."
