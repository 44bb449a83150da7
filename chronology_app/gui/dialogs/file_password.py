"""The one question before a protected file can be read: the password the agency gave it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from chronology_app.gui.dialogs.form import Field, Form
from chronology_app.gui.dialogs.passphrase_field import passphrase_line, show_switch

if TYPE_CHECKING:
    from chronology_app.work.plan import ImportPlan

_HINT = "It opens the file once, now, and is kept nowhere."


class FilePasswordDialog(Form):
    """Asks for the password of the file `name`, or skips it; `problem` is the sentence of the attempt before."""

    WIDTH = 70

    def __init__(self, name: str, problem: str = "", parent: QWidget | None = None) -> None:
        super().__init__("Open a protected file", "Open", parent)
        self.cancel.setText("Skip this file")
        self._line = passphrase_line()
        self._field = Field("&Password", self._line, _HINT, check=self._wrong)
        self.say(f"{name} is protected with a password.")
        self.add(self._field)
        self.body.addWidget(show_switch(self._line))
        self._field.complain(problem)
        self._line.setFocus()

    @property
    def password(self) -> str:
        """What was typed, as it was typed."""
        return self._line.text()

    def _wrong(self) -> str:
        return "" if self.password else "Type the password, or skip this file."


def ask_passwords(
    plan: "ImportPlan", paths: Sequence[Path], given: Mapping[Path, str], window: QWidget
) -> dict[Path, str] | None:
    """Ask for the password of every protected file of a plan; `paths` are its files, in the same order.

    Returns `given` with what was typed, "" for a file that was skipped and is not asked for again; None where nothing
    was typed, so that the plan stands as it is.
    """
    typed: dict[Path, str] = {}
    for path, file in zip(paths, plan.files, strict=True):
        if file.locked and given.get(path) != "" and path not in typed:
            dialog = FilePasswordDialog(file.name, file.problem if path in given else "", window)
            typed[path] = dialog.password if dialog.exec() == QDialog.DialogCode.Accepted else ""
    return {**given, **typed} if any(typed.values()) else None
